-- counts
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_price_t])[1] AS ff_price_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 117 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- users
SELECT ff_e_owner, sum(ff_e_rows), count(*), countIf(ff_e_type = 'click'), countIf(ff_e_type = 'view'), countIf(ff_e_type = 'purchase'), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'purchase' THEN ff_e_amount ELSE 0 END), 0)), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'purchase' THEN ff_e_decimals ELSE 0 END), 0)) FROM (
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_price_t])[1] AS ff_price_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 117 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_id_t AS ff_e_id,
  ff_user_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  ff_price_p[1] AS ff_e_amount,
  ff_price_p[2] AS ff_e_decimals,
  CASE WHEN ff_price_p[5] = 1 THEN 0 ELSE 1 END AS ff_e_priced
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_priced, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_priced
) e GROUP BY ff_e_owner ORDER BY ff_e_owner;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_price_t])[1] AS ff_price_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 117 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_id_t AS ff_e_id,
  ff_user_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  ff_price_p[1] AS ff_e_amount,
  ff_price_p[2] AS ff_e_decimals,
  CASE WHEN ff_price_p[5] = 1 THEN 0 ELSE 1 END AS ff_e_priced
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_priced, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_priced
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- rejected_rows
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  ifNull(toString("id"), '') AS ff_shown0_t,
  CASE WHEN "id" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  ifNull(toString("user_id"), '') AS ff_shown1_t,
  CASE WHEN "user_id" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  ifNull(toString("type"), '') AS ff_shown2_t,
  CASE WHEN "type" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  ifNull(toString("price"), '') AS ff_shown3_t,
  CASE WHEN "price" IS NULL THEN 1 ELSE 0 END AS ff_none3,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_price_t])[1] AS ff_price_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 117 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 1005 WHEN ff_price_p[3] = 1 THEN 3007 WHEN ff_price_p[3] = 2 THEN 3009 ELSE -100 END AS ff_blame,
  cityHash64(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END) % 16 AS ff_of_value,
  cityHash64(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown3_t, 1, 160), '\'', '\'\''), '\'') END, '')) % 16 AS ff_of_row
SELECT ff_blame, ff_of_value, ff_of_row, count(*), min(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown3_t, 1, 160), '\'', '\'\''), '\'') END, '')) FROM "shop"."events"
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  ifNull(toString("id"), '') AS ff_shown0_t,
  ifNull(toString("user_id"), '') AS ff_shown1_t,
  ifNull(toString("type"), '') AS ff_shown2_t,
  ifNull(toString("price"), '') AS ff_shown3_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_price_t])[1] AS ff_price_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN 117 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 1005 WHEN ff_price_p[3] = 1 THEN 3007 WHEN ff_price_p[3] = 2 THEN 3009 WHEN NOT (ff_user_t IN ('one', 'it\'s \\ another')) THEN -101 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;
