-- stretches
SELECT ((ff_ts_i + 70002144000) / 2592000 * 2592000 - 70002144000) AS ff_begins
FROM (SELECT ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE ((ff_ts_i + 70002144000) / 2592000 * 2592000 - 70002144000) BETWEEN -70000000000 AND 260000000000 GROUP BY ff_begins;

-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN ff_ts_m THEN 5 WHEN (ff_page_t = '' AND NOT ff_page_x) THEN 5 WHEN (ff_visitor_t = '' AND NOT ff_visitor_x) THEN 5 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 4 WHEN ff_visitor_x THEN 4 WHEN NOT (ff_page_t IN ('one')) THEN 113 WHEN NOT (ff_visitor_t IN ('one')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 GROUP BY ff_state;

-- visitor_cells
SELECT ff_v_hour, ff_v_page, count(*), sum(ff_n) FROM (
SELECT ff_hour AS ff_v_hour, ff_page_t AS ff_v_page, count(*) AS ff_n
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_ts_i,
  ((ff_ts_i + 70000002000) / 3600 * 3600 - 70000002000) AS ff_hour
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2
WHERE (ff_ts_m OR (ff_page_t = '' AND NOT ff_page_x) OR (ff_visitor_t = '' AND NOT ff_visitor_x) OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR ff_visitor_x OR NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one'))) IS NOT TRUE GROUP BY ff_v_hour, ff_v_page, ff_visitor_t
) d GROUP BY ff_v_hour, ff_v_page ORDER BY ff_v_hour, ff_v_page;

-- visitor_totals
SELECT ff_v_hour, count(*), sum(ff_n) FROM (
SELECT ff_hour AS ff_v_hour, count(*) AS ff_n
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_ts_i,
  ((ff_ts_i + 70000002000) / 3600 * 3600 - 70000002000) AS ff_hour
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2
WHERE (ff_ts_m OR (ff_page_t = '' AND NOT ff_page_x) OR (ff_visitor_t = '' AND NOT ff_visitor_x) OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR ff_visitor_x OR NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one'))) IS NOT TRUE GROUP BY ff_v_hour, ff_visitor_t
) d GROUP BY ff_v_hour ORDER BY ff_v_hour;

-- all_visitors
SELECT count(*), coalesce(sum(ff_n), 0) FROM (
SELECT count(*) AS ff_n
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_ts_m OR (ff_page_t = '' AND NOT ff_page_x) OR (ff_visitor_t = '' AND NOT ff_visitor_x) OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR ff_visitor_x OR NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one'))) IS NOT TRUE GROUP BY ff_visitor_t
) d;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_none1, ff_none2,
  CASE WHEN ff_ts_m THEN 5 WHEN (ff_page_t = '' AND NOT ff_page_x) THEN 1005 WHEN (ff_visitor_t = '' AND NOT ff_visitor_x) THEN 2005 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 1004 WHEN ff_visitor_x THEN 2004 ELSE -100 END AS ff_blame
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t, ff_none1, ff_none2,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT ff_ts_c, ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_shown2_t,
  CASE WHEN (ff_shown1_t = '' AND NOT ff_shown1_x) THEN 1 ELSE 0 END AS ff_none1,
  CASE WHEN (ff_shown2_t = '' AND NOT ff_shown2_x) THEN 1 ELSE 0 END AS ff_none2
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  CASE WHEN "timestamp" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown1_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown2_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t,
  CASE WHEN ff_ts_m THEN 5 WHEN (ff_page_t = '' AND NOT ff_page_x) THEN 1005 WHEN (ff_visitor_t = '' AND NOT ff_visitor_x) THEN 2005 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 1004 WHEN ff_visitor_x THEN 2004 WHEN NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 GROUP BY ff_blame;

-- time_span
SELECT count(*), min(ff_ts_i), max(ff_ts_i)
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_ts_m OR (ff_page_t = '' AND NOT ff_page_x) OR (ff_visitor_t = '' AND NOT ff_visitor_x) OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR ff_visitor_x OR NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one'))) IS NOT TRUE;

-- counted_rows
SELECT ff_column0, ff_column1
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_column0, ff_column1,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t,
  "raw" AS ff_column0,
  "kept" AS ff_column1
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_ts_m OR (ff_page_t = '' AND NOT ff_page_x) OR (ff_visitor_t = '' AND NOT ff_visitor_x) OR (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) OR ff_page_x OR ff_visitor_x OR NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one'))) IS NOT TRUE LIMIT 20;

-- column_check of a sample
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t,
  CASE WHEN ff_ts_m THEN 5 WHEN (ff_page_t = '' AND NOT ff_page_x) THEN 1005 WHEN (ff_visitor_t = '' AND NOT ff_visitor_x) THEN 2005 WHEN (ff_ts_i IS NULL OR NOT ff_ts_i BETWEEN -62135596800 AND 253402300799) THEN 6 WHEN ff_page_x THEN 1004 WHEN ff_visitor_x THEN 2004 WHEN NOT (ff_page_t IN ('one') AND ff_visitor_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_ts_m, ff_page_x, ff_page_t, ff_visitor_x, ff_visitor_t, ff_shown0_t, ff_shown1_t, ff_shown2_t,
  ff_ts_c - 3600 AS ff_ts_i
FROM (SELECT CASE WHEN isfinite("timestamp") THEN floor(extract(epoch FROM "timestamp"))::bigint END AS ff_ts_c,
  "timestamp" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'page_url.x')) IN ('boolean', 'array', 'object'), false) AS ff_page_x,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_page_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'visitor_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_visitor_x,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_visitor_t,
  coalesce("timestamp"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce(("parsed" -> 'page_url.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(("kept" -> 'visitor_id.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t
FROM (SELECT "timestamp", "parsed", "kept" FROM "shop"."events" LIMIT 1000) ff_rows OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 GROUP BY ff_blame;
