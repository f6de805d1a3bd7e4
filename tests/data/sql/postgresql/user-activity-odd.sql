-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN (ff_id_t = '' AND NOT ff_id_x) THEN 5 WHEN (ff_user_t = '' AND NOT ff_user_x) THEN 5 WHEN ff_id_x THEN 4 WHEN ff_user_x THEN 4 WHEN ff_type_x THEN 4 WHEN (ff_price_n = 'NaN' AND (ff_price_x)) THEN 4 WHEN ff_price_n = 'NaN' THEN 7 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN NOT (ff_user_t IN ('one')) THEN 117 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_n <> ff_price_v THEN 1 ELSE 0 END AS ff_rounded
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_price_n,
  CASE WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_price_v
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x,
  btrim(ff_price_t, ' 	') AS ff_price_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_state;

-- users
SELECT 'one', count(*), count(*), count(*) FILTER (WHERE ff_e_type = 'click'), count(*) FILTER (WHERE ff_e_type = 'view'), count(*) FILTER (WHERE ff_e_type = 'purchase'), coalesce(sum(ff_e_amount) FILTER (WHERE ff_e_type = 'purchase'), 0) FROM (
SELECT ff_id_t AS ff_e_id, ff_type_t AS ff_e_type, CASE WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_e_amount
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_type_t,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_type_t, ff_price_x,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_type_t, ff_price_x,
  btrim(ff_price_t, ' 	') AS ff_price_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(("raw"::jsonb -> 'type.x') #>> '{}', '') COLLATE "C" AS ff_type_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_id_t = '' AND NOT ff_id_x) OR (ff_user_t = '' AND NOT ff_user_x) OR ff_id_x OR ff_user_x OR ff_type_x OR (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_user_t IN ('one'))) IS NOT TRUE GROUP BY ff_e_id, ff_e_type, ff_e_amount
) e HAVING count(*) > 0;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
SELECT ff_id_t AS ff_e_id, ff_type_t AS ff_e_type, CASE WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_e_amount
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_type_t,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_type_t, ff_price_x,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_type_t, ff_price_x,
  btrim(ff_price_t, ' 	') AS ff_price_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(("raw"::jsonb -> 'type.x') #>> '{}', '') COLLATE "C" AS ff_type_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_id_t = '' AND NOT ff_id_x) OR (ff_user_t = '' AND NOT ff_user_x) OR ff_id_x OR ff_user_x OR ff_type_x OR (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_user_t IN ('one'))) IS NOT TRUE GROUP BY ff_e_id, ff_e_type, ff_e_amount
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_none0, ff_none1, ff_none2, ff_none3,
  CASE WHEN (ff_id_t = '' AND NOT ff_id_x) THEN 5 WHEN (ff_user_t = '' AND NOT ff_user_x) THEN 1005 WHEN ff_id_x THEN 4 WHEN ff_user_x THEN 1004 WHEN ff_type_x THEN 2004 WHEN (ff_price_n = 'NaN' AND (ff_price_x)) THEN 3004 WHEN ff_price_n = 'NaN' THEN 3007 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 ELSE -100 END AS ff_blame
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_none0, ff_none1, ff_none2, ff_none3,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_none0, ff_none1, ff_none2, ff_none3,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  btrim(ff_price_t, ' 	') AS ff_price_written,
  CASE WHEN (ff_shown0_t = '' AND NOT ff_shown0_x) THEN 1 ELSE 0 END AS ff_none0,
  CASE WHEN (ff_shown1_t = '' AND NOT ff_shown1_x) THEN 1 ELSE 0 END AS ff_none1,
  CASE WHEN (ff_shown2_t = '' AND NOT ff_shown2_x) THEN 1 ELSE 0 END AS ff_none2,
  CASE WHEN (ff_shown3_t = '' AND NOT ff_shown3_x) THEN 1 ELSE 0 END AS ff_none3
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown0_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_shown0_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown1_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown2_x,
  coalesce(("raw"::jsonb -> 'type.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_shown3_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN (ff_id_t = '' AND NOT ff_id_x) THEN 5 WHEN (ff_user_t = '' AND NOT ff_user_x) THEN 1005 WHEN ff_id_x THEN 4 WHEN ff_user_x THEN 1004 WHEN ff_type_x THEN 2004 WHEN (ff_price_n = 'NaN' AND (ff_price_x)) THEN 3004 WHEN ff_price_n = 'NaN' THEN 3007 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 WHEN NOT (ff_user_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  btrim(ff_price_t, ' 	') AS ff_price_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_shown0_t,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(("raw"::jsonb -> 'type.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_blame;

-- counted_rows
SELECT ff_column0, ff_column1
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_column0, ff_column1,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_column0, ff_column1,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_column0, ff_column1,
  btrim(ff_price_t, ' 	') AS ff_price_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t,
  "raw" AS ff_column0,
  "kept" AS ff_column1
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ((ff_id_t = '' AND NOT ff_id_x) OR (ff_user_t = '' AND NOT ff_user_x) OR ff_id_x OR ff_user_x OR ff_type_x OR (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_user_t IN ('one'))) IS NOT TRUE LIMIT 20;

-- column_check of a sample
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN (ff_id_t = '' AND NOT ff_id_x) THEN 5 WHEN (ff_user_t = '' AND NOT ff_user_x) THEN 1005 WHEN ff_id_x THEN 4 WHEN ff_user_x THEN 1004 WHEN ff_type_x THEN 2004 WHEN (ff_price_n = 'NaN' AND (ff_price_x)) THEN 3004 WHEN ff_price_n = 'NaN' THEN 3007 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 WHEN NOT (ff_user_t IN ('one')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE  WHEN ff_price_shifted = '' THEN CASE WHEN ff_price_x THEN 'NaN'::numeric END WHEN octet_length(ff_price_shifted) < 20 AND ff_price_shifted ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_shifted::numeric WHEN btrim(ff_price_shifted, ' 	') = '' THEN NULL WHEN btrim(ff_price_shifted, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_shifted, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_shifted, ' 	')::numeric WHEN btrim(ff_price_shifted, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_shifted, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN NOT ff_price_written ~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN ff_price_written WHEN ff_price_written ~ '[eE][+-]?0*[0-9]{1,6}$' THEN regexp_replace(ff_price_written, '[eE].*$', '') || 'e' || (regexp_replace(ff_price_written, '^.*[eE]([+-]?)0*([0-9])', '\1\2')::int + 6)::text WHEN ff_price_written ~ '[eE]' THEN ff_price_written ELSE ff_price_written || 'e6' END AS ff_price_shifted
FROM (SELECT ff_id_x, ff_id_t, ff_user_x, ff_user_t, ff_type_x, ff_price_x, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  btrim(ff_price_t, ' 	') AS ff_price_written
FROM (SELECT coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'id.x')) IN ('boolean', 'array', 'object'), false) AS ff_id_x,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_id_t,
  coalesce(json_typeof("kept") NOT IN ('object', 'null'), false) OR coalesce(json_typeof(("kept" -> 'user_id.x')) IN ('boolean', 'array', 'object'), false) AS ff_user_x,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_user_t,
  coalesce(jsonb_typeof("raw"::jsonb) NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("raw"::jsonb -> 'type.x')) IN ('boolean', 'array', 'object'), false) AS ff_type_x,
  coalesce(jsonb_typeof("parsed") NOT IN ('object', 'null'), false) OR coalesce(jsonb_typeof(("parsed" -> 'price.x')) IN ('boolean', 'array', 'object'), false) AS ff_price_x,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_price_t,
  coalesce(("parsed" -> 'id.x') #>> '{}', '') COLLATE "C" AS ff_shown0_t,
  coalesce(("kept" -> 'user_id.x') #>> '{}', '') COLLATE "C" AS ff_shown1_t,
  coalesce(("raw"::jsonb -> 'type.x') #>> '{}', '') COLLATE "C" AS ff_shown2_t,
  coalesce(("parsed" -> 'price.x') #>> '{}', '') COLLATE "C" AS ff_shown3_t
FROM (SELECT "parsed", "kept", "raw" FROM "shop"."events" LIMIT 1000) ff_rows OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_blame;
