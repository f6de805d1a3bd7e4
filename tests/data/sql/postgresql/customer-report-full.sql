-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_ts_c IS NULL THEN 6 WHEN ((ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_amount_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it''s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it''s \ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_n <> ff_amount_v THEN 1 ELSE 0 END AS ff_rounded
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_amount_n, ff_amount_v,
  CASE WHEN ff_type_t IN ('it''s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_type_t, ff_amount_n,
  CASE WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END AS ff_amount_v
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_type_t,
  "amount"::numeric AS ff_amount_n
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 GROUP BY ff_state;

-- customer_days
SELECT ff_e_owner, ff_e_seconds / 86400 AS d, ff_e_currency, sum(ff_e_rows), count(*), count(*) FILTER (WHERE ff_e_type = 'checkout' AND (ff_e_amount > 0)), max(ff_e_seconds), coalesce(sum(ff_e_amount), 0), coalesce(sum(ff_e_amount) FILTER (WHERE ff_e_type = 'checkout' AND (ff_e_amount > 0)), 0) FROM (
SELECT ff_event_t AS ff_e_id, ff_customer_t AS ff_e_owner, ff_meant AS ff_e_type, coalesce(CASE WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END, 0) AS ff_e_amount, ff_ts_c AS ff_e_seconds, ff_currency_t AS ff_e_currency, count(*) AS ff_e_rows
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_amount_n, ff_currency_t,
  CASE WHEN ff_type_t IN ('it''s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_type_t,
  "amount"::numeric AS ff_amount_n,
  coalesce("currency"::text, '') COLLATE "C" AS ff_currency_t
FROM "shop"."events"
WHERE "customer_id" IN ('one', 'it''s \ another') OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_event_t = '' OR ff_customer_t = '' OR ff_ts_m OR ff_ts_c IS NULL OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_meant IN ('checkout', 'it''s') AND ff_ts_c >= 1736208000 AND ff_ts_c < 1738368000 AND ff_customer_t IN ('one', 'it''s \ another'))) IS NOT TRUE GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_seconds, ff_e_currency
) e GROUP BY ff_e_owner, d, ff_e_currency ORDER BY ff_e_owner, d, ff_e_currency;

-- top_types
SELECT DISTINCT ON (ff_e_owner) ff_e_owner, ff_e_type FROM (SELECT ff_e_owner, ff_e_type, count(*) AS c FROM (
SELECT ff_event_t AS ff_e_id, ff_customer_t AS ff_e_owner, ff_meant AS ff_e_type, coalesce(CASE WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END, 0) AS ff_e_amount, ff_ts_c AS ff_e_seconds, ff_currency_t AS ff_e_currency, count(*) AS ff_e_rows
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_amount_n, ff_currency_t,
  CASE WHEN ff_type_t IN ('it''s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_type_t,
  "amount"::numeric AS ff_amount_n,
  coalesce("currency"::text, '') COLLATE "C" AS ff_currency_t
FROM "shop"."events"
WHERE "customer_id" IN ('one', 'it''s \ another') OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_event_t = '' OR ff_customer_t = '' OR ff_ts_m OR ff_ts_c IS NULL OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_meant IN ('checkout', 'it''s') AND ff_ts_c >= 1736208000 AND ff_ts_c < 1738368000 AND ff_customer_t IN ('one', 'it''s \ another'))) IS NOT TRUE GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_seconds, ff_e_currency
) e GROUP BY ff_e_owner, ff_e_type) g ORDER BY ff_e_owner, c DESC, ff_e_type;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
SELECT ff_event_t AS ff_e_id, ff_customer_t AS ff_e_owner, ff_meant AS ff_e_type, coalesce(CASE WHEN scale(ff_amount_n) <= 18 THEN ff_amount_n ELSE trunc(ff_amount_n, 18) + CASE WHEN abs(ff_amount_n - trunc(ff_amount_n, 18)) > 0.0000000000000000005 OR (abs(ff_amount_n - trunc(ff_amount_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_amount_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_amount_n) * 0.000000000000000001 ELSE 0 END END, 0) AS ff_e_amount, ff_ts_c AS ff_e_seconds, ff_currency_t AS ff_e_currency, count(*) AS ff_e_rows
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_amount_n, ff_currency_t,
  CASE WHEN ff_type_t IN ('it''s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_type_t,
  "amount"::numeric AS ff_amount_n,
  coalesce("currency"::text, '') COLLATE "C" AS ff_currency_t
FROM "shop"."events"
WHERE "customer_id" IN ('one', 'it''s \ another') OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_event_t = '' OR ff_customer_t = '' OR ff_ts_m OR ff_ts_c IS NULL OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_meant IN ('checkout', 'it''s') AND ff_ts_c >= 1736208000 AND ff_ts_c < 1738368000 AND ff_customer_t IN ('one', 'it''s \ another'))) IS NOT TRUE GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_seconds, ff_e_currency
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown4_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown5_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown4_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown5_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_shown3_t, ff_none3, ff_shown4_t, ff_none4, ff_shown5_t, ff_none5,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_ts_c IS NULL THEN 2006 WHEN ((ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_amount_n::text ~ '[A-Za-z]') THEN 4007 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 ELSE -100 END AS ff_blame
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  "amount"::numeric AS ff_amount_n,
  coalesce("event_id"::text, '') COLLATE "C" AS ff_shown0_t,
  CASE WHEN "event_id" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_shown1_t,
  CASE WHEN "customer_id" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  coalesce("ts"::text, '') COLLATE "C" AS ff_shown2_t,
  CASE WHEN "ts" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_shown3_t,
  CASE WHEN "event_type" IS NULL THEN 1 ELSE 0 END AS ff_none3,
  coalesce("amount"::text, '') COLLATE "C" AS ff_shown4_t,
  CASE WHEN "amount" IS NULL THEN 1 ELSE 0 END AS ff_none4,
  coalesce("currency"::text, '') COLLATE "C" AS ff_shown5_t,
  CASE WHEN "currency" IS NULL THEN 1 ELSE 0 END AS ff_none5
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown4_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown5_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_ts_c IS NULL THEN 2006 WHEN ((ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_amount_n::text ~ '[A-Za-z]') THEN 4007 WHEN (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 WHEN NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_meant IN ('checkout', 'it''s') AND ff_ts_c >= 1736208000 AND ff_ts_c < 1738368000 AND ff_customer_t IN ('one', 'it''s \ another')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_amount_n, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN ff_type_t IN ('it''s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_type_t,
  "amount"::numeric AS ff_amount_n,
  coalesce("event_id"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_shown1_t,
  coalesce("ts"::text, '') COLLATE "C" AS ff_shown2_t,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_shown3_t,
  coalesce("amount"::text, '') COLLATE "C" AS ff_shown4_t,
  coalesce("currency"::text, '') COLLATE "C" AS ff_shown5_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 GROUP BY ff_blame;

-- time_span
SELECT count(*), min(ff_ts_c), max(ff_ts_c)
FROM (SELECT ff_event_t, ff_customer_t, ff_ts_c, ff_ts_m, ff_amount_n,
  CASE WHEN ff_type_t IN ('it''s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant
FROM (SELECT coalesce("event_id"::text, '') COLLATE "C" AS ff_event_t,
  coalesce("customer_id"::text, '') COLLATE "C" AS ff_customer_t,
  CASE WHEN isfinite("ts") THEN floor(extract(epoch FROM "ts"))::bigint END AS ff_ts_c,
  "ts" IS NULL AS ff_ts_m,
  coalesce("event_type"::text, '') COLLATE "C" AS ff_type_t,
  "amount"::numeric AS ff_amount_n
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1
WHERE (ff_event_t = '' OR ff_customer_t = '' OR ff_ts_m OR ff_ts_c IS NULL OR (ff_amount_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_meant IN ('checkout', 'it''s') AND ff_ts_c >= 1736208000 AND ff_ts_c < 1738368000 AND ff_customer_t IN ('one', 'it''s \ another'))) IS NOT TRUE;
