#include "app/cli_options.h"

namespace footfall {

std::string help_text() {
  return R"(Usage: footfall-cli REPORT [options] INPUT...
       footfall-cli REPORT [options] DATABASE-URL
       footfall-cli inspect [options] INPUT...
       footfall-cli load [options] FILE... --to DATABASE-URL

Reads event files (CSV, NDJSON, access logs; plain or compressed), or asks a database, and computes
one exact report; or tells how files would be read; or copies them into a table of a database.

Reports:
  hourly-visitors    distinct visitors per hour, day or week, and page
  customer-report    payment events per customer, in USD
  campaign-ranking   campaigns by click-through rate and by cost per acquisition
  user-activity      clicks, views and purchases per user
  requests           requests, bytes and answers by class per hour, day or week, and per page

Input:
  INPUT, --input FILE       a file, or - for standard input; several inputs make one report. Packed
                            files (gzip, zlib, zstd, xz, bzip2, lz4), all that a zip or tar archive,
                            an .xlsx workbook or a folder holds
  --input-format FORMAT     auto (default), csv, ndjson or access-log
  --delimiter C             what separates CSV fields: one character, or tab (default: detected)
  --encoding NAME           character encoding of the input (default: UTF-8, or what its mark says)
  --quote C                 what stands around CSV fields (default ")
  --has-header WHICH        auto (default), yes or no: whether CSV begins with column names
  --skip N                  the header of a table stands behind N lines (default: sought)
  --map ROLE=SOURCE,...     where a role is read from: a column or key, "a name in quotes", the
                            number of a column, a.path[0] into JSON, date+time (joined by a blank),
                            user|ip (the first that is not missing), @row (each row is its own),
                            @none (from nowhere)
  --plan FILE               read as a plan says that inspect --save wrote; options beat it
  --log-format FORMAT       access logs: the name of a format (inspect lists them), or the notation of
                            Apache (%h %l %u %t "%r" %>s %b) or nginx ($remote_addr - ...)
  --client WHICH            access logs: connection or forwarded addresses (default: forwarded where
                            connections come from private addresses alone)
  --source-zone ZONE        zone of timestamps without offset (default UTC)
  --date-order ORDER        dmy or mdy: what 03/04/2026 means (default: what the dates show)
  --time-form excel         times are day numbers of a spreadsheet
  --decimal MARK            , or . in numbers that are text (default: what the numbers show)
  --scale ROLE=FACTOR,...   multiply numbers, for example spend=0.000001 of micros
  --blank zero              missing figures of campaigns count as 0

Database, in place of files or beside them:
  postgresql://USER@HOST:PORT/DATABASE?table=NAME    also table=SCHEMA.NAME
  clickhouse://USER@HOST:PORT/DATABASE?table=NAME
                            more: &sslmode=disable|prefer|require|verify-full  &sslrootcert=FILE
                            &where=CONDITION  &query=SELECT (in place of table)
                            &connect_timeout=S  &query_timeout=S  &silence_timeout=S
  --map ROLE=COLUMN         also a key of a JSON column: price=metadata->>'price'
  --scale, --blank, --event-map, --max-rejects and --allow-none hold for tables too
  --sql-where CONDITION     only these rows are the table's, in the server's SQL: country = 'DE'
  --sql-query SELECT        the rows of this query in place of a table; the URL names none
  --sql-fetch               count the rows here, as those of files: for --rejects, --compare and names in
                            --peaks; so is done with several tables, and with one beside files
  --explain                 print the SQL and run nothing
  The password comes from FOOTFALL_PASSWORD, for PostgreSQL also from PGPASSWORD or .pgpass, or it is
  asked for on a terminal; never from the URL.

Inspect (with the options of input): formats, columns, and what each report would lack
  --format json             print the plan as JSON
  --save FILE               write the plan of one input, with --leave-out and --event-map, too
  --records                 print the records as they will be read, as CSV

Load, each file as a whole or not at all (with the options of input, --rejects, --stats and others):
  --to DATABASE-URL         the table to copy into
  --create                  make the table where there is none
  --columns A,B,...         load these columns or keys alone; names for CSV without header

Report:
  --zone ZONE               zone of the hours, an IANA name (default UTC)
  --step hour|day|week      what visitors and requests have rows for (default hour); weeks begin on
                            Monday; visitors of a day or week are distinct, not summed
  --visitor KEY             access logs: host+agent (default) or host
  --leave-out A,B,...       access logs: bots, static, errors (4xx, 5xx), redirects (3xx), methods (but
                            GET and POST) are filtered
  --status 200-299,304      access logs: requests with other answers are filtered
  --pages FORM              access logs: whole targets (default), path, or without-tracking
  --now EPOCH               customer events after it are filtered (default: the clock)
  --event-types A,B         customer events of other types are filtered
  --event-map WORD=TYPE,... events of this type mean click, view, purchase or checkout
  --rates EUR=1.08,...      USD for one unit of a currency; without a rate 1 is used, and reported
  --rates-file FILE         the same from a file: lines currency,rate
  --shards N                number of customer shards (default 64)
  --distinct-events         customer events with equal values count once
  --top N                   length of the campaign rankings (default 10)
  --peaks N                 visitors and requests: the N highest hours beside what is usual for them, and
                            with --output what made them (visitors); without, they are printed
  --peaks-by ORDER          size (default) or times-usual: what makes an hour a higher one

Slice, as if only the matching rows had been read (the lists can be given several times):
  --from T, --to T          a date or time; from is included, to is not
  --page P  --customer C  --campaign C  --user U
  --where 'FIELD is|is-not|contains|begins|like VALUE'
                            all of them hold; like knows *; FIELD is page, visitor, hour of day (0 to
                            23), weekday, customer, currency, event type, campaign or user
  --compare WITH            of files: the report beside that of another period, previous (as long, and
                            just before), week-before or FROM..TO: what it was, change, and percent;
                            of tables with --sql-fetch

Output:
  --output DIR              write the report's files there; without it the main table is printed
  --format FORMAT           csv (default), json, or xlsx (with --output)
  --csv-bom                 CSV begins with a byte-order mark, by which Excel knows UTF-8
  --csv-escape              CSV: an apostrophe before texts that spreadsheets take for formulas
  --meta                    beside them NAME.meta.json: the sources with size and SHA-256 (they are read
                            once more for it), how they were read, options, filter, counts, version
  --follow                  go on reading what is written to the files, through rotations too, and
                            replace the report's files (with --output); SIGINT or SIGTERM ends it
  --rejects FILE            write every rejected row with its place and reason
  --stats FILE              write the statistics as JSON
  --progress-every ROWS     a progress line every so many rows
  --max-rejects N|N%        fail where more rows, or more of a hundred, are rejected
  --allow-none              make the report even where every row is rejected
  --quiet                   nothing on standard error but errors

Work:
  --threads N               worker threads, 1 to 1024 (default: one per core)
  --chunk-bytes N           size of the pieces the input is read in

  --help, --version

Exit status: 0 done, also with some rejected rows or when the reader of a pipe went away; 1 could not
do it or no row counts, no file was touched; 2 wrong usage; 130 interrupted.
)";
}

}  // namespace footfall
