// What databases and people hand in: rows of results, lists of columns, TabSeparated text, URLs.
// Any of it gives a report or an error; nothing crashes, grows or loops, and no error holds what
// could be a password.
//
// Letters: p c answers of PostgreSQL or ClickHouse to the statements of a report, h u k m which
// (hourly visitors, user activity, customers, campaigns), d distinct events, z zones, n without
// counts, x examples of rejected rows, b the lists of databases and tables, a preview and the
// statements; t TabSeparated text; l a URL, e a server's error text with a secret in it. Answers
// are rows of TabSeparated text, one after the other, with a line `---` between them; one that
// begins with `!` is an error.
#include <algorithm>

#include "model/export/csv.h"
#include "model/export/json.h"
#include "model/sql/row_text.h"
#include "model/sql/sql_report.h"
#include "model/sql/tab_separated.h"
#include "tests/fuzz/fuzz.h"

namespace footfall::fuzz {
namespace {

/// Answers each statement with the next part of the script, and the last ones with nothing.
class ScriptedConnection final : public SqlConnection {
 public:
  ScriptedConnection(SqlEngine engine, std::string_view script) : script_(script) {
    settings_.engine = engine;
    settings_.host = "127.0.0.1";
    settings_.database = "d";
  }
  SqlStatus send_rows(const std::string&, const RowSource&, const QueryControl&) override {
    return Done{};
  }
  SqlStatus begin_snapshot(const QueryControl&) override { return Done{}; }
  void end_snapshot(const QueryControl&) override {}
  const ConnectionSettings& settings() const override { return settings_; }

 protected:
  SqlStatus run_query(const std::string&, const RowHandler& on_row, const QueryControl&) override {
    const std::string_view answer = take();
    if (answer.starts_with('!'))
      return SqlError{answer.starts_with("!!") ? SqlErrorKind::inexact : SqlErrorKind::server_error,
                      settings_.place(), std::string(answer)};
    std::optional<SqlError> refused;
    TabSeparatedReader reader;
    const bool read = reader.feed(answer, [&](std::span<const std::string_view> row) {
      const SqlStatus handled = on_row(row);
      if (!handled) refused = handled.error();
      return static_cast<bool>(handled);
    });
    if (refused) return *refused;
    if (!read) return unexpected(reader.fault());
    return Done{};
  }

 private:
  std::string_view take() {
    constexpr std::string_view mark = "---\n";
    const std::size_t end = script_.find(mark);
    const std::string_view answer = script_.substr(0, end);
    script_.remove_prefix(end == std::string_view::npos ? script_.size() : end + mark.size());
    return answer;
  }

