-- counts
SELECT ff_state, count(*), sum(ff_rounded)
FROM (SELECT CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_impressions_v IS NULL THEN 5 WHEN ff_clicks_v IS NULL THEN 5 WHEN ff_spend_n IS NULL THEN 5 WHEN ff_conversions_n IS NULL THEN 5 WHEN (ff_impressions_v > 1000000000000000000 OR ff_impressions_v < -1000000000000000000) THEN 9 WHEN ff_impressions_v < 0 THEN 8 WHEN (ff_clicks_v > 1000000000000000000 OR ff_clicks_v < -1000000000000000000) THEN 9 WHEN ff_clicks_v < 0 THEN 8 WHEN ((ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_spend_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN ff_spend_v < 0 THEN 8 WHEN ((ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_conversions_n::text ~ '[A-Za-z]') THEN 7 WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 9 WHEN ff_conversions_v < 0 THEN 8 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0)))))) THEN 112 WHEN NOT (ff_date_t >= '2025-01-07') THEN 110 WHEN NOT (ff_date_t < '2025-02-01') THEN 111 WHEN NOT (ff_campaign_s IN ('one', 'it''s \ another')) THEN 116 ELSE 100 END AS ff_state,
  CASE WHEN ff_spend_n <> ff_spend_v OR ff_conversions_n <> ff_conversions_v THEN 1 ELSE 0 END AS ff_rounded
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_campaign_s, ff_date_k, ff_date_y, ff_date_mo, ff_date_dy,
  CASE WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_spend_n) <= 18 THEN ff_spend_n ELSE trunc(ff_spend_n, 18) + CASE WHEN abs(ff_spend_n - trunc(ff_spend_n, 18)) > 0.0000000000000000005 OR (abs(ff_spend_n - trunc(ff_spend_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_spend_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_spend_n) * 0.000000000000000001 ELSE 0 END END AS ff_spend_v,
  CASE WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_conversions_n) <= 18 THEN ff_conversions_n ELSE trunc(ff_conversions_n, 18) + CASE WHEN abs(ff_conversions_n - trunc(ff_conversions_n, 18)) > 0.0000000000000000005 OR (abs(ff_conversions_n - trunc(ff_conversions_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_conversions_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_conversions_n) * 0.000000000000000001 ELSE 0 END END AS ff_conversions_v
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_campaign_s, ff_date_k,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 1, 4))::int END AS ff_date_y,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 6, 2))::int END AS ff_date_mo,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 9, 2))::int END AS ff_date_dy
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n,
  btrim(ff_campaign_t, ' 	') AS ff_campaign_s,
  ff_date_t ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$' AS ff_date_k
FROM (SELECT coalesce("campaign_id"::text, '') COLLATE "C" AS ff_campaign_t,
  coalesce(to_char("date", 'YYYY-MM-DD'), '') COLLATE "C" AS ff_date_t,
  "impressions"::bigint AS ff_impressions_v,
  "clicks"::bigint AS ff_clicks_v,
  "spend"::numeric AS ff_spend_n,
  "conversions"::numeric AS ff_conversions_n
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 GROUP BY ff_state;

-- campaigns
SELECT ff_campaign_s, count(*), coalesce(sum(ff_impressions_v), 0), coalesce(sum(ff_clicks_v), 0), coalesce(sum(ff_conversions_v), 0), coalesce(sum(ff_spend_v), 0)
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_campaign_s, ff_date_k, ff_date_y, ff_date_mo, ff_date_dy,
  CASE WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_spend_n) <= 18 THEN ff_spend_n ELSE trunc(ff_spend_n, 18) + CASE WHEN abs(ff_spend_n - trunc(ff_spend_n, 18)) > 0.0000000000000000005 OR (abs(ff_spend_n - trunc(ff_spend_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_spend_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_spend_n) * 0.000000000000000001 ELSE 0 END END AS ff_spend_v,
  CASE WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_conversions_n) <= 18 THEN ff_conversions_n ELSE trunc(ff_conversions_n, 18) + CASE WHEN abs(ff_conversions_n - trunc(ff_conversions_n, 18)) > 0.0000000000000000005 OR (abs(ff_conversions_n - trunc(ff_conversions_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_conversions_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_conversions_n) * 0.000000000000000001 ELSE 0 END END AS ff_conversions_v
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_campaign_s, ff_date_k,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 1, 4))::int END AS ff_date_y,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 6, 2))::int END AS ff_date_mo,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 9, 2))::int END AS ff_date_dy
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n,
  btrim(ff_campaign_t, ' 	') AS ff_campaign_s,
  ff_date_t ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$' AS ff_date_k
