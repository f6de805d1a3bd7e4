// The jobs that Footfall and its peers are compared on: the input, Footfall's arguments and the same
// question in SQL. Each query writes the same CSV files as footfall-cli, byte for byte.

const rates = { USD: '1', EUR: '1.08', GBP: '1.27', JPY: '0.0067', INR: '0.012' };
const now = 1767225600;

// numerator / denominator, rounded half to even; whole numbers >= 0.
const macros = `
CREATE MACRO half_even(a, b) AS (a // b) + CASE WHEN 2 * (a % b) > b OR (2 * (a % b) = b AND (a // b) % 2 = 1) THEN 1 ELSE 0 END;
CREATE MACRO decimals2(x) AS printf('%d.%02d', (x // 100)::BIGINT, (x % 100)::BIGINT);
CREATE MACRO decimals4(x) AS printf('%d.%04d', (x // 10000)::BIGINT, (x % 10000)::BIGINT);
CREATE MACRO decimals6(x) AS CASE WHEN x < 0 THEN '-' ELSE '' END || printf('%d.%06d', (abs(x) // 1000000)::BIGINT, (abs(x) % 1000000)::BIGINT);
`;
const copy = (query, file) => `COPY (${query}) TO '${file}' (FORMAT csv, HEADER true);\n`;

function campaigns(input, output) {
  const columns = `campaign_id, total_impressions, total_clicks, decimals2(cents) AS total_spend, total_conversions,
    CASE WHEN total_impressions = 0 THEN '0.0000' ELSE decimals4(half_even(total_clicks * 10000, total_impressions)) END AS CTR,
    CASE WHEN total_conversions = 0 THEN NULL ELSE decimals2(half_even(cents, total_conversions)) END AS CPA`;
  return `${macros}
CREATE TABLE campaigns AS SELECT campaign_id, sum(impressions) AS total_impressions, sum(clicks) AS total_clicks,
  (sum(spend) * 100)::HUGEINT AS cents, sum(conversions) AS total_conversions
  FROM read_csv('${input}', header = true, columns = {campaign_id: 'VARCHAR', date: 'VARCHAR', impressions: 'BIGINT',
    clicks: 'BIGINT', spend: 'DECIMAL(18,2)', conversions: 'BIGINT'}) GROUP BY 1;
${copy(`SELECT ${columns} FROM campaigns ORDER BY campaign_id`, `${output}/campaigns.csv`)}
${copy(`SELECT ${columns} FROM campaigns ORDER BY CASE WHEN total_impressions = 0 THEN 0 ELSE total_clicks / total_impressions END DESC,
  cents DESC, campaign_id LIMIT 10`, `${output}/top10_ctr.csv`)}
${copy(`SELECT ${columns} FROM campaigns WHERE total_conversions > 0 ORDER BY cents / total_conversions, cents DESC, campaign_id LIMIT 10`,
    `${output}/top10_cpa.csv`)}`;
}

function hours(source, output) {
  return `
CREATE TABLE hours AS SELECT strftime(hour, '%Y-%m-%d %H:00') AS hour, page_url, grouping(page_url) AS whole,
  count(DISTINCT visitor) AS unique_visitors, count(*) AS pageviews FROM ${source}
  GROUP BY GROUPING SETS ((hour, page_url), (hour));
${copy('SELECT hour, page_url, unique_visitors FROM hours WHERE whole = 0 ORDER BY hour, page_url', `${output}/hourly_visitors.csv`)}
${copy('SELECT hour, unique_visitors, pageviews FROM hours WHERE whole = 1 ORDER BY hour', `${output}/hourly_totals.csv`)}`;
}
const visits = (reader) => `(SELECT date_trunc('hour', timestamp) AS hour, page_url, visitor_id AS visitor FROM ${reader})`;
const visitColumns = `columns = {timestamp: 'TIMESTAMP', page_url: 'VARCHAR', visitor_id: 'VARCHAR'}`;

function accessLog(input, output) {
  const line = String.raw`^(\S+) \S+ [^\[]+ \[([^\]]+)\] "[A-Za-z_-]+ (.+) HTTP/[^"]*" \S+ \S+ "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)"`;
  return hours(`(SELECT date_trunc('hour', strptime(p.time, '%d/%b/%Y:%H:%M:%S %z')::TIMESTAMP) AS hour, p.page AS page_url,
    p.host || ' ' || p.agent AS visitor FROM (SELECT regexp_extract(line, '${line}', ['host', 'time', 'page', 'agent']) AS p
    FROM read_csv('${input}', header = false, delim = '\\x01', quote = '', escape = '', columns = {line: 'VARCHAR'})))`, output);
}

