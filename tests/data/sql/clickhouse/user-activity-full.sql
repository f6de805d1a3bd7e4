-- counts
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  "price"::numeric AS ff_price_n,
  CASE WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_price_v,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ((ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_price_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_n <> ff_price_v THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- users
SELECT ff_e_owner, sum(ff_e_rows), count(*), countIf(ff_e_type = 'click'), countIf(ff_e_type = 'view'), countIf(ff_e_type = 'purchase'), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'purchase' THEN ff_e_amount ELSE 0 END), 0)) FROM (
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  "price"::numeric AS ff_price_n,
  CASE WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_price_v,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ((ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_price_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_n <> ff_price_v THEN 1 ELSE 0 END AS ff_rounded,
  ff_id_t AS ff_e_id,
  ff_user_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  CASE WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_e_amount,
  CASE WHEN ff_price_n IS NULL THEN 0 ELSE 1 END AS ff_e_priced
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_priced, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_priced
) e GROUP BY ff_e_owner ORDER BY ff_e_owner;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  "price"::numeric AS ff_price_n,
  CASE WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_price_v,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ((ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_price_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_n <> ff_price_v THEN 1 ELSE 0 END AS ff_rounded,
  ff_id_t AS ff_e_id,
  ff_user_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  CASE WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_e_amount,
  CASE WHEN ff_price_n IS NULL THEN 0 ELSE 1 END AS ff_e_priced
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_priced, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_priced
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- column_check
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  "price"::numeric AS ff_price_n,
  ifNull(toString("id"), '') AS ff_shown0_t,
  ifNull(toString("user_id"), '') AS ff_shown1_t,
  ifNull(toString("type"), '') AS ff_shown2_t,
  ifNull(toString("price"), '') AS ff_shown3_t,
  CASE WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_price_n) <= 18 THEN ff_price_n ELSE trunc(ff_price_n, 18) + CASE WHEN abs(ff_price_n - trunc(ff_price_n, 18)) > 0.0000000000000000005 OR (abs(ff_price_n - trunc(ff_price_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_price_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_price_n) * 0.000000000000000001 ELSE 0 END END AS ff_price_v,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ((ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_price_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_n <> ff_price_v THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 1005 WHEN ((ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_price_n::text ~ '[A-Za-z]') THEN 3007 WHEN (ff_price_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 3009 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN -101 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;