FROM (SELECT coalesce("campaign_id"::text, '') COLLATE "C" AS ff_campaign_t,
  coalesce(to_char("date", 'YYYY-MM-DD'), '') COLLATE "C" AS ff_date_t,
  "impressions"::bigint AS ff_impressions_v,
  "clicks"::bigint AS ff_clicks_v,
  "spend"::numeric AS ff_spend_n,
  "conversions"::numeric AS ff_conversions_n
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE (ff_campaign_s = '' OR ff_impressions_v IS NULL OR ff_clicks_v IS NULL OR ff_spend_n IS NULL OR ff_conversions_n IS NULL OR (ff_impressions_v > 1000000000000000000 OR ff_impressions_v < -1000000000000000000) OR ff_impressions_v < 0 OR (ff_clicks_v > 1000000000000000000 OR ff_clicks_v < -1000000000000000000) OR ff_clicks_v < 0 OR (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_spend_v < 0 OR (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_conversions_v < 0 OR NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0))))) AND ff_date_t >= '2025-01-07' AND ff_date_t < '2025-02-01' AND ff_campaign_s IN ('one', 'it''s \ another'))) IS NOT TRUE GROUP BY ff_campaign_s ORDER BY ff_campaign_s;

-- rejected_rows
SELECT ff_blame, hashtext(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END) & 15 AS ff_of_value, hashtext(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown4_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown5_t, 1, 160), '''', '''''') || '''') END) & 15 AS ff_of_row, count(*), min(CASE WHEN ff_none0 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown0_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none1 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown1_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none2 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown2_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none3 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown3_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none4 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown4_t, 1, 160), '''', '''''') || '''') END || ',' || CASE WHEN ff_none5 = 1 THEN 'NULL' ELSE ('''' || replace(substr(ff_shown5_t, 1, 160), '''', '''''') || '''') END)
FROM (SELECT ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_shown3_t, ff_none3, ff_shown4_t, ff_none4, ff_shown5_t, ff_none5,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_impressions_v IS NULL THEN 2005 WHEN ff_clicks_v IS NULL THEN 3005 WHEN ff_spend_n IS NULL THEN 4005 WHEN ff_conversions_n IS NULL THEN 5005 WHEN (ff_impressions_v > 1000000000000000000 OR ff_impressions_v < -1000000000000000000) THEN 2009 WHEN ff_impressions_v < 0 THEN 2008 WHEN (ff_clicks_v > 1000000000000000000 OR ff_clicks_v < -1000000000000000000) THEN 3009 WHEN ff_clicks_v < 0 THEN 3008 WHEN ((ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_spend_n::text ~ '[A-Za-z]') THEN 4007 WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 WHEN ff_spend_v < 0 THEN 4008 WHEN ((ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_conversions_n::text ~ '[A-Za-z]') THEN 5007 WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 5009 WHEN ff_conversions_v < 0 THEN 5008 ELSE -100 END AS ff_blame
FROM (SELECT ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_shown3_t, ff_none3, ff_shown4_t, ff_none4, ff_shown5_t, ff_none5, ff_campaign_s,
  CASE WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_spend_n) <= 18 THEN ff_spend_n ELSE trunc(ff_spend_n, 18) + CASE WHEN abs(ff_spend_n - trunc(ff_spend_n, 18)) > 0.0000000000000000005 OR (abs(ff_spend_n - trunc(ff_spend_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_spend_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_spend_n) * 0.000000000000000001 ELSE 0 END END AS ff_spend_v,
  CASE WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_conversions_n) <= 18 THEN ff_conversions_n ELSE trunc(ff_conversions_n, 18) + CASE WHEN abs(ff_conversions_n - trunc(ff_conversions_n, 18)) > 0.0000000000000000005 OR (abs(ff_conversions_n - trunc(ff_conversions_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_conversions_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_conversions_n) * 0.000000000000000001 ELSE 0 END END AS ff_conversions_v
FROM (SELECT ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_shown0_t, ff_none0, ff_shown1_t, ff_none1, ff_shown2_t, ff_none2, ff_shown3_t, ff_none3, ff_shown4_t, ff_none4, ff_shown5_t, ff_none5,
  btrim(ff_campaign_t, ' 	') AS ff_campaign_s
FROM (SELECT coalesce("campaign_id"::text, '') COLLATE "C" AS ff_campaign_t,
  "impressions"::bigint AS ff_impressions_v,
  "clicks"::bigint AS ff_clicks_v,
  "spend"::numeric AS ff_spend_n,
  "conversions"::numeric AS ff_conversions_n,
  coalesce("campaign_id"::text, '') COLLATE "C" AS ff_shown0_t,
  CASE WHEN "campaign_id" IS NULL THEN 1 ELSE 0 END AS ff_none0,
  coalesce("date"::text, '') COLLATE "C" AS ff_shown1_t,
  CASE WHEN "date" IS NULL THEN 1 ELSE 0 END AS ff_none1,
  coalesce("impressions"::text, '') COLLATE "C" AS ff_shown2_t,
  CASE WHEN "impressions" IS NULL THEN 1 ELSE 0 END AS ff_none2,
  coalesce("clicks"::text, '') COLLATE "C" AS ff_shown3_t,
  CASE WHEN "clicks" IS NULL THEN 1 ELSE 0 END AS ff_none3,
  coalesce("spend"::text, '') COLLATE "C" AS ff_shown4_t,
  CASE WHEN "spend" IS NULL THEN 1 ELSE 0 END AS ff_none4,
  coalesce("conversions"::text, '') COLLATE "C" AS ff_shown5_t,
  CASE WHEN "conversions" IS NULL THEN 1 ELSE 0 END AS ff_none5
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE ff_blame >= 0 GROUP BY ff_blame, ff_of_value, ff_of_row;

-- column_check
SELECT ff_blame, count(*), min(ff_example), sum(CASE WHEN ff_shown0_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown1_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown2_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown3_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown4_t = '' THEN 0 ELSE 1 END), sum(CASE WHEN ff_shown5_t = '' THEN 0 ELSE 1 END)
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_blame,
  substr(CASE WHEN ff_blame BETWEEN 0 AND 999 THEN ff_shown0_t WHEN ff_blame BETWEEN 1000 AND 1999 THEN ff_shown1_t WHEN ff_blame BETWEEN 2000 AND 2999 THEN ff_shown2_t WHEN ff_blame BETWEEN 3000 AND 3999 THEN ff_shown3_t WHEN ff_blame BETWEEN 4000 AND 4999 THEN ff_shown4_t WHEN ff_blame BETWEEN 5000 AND 5999 THEN ff_shown5_t ELSE '' END, 1, 160) AS ff_example
FROM (SELECT ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  CASE WHEN ff_campaign_s = '' THEN 5 WHEN ff_impressions_v IS NULL THEN 2005 WHEN ff_clicks_v IS NULL THEN 3005 WHEN ff_spend_n IS NULL THEN 4005 WHEN ff_conversions_n IS NULL THEN 5005 WHEN (ff_impressions_v > 1000000000000000000 OR ff_impressions_v < -1000000000000000000) THEN 2009 WHEN ff_impressions_v < 0 THEN 2008 WHEN (ff_clicks_v > 1000000000000000000 OR ff_clicks_v < -1000000000000000000) THEN 3009 WHEN ff_clicks_v < 0 THEN 3008 WHEN ((ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_spend_n::text ~ '[A-Za-z]') THEN 4007 WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 4009 WHEN ff_spend_v < 0 THEN 4008 WHEN ((ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) AND ff_conversions_n::text ~ '[A-Za-z]') THEN 5007 WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN 5009 WHEN ff_conversions_v < 0 THEN 5008 WHEN NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0))))) AND ff_date_t >= '2025-01-07' AND ff_date_t < '2025-02-01' AND ff_campaign_s IN ('one', 'it''s \ another')) THEN -101 ELSE -100 END AS ff_blame
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_campaign_s, ff_date_k, ff_date_y, ff_date_mo, ff_date_dy,
  CASE WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_spend_n) <= 18 THEN ff_spend_n ELSE trunc(ff_spend_n, 18) + CASE WHEN abs(ff_spend_n - trunc(ff_spend_n, 18)) > 0.0000000000000000005 OR (abs(ff_spend_n - trunc(ff_spend_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_spend_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_spend_n) * 0.000000000000000001 ELSE 0 END END AS ff_spend_v,
  CASE WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_conversions_n) <= 18 THEN ff_conversions_n ELSE trunc(ff_conversions_n, 18) + CASE WHEN abs(ff_conversions_n - trunc(ff_conversions_n, 18)) > 0.0000000000000000005 OR (abs(ff_conversions_n - trunc(ff_conversions_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_conversions_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_conversions_n) * 0.000000000000000001 ELSE 0 END END AS ff_conversions_v
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t, ff_campaign_s, ff_date_k,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 1, 4))::int END AS ff_date_y,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 6, 2))::int END AS ff_date_mo,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 9, 2))::int END AS ff_date_dy
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_shown0_t, ff_shown1_t, ff_shown2_t, ff_shown3_t, ff_shown4_t, ff_shown5_t,
  btrim(ff_campaign_t, ' 	') AS ff_campaign_s,
  ff_date_t ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$' AS ff_date_k
