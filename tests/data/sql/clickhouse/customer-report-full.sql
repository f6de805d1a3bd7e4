-- counts
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- customer_days
SELECT ff_e_owner, intDiv(ff_e_seconds, 86400) AS d, ff_e_currency, sum(ff_e_rows), count(*), countIf(ff_e_type = 'checkout' AND (ff_e_amount > 0 OR ff_e_decimals > 0)), max(ff_e_seconds), sum(toDecimal128(toInt64(ff_e_amount), 0)), sum(toDecimal128(toInt64(ff_e_decimals), 0)), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'checkout' AND (ff_e_amount > 0 OR ff_e_decimals > 0) THEN ff_e_amount ELSE 0 END), 0)), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'checkout' AND (ff_e_amount > 0 OR ff_e_decimals > 0) THEN ff_e_decimals ELSE 0 END), 0)) FROM (
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_event_t AS ff_e_id,
  ff_customer_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  ff_amount_p[1] AS ff_e_amount,
  ff_amount_p[2] AS ff_e_decimals,
  ff_ts_c AS ff_e_seconds,
  ff_currency_t AS ff_e_currency
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_seconds, ff_e_currency, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_seconds, ff_e_currency
) e GROUP BY ff_e_owner, d, ff_e_currency ORDER BY ff_e_owner, d, ff_e_currency;

-- top_types
SELECT ff_e_owner, ff_e_type FROM (SELECT ff_e_owner, ff_e_type, count(*) AS c FROM (
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_event_t AS ff_e_id,
  ff_customer_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  ff_amount_p[1] AS ff_e_amount,
  ff_amount_p[2] AS ff_e_decimals,
  ff_ts_c AS ff_e_seconds,
  ff_currency_t AS ff_e_currency
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_seconds, ff_e_currency, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_seconds, ff_e_currency
) e GROUP BY ff_e_owner, ff_e_type) g ORDER BY ff_e_owner, c DESC, ff_e_type LIMIT 1 BY ff_e_owner;

-- conflicts
SELECT sum(c) FROM (SELECT ff_e_id, count(*) AS c FROM (
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_event_t AS ff_e_id,
  ff_customer_t AS ff_e_owner,
  ff_meant AS ff_e_type,
  ff_amount_p[1] AS ff_e_amount,
  ff_amount_p[2] AS ff_e_decimals,
  ff_ts_c AS ff_e_seconds,
  ff_currency_t AS ff_e_currency
SELECT ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_seconds, ff_e_currency, count(*) AS ff_e_rows FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_e_id, ff_e_owner, ff_e_type, ff_e_amount, ff_e_decimals, ff_e_seconds, ff_e_currency
) e GROUP BY ff_e_id HAVING count(*) > 1) g;

-- rejected_rows
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  ifNull(toString("event_id"), '') AS ff_shown0_t,
  CASE WHEN "event_id" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  ifNull(toString("customer_id"), '') AS ff_shown1_t,
  CASE WHEN "customer_id" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  ifNull(toString("ts"), '') AS ff_shown2_t,
  CASE WHEN "ts" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  ifNull(toString("event_type"), '') AS ff_shown3_t,
  CASE WHEN "event_type" IS NULL THEN 1 ELSE 0 END AS ff_none3,
  ifNull(toString("amount"), '') AS ff_shown4_t,
  CASE WHEN "amount" IS NULL THEN 1 ELSE 0 END AS ff_none4,
  ifNull(toString("currency"), '') AS ff_shown5_t,
  CASE WHEN "currency" IS NULL THEN 1 ELSE 0 END AS ff_none5,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_amount_p[3] = 1 THEN 4007 WHEN ff_amount_p[3] = 2 THEN 4009 ELSE -100 END AS ff_blame,
  cityHash64(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END) % 16 AS ff_of_value,
  cityHash64(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown3_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown4_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown5_t, 1, 160), '\'', '\'\''), '\'') END, '')) % 16 AS ff_of_row
SELECT ff_blame, ff_of_value, ff_of_row, count(*), min(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown3_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown4_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown5_t, 1, 160), '\'', '\'\''), '\'') END, '')) FROM "shop"."events"
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  ifNull(toString("event_id"), '') AS ff_shown0_t,
  ifNull(toString("customer_id"), '') AS ff_shown1_t,
  ifNull(toString("ts"), '') AS ff_shown2_t,
  ifNull(toString("event_type"), '') AS ff_shown3_t,
  ifNull(toString("amount"), '') AS ff_shown4_t,
  ifNull(toString("currency"), '') AS ff_shown5_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 1005 WHEN ff_ts_m THEN 2005 WHEN ff_amount_p[3] = 1 THEN 4007 WHEN ff_amount_p[3] = 2 THEN 4009 WHEN NOT (ff_ts_c > 0 AND ff_ts_c <= 1767225600 AND ff_meant IN ('checkout', 'it\'s') AND ff_ts_c >= 1736208000 AND ff_ts_c < 1738368000 AND ff_customer_t IN ('one', 'it\'s \\ another')) THEN -101 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown4_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown5_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;

-- time_span
WITH ifNull(toString("event_id"), '') AS ff_event_t,
  ifNull(toString("customer_id"), '') AS ff_customer_t,
  ifNull(toInt64(toUInt32("ts")), 0) AS ff_ts_c,
  isNull("ts") AS ff_ts_m,
  ifNull(toString("event_type"), '') AS ff_type_t,
  ifNull(toString("amount"), '') AS ff_amount_t,
  ifNull(toString("currency"), '') AS ff_currency_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_amount_t])[1] AS ff_amount_p,
  CASE WHEN ff_type_t IN ('it\'s') THEN 'purchase' WHEN ff_type_t IN ('order') THEN 'checkout' ELSE ff_type_t END AS ff_meant,
  CASE WHEN ff_event_t = '' THEN 5 WHEN ff_customer_t = '' THEN 5 WHEN ff_ts_m THEN 5 WHEN ff_amount_p[3] = 1 THEN 7 WHEN ff_amount_p[3] = 2 THEN 9 WHEN NOT (ff_ts_c > 0) THEN 103 WHEN NOT (ff_ts_c <= 1767225600) THEN 104 WHEN NOT (ff_meant IN ('checkout', 'it\'s')) THEN 105 WHEN NOT (ff_ts_c >= 1736208000) THEN 110 WHEN NOT (ff_ts_c < 1738368000) THEN 111 WHEN NOT (ff_customer_t IN ('one', 'it\'s \\ another')) THEN 115 ELSE 100 END AS ff_state,
  CASE WHEN ff_amount_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT count(*), min(ff_ts_c), max(ff_ts_c) FROM "shop"."events"
WHERE ff_state = 100;