  std::string_view script_;
  ConnectionSettings settings_;
};

// Every cell of a report can be shown and exported.
void show(const ReportSet& reports, ReportKind kind) {
  std::vector<Document> documents = json_documents(reports, kind);
  for (const TablePtr& table : reports.tables(kind)) {
    documents.push_back(csv_document(table));
    std::string cell;
    for (std::size_t row = 0; row < table->rows(); ++row)
      for (std::size_t column = 0; column < table->columns().size(); ++column) {
        table->append_cell(cell, row, column);
        static_cast<void>(table->number(row, column));
        if (table->compare(row, row, column) != 0) finding("a cell is not equal to itself");
      }
  }
  std::string out;
  for (const Document& document : documents) document.append(out, 0, document.items);
}

void check_report(const Input& input, SqlEngine engine) {
  ScriptedConnection connection(engine, input.rest);
  const TableName table{"s", "t"};
  if (input.says('b')) {
    static_cast<void>(static_cast<bool>(list_databases(connection, {})));
    static_cast<void>(static_cast<bool>(list_tables(connection, {})));
    static_cast<void>(static_cast<bool>(preview_table(connection, table, 5, {})));
  }
  SqlQuestion question;
  question.kind = input.says('u')   ? ReportKind::user_activity
                  : input.says('k') ? ReportKind::customer_report
                  : input.says('m') ? ReportKind::campaign_ranking
                                    : ReportKind::hourly_visitors;
  question.table = table;
  question.counts = !input.says('n');
  question.options.distinct_events = input.says('d');
  if (input.says('x')) question.wants_examples = [](const RowCounts&) { return true; };
  if (input.says('z')) {
    static const TimeZone berlin = *TimeZone::load("Europe/Berlin", "--zone");
    question.options.zone = question.options.source_zone = berlin;
  }
  if (input.says('b'))
    static_cast<void>(static_cast<bool>(explain_sql_report(connection, question, {})));
  const SqlResult<ReportSetPtr> reports = run_sql_report(connection, question, {});
  if (reports) show(**reports, question.kind);
}

constexpr std::size_t kLongestLine = 200;

std::string read_rows(std::string_view text, std::size_t piece, std::size_t longest) {
  std::string out;
  TabSeparatedReader reader(longest);
  const auto on_row = [&](std::span<const std::string_view> row) {
    for (const std::string_view field : row) {
      if (field.data() == nullptr)
        out += kNullText;
      else
        append_row_value(out, field);
      out += '\t';
    }
    out.back() = '\n';
    return true;
  };
  for (std::size_t at = 0; at < text.size(); at += piece)
    if (!reader.feed(text.substr(at, piece), on_row)) return out + reader.fault();
  return out + (reader.complete() ? "" : "cut off");
}

void check_rows(std::string_view text) {
  const std::string whole = read_rows(text, text.size() + 1, kLongestLine);
  for (std::size_t piece = 1; piece < std::min<std::size_t>(text.size(), 9); ++piece)
    must_equal("pieces of " + std::to_string(piece), whole, read_rows(text, piece, kLongestLine));
  // What was written may be longer than what was read: more is escaped than must be.
  if (whole.ends_with('\n'))
    must_equal("what was written again", whole, read_rows(whole, 5, whole.size()));
}

void check_url(std::string_view text) {
  static_cast<void>(is_database_url(text));
  static_cast<void>(parse_table_name(text));
  const Result<DatabaseUrl> url = parse_database_url(text);
  const std::size_t begin = text.find("://");
  const std::size_t at = text.rfind('@');
  if (url || begin == std::string_view::npos || at == std::string_view::npos || at < begin + 3)
    return;
  const std::string before(text.substr(0, begin + 3));
  const std::string behind(text.substr(at));
  const std::string_view visitor = text.substr(begin + 3, at - begin - 3);
  // Where a password could stand: behind a colon before the last `@`. Shorter ones occur by chance,
  // and what stands elsewhere too, as it is or encoded, may well be shown.
  const std::size_t colon = visitor.find(':');
  if (colon == std::string_view::npos || visitor.size() - colon < 9) return;
  const std::string_view secret = visitor.substr(colon + 1);
  if (before.find(secret) != std::string::npos || behind.find(secret) != std::string::npos ||
      behind.find('%') != std::string::npos)
    return;
  const std::string& found = url.error().found;
  if (found == "a password" || found == before + "..." + behind) return;
  if (found.find(secret) != std::string::npos) finding("the error holds the password: " + found);
}

void check_error_text(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return;
  const std::string secret(text.substr(0, end));
  const std::string said(text.substr(end + 1));
  const std::string masked = without_secret(said, secret);
  if (masked.find_first_of("\r\n") != std::string::npos) finding("more than one line: " + masked);
  // The mask, and what stands for characters that are not shown, may look like a secret.
  if (secret.empty() || secret.find_first_of("*.") != std::string::npos || shown(said) != said)
    return;
  if (masked.find(secret) != std::string::npos) finding("the secret is shown: " + masked);
}

}  // namespace
}  // namespace footfall::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace footfall::fuzz;
  const Input input(data, size);
  if (input.says('p')) check_report(input, footfall::SqlEngine::postgresql);
  if (input.says('c')) check_report(input, footfall::SqlEngine::clickhouse);
  if (input.says('t')) check_rows(input.rest);
  if (input.says('l')) check_url(input.rest.substr(0, input.rest.find('\n')));
  if (input.says('e')) check_error_text(input.rest);
  return 0;
}
