-- stretches
SELECT ((ff_ts_i + 70002144000) / 2592000 * 2592000 - 70002144000) AS ff_begins
FROM (SELECT ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE ((ff_ts_i + 70002144000) / 2592000 * 2592000 - 70002144000) BETWEEN -70000000000 AND 260000000000 GROUP BY ff_begins;

-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN ff_ts_m THEN 5 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 4 WHEN (ff_status_n = 'NaN' AND (ff_status_x)) THEN 4 WHEN (ff_bytes_n = 'NaN' AND (ff_bytes_x)) THEN 4 WHEN ff_bytes_n = 'NaN' THEN 7 WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN ff_bytes_v < 0 THEN 8 WHEN ff_bytes_v <> trunc(ff_bytes_v) THEN 7 WHEN NOT (ff_page_t IN ('one')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_n <> ff_bytes_v THEN 1 ELSE 0 END AS ff_rounded
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6 GROUP BY ff_state;

-- request_hours
SELECT ff_hour AS ff_r_hour, count(*), coalesce(sum(ff_bytes_v), 0), count(*) FILTER (WHERE ff_status_v BETWEEN 200 AND 299 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v))), count(*) FILTER (WHERE ff_status_v BETWEEN 300 AND 399 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v))), count(*) FILTER (WHERE ff_status_v BETWEEN 400 AND 499 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v))), count(*) FILTER (WHERE ff_status_v BETWEEN 500 AND 599 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v)))
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v, ff_bytes_n, ff_bytes_v, ff_ts_i,
  ((ff_ts_i + 70000002000) / 3600 * 3600 - 70000002000) AS ff_hour
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n,
  CASE WHEN (ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_status_n) <= 18 THEN ff_status_n ELSE trunc(ff_status_n, 18) + CASE WHEN abs(ff_status_n - trunc(ff_status_n, 18)) > 0.0000000000000000005 OR (abs(ff_status_n - trunc(ff_status_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_status_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_status_n) * 0.000000000000000001 ELSE 0 END END AS ff_status_v,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6
WHERE (ff_ts_m OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR (ff_status_n = 'NaN' AND (ff_status_x)) OR (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_bytes_v < 0 OR ff_bytes_v <> trunc(ff_bytes_v) OR NOT (ff_page_t IN ('one'))) IS NOT TRUE GROUP BY ff_r_hour ORDER BY ff_r_hour;

-- request_pages
SELECT ff_page_t AS ff_r_page, count(*), coalesce(sum(ff_bytes_v), 0), count(*) FILTER (WHERE ff_status_v BETWEEN 200 AND 299 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v))), count(*) FILTER (WHERE ff_status_v BETWEEN 300 AND 399 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v))), count(*) FILTER (WHERE ff_status_v BETWEEN 400 AND 499 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v))), count(*) FILTER (WHERE ff_status_v BETWEEN 500 AND 599 AND NOT (ff_status_n IS NULL) AND NOT (ff_status_n = 'NaN') AND NOT ((ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) AND NOT (ff_status_v <> trunc(ff_status_v)))
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_status_v,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n,
  CASE WHEN (ff_status_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_status_n) <= 18 THEN ff_status_n ELSE trunc(ff_status_n, 18) + CASE WHEN abs(ff_status_n - trunc(ff_status_n, 18)) > 0.0000000000000000005 OR (abs(ff_status_n - trunc(ff_status_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_status_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_status_n) * 0.000000000000000001 ELSE 0 END END AS ff_status_v,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5
WHERE (ff_ts_m OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR (ff_status_n = 'NaN' AND (ff_status_x)) OR (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_bytes_v < 0 OR ff_bytes_v <> trunc(ff_bytes_v) OR NOT (ff_page_t IN ('one'))) IS NOT TRUE GROUP BY ff_r_page ORDER BY ff_r_page;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_none1, ff_none2, ff_none3,
  CASE WHEN ff_ts_m THEN 5 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 1004 WHEN (ff_status_n = 'NaN' AND (ff_status_x)) THEN 2004 WHEN (ff_bytes_n = 'NaN' AND (ff_bytes_x)) THEN 3004 WHEN ff_bytes_n = 'NaN' THEN 3007 WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 WHEN ff_bytes_v < 0 THEN 3008 WHEN ff_bytes_v <> trunc(ff_bytes_v) THEN 3007 ELSE -100 END AS ff_blame
FROM (SELECT ff_ts_m, ff_page_x, ff_status_x, ff_bytes_x, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_none1, ff_none2, ff_none3, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_status_x, ff_bytes_x, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_none1, ff_none2, ff_none3, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_status_x, ff_bytes_x, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_none1, ff_none2, ff_none3,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_status_x, ff_bytes_x, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_none1, ff_none2, ff_none3,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_status_x, ff_bytes_x, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written,
  CASE WHEN (ff_shown1_t = '' AND NOT ff_shown1_x) THEN 1 ELSE 0 END AS ff_none1,
  CASE WHEN (ff_shown2_t = '' AND NOT ff_shown2_x) THEN 1 ELSE 0 END AS ff_none2,
  CASE WHEN (ff_shown3_t = '' AND NOT ff_shown3_x) THEN 1 ELSE 0 END AS ff_none3
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  CASE WHEN "timestamp" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown1_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown2_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown3_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN ff_ts_m THEN 5 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 1004 WHEN (ff_status_n = 'NaN' AND (ff_status_x)) THEN 2004 WHEN (ff_bytes_n = 'NaN' AND (ff_bytes_x)) THEN 3004 WHEN ff_bytes_n = 'NaN' THEN 3007 WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 WHEN ff_bytes_v < 0 THEN 3008 WHEN ff_bytes_v <> trunc(ff_bytes_v) THEN 3007 WHEN NOT (ff_page_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6 OFFSET '0') s7 GROUP BY ff_blame;

-- time_span
SELECT count(*), min(ff_ts_i), max(ff_ts_i)
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_status_n,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_status_n,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5
WHERE (ff_ts_m OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR (ff_status_n = 'NaN' AND (ff_status_x)) OR (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_bytes_v < 0 OR ff_bytes_v <> trunc(ff_bytes_v) OR NOT (ff_page_t IN ('one'))) IS NOT TRUE;

-- counted_rows
SELECT ff_column0, ff_column1
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_column0, ff_column1, ff_status_n, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_column0, ff_column1, ff_status_n, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_column0, ff_column1, ff_status_n,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_column0, ff_column1, ff_status_n,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_column0, ff_column1,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t,
  "raw" AS ff_column0,
  "kept" AS ff_column1
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5
WHERE (ff_ts_m OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR (ff_status_n = 'NaN' AND (ff_status_x)) OR (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_bytes_v < 0 OR ff_bytes_v <> trunc(ff_bytes_v) OR NOT (ff_page_t IN ('one'))) IS NOT TRUE LIMIT 20;

-- column_check of a sample
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN ff_ts_m THEN 5 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 1004 WHEN (ff_status_n = 'NaN' AND (ff_status_x)) THEN 2004 WHEN (ff_bytes_n = 'NaN' AND (ff_bytes_x)) THEN 3004 WHEN ff_bytes_n = 'NaN' THEN 3007 WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 WHEN ff_bytes_v < 0 THEN 3008 WHEN ff_bytes_v <> trunc(ff_bytes_v) THEN 3007 WHEN NOT (ff_page_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_bytes_n, ff_bytes_v,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n, ff_bytes_n,
  CASE WHEN (ff_bytes_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_bytes_n) <= 18 THEN ff_bytes_n ELSE trunc(ff_bytes_n, 18) + CASE WHEN abs(ff_bytes_n - trunc(ff_bytes_n, 18)) > 0.0000000000000000005 OR (abs(ff_bytes_n - trunc(ff_bytes_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_bytes_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_bytes_n) * 0.000000000000000001 ELSE 0 END END AS ff_bytes_v
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n,
  CASE  WHEN ff_bytes_shifted = '' THEN CASE WHEN ff_bytes_x THEN 'NaN'::numeric END WHEN octet_length(ff_bytes_shifted) < 20 AND ff_bytes_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_bytes_shifted::numeric WHEN btrim(ff_bytes_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_bytes_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_bytes_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_bytes_shifted, ' 	')::numeric WHEN btrim(ff_bytes_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_bytes_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_bytes_n
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_status_n,
  CASE WHEN NOT ff_bytes_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_bytes_written WHEN ff_bytes_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_bytes_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_bytes_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 3)::text WHEN ff_bytes_written ~ '[eE]' THEN ff_bytes_written ELSE ff_bytes_written || 'e3' END AS ff_bytes_shifted
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_status_x, ff_bytes_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE  WHEN ff_status_t = '' THEN CASE WHEN ff_status_x THEN 'NaN'::numeric END WHEN octet_length(ff_status_t) < 20 AND ff_status_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_status_t::numeric WHEN btrim(ff_status_t, ' 	') = '' THEN NULL WHEN btrim(ff_status_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_status_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_status_t, ' 	')::numeric WHEN btrim(ff_status_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_status_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_status_n,
  btrim(CASE WHEN btrim(ff_bytes_t, ' 	') = '-' THEN '' ELSE ff_bytes_t END, ' 	') AS ff_bytes_written
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'status.x')) IN ('boolean', 'array', 'object'), false) AS ff_status_x,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_status_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'bytes.x')) IN ('boolean', 'array', 'object'), false) AS ff_bytes_x,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_bytes_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(("kept" -> 'status.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t,
  coalesce(("raw"::jsonb -> 'bytes.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t
FROM (SELECT "timestamp", "parsed", "kept", "raw" FROM "shop"."events" LIMIT 1000) ff_rows OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 OFFSET '0') s6 OFFSET '0') s7 GROUP BY ff_blame;