FROM (SELECT coalesce("campaign_id"::text, '') COLLATE "C" AS ff_campaign_t,
  coalesce(to_char("date", 'YYYY-MM-DD'), '') COLLATE "C" AS ff_date_t,
  "impressions"::bigint AS ff_impressions_v,
  "clicks"::bigint AS ff_clicks_v,
  "spend"::numeric AS ff_spend_n,
  "conversions"::numeric AS ff_conversions_n,
  coalesce("campaign_id"::text, '') COLLATE "C" AS ff_shown0_t,
  coalesce("date"::text, '') COLLATE "C" AS ff_shown1_t,
  coalesce("impressions"::text, '') COLLATE "C" AS ff_shown2_t,
  coalesce("clicks"::text, '') COLLATE "C" AS ff_shown3_t,
  coalesce("spend"::text, '') COLLATE "C" AS ff_shown4_t,
  coalesce("conversions"::text, '') COLLATE "C" AS ff_shown5_t
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3 OFFSET '0') s4 OFFSET '0') s5 GROUP BY ff_blame;

-- time_span
SELECT count(*), min(ff_date_t), max(ff_date_t)
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_campaign_s, ff_date_k, ff_span_k, ff_date_y, ff_date_mo, ff_date_dy, ff_span_y, ff_span_mo, ff_span_dy,
  CASE WHEN (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_spend_n) <= 18 THEN ff_spend_n ELSE trunc(ff_spend_n, 18) + CASE WHEN abs(ff_spend_n - trunc(ff_spend_n, 18)) > 0.0000000000000000005 OR (abs(ff_spend_n - trunc(ff_spend_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_spend_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_spend_n) * 0.000000000000000001 ELSE 0 END END AS ff_spend_v,
  CASE WHEN (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) THEN NULL WHEN scale(ff_conversions_n) <= 18 THEN ff_conversions_n ELSE trunc(ff_conversions_n, 18) + CASE WHEN abs(ff_conversions_n - trunc(ff_conversions_n, 18)) > 0.0000000000000000005 OR (abs(ff_conversions_n - trunc(ff_conversions_n, 18)) = 0.0000000000000000005 AND mod(trunc(ff_conversions_n, 18) * 1000000000000000000, 2) <> 0) THEN sign(ff_conversions_n) * 0.000000000000000001 ELSE 0 END END AS ff_conversions_v
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n, ff_campaign_s, ff_date_k, ff_span_k,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 1, 4))::int END AS ff_date_y,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 6, 2))::int END AS ff_date_mo,
  CASE WHEN ff_date_k THEN (substr(ff_date_t, 9, 2))::int END AS ff_date_dy,
  CASE WHEN ff_span_k THEN (substr(ff_date_t, 1, 4))::int END AS ff_span_y,
  CASE WHEN ff_span_k THEN (substr(ff_date_t, 6, 2))::int END AS ff_span_mo,
  CASE WHEN ff_span_k THEN (substr(ff_date_t, 9, 2))::int END AS ff_span_dy
