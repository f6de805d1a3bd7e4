-- stretches
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded
SELECT (intDiv(ff_ts_c + 70002144000, 2592000) * 2592000 - 70002144000) AS ff_begins FROM "shop"."events"
WHERE (intDiv(ff_ts_c + 70002144000, 2592000) * 2592000 - 70002144000) BETWEEN -70000000000 AND 260000000000 GROUP BY ff_begins;

-- counts
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- visitor_cells
SELECT ff_v_hour, ff_v_page, count(*), sum(ff_n) FROM (
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded,
  ff_hour AS ff_v_hour,
  ff_page_t AS ff_v_page
SELECT ff_v_hour, ff_v_page, count(*) AS ff_n FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_v_hour, ff_v_page, ff_visitor_t
) d GROUP BY ff_v_hour, ff_v_page ORDER BY ff_v_hour, ff_v_page;

-- visitor_totals
SELECT ff_v_hour, count(*), sum(ff_n) FROM (
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded,
  ff_hour AS ff_v_hour
SELECT ff_v_hour, count(*) AS ff_n FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_v_hour, ff_visitor_t
) d GROUP BY ff_v_hour ORDER BY ff_v_hour;

-- all_visitors
SELECT count(*), coalesce(sum(ff_n), 0) FROM (
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded
SELECT count(*) AS ff_n FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_visitor_t
) d;

-- rejected_rows
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  ifNull(toString("timestamp"), '') AS ff_shown0_t,
  CASE WHEN "timestamp" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  ifNull(toString("page_url"), '') AS ff_shown1_t,
  CASE WHEN "page_url" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  ifNull(toString("visitor_id"), '') AS ff_shown2_t,
  CASE WHEN "visitor_id" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 1005 WHEN ff_visitor_t = '' THEN 2005 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 ELSE -100 END AS ff_blame,
  cityHash64(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END) % 16 AS ff_of_value,
  cityHash64(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, '')) % 16 AS ff_of_row
SELECT ff_blame, ff_of_value, ff_of_row, count(*), min(concat(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown0_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown1_t, 1, 160), '\'', '\'\''), '\'') END, ',', CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE concat('\'', replaceAll(substring(ff_shown2_t, 1, 160), '\'', '\'\''), '\'') END, '')) FROM "shop"."events"
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  ifNull(toString("timestamp"), '') AS ff_shown0_t,
  ifNull(toString("page_url"), '') AS ff_shown1_t,
  ifNull(toString("visitor_id"), '') AS ff_shown2_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 1005 WHEN ff_visitor_t = '' THEN 2005 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600 AND ff_hour < 1738368000 AND ff_page_t IN ('one', 'it\'s \\ another') AND ff_visitor_t IN ('one', 'it\'s \\ another')) THEN -101 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;

-- time_span
WITH ifNull(toInt64(toUInt32("timestamp")), 0) AS ff_ts_c,
  isNull("timestamp") AS ff_ts_m,
  ifNull(toString("page_url"), '') AS ff_page_t,
  ifNull(toString("visitor_id"), '') AS ff_visitor_t,
  arrayMap((ff_s) -> (intDiv((ff_s + 3600) + 70000002000, 3600) * 3600 - 70000002000) - 3600, [ff_ts_c])[1] AS ff_hour,
  CASE WHEN ff_ts_m THEN 5 WHEN ff_page_t = '' THEN 5 WHEN ff_visitor_t = '' THEN 5 WHEN (NOT (ff_ts_c BETWEEN -62135596800 AND 253402300799)) THEN 6 WHEN NOT (ff_hour >= 1736157600) THEN 110 WHEN NOT (ff_hour < 1738368000) THEN 111 WHEN NOT (ff_page_t IN ('one', 'it\'s \\ another')) THEN 113 WHEN NOT (ff_visitor_t IN ('one', 'it\'s \\ another')) THEN 114 ELSE 100 END AS ff_state,
  0 AS ff_rounded
SELECT count(*), min(ff_ts_c), max(ff_ts_c) FROM "shop"."events"
WHERE ff_state = 100;
