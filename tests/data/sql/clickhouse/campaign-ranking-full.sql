-- counts
WITH ifNull(toString("campaign_id"), '') AS ff_campaign_t,
  ifNull(toString("date"), '') AS ff_date_t,
  toInt64("impressions") AS ff_impressions_v,
  toInt64("clicks") AS ff_clicks_v,
  ifNull(toString("spend"), '') AS ff_spend_t,
  ifNull(toString("conversions"), '') AS ff_conversions_t,
  replaceRegexpAll(ff_campaign_t, '^[ 	]+|[ 	]+$', '') AS ff_campaign_s,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_spend_t])[1] AS ff_spend_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_conversions_t])[1] AS ff_conversions_p,
  match(ff_date_t, '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$') AS ff_date_k,
  toInt64OrZero(substring(ff_date_t, 1, 4)) AS ff_date_y,
  toInt64OrZero(substring(ff_date_t, 6, 2)) AS ff_date_mo,
  toInt64OrZero(substring(ff_date_t, 9, 2)) AS ff_date_dy,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_spend_p[5] = 1 THEN 5 WHEN ff_conversions_p[5] = 1 THEN 5 WHEN ("impressions" > 1000000000000000000 OR "impressions" < -1000000000000000000) THEN 9 WHEN ff_impressions_v < 0 THEN 8 WHEN ("clicks" > 1000000000000000000 OR "clicks" < -1000000000000000000) THEN 9 WHEN ff_clicks_v < 0 THEN 8 WHEN ff_spend_p[3] = 1 THEN 7 WHEN ff_spend_p[3] = 2 THEN 9 WHEN (ff_spend_p[1] < 0 OR ff_spend_p[2] < 0) THEN 8 WHEN ff_conversions_p[3] = 1 THEN 7 WHEN ff_conversions_p[3] = 2 THEN 9 WHEN (ff_conversions_p[1] < 0 OR ff_conversions_p[2] < 0) THEN 8 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0)))))) THEN 112 WHEN NOT (ff_date_t >= '2025-01-07') THEN 110 WHEN NOT (ff_date_t < '2025-02-01') THEN 111 WHEN NOT (ff_campaign_s IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_spend_p[4] = 1 OR ff_conversions_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_state, count(*), sum(ff_rounded) FROM "shop"."events" GROUP BY ff_state;

-- campaigns
WITH ifNull(toString("campaign_id"), '') AS ff_campaign_t,
  ifNull(toString("date"), '') AS ff_date_t,
  toInt64("impressions") AS ff_impressions_v,
  toInt64("clicks") AS ff_clicks_v,
  ifNull(toString("spend"), '') AS ff_spend_t,
  ifNull(toString("conversions"), '') AS ff_conversions_t,
  replaceRegexpAll(ff_campaign_t, '^[ 	]+|[ 	]+$', '') AS ff_campaign_s,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_spend_t])[1] AS ff_spend_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_conversions_t])[1] AS ff_conversions_p,
  match(ff_date_t, '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$') AS ff_date_k,
  toInt64OrZero(substring(ff_date_t, 1, 4)) AS ff_date_y,
  toInt64OrZero(substring(ff_date_t, 6, 2)) AS ff_date_mo,
  toInt64OrZero(substring(ff_date_t, 9, 2)) AS ff_date_dy,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_spend_p[5] = 1 THEN 5 WHEN ff_conversions_p[5] = 1 THEN 5 WHEN ("impressions" > 1000000000000000000 OR "impressions" < -1000000000000000000) THEN 9 WHEN ff_impressions_v < 0 THEN 8 WHEN ("clicks" > 1000000000000000000 OR "clicks" < -1000000000000000000) THEN 9 WHEN ff_clicks_v < 0 THEN 8 WHEN ff_spend_p[3] = 1 THEN 7 WHEN ff_spend_p[3] = 2 THEN 9 WHEN (ff_spend_p[1] < 0 OR ff_spend_p[2] < 0) THEN 8 WHEN ff_conversions_p[3] = 1 THEN 7 WHEN ff_conversions_p[3] = 2 THEN 9 WHEN (ff_conversions_p[1] < 0 OR ff_conversions_p[2] < 0) THEN 8 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0)))))) THEN 112 WHEN NOT (ff_date_t >= '2025-01-07') THEN 110 WHEN NOT (ff_date_t < '2025-02-01') THEN 111 WHEN NOT (ff_campaign_s IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_spend_p[4] = 1 OR ff_conversions_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT ff_campaign_s, count(*), sum(toDecimal128(toInt64(ff_impressions_v), 0)), sum(toDecimal128(toInt64(ff_clicks_v), 0)), sum(toDecimal128(toInt64(ff_conversions_p[1]), 0)), sum(toDecimal128(toInt64(ff_conversions_p[2]), 0)), sum(toDecimal128(toInt64(ff_spend_p[1]), 0)), sum(toDecimal128(toInt64(ff_spend_p[2]), 0)) FROM "shop"."events"
WHERE ff_state = 100 GROUP BY ff_campaign_s ORDER BY ff_campaign_s;

-- column_check
WITH ifNull(toString("campaign_id"), '') AS ff_campaign_t,
  ifNull(toString("date"), '') AS ff_date_t,
  toInt64("impressions") AS ff_impressions_v,
  toInt64("clicks") AS ff_clicks_v,
  ifNull(toString("spend"), '') AS ff_spend_t,
  ifNull(toString("conversions"), '') AS ff_conversions_t,
  ifNull(toString("campaign_id"), '') AS ff_shown0_t,
  ifNull(toString("date"), '') AS ff_shown1_t,
  toString("impressions") AS ff_shown2_t,
  toString("clicks") AS ff_shown3_t,
  ifNull(toString("spend"), '') AS ff_shown4_t,
  ifNull(toString("conversions"), '') AS ff_shown5_t,
  replaceRegexpAll(ff_campaign_t, '^[ 	]+|[ 	]+$', '') AS ff_campaign_s,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_spend_t])[1] AS ff_spend_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_conversions_t])[1] AS ff_conversions_p,
  match(ff_date_t, '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$') AS ff_date_k,
  toInt64OrZero(substring(ff_date_t, 1, 4)) AS ff_date_y,
  toInt64OrZero(substring(ff_date_t, 6, 2)) AS ff_date_mo,
  toInt64OrZero(substring(ff_date_t, 9, 2)) AS ff_date_dy,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_spend_p[5] = 1 THEN 5 WHEN ff_conversions_p[5] = 1 THEN 5 WHEN ("impressions" > 1000000000000000000 OR "impressions" < -1000000000000000000) THEN 9 WHEN ff_impressions_v < 0 THEN 8 WHEN ("clicks" > 1000000000000000000 OR "clicks" < -1000000000000000000) THEN 9 WHEN ff_clicks_v < 0 THEN 8 WHEN ff_spend_p[3] = 1 THEN 7 WHEN ff_spend_p[3] = 2 THEN 9 WHEN (ff_spend_p[1] < 0 OR ff_spend_p[2] < 0) THEN 8 WHEN ff_conversions_p[3] = 1 THEN 7 WHEN ff_conversions_p[3] = 2 THEN 9 WHEN (ff_conversions_p[1] < 0 OR ff_conversions_p[2] < 0) THEN 8 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0)))))) THEN 112 WHEN NOT (ff_date_t >= '2025-01-07') THEN 110 WHEN NOT (ff_date_t < '2025-02-01') THEN 111 WHEN NOT (ff_campaign_s IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_spend_p[4] = 1 OR ff_conversions_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_spend_p[5] = 1 THEN 4005 WHEN ff_conversions_p[5] = 1 THEN 5005 WHEN ("impressions" > 1000000000000000000 OR "impressions" < -1000000000000000000) THEN 2009 WHEN ff_impressions_v < 0 THEN 2008 WHEN ("clicks" > 1000000000000000000 OR "clicks" < -1000000000000000000) THEN 3009 WHEN ff_clicks_v < 0 THEN 3008 WHEN ff_spend_p[3] = 1 THEN 4007 WHEN ff_spend_p[3] = 2 THEN 4009 WHEN (ff_spend_p[1] < 0 OR ff_spend_p[2] < 0) THEN 4008 WHEN ff_conversions_p[3] = 1 THEN 5007 WHEN ff_conversions_p[3] = 2 THEN 5009 WHEN (ff_conversions_p[1] < 0 OR ff_conversions_p[2] < 0) THEN 5008 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0))))) AND ff_date_t >= '2025-01-07' AND ff_date_t < '2025-02-01' AND ff_campaign_s IN ('one', 'it\'s \\ another')) THEN -101 ELSE -100 END AS ff_blame,
  substring(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END, 1, 160) AS ff_example
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown4_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown5_t = '' THEN 0 ELSE 1 END) FROM "shop"."events" GROUP BY ff_blame;

