-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_n = 'NaN' THEN 7 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_n <> ff_price_v THEN 1 ELSE 0 END AS ff_rounded
FROM (SELECT ff_id_t, ff_user_t, ff_price_n,
  CASE WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_price_v
FROM (SELECT ff_id_t, ff_user_t,
  CASE  WHEN ff_price_t = '' THEN NULL WHEN octet_length(ff_price_t) < 20 AND ff_price_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_t::numeric WHEN btrim(ff_price_t, ' 	') = '' THEN NULL WHEN btrim(ff_price_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_t, ' 	')::numeric WHEN btrim(ff_price_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT coalesce("id"::text, '') COLLATE "C" AS ff_id_t,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_user_t,
  coalesce("price"::text, '') COLLATE "C" AS ff_price_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 GROUP BY ff_state;

-- users
SELECT ff_e_owner, sum(ff_e_rows), count(*), count(*) FILTER (WHERE ff_e_type = 'click'), count(*) FILTER (WHERE ff_e_type = 'view'), count(*) FILTER (WHERE ff_e_type = 'purchase'), coalesce(sum(ff_e_amount) FILTER (WHERE ff_e_type = 'purchase'), 0) FROM (
SELECT ff_id_t AS ff_e_id, ff_user_t AS ff_e_owner, ff_type_t AS ff_e_type, CASE WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_e_amount, count(*) AS ff_e_rows
FROM (SELECT ff_id_t, ff_user_t, ff_type_t,
  CASE  WHEN ff_price_t = '' THEN NULL WHEN octet_length(ff_price_t) < 20 AND ff_price_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_t::numeric WHEN btrim(ff_price_t, ' 	') = '' THEN NULL WHEN btrim(ff_price_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_t, ' 	')::numeric WHEN btrim(ff_price_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT coalesce("id"::text, '') COLLATE "C" AS ff_id_t,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_user_t,
  coalesce("type"::text, '') COLLATE "C" AS ff_type_t,
  coalesce("price"::text, '') COLLATE "C" AS ff_price_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_id_t = '' OR ff_user_t = '' OR (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) IS NOT TRUE GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount
) e GROUP BY ff_e_owner ORDER BY ff_e_owner;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
SELECT ff_id_t AS ff_e_id, ff_user_t AS ff_e_owner, ff_type_t AS ff_e_type, CASE WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_e_amount, count(*) AS ff_e_rows
FROM (SELECT ff_id_t, ff_user_t, ff_type_t,
  CASE  WHEN ff_price_t = '' THEN NULL WHEN octet_length(ff_price_t) < 20 AND ff_price_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_t::numeric WHEN btrim(ff_price_t, ' 	') = '' THEN NULL WHEN btrim(ff_price_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_t, ' 	')::numeric WHEN btrim(ff_price_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT coalesce("id"::text, '') COLLATE "C" AS ff_id_t,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_user_t,
  coalesce("type"::text, '') COLLATE "C" AS ff_type_t,
  coalesce("price"::text, '') COLLATE "C" AS ff_price_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_id_t = '' OR ff_user_t = '' OR (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000)) IS NOT TRUE GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_shown3_t, ff_none3,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 1005 WHEN ff_price_n = 'NaN' THEN 3007 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 ELSE -100 END AS ff_blame
FROM (SELECT ff_id_t, ff_user_t, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_shown3_t, ff_none3,
  CASE  WHEN ff_price_t = '' THEN NULL WHEN octet_length(ff_price_t) < 20 AND ff_price_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_t::numeric WHEN btrim(ff_price_t, ' 	') = '' THEN NULL WHEN btrim(ff_price_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_t, ' 	')::numeric WHEN btrim(ff_price_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT coalesce("id"::text, '') COLLATE "C" AS ff_id_t,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_user_t,
  coalesce("price"::text, '') COLLATE "C" AS ff_price_t,
  coalesce("id"::text, '') COLLATE "C" AS ff_shown0_t,
  CASE WHEN "id" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_shown1_t,
  CASE WHEN "user_id" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  coalesce("type"::text, '') COLLATE "C" AS ff_shown2_t,
  CASE WHEN "type" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  coalesce("price"::text, '') COLLATE "C" AS ff_shown3_t,
  CASE WHEN "price" IS NULL THEN 1 ELSE 0 END AS ff_none3
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 1005 WHEN ff_price_n = 'NaN' THEN 3007 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 ELSE -100 END AS ff_blame
FROM (SELECT ff_id_t, ff_user_t, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t,
  CASE  WHEN ff_price_t = '' THEN NULL WHEN octet_length(ff_price_t) < 20 AND ff_price_t ~ '^-?[0-9]+[.]?[0-9]*$' THEN ff_price_t::numeric WHEN btrim(ff_price_t, ' 	') = '' THEN NULL WHEN btrim(ff_price_t, ' 	') !~ '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$' THEN 'NaN' WHEN btrim(ff_price_t, ' 	') !~ '[eE][+-]?0*[1-9][0-9]{4}' THEN btrim(ff_price_t, ' 	')::numeric WHEN btrim(ff_price_t, ' 	') ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN btrim(ff_price_t, ' 	') ~ '[eE]-' THEN 0.000000000000000000000000000001 ELSE 2e18 END AS ff_price_n
FROM (SELECT coalesce("id"::text, '') COLLATE "C" AS ff_id_t,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_user_t,
  coalesce("price"::text, '') COLLATE "C" AS ff_price_t,
  coalesce("id"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce("user_id"::text, '') COLLATE "C" AS ff_shown1_t,
  coalesce("type"::text, '') COLLATE "C" AS ff_shown2_t,
  coalesce("price"::text, '') COLLATE "C" AS ff_shown3_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 GROUP BY ff_blame;
