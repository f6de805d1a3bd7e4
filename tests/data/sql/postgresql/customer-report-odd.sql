-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN (ff_event_t = '' AND NOT ff_event_x) THEN 5 WHEN (ff_customer_t = '' AND NOT ff_customer_x) THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_event_x THEN 4 WHEN ff_customer_x THEN 4 WHEN ff_ts_c IS NULL THEN 6 WHEN ff_type_x THEN 4 WHEN (ff_amount_n = 'NaN' AND (ff_amount_x)) THEN 4 WHEN ff_amount_n = 'NaN' THEN 7 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN ff_currency_x THEN 4 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_customer_t IN ('one')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_n <> ff_amount_v THEN 1 ELSE 0 END AS ff_rounded
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_amount_n,
  CASE WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END AS ff_amount_v
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_state;

-- customer_days
SELECT ff_e_owner, ff_e_seconds / 86400 AS d, ff_e_currency, count(*), count(*), count(*) FILTER (WHERE ff_e_type = 'checkout' AND (ff_e_amount > 0)), max(ff_e_seconds), coalesce(sum(ff_e_amount), 0), coalesce(sum(ff_e_amount) FILTER (WHERE ff_e_type = 'checkout' AND (ff_e_amount > 0)), 0) FROM (
SELECT ff_event_t AS ff_e_id, ff_customer_t AS ff_e_owner, ff_type_t AS ff_e_type, coalesce(CASE WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END, 0) AS ff_e_amount, ff_ts_c AS ff_e_seconds, ff_currency_t AS ff_e_currency
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_currency_x, ff_currency_t,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_amount_x, ff_currency_x, ff_currency_t,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_amount_x, ff_currency_x, ff_currency_t,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(("raw"::jsonb -> 'event_type.x') #>> '{}', '') COLLATE "C" AS ff_type_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  coalesce(("kept" -> 'currency.x') #>> '{}', '') COLLATE "C" AS ff_currency_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_event_t = '' AND NOT ff_event_x) OR (ff_customer_t = '' AND NOT ff_customer_x) OR ff_ts_m OR ff_event_x OR ff_customer_x OR ff_ts_c IS NULL OR ff_type_x OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_currency_x OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one'))) IS NOT TRUE
) e GROUP BY ff_e_owner, d, ff_e_currency ORDER BY ff_e_owner, d, ff_e_currency;

-- top_types
SELECT DISTINCT ON (ff_e_owner) ff_e_owner, ff_e_type FROM (SELECT ff_e_owner, ff_e_type, count(*) AS c FROM (
SELECT ff_event_t AS ff_e_id, ff_customer_t AS ff_e_owner, ff_type_t AS ff_e_type, coalesce(CASE WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END, 0) AS ff_e_amount, ff_ts_c AS ff_e_seconds, ff_currency_t AS ff_e_currency
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_currency_x, ff_currency_t,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_amount_x, ff_currency_x, ff_currency_t,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_amount_x, ff_currency_x, ff_currency_t,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(("raw"::jsonb -> 'event_type.x') #>> '{}', '') COLLATE "C" AS ff_type_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  coalesce(("kept" -> 'currency.x') #>> '{}', '') COLLATE "C" AS ff_currency_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_event_t = '' AND NOT ff_event_x) OR (ff_customer_t = '' AND NOT ff_customer_x) OR ff_ts_m OR ff_event_x OR ff_customer_x OR ff_ts_c IS NULL OR ff_type_x OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_currency_x OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one'))) IS NOT TRUE
) e GROUP BY ff_e_owner, ff_e_type) g ORDER BY ff_e_owner, c DESC, ff_e_type;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
SELECT ff_event_t AS ff_e_id, ff_customer_t AS ff_e_owner, ff_type_t AS ff_e_type, coalesce(CASE WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END, 0) AS ff_e_amount, ff_ts_c AS ff_e_seconds, ff_currency_t AS ff_e_currency
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_currency_x, ff_currency_t,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_amount_x, ff_currency_x, ff_currency_t,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_type_t, ff_amount_x, ff_currency_x, ff_currency_t,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(("raw"::jsonb -> 'event_type.x') #>> '{}', '') COLLATE "C" AS ff_type_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  coalesce(("kept" -> 'currency.x') #>> '{}', '') COLLATE "C" AS ff_currency_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_event_t = '' AND NOT ff_event_x) OR (ff_customer_t = '' AND NOT ff_customer_x) OR ff_ts_m OR ff_event_x OR ff_customer_x OR ff_ts_c IS NULL OR ff_type_x OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_currency_x OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one'))) IS NOT TRUE
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown4_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown5_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown4_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown5_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_none2, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_none0, ff_none1, ff_none3, ff_none4, ff_none5,
  CASE WHEN (ff_event_t = '' AND NOT ff_event_x) THEN 5 WHEN (ff_customer_t = '' AND NOT ff_customer_x) THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_event_x THEN 4 WHEN ff_customer_x THEN 1004 WHEN ff_ts_c IS NULL THEN 2006 WHEN ff_type_x THEN 3004 WHEN (ff_amount_n = 'NaN' AND (ff_amount_x)) THEN 4004 WHEN ff_amount_n = 'NaN' THEN 4007 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 WHEN ff_currency_x THEN 5004 ELSE -100 END AS ff_blame
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_none2, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_none0, ff_none1, ff_none3, ff_none4, ff_none5,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_none2, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_none0, ff_none1, ff_none3, ff_none4, ff_none5,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_none2, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  btrim(ff_amount_t, ' 	') AS ff_amount_written,
  CASE WHEN (ff_shown0_t = '' AND NOT ff_shown0_x) THEN 1 ELSE 0 END AS ff_none0,
  CASE WHEN (ff_shown1_t = '' AND NOT ff_shown1_x) THEN 1 ELSE 0 END AS ff_none1,
  CASE WHEN (ff_shown3_t = '' AND NOT ff_shown3_x) THEN 1 ELSE 0 END AS ff_none3,
  CASE WHEN (ff_shown4_t = '' AND NOT ff_shown4_x) THEN 1 ELSE 0 END AS ff_none4,
  CASE WHEN (ff_shown5_t = '' AND NOT ff_shown5_x) THEN 1 ELSE 0 END AS ff_none5
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown0_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_shown0_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown1_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce("ts"::text, '') COLLATE "C" AS ff_shown2_t,
  CASE WHEN "ts" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown3_x,
  coalesce(("raw"::jsonb -> 'event_type.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown4_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_shown4_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown5_x,
  coalesce(("kept" -> 'currency.x') #>> '{}', '') COLLATE "C" AS ff_shown5_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown4_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown5_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN (ff_event_t = '' AND NOT ff_event_x) THEN 5 WHEN (ff_customer_t = '' AND NOT ff_customer_x) THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_event_x THEN 4 WHEN ff_customer_x THEN 1004 WHEN ff_ts_c IS NULL THEN 2006 WHEN ff_type_x THEN 3004 WHEN (ff_amount_n = 'NaN' AND (ff_amount_x)) THEN 4004 WHEN ff_amount_n = 'NaN' THEN 4007 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 WHEN ff_currency_x THEN 5004 WHEN NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_shown0_t,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce("ts"::text, '') COLLATE "C" AS ff_shown2_t,
  coalesce(("raw"::jsonb -> 'event_type.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_shown4_t,
  coalesce(("kept" -> 'currency.x') #>> '{}', '') COLLATE "C" AS ff_shown5_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_blame;

-- time_span
SELECT count(*), min(ff_ts_c), max(ff_ts_c)
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_currency_x,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_event_t = '' AND NOT ff_event_x) OR (ff_customer_t = '' AND NOT ff_customer_x) OR ff_ts_m OR ff_event_x OR ff_customer_x OR ff_ts_c IS NULL OR ff_type_x OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_currency_x OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one'))) IS NOT TRUE;

-- counted_rows
SELECT ff_column0, ff_column1
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_currency_x, ff_column0, ff_column1,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_column0, ff_column1,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_column0, ff_column1,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  "raw" AS ff_column0,
  "kept" AS ff_column1
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_event_t = '' AND NOT ff_event_x) OR (ff_customer_t = '' AND NOT ff_customer_x) OR ff_ts_m OR ff_event_x OR ff_customer_x OR ff_ts_c IS NULL OR ff_type_x OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_currency_x OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one'))) IS NOT TRUE LIMIT 20;

-- column_check of a sample
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown4_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown5_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN (ff_event_t = '' AND NOT ff_event_x) THEN 5 WHEN (ff_customer_t = '' AND NOT ff_customer_x) THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_event_x THEN 4 WHEN ff_customer_x THEN 1004 WHEN ff_ts_c IS NULL THEN 2006 WHEN ff_type_x THEN 3004 WHEN (ff_amount_n = 'NaN' AND (ff_amount_x)) THEN 4004 WHEN ff_amount_n = 'NaN' THEN 4007 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 WHEN ff_currency_x THEN 5004 WHEN NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_customer_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE  WHEN ff_amount_shifted = '' THEN CASE WHEN ff_amount_x THEN 'NaN'::numeric END WHEN octet_length(ff_amount_shifted) < 20 AND ff_amount_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_amount_shifted::numeric WHEN btrim(ff_amount_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_amount_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_amount_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_amount_shifted, ' 	')::numeric WHEN btrim(ff_amount_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_amount_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_amount_n
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN NOT ff_amount_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_amount_written WHEN ff_amount_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_amount_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_amount_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + -2)::text WHEN ff_amount_written ~ '[eE]' THEN ff_amount_written ELSE ff_amount_written || 'e-2' END AS ff_amount_shifted
FROM (SELECT ff_event_x, ff_event_t, ff_customer_x, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_x, ff_amount_x, ff_currency_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  btrim(ff_amount_t, ' 	') AS ff_amount_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'event_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_event_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_event_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'customer_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_customer_x,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'event_type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'amount.x')) IN ('boolean', 'array', 'object'), false) AS ff_amount_x,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_amount_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'currency.x')) IN ('boolean', 'array', 'object'), false) AS ff_currency_x,
  coalesce(("parsed" -> 'event_id.x') #>> '{}', '') COLLATE "C" AS ff_shown0_t,
  coalesce(("kept" -> 'customer_id.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce("ts"::text, '') COLLATE "C" AS ff_shown2_t,
  coalesce(("raw"::jsonb -> 'event_type.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t,
  coalesce(("parsed" -> 'amount.x') #>> '{}', '') COLLATE "C" AS ff_shown4_t,
  coalesce(("kept" -> 'currency.x') #>> '{}', '') COLLATE "C" AS ff_shown5_t
FROM (SELECT "parsed", "kept", "ts", "raw" FROM "shop"."events" LIMIT 1000) ff_rows OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_blame;