-- time_span
WITH ifNull(toString("campaign_id"), '') AS ff_campaign_t,
  ifNull(toString("date"), '') AS ff_date_t,
  toInt64("impressions") AS ff_impressions_v,
  toInt64("clicks") AS ff_clicks_v,
  ifNull(toString("spend"), '') AS ff_spend_t,
  ifNull(toString("conversions"), '') AS ff_conversions_t,
  replaceRegexpAll(ff_campaign_t, '^[ 	]+|[ 	]+$', '') AS ff_campaign_s,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_spend_t])[1] AS ff_spend_p,
  arrayMap((ff_s) -> arrayMap((ff_d) -> [toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) - 1))), if(substring(ff_s, 1, 1) = '-', -(if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), '000000000000000000'), 1, 18)))), toInt64(0), toInt64(0), toInt64(ff_s = '')], [if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = 0, position(ff_s, '.'), 0)])[1], [ff_conversions_t])[1] AS ff_conversions_p,
  match(ff_date_t, '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$') AS ff_date_k,
  match(ff_date_t, '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$') AS ff_span_k,
  toInt64OrZero(substring(ff_date_t, 1, 4)) AS ff_date_y,
  toInt64OrZero(substring(ff_date_t, 6, 2)) AS ff_date_mo,
  toInt64OrZero(substring(ff_date_t, 9, 2)) AS ff_date_dy,
  toInt64OrZero(substring(ff_date_t, 1, 4)) AS ff_span_y,
  toInt64OrZero(substring(ff_date_t, 6, 2)) AS ff_span_mo,
  toInt64OrZero(substring(ff_date_t, 9, 2)) AS ff_span_dy,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_spend_p[5] = 1 THEN 5 WHEN ff_conversions_p[5] = 1 THEN 5 WHEN ("impressions" > 1000000000000000000 OR "impressions" < -1000000000000000000) THEN 9 WHEN ff_impressions_v < 0 THEN 8 WHEN ("clicks" > 1000000000000000000 OR "clicks" < -1000000000000000000) THEN 9 WHEN ff_clicks_v < 0 THEN 8 WHEN ff_spend_p[3] = 1 THEN 7 WHEN ff_spend_p[3] = 2 THEN 9 WHEN (ff_spend_p[1] < 0 OR ff_spend_p[2] < 0) THEN 8 WHEN ff_conversions_p[3] = 1 THEN 7 WHEN ff_conversions_p[3] = 2 THEN 9 WHEN (ff_conversions_p[1] < 0 OR ff_conversions_p[2] < 0) THEN 8 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0)))))) THEN 112 WHEN NOT (ff_date_t >= '2025-01-07') THEN 110 WHEN NOT (ff_date_t < '2025-02-01') THEN 111 WHEN NOT (ff_campaign_s IN ('one', 'it\'s \\ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_spend_p[4] = 1 OR ff_conversions_p[4] = 1 THEN 1 ELSE 0 END AS ff_rounded
SELECT count(*), min(ff_date_t), max(ff_date_t) FROM "shop"."events"
WHERE ff_state = 100 AND (ff_span_k AND (ff_span_y > 0 AND (ff_span_dy <= 28 OR (ff_span_mo <> 2 AND ff_span_dy <= 30) OR ff_span_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_span_dy = 29 AND ff_span_y % 4 = 0 AND (ff_span_y % 100 <> 0 OR ff_span_y % 400 = 0)))));
