-- stretches
SELECT ((ff_ts_i + 70002144000) / 2592000 * 2592000 - 70002144000) AS ff_begins
FROM (SELECT CASE WHEN ff_ts_c IS NOT NULL THEN CASE WHEN ff_ts_z = '' THEN ff_ts_c ELSE ff_ts_c - ff_ts_f END ELSE (CASE WHEN ff_ts_v < 0 OR ff_ts_v > 1e18 THEN NULL WHEN ff_ts_v >= 100000000000 THEN div(ff_ts_v, 1000) ELSE trunc(ff_ts_v) END)::bigint END AS ff_ts_i
FROM (SELECT ff_ts_z,
  CASE WHEN ff_ts_k AND (ff_ts_y > 0 AND (ff_ts_dy <= 28 OR (ff_ts_mo <> 2 AND ff_ts_dy <= 30) OR ff_ts_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_ts_dy = 29 AND ff_ts_y % 4 = 0 AND (ff_ts_y % 100 <> 0 OR ff_ts_y % 400 = 0)))) THEN (365 * (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 4 - (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 100 + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 400 + (153 * ((ff_ts_mo + 9) % 12) + 2) / 5 + ff_ts_dy - 719469)::bigint * 86400 + ff_ts_h END AS ff_ts_c,
  CASE WHEN length(ff_ts_z) < 3 THEN 0 ELSE ((substr(ff_ts_z, 2, 2))::int * 3600 + CASE WHEN length(ff_ts_z) >= 5 THEN (substr(ff_ts_z, length(ff_ts_z) - 1, 2))::int ELSE 0 END * 60) * CASE WHEN substr(ff_ts_z, 1, 1) = '-' THEN -1 ELSE 1 END END AS ff_ts_f,
  CASE WHEN (ff_ts_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_ts_n) <= 18 THEN ff_ts_n ELSE trunc(ff_ts_n, 18) + CASE WHEN abs(ff_ts_n - trunc(ff_ts_n, 18)) > 0.0000000000000000005 OR (abs(ff_ts_n - trunc(ff_ts_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_ts_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_ts_n) * 0.000000000000000001 ELSE 0 END END AS ff_ts_v
FROM (SELECT ff_ts_k,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 1, 4))::int END AS ff_ts_y,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 6, 2))::int END AS ff_ts_mo,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 9, 2))::int END AS ff_ts_dy,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 12, 2))::int * 3600 + (substr(ff_ts_s, 15, 2))::int * 60 + CASE WHEN substr(ff_ts_s, 17, 1) <> ':' THEN 0 WHEN substr(ff_ts_s, 18, 2) = '60' THEN 59 ELSE (substr(ff_ts_s, 18, 2))::int END END AS ff_ts_h,
  CASE WHEN ff_ts_k THEN coalesce(substring(substr(ff_ts_s, 17) from '([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$'), '') END AS ff_ts_z,
  CASE WHEN ff_ts_k THEN NULL WHEN ff_ts_s = '' THEN NULL WHEN octet_length(ff_ts_s) < 20 AND ff_ts_s ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_ts_s::numeric WHEN btrim(ff_ts_s, ' 	') = '' THEN NULL WHEN btrim(ff_ts_s, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_ts_s, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_ts_s, ' 	')::numeric WHEN btrim(ff_ts_s, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_ts_s, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_ts_n
FROM (SELECT ff_ts_s,
  ff_ts_s ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?$' AS ff_ts_k
FROM (SELECT btrim(ff_ts_t, ' 	') AS ff_ts_s
FROM (SELECT coalesce("timestamp"::text, '') COLLATE "C" AS ff_ts_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5
WHERE ((ff_ts_i + 70002144000) / 2592000 * 2592000 - 70002144000) BETWEEN -70000000000 AND 260000000000 GROUP BY ff_begins;

-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN ff_ts_s = '' THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 ELSE 100 END AS ff_state,
  0 AS ff_rounded
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
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6 GROUP BY ff_state;

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
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6
WHERE (ff_ts_s = '' OR ff_page_t = '' OR ff_visitor_t = '' OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799)) IS NOT TRUE GROUP BY ff_v_hour, ff_v_page, ff_visitor_t
) d GROUP BY ff_v_hour, ff_v_page ORDER BY ff_v_hour, ff_v_page;

-- visitor_totals
SELECT ff_v_hour, count(*), sum(ff_n) FROM (
SELECT ff_hour AS ff_v_hour, count(*) AS ff_n
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
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6
WHERE (ff_ts_s = '' OR ff_page_t = '' OR ff_visitor_t = '' OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799)) IS NOT TRUE GROUP BY ff_v_hour, ff_visitor_t
) d GROUP BY ff_v_hour ORDER BY ff_v_hour;

-- all_visitors
SELECT count(*), coalesce(sum(ff_n), 0) FROM (
SELECT count(*) AS ff_n
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
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5
WHERE (ff_ts_s = '' OR ff_page_t = '' OR ff_visitor_t = '' OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799)) IS NOT TRUE GROUP BY ff_visitor_t
) d;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2,
  CASE WHEN ff_ts_s = '' THEN 5 WHEN ff_page_t = '' THEN 1005 WHEN ff_visitor_t = '' THEN 2005 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 ELSE -100 END AS ff_blame
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_ts_s,
  CASE WHEN ff_ts_c IS NOT NULL THEN CASE WHEN ff_ts_z = '' THEN ff_ts_c ELSE ff_ts_c - ff_ts_f END ELSE (CASE WHEN ff_ts_v < 0 OR ff_ts_v > 1e18 THEN NULL WHEN ff_ts_v >= 100000000000 THEN div(ff_ts_v, 1000) ELSE trunc(ff_ts_v) END)::bigint END AS ff_ts_i
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_ts_s, ff_ts_z,
  CASE WHEN ff_ts_k AND (ff_ts_y > 0 AND (ff_ts_dy <= 28 OR (ff_ts_mo <> 2 AND ff_ts_dy <= 30) OR ff_ts_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_ts_dy = 29 AND ff_ts_y % 4 = 0 AND (ff_ts_y % 100 <> 0 OR ff_ts_y % 400 = 0)))) THEN (365 * (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 4 - (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 100 + (ff_ts_y - CASE WHEN ff_ts_mo <= 2 THEN 1 ELSE 0 END) / 400 + (153 * ((ff_ts_mo + 9) % 12) + 2) / 5 + ff_ts_dy - 719469)::bigint * 86400 + ff_ts_h END AS ff_ts_c,
  CASE WHEN length(ff_ts_z) < 3 THEN 0 ELSE ((substr(ff_ts_z, 2, 2))::int * 3600 + CASE WHEN length(ff_ts_z) >= 5 THEN (substr(ff_ts_z, length(ff_ts_z) - 1, 2))::int ELSE 0 END * 60) * CASE WHEN substr(ff_ts_z, 1, 1) = '-' THEN -1 ELSE 1 END END AS ff_ts_f,
  CASE WHEN (ff_ts_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_ts_n) <= 18 THEN ff_ts_n ELSE trunc(ff_ts_n, 18) + CASE WHEN abs(ff_ts_n - trunc(ff_ts_n, 18)) > 0.0000000000000000005 OR (abs(ff_ts_n - trunc(ff_ts_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_ts_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_ts_n) * 0.000000000000000001 ELSE 0 END END AS ff_ts_v
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_ts_s, ff_ts_k,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 1, 4))::int END AS ff_ts_y,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 6, 2))::int END AS ff_ts_mo,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 9, 2))::int END AS ff_ts_dy,
  CASE WHEN ff_ts_k THEN (substr(ff_ts_s, 12, 2))::int * 3600 + (substr(ff_ts_s, 15, 2))::int * 60 + CASE WHEN substr(ff_ts_s, 17, 1) <> ':' THEN 0 WHEN substr(ff_ts_s, 18, 2) = '60' THEN 59 ELSE (substr(ff_ts_s, 18, 2))::int END END AS ff_ts_h,
  CASE WHEN ff_ts_k THEN coalesce(substring(substr(ff_ts_s, 17) from '([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$'), '') END AS ff_ts_z,
  CASE WHEN ff_ts_k THEN NULL WHEN ff_ts_s = '' THEN NULL WHEN octet_length(ff_ts_s) < 20 AND ff_ts_s ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_ts_s::numeric WHEN btrim(ff_ts_s, ' 	') = '' THEN NULL WHEN btrim(ff_ts_s, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_ts_s, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_ts_s, ' 	')::numeric WHEN btrim(ff_ts_s, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_ts_s, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_ts_n
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_ts_s,
  ff_ts_s ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?$' AS ff_ts_k
FROM (SELECT ff_page_t, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2,
  btrim(ff_ts_t, ' 	') AS ff_ts_s
FROM (SELECT coalesce("timestamp"::text, '') COLLATE "C" AS ff_ts_t,
  coalesce("page_url"::text, '') COLLATE "C" AS ff_page_t,
  coalesce("visitor_id"::text, '') COLLATE "C" AS ff_visitor_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  CASE WHEN "timestamp" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  coalesce("page_url"::text, '') COLLATE "C" AS ff_shown1_t,
  CASE WHEN "page_url" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  coalesce("visitor_id"::text, '') COLLATE "C" AS ff_shown2_t,
  CASE WHEN "visitor_id" IS NULL THEN 1 ELSE 0 END AS ff_none2
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
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
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6 OFFSET '0') s7 GROUP BY ff_blame;

-- time_span
SELECT count(*), min(ff_ts_i), max(ff_ts_i)
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
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5
WHERE (ff_ts_s = '' OR ff_page_t = '' OR ff_visitor_t = '' OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799)) IS NOT TRUE;
