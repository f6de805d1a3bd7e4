-- stretches
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT (intDiv(ff_ts_c + 70002144000, 2592000) * 2592000 - 70002144000) AS ff_begins FROM "shop"."events"
WHERE (intDiv(ff_ts_c + 70002144000, 2592000) * 2592000 - 70002144000) BETWEEN -70000000000 AND 260000000000 GROUP BY ff_begins;

-- counts
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- request_hours
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_hour AS ff_r_hour
SELECT ff_r_hour, count(*), sum(toDecimal128(toInt64(ff_bytes_p[1]), 0)), countIf(ff_status_p[1] BETWEEN 200 AND 299 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)), countIf(ff_status_p[1] BETWEEN 300 AND 399 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)), countIf(ff_status_p[1] BETWEEN 400 AND 499 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)), countIf(ff_status_p[1] BETWEEN 500 AND 599 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)) FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_r_hour ORDER BY ff_r_hour;

-- request_pages
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  ff_page_t AS ff_r_page
SELECT ff_r_page, count(*), sum(toDecimal128(toInt64(ff_bytes_p[1]), 0)), countIf(ff_status_p[1] BETWEEN 200 AND 299 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)), countIf(ff_status_p[1] BETWEEN 300 AND 399 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)), countIf(ff_status_p[1] BETWEEN 400 AND 499 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)), countIf(ff_status_p[1] BETWEEN 500 AND 599 AND NOT (ff_status_p[5] = 1) AND NOT (ff_status_p[3] = 1) AND NOT (ff_status_p[3] = 2) AND NOT (ff_status_p[2] != 0)) FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_r_page ORDER BY ff_r_page;

-- rejected_rows
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  ifNull(toString("timestamp"), '') AS ff_shown0_t,
  CASE WHEN "timestamp" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  ifNull(toString("page_url"), '') AS ff_shown1_t,
  CASE WHEN "page_url" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  ifNull(toString("status"), '') AS ff_shown2_t,
  CASE WHEN "status" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  ifNull(toString("bytes"), '') AS ff_shown3_t,
  CASE WHEN "bytes" IS NULL THEN 1 ELSE 0 END AS ff_none3,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 3007 WHEN ff_bytes_p[3] = 2 THEN 3009 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 3008 WHEN ff_bytes_p[2] != 0 THEN 3007 ELSE -100 END AS ff_blame,
  cityHash64(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END) % 16 AS ff_of_value,
  cityHash64(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown3_t, 1, 160), '\'', '\'\''), '\'') END, '')) % 16 AS ff_of_row
SELECT ff_blame, ff_of_value, ff_of_row, count(*), min(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown3_t, 1, 160), '\'', '\'\''), '\'') END, '')) FROM "shop"."events"
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  ifNull(toString("timestamp"), '') AS ff_shown0_t,
  ifNull(toString("page_url"), '') AS ff_shown1_t,
  ifNull(toString("status"), '') AS ff_shown2_t,
  ifNull(toString("bytes"), '') AS ff_shown3_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 3007 WHEN ff_bytes_p[3] = 2 THEN 3009 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 3008 WHEN ff_bytes_p[2] != 0 THEN 3007 WHEN NOT (ff_hour >= 1736157600 AND ff_hour < 1738368000 AND ff_page_t IN ('one', 'it\'s \\ another')) THEN -101 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;

-- time_span
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("status"), '') AS ff_status_t,
  ifNull(toString("bytes"), '') AS ff_bytes_t,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_status_t])[1] AS ff_status_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [CASE WHEN replaceRegexpAll(ff_bytes_t, '^[ 	]+|[ 	]+$', '') = '-' THEN '' ELSE ff_bytes_t END])[1] AS ff_bytes_p,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN ff_bytes_p[3] = 1 THEN 7 WHEN ff_bytes_p[3] = 2 THEN 9 WHEN (ff_bytes_p[1] < 0 OR ff_bytes_p[2] < 0) THEN 8 WHEN ff_bytes_p[2] != 0 THEN 7 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 ELSE 100 END AS ff_state,
  CASE WHEN ff_bytes_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT count(*), min(ff_ts_c), max(ff_ts_c) FROM "shop"."events"
WHERE ff_state = 100;
