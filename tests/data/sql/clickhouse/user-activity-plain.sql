-- counts
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  arrayMap((ff_s) -> if(match(ff_s, '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$'), arrayMap((ff_a, ff_b, ff_e) -> arrayMap((ff_x, ff_p, ff_n) -> arrayMap((ff_y) -> arrayMap((ff_w, ff_f, ff_r) -> arrayMap((ff_g) -> arrayMap((ff_h, ff_i) -> [if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' AND (ff_p > 19 OR ff_w > 1000000000000000000 OR (ff_w = 1000000000000000000 AND (ff_f > 0 OR ff_r != ''))), 2, 0)), toInt64(ff_r != ''), toInt64(0)], [toInt64(ff_w) + (ff_g = 1000000000000000000)], [if(ff_g = 1000000000000000000, 0, ff_g)])[1], [ff_f + (ff_r > '5' OR (ff_r = '5' AND ff_f % 2 = 1))])[1], [toUInt64OrZero(substring(concat(ff_x, '00000000000000000000'), 1, least(greatest(ff_p, 0), 19)))], [toInt64OrZero(substring(concat(ff_y, '00000000000000000000'), 1, 18))], [replaceRegexpAll(substring(ff_y, 19), '0+$', '')])[1], [if(ff_p >= 0, substring(ff_x, greatest(ff_p, 0) + 1), concat(substring('00000000000000000000', 1, least(greatest(-ff_p, 0), 20)), ff_x))])[1], [if(ff_a = '', substring(ff_b, length(extract(ff_b, '^0*')) + 1), concat(ff_a, ff_b))], [if(ff_a = '', -toInt64(length(extract(ff_b, '^0*'))), toInt64(length(ff_a))) + if(length(replaceRegexpAll(ff_e, '^[+-]?0*', '')) > 5, if(substring(ff_e, 1, 1) = '-', -99999, 99999), toInt64OrZero(replaceRegexpAll(ff_e, '^[+]', '')))], [substring(ff_s, 1, 1) = '-'])[1], [extract(ff_s, '^[+-]?0*([0-9]*)')], [extract(ff_s, '[.]([0-9]*)')], [extract(ff_s, '[eE]([+-]?[0-9]+)$')])[1], [toInt64(0), toInt64(0), toInt64(ff_s != ''), toInt64(0), toInt64(ff_s = '')]), [replaceRegexpAll(ff_price_t, '^[ 	]+|[ 	]+$', '')])[1] AS ff_price_p,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- users
SELECT ff_e_owner, sum(ff_e_rows), count(*), countIf(ff_e_type = 'click'), countIf(ff_e_type = 'view'), countIf(ff_e_type = 'purchase'), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'purchase' THEN ff_e_amount ELSE 0 END), 0)), sum(toDecimal128(toInt64(CASE WHEN ff_e_type = 'purchase' THEN ff_e_decimals ELSE 0 END), 0)) FROM (
WITH ifNull(toString("id"), '') AS ff_id_t,
  ifNull(toString("user_id"), '') AS ff_user_t,
  ifNull(toString("type"), '') AS ff_type_t,
  ifNull(toString("price"), '') AS ff_price_t,
  arrayMap((ff_s) -> if(match(ff_s, '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$'), arrayMap((ff_a, ff_b, ff_e) -> arrayMap((ff_x, ff_p, ff_n) -> arrayMap((ff_y) -> arrayMap((ff_w, ff_f, ff_r) -> arrayMap((ff_g) -> arrayMap((ff_h, ff_i) -> [if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' AND (ff_p > 19 OR ff_w > 1000000000000000000 OR (ff_w = 1000000000000000000 AND (ff_f > 0 OR ff_r != ''))), 2, 0)), toInt64(ff_r != ''), toInt64(0)], [toInt64(ff_w) + (ff_g = 1000000000000000000)], [if(ff_g = 1000000000000000000, 0, ff_g)])[1], [ff_f + (ff_r > '5' OR (ff_r = '5' AND ff_f % 2 = 1))])[1], [toUInt64OrZero(substring(concat(ff_x, '00000000000000000000'), 1, least(greatest(ff_p, 0), 19)))], [toInt64OrZero(substring(concat(ff_y, '00000000000000000000'), 1, 18))], [replaceRegexpAll(substring(ff_y, 19), '0+$', '')])[1], [if(ff_p >= 0, substring(ff_x, greatest(ff_p, 0) + 1), concat(substring('00000000000000000000', 1, least(greatest(-ff_p, 0), 20)), ff_x))])[1], [if(ff_a = '', substring(ff_b, length(extract(ff_b, '^0*')) + 1), concat(ff_a, ff_b))], [if(ff_a = '', -toInt64(length(extract(ff_b, '^0*'))), toInt64(length(ff_a))) + if(length(replaceRegexpAll(ff_e, '^[+-]?0*', '')) > 5, if(substring(ff_e, 1, 1) = '-', -99999, 99999), toInt64OrZero(replaceRegexpAll(ff_e, '^[+]', '')))], [substring(ff_s, 1, 1) = '-'])[1], [extract(ff_s, '^[+-]?0*([0-9]*)')], [extract(ff_s, '[.]([0-9]*)')], [extract(ff_s, '[eE]([+-]?[0-9]+)$')])[1], [toInt64(0), toInt64(0), toInt64(ff_s != ''), toInt64(0), toInt64(ff_s = '')]), [replaceRegexpAll(ff_price_t, '^[ 	]+|[ 	]+$', '')])[1] AS ff_price_p,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_id_t AS ff_e_id,
  ff_user_t AS ff_e_owner,
  ff_type_t AS ff_e_type,
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
  arrayMap((ff_s) -> if(match(ff_s, '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$'), arrayMap((ff_a, ff_b, ff_e) -> arrayMap((ff_x, ff_p, ff_n) -> arrayMap((ff_y) -> arrayMap((ff_w, ff_f, ff_r) -> arrayMap((ff_g) -> arrayMap((ff_h, ff_i) -> [if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' AND (ff_p > 19 OR ff_w > 1000000000000000000 OR (ff_w = 1000000000000000000 AND (ff_f > 0 OR ff_r != ''))), 2, 0)), toInt64(ff_r != ''), toInt64(0)], [toInt64(ff_w) + (ff_g = 1000000000000000000)], [if(ff_g = 1000000000000000000, 0, ff_g)])[1], [ff_f + (ff_r > '5' OR (ff_r = '5' AND ff_f % 2 = 1))])[1], [toUInt64OrZero(substring(concat(ff_x, '00000000000000000000'), 1, least(greatest(ff_p, 0), 19)))], [toInt64OrZero(substring(concat(ff_y, '00000000000000000000'), 1, 18))], [replaceRegexpAll(substring(ff_y, 19), '0+$', '')])[1], [if(ff_p >= 0, substring(ff_x, greatest(ff_p, 0) + 1), concat(substring('00000000000000000000', 1, least(greatest(-ff_p, 0), 20)), ff_x))])[1], [if(ff_a = '', substring(ff_b, length(extract(ff_b, '^0*')) + 1), concat(ff_a, ff_b))], [if(ff_a = '', -toInt64(length(extract(ff_b, '^0*'))), toInt64(length(ff_a))) + if(length(replaceRegexpAll(ff_e, '^[+-]?0*', '')) > 5, if(substring(ff_e, 1, 1) = '-', -99999, 99999), toInt64OrZero(replaceRegexpAll(ff_e, '^[+]', '')))], [substring(ff_s, 1, 1) = '-'])[1], [extract(ff_s, '^[+-]?0*([0-9]*)')], [extract(ff_s, '[.]([0-9]*)')], [extract(ff_s, '[eE]([+-]?[0-9]+)$')])[1], [toInt64(0), toInt64(0), toInt64(ff_s != ''), toInt64(0), toInt64(ff_s = '')]), [replaceRegexpAll(ff_price_t, '^[ 	]+|[ 	]+$', '')])[1] AS ff_price_p,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_id_t AS ff_e_id,
  ff_user_t AS ff_e_owner,
  ff_type_t AS ff_e_type,
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
  arrayMap((ff_s) -> if(match(ff_s, '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$'), arrayMap((ff_a, ff_b, ff_e) -> arrayMap((ff_x, ff_p, ff_n) -> arrayMap((ff_y) -> arrayMap((ff_w, ff_f, ff_r) -> arrayMap((ff_g) -> arrayMap((ff_h, ff_i) -> [if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' AND (ff_p > 19 OR ff_w > 1000000000000000000 OR (ff_w = 1000000000000000000 AND (ff_f > 0 OR ff_r != ''))), 2, 0)), toInt64(ff_r != ''), toInt64(0)], [toInt64(ff_w) + (ff_g = 1000000000000000000)], [if(ff_g = 1000000000000000000, 0, ff_g)])[1], [ff_f + (ff_r > '5' OR (ff_r = '5' AND ff_f % 2 = 1))])[1], [toUInt64OrZero(substring(concat(ff_x, '00000000000000000000'), 1, least(greatest(ff_p, 0), 19)))], [toInt64OrZero(substring(concat(ff_y, '00000000000000000000'), 1, 18))], [replaceRegexpAll(substring(ff_y, 19), '0+$', '')])[1], [if(ff_p >= 0, substring(ff_x, greatest(ff_p, 0) + 1), concat(substring('00000000000000000000', 1, least(greatest(-ff_p, 0), 20)), ff_x))])[1], [if(ff_a = '', substring(ff_b, length(extract(ff_b, '^0*')) + 1), concat(ff_a, ff_b))], [if(ff_a = '', -toInt64(length(extract(ff_b, '^0*'))), toInt64(length(ff_a))) + if(length(replaceRegexpAll(ff_e, '^[+-]?0*', '')) > 5, if(substring(ff_e, 1, 1) = '-', -99999, 99999), toInt64OrZero(replaceRegexpAll(ff_e, '^[+]', '')))], [substring(ff_s, 1, 1) = '-'])[1], [extract(ff_s, '^[+-]?0*([0-9]*)')], [extract(ff_s, '[.]([0-9]*)')], [extract(ff_s, '[eE]([+-]?[0-9]+)$')])[1], [toInt64(0), toInt64(0), toInt64(ff_s != ''), toInt64(0), toInt64(ff_s = '')]), [replaceRegexpAll(ff_price_t, '^[ 	]+|[ 	]+$', '')])[1] AS ff_price_p,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 ELSE 100 END AS ff_state,
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
  arrayMap((ff_s) -> if(match(ff_s, '^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$'), arrayMap((ff_a, ff_b, ff_e) -> arrayMap((ff_x, ff_p, ff_n) -> arrayMap((ff_y) -> arrayMap((ff_w, ff_f, ff_r) -> arrayMap((ff_g) -> arrayMap((ff_h, ff_i) -> [if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' AND (ff_p > 19 OR ff_w > 1000000000000000000 OR (ff_w = 1000000000000000000 AND (ff_f > 0 OR ff_r != ''))), 2, 0)), toInt64(ff_r != ''), toInt64(0)], [toInt64(ff_w) + (ff_g = 1000000000000000000)], [if(ff_g = 1000000000000000000, 0, ff_g)])[1], [ff_f + (ff_r > '5' OR (ff_r = '5' AND ff_f % 2 = 1))])[1], [toUInt64OrZero(substring(concat(ff_x, '00000000000000000000'), 1, least(greatest(ff_p, 0), 19)))], [toInt64OrZero(substring(concat(ff_y, '00000000000000000000'), 1, 18))], [replaceRegexpAll(substring(ff_y, 19), '0+$', '')])[1], [if(ff_p >= 0, substring(ff_x, greatest(ff_p, 0) + 1), concat(substring('00000000000000000000', 1, least(greatest(-ff_p, 0), 20)), ff_x))])[1], [if(ff_a = '', substring(ff_b, length(extract(ff_b, '^0*')) + 1), concat(ff_a, ff_b))], [if(ff_a = '', -toInt64(length(extract(ff_b, '^0*'))), toInt64(length(ff_a))) + if(length(replaceRegexpAll(ff_e, '^[+-]?0*', '')) > 5, if(substring(ff_e, 1, 1) = '-', -99999, 99999), toInt64OrZero(replaceRegexpAll(ff_e, '^[+]', '')))], [substring(ff_s, 1, 1) = '-'])[1], [extract(ff_s, '^[+-]?0*([0-9]*)')], [extract(ff_s, '[.]([0-9]*)')], [extract(ff_s, '[eE]([+-]?[0-9]+)$')])[1], [toInt64(0), toInt64(0), toInt64(ff_s != ''), toInt64(0), toInt64(ff_s = '')]), [replaceRegexpAll(ff_price_t, '^[ 	]+|[ 	]+$', '')])[1] AS ff_price_p,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 5 WHEN ff_price_p[3] = 1 THEN 7 WHEN ff_price_p[3] = 2 THEN 9 ELSE 100 END AS ff_state,
  CASE WHEN ff_price_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_id_t = '' THEN 5 WHEN ff_user_t = '' THEN 1005 WHEN ff_price_p[3] = 1 THEN 3007 WHEN ff_price_p[3] = 2 THEN 3009 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;
