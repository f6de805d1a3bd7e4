-- look
SELECT json_object_keys(row_to_json(w)) FROM (SELECT s.* FROM (SELECT 1) o LEFT JOIN (SELECT * FROM (
SELECT "a" AS page_url -- it's
FROM b
) footfall_query LIMIT 0) s ON true) w;

-- columns
SELECT c.name, format_type(c.type, NULL), coalesce(b.typname, t.typname), true FROM (SELECT unnest(ARRAY['page_url', 'o''d"d']::text[]) AS name, unnest(ARRAY[pg_typeof(s."page_url")::oid, pg_typeof(s."o'd""d")::oid]::oid[]) AS type, generate_series(1, 2) AS place FROM (SELECT 1) o LEFT JOIN (SELECT * FROM (
SELECT "a" AS page_url -- it's
FROM b
) footfall_query LIMIT 0) s ON true) c JOIN pg_catalog.pg_type t ON t.oid = c.type LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype ORDER BY c.place;

-- visitor_cells
SELECT ff_v_hour, ff_v_page, count(*), sum(ff_n) FROM (
SELECT ff_hour AS ff_v_hour, ff_page_t AS ff_v_page, count(*) AS ff_n
FROM (SELECT ff_page_t, ff_visitor_t, ff_ts_s, ff_ts_i,
  ((ff_ts_i + 70000002000) / 3600 * 3600 - 70000002000) AS ff_hour
FROM (SELECT ff_page_t, ff_visitor_t, ff_ts_s,
  CASE WHEN ff_ts_c IS NOT NULL THEN CASE WHEN ff_ts_z = '' THEN ff_ts_c ELSE ff_ts_c - ff_ts_f END ELSE (CASE WHEN ff_ts_v < 0 OR ff_ts_v > 1e18 THEN NULL WHEN ff_ts_v >= 100000000000 THEN div(ff_ts_v, 1000) ELSE trunc(ff_ts_v) END)::bigint END AS ff_ts_i
FROM (SELECT ff_page_t, ff_visitor_t, ff_ts_s, ff_ts_z,
  CASE WHEN ff_ts_k AND (ff_ts_y > 0 AND (ff_ts_dy <= 28 OR (ff_ts_mo <> 2 AND ff_ts_dy <= 30) OR ff_ts_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_ts_dy = 29 AND ff_ts_y % 4 = 0 AND (ff_ts_y % 100 <> 0 OR ff_ts_y % 400 = 0)))) THEN (365 * (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 4 - (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 100 + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 400 + (153 * ((ff_ts_mo + 9) % 12) + 2) / 5 + ff_ts_dy - 719469)::bigint * 86400 + ff_ts_h END AS ff_ts_c,
  CASE WHEN length(ff_ts_z) < 3 THEN 0 ELSE ((substr(ff_ts_z, 2, 2))::int * 3600 + CASE WHEN length(ff_ts_z) >= 5 THEN (substr(ff_ts_z, length(ff_ts_z) - 1, 2))::int ELSE 0 END * 60) * CASE WHEN substr(ff_ts_z, 1, 1) = '-' THEN -1 ELSE 1 END END AS ff_ts_f,
  CASE WHEN (ff_ts_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_ts_n) <= 18 THEN ff_ts_n ELSE trunc(ff_ts_n, 18) + CASE WHEN abs(ff_ts_n - trunc(ff_ts_n, 18)) > 0.0000000000000000005 OR (abs(ff_ts_n - trunc(ff_ts_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_ts_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_ts_n) * 0.000000000000000001 ELSE 0 END END AS ff_ts_v
FROM (SELECT ff_page_t, ff_visitor_t, ff_ts_s, ff_ts_k,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 1, 4))::int END AS ff_ts_y,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 6, 2))::int END AS ff_ts_mo,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 9, 2))::int END AS ff_ts_dy,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 12, 2))::int * 3600 + (substr(ff_ts_s, 15, 2))::int * 60 + CASE WHEN substr(ff_ts_s, 17, 1) <> ':' THEN 0 WHEN substr(ff_ts_s, 18, 2) = '60' THEN 59 ELSE (substr(ff_ts_s, 18, 2))::int END END AS ff_ts_h,
  CASE WHEN ff_ts_k THEN coalesce(substring(substr(ff_ts_s, 17) from '([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$'), '') END AS ff_ts_z,
  CASE WHEN ff_ts_k THEN NULL WHEN ff_ts_s = '' THEN NULL WHEN octet_length(ff_ts_s) < 20 AND ff_ts_s ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_ts_s::numeric WHEN btrim(ff_ts_s, ' 	') = '' THEN NULL WHEN btrim(ff_ts_s, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_ts_s, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_ts_s, ' 	')::numeric WHEN btrim(ff_ts_s, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_ts_s, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_ts_n
FROM (SELECT ff_page_t, ff_visitor_t, ff_ts_s,
  ff_ts_s ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?$' AS ff_ts_k
FROM (SELECT ff_page_t, ff_visitor_t,
  btrim(ff_ts_t, ' 	') AS ff_ts_s
FROM (SELECT coalesce("timestamp"::text, '') COLLATE "C" AS ff_ts_t,
  coalesce("page_url"::text, '') COLLATE "C" AS ff_page_t,
  coalesce("visitor_id"::text, '') COLLATE "C" AS ff_visitor_t
FROM (
SELECT "a" AS page_url -- it's
FROM b
) footfall_query
WHERE (country = 'DE') OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6
WHERE (ff_ts_s = '' OR ff_page_t = '' OR ff_visitor_t = '' OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799)) IS NOT TRUE GROUP BY ff_v_hour, ff_v_page, ff_visitor_t
) d GROUP BY ff_v_hour, ff_v_page ORDER BY ff_v_hour, ff_v_page;

-- column_check of a sample
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t,
  CASE WHEN ff_ts_s = '' THEN 5 WHEN ff_page_t = '' THEN 1005 WHEN ff_visitor_t = '' THEN 2005 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 ELSE -100 END AS ff_blame
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_ts_s,
  CASE WHEN ff_ts_c IS NOT NULL THEN CASE WHEN ff_ts_z = '' THEN ff_ts_c ELSE ff_ts_c - ff_ts_f END ELSE (CASE WHEN ff_ts_v < 0 OR ff_ts_v > 1e18 THEN NULL WHEN ff_ts_v >= 100000000000 THEN div(ff_ts_v, 1000) ELSE trunc(ff_ts_v) END)::bigint END AS ff_ts_i
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_ts_s, ff_ts_z,
  CASE WHEN ff_ts_k AND (ff_ts_y > 0 AND (ff_ts_dy <= 28 OR (ff_ts_mo <> 2 AND ff_ts_dy <= 30) OR ff_ts_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_ts_dy = 29 AND ff_ts_y % 4 = 0 AND (ff_ts_y % 100 <> 0 OR ff_ts_y % 400 = 0)))) THEN (365 * (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 4 - (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 100 + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 400 + (153 * ((ff_ts_mo + 9) % 12) + 2) / 5 + ff_ts_dy - 719469)::bigint * 86400 + ff_ts_h END AS ff_ts_c,
  CASE WHEN length(ff_ts_z) < 3 THEN 0 ELSE ((substr(ff_ts_z, 2, 2))::int * 3600 + CASE WHEN length(ff_ts_z) >= 5 THEN (substr(ff_ts_z, length(ff_ts_z) - 1, 2))::int ELSE 0 END * 60) * CASE WHEN substr(ff_ts_z, 1, 1) = '-' THEN -1 ELSE 1 END END AS ff_ts_f,
  CASE WHEN (ff_ts_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_ts_n) <= 18 THEN ff_ts_n ELSE trunc(ff_ts_n, 18) + CASE WHEN abs(ff_ts_n - trunc(ff_ts_n, 18)) > 0.0000000000000000005 OR (abs(ff_ts_n - trunc(ff_ts_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_ts_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_ts_n) * 0.000000000000000001 ELSE 0 END END AS ff_ts_v
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_ts_s, ff_ts_k,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 1, 4))::int END AS ff_ts_y,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 6, 2))::int END AS ff_ts_mo,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 9, 2))::int END AS ff_ts_dy,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 12, 2))::int * 3600 + (substr(ff_ts_s, 15, 2))::int * 60 + CASE WHEN substr(ff_ts_s, 17, 1) <> ':' THEN 0 WHEN substr(ff_ts_s, 18, 2) = '60' THEN 59 ELSE (substr(ff_ts_s, 18, 2))::int END END AS ff_ts_h,
  CASE WHEN ff_ts_k THEN coalesce(substring(substr(ff_ts_s, 17) from '([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$'), '') END AS ff_ts_z,
  CASE WHEN ff_ts_k THEN NULL WHEN ff_ts_s = '' THEN NULL WHEN octet_length(ff_ts_s) < 20 AND ff_ts_s ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_ts_s::numeric WHEN btrim(ff_ts_s, ' 	') = '' THEN NULL WHEN btrim(ff_ts_s, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_ts_s, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_ts_s, ' 	')::numeric WHEN btrim(ff_ts_s, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_ts_s, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_ts_n
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_ts_s,
  ff_ts_s ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?$' AS ff_ts_k
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t,
  btrim(ff_ts_t, ' 	') AS ff_ts_s
FROM (SELECT coalesce("timestamp"::text, '') COLLATE "C" AS ff_ts_t,
  coalesce("page_url"::text, '') COLLATE "C" AS ff_page_t,
  coalesce("visitor_id"::text, '') COLLATE "C" AS ff_visitor_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce("page_url"::text, '') COLLATE "C" AS ff_shown1_t,
  coalesce("visitor_id"::text, '') COLLATE "C" AS ff_shown2_t
FROM (SELECT "timestamp", "page_url", "visitor_id" FROM (
SELECT "a" AS page_url -- it's
FROM b
) footfall_query WHERE (country = 'DE') LIMIT 1000) ff_rows OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6 OFFSET '0') s7 GROUP BY ff_blame;