FROM (SELECT ff_date_t, ff_impressions_v, ff_clicks_v, ff_spend_n, ff_conversions_n,
  btrim(ff_campaign_t, ' 	') AS ff_campaign_s,
  ff_date_t ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$' AS ff_date_k,
  ff_date_t ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$' AS ff_span_k
FROM (SELECT coalesce("campaign_id"::text, '') COLLATE "C" AS ff_campaign_t,
  coalesce(to_char("date", 'YYYY-MM-DD'), '') COLLATE "C" AS ff_date_t,
  "impressions"::bigint AS ff_impressions_v,
  "clicks"::bigint AS ff_clicks_v,
  "spend"::numeric AS ff_spend_n,
  "conversions"::numeric AS ff_conversions_n
FROM "shop"."events" OFFSET '0') s0 OFFSET '0') s1 OFFSET '0') s2 OFFSET '0') s3
WHERE (ff_campaign_s = '' OR ff_impressions_v IS NULL OR ff_clicks_v IS NULL OR ff_spend_n IS NULL OR ff_conversions_n IS NULL OR (ff_impressions_v > 1000000000000000000 OR ff_impressions_v < -1000000000000000000) OR ff_impressions_v < 0 OR (ff_clicks_v > 1000000000000000000 OR ff_clicks_v < -1000000000000000000) OR ff_clicks_v < 0 OR (ff_spend_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_spend_v < 0 OR (ff_conversions_n NOT BETWEEN -1000000000000000000 AND 1000000000000000000) OR ff_conversions_v < 0 OR NOT ((ff_date_k AND (ff_date_y > 0 AND (ff_date_dy <= 28 OR (ff_date_mo <> 2 AND ff_date_dy <= 30) OR ff_date_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_date_dy = 29 AND ff_date_y % 4 = 0 AND (ff_date_y % 100 <> 0 OR ff_date_y % 400 = 0))))) AND ff_date_t >= '2025-01-07' AND ff_date_t < '2025-02-01' AND ff_campaign_s IN ('one', 'it''s \ another'))) IS NOT TRUE AND (ff_span_k AND (ff_span_y > 0 AND (ff_span_dy <= 28 OR (ff_span_mo <> 2 AND ff_span_dy <= 30) OR ff_span_mo IN (1, 3, 5, 7, 8, 10, 12) OR (ff_span_dy = 29 AND ff_span_y % 4 = 0 AND (ff_span_y % 100 <> 0 OR ff_span_y % 400 = 0)))));