function customers(input, output) {
  const usd = Object.entries(rates).map(([name, rate]) => `WHEN '${name}' THEN ${rate}::DECIMAL(6,4)`).join(' ');
  return `${macros}
CREATE TABLE events AS SELECT customer_id, ts, event_type, ((coalesce(amount, 0) * CASE currency ${usd} ELSE 1 END) * 1000000)::HUGEINT AS micros
  FROM read_json('${input}', format = 'newline_delimited', columns = {customer_id: 'VARCHAR', ts: 'BIGINT', event_type: 'VARCHAR',
    amount: 'DECIMAL(16,2)', currency: 'VARCHAR'}) WHERE ts > 0 AND ts <= ${now};
CREATE TABLE days AS SELECT customer_id, ts // 86400 AS day, count(*) AS events, sum(micros) AS micros FROM events GROUP BY ALL;
CREATE TABLE top AS SELECT customer_id, arg_min(event_type, (-n, event_type)) AS top_event_type
  FROM (SELECT customer_id, event_type, count(*) AS n FROM events GROUP BY ALL) GROUP BY 1;
${copy(`SELECT customer_id, total_events, decimals6(micros) AS total_spend_usd,
  CASE WHEN tickets = 0 THEN '0.000000' ELSE decimals6(half_even(ticket_micros, tickets)) END AS avg_ticket_usd, active_days, top_event_type,
  latest_event_ts, ('0x' || md5(customer_id)[1:8])::BIGINT % 64 AS shard
  FROM (SELECT customer_id, count(*) AS total_events, sum(micros) AS micros, max(ts) AS latest_event_ts,
    count(*) FILTER (event_type = 'checkout' AND micros > 0) AS tickets,
    sum(micros) FILTER (event_type = 'checkout' AND micros > 0) AS ticket_micros FROM events GROUP BY 1)
  JOIN (SELECT customer_id, count(*) AS active_days FROM days GROUP BY 1) USING (customer_id) JOIN top USING (customer_id)
  ORDER BY customer_id`, `${output}/customers.csv`)}
${copy(`SELECT customer_id, strftime(make_date(day::INTEGER), '%Y-%m-%d') AS day, events, decimals6(micros) AS spend_usd FROM days
  ORDER BY customer_id, days.day`, `${output}/customer_days.csv`)}`;
}

function activity(input, output) {
  return copy(`SELECT user_id, count(*) FILTER (type = 'click') AS click, count(*) FILTER (type = 'view') AS view,
  count(*) FILTER (type = 'purchase') AS purchase, coalesce(sum(price) FILTER (type = 'purchase'), 0)::DECIMAL(18,2) AS total_value
  FROM (SELECT DISTINCT id, user_id, type, (metadata->>'price')::DECIMAL(18,2) AS price
    FROM read_json('${input}', format = 'newline_delimited', columns = {id: 'VARCHAR', user_id: 'VARCHAR', type: 'VARCHAR', metadata: 'JSON'}))
  GROUP BY 1 ORDER BY 1`, `${output}/user_activity.csv`);
}

const accessLogJob = { rows: 5000000, shape: ['access-log'], report: ['hourly-visitors', '--input-format', 'access-log'],
  files: ['hourly_visitors.csv', 'hourly_totals.csv'], sql: accessLog };

/**
 * name; rows at scale 1; generator arguments; report and its options; files to compare; the SQL; names of
 * other peers. `packed`: the same input packed by one of `packers`, in so many `parts` of a folder where
 * that is given.
 */
export const jobs = [
  { name: 'campaign ranking, CSV', rows: 26800000, shape: ['campaigns'], report: ['campaign-ranking'],
    files: ['campaigns.csv', 'top10_ctr.csv', 'top10_cpa.csv'], sql: campaigns, others: ['Go', 'wc -l'] },
  { name: 'hourly visitors, CSV', rows: 10000000, shape: ['pageviews', '--order', 'random'], report: ['hourly-visitors'],
    files: ['hourly_visitors.csv', 'hourly_totals.csv'],
    sql: (input, output) => hours(visits(`read_csv('${input}', header = true, ${visitColumns})`), output) },
  { name: 'hourly visitors, NDJSON', rows: 10000000, shape: ['pageviews-ndjson', '--order', 'random'], report: ['hourly-visitors'],
    files: ['hourly_visitors.csv', 'hourly_totals.csv'],
    sql: (input, output) => hours(visits(`read_json('${input}', format = 'newline_delimited', ${visitColumns})`), output) },
  { name: 'customer report, NDJSON', rows: 5000000, shape: ['payments'],
    report: ['customer-report', '--now', String(now), '--rates', Object.entries(rates).map(([n, r]) => `${n}=${r}`).join(',')],
    files: ['customers.csv', 'customer_days.csv'], sql: customers },
  { name: 'access log', ...accessLogJob, others: ['GoAccess'] },
  { name: 'user activity, NDJSON', rows: 1000000, shape: ['activity'], report: ['user-activity'],
    files: ['user_activity.csv'], sql: activity },
  { name: 'packed: access log, gzip', ...accessLogJob, packed: 'gzip' },
  { name: 'packed: access log, zstd', ...accessLogJob, packed: 'zstd' },
  { name: 'packed: access log, 30 of gzip', ...accessLogJob, packed: 'gzip', parts: 30 },
  { name: 'packed: access log, 30 of zstd', ...accessLogJob, packed: 'zstd', parts: 30 },
];

/** How inputs are packed, and what unpacks them fastest: as shell commands, over "$@". */
export const packers = {
  gzip: { ending: '.gz', pack: 'gzip -6', unpack: 'igzip -d -c' },
  zstd: { ending: '.zst', pack: 'zstd -q --rm -3', unpack: 'zstd -q -d -c' },
};

/** Peers of single jobs: what they need on the machine and what they run. Only `same` ones write the files Footfall writes. */
export const others = {
  'Go': { needs: 'go', same: true, source: 'peer_go/campaigns.go', command: (built, input, output) => [built, input, output] },
  'igzip': { needs: 'igzip' },
  'zstd': { needs: 'zstd' },
  'wc -l': { needs: 'wc', command: (_, input) => ['wc', '-l', input] },
  'GoAccess': { needs: 'goaccess', command: (_, input, output) =>
    ['goaccess', input, '--log-format=COMBINED', '--no-global-config', '--no-progress', '-o', `${output}/report.json`] },
};
