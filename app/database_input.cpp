#include "app/database_input.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include "app/password.h"
#include "model/core/number_forms.h"
#include "model/report/reject_summary.h"

namespace footfall {
namespace {

SqlQuestion question_of(const CliOptions& options, const DatabaseUrl& url) {
  SqlQuestion question;
  question.kind = options.report;
  question.table = url.table;
  question.where = url.where;
  for (const auto& [role, column] : options.analysis.input.columns)
    question.columns.emplace_back(role, column);
  question.options = options.analysis.report;
  question.filter = options.analysis.filter;
  question.numbers.blank_is_zero = options.analysis.input.blank_is_zero;
  for (const auto& [role, factor] : options.analysis.input.scales)
    question.numbers.shifts.emplace(role, *decimal_exponent(factor));
  // What nobody will read is not worth a look at every row.
  question.counts = !options.quiet || !options.stats_file.empty() || options.max_rejects;
  question.wants_examples = [most = options.max_rejects.has_value(),
                             quiet = options.quiet](const RowCounts& rows) {
    return most || rejects_all(rows) || (!quiet && is_notable(rows));
  };
  question.display = url.display;
  return question;
}

}  // namespace

// After an interrupt nothing more is said by this thread: the process is about to end.
template <class Work>
auto DatabaseInput::guarded(Work work) {
  busy_ = true;
  auto result = [&] {
    const std::unique_ptr<std::atomic<bool>, void (*)(std::atomic<bool>*)> at_end(
        &busy_, [](std::atomic<bool>* busy) { *busy = false; });
    return work();
  }();
  wait_if_interrupted();
  return result;
}

void DatabaseInput::wait_if_interrupted() const {
  while (stop_.stop_requested()) std::this_thread::sleep_for(std::chrono::hours(1));
}

SqlResult<SqlConnectionPtr> DatabaseInput::open(const DatabaseUrl& url, const QueryControl& control,
                                                SqlAccess access) {
  const ConnectionSettings& settings = url.settings;
  auto opened = connect_database(settings, password_of_environment(), control, access);
  if (opened || opened.error().kind != SqlErrorKind::wrong_password ||
      !can_ask_for_password(settings))
    return opened;
  const auto password = ask_for_password(settings);
  if (!password) return opened;
  return connect_database(settings, *password, control, access);
}

SqlResult<ReportSetPtr> DatabaseInput::read(const CliOptions& options, ProgressLine& progress) {
  return guarded([&]() -> SqlResult<ReportSetPtr> {
    QueryControl control;
    control.stop = stop_.get_token();
    control.on_progress = [&](const SqlProgress& state) { progress.show(state); };
    auto connection = open(*options.database, control);
    if (!connection) return connection.error();
    SqlQuestion question = question_of(options, *options.database);
    auto reports = run_sql_report(**connection, question, control);
    // Nothing counted: only the counts tell whether all was rejected.
    if (!reports || question.counts || (*reports)->load_of(options.report).rows.counted > 0 ||
        options.allow_none)
      return reports;
    question.counts = true;
    return run_sql_report(**connection, question, control);
  });
}

SqlResult<std::vector<std::string>> DatabaseInput::add_tables(const CliOptions& options,
                                                              AnalysisOptions& analysis,
                                                              ProgressLine& progress) {
  return guarded([&]() -> SqlResult<std::vector<std::string>> {
    QueryControl control;
    control.stop = stop_.get_token();
    control.on_progress = [&](const SqlProgress& state) { progress.show(state); };
    std::vector<std::string> names;
    for (const DatabaseUrl& url : options.tables) {
      auto connection = open(url, control);
      if (!connection) return connection.error();
      auto rows = TableRows::find(std::move(*connection), question_of(options, url), control.stop);
      if (!rows) return rows.error();
      names.push_back(url.display);
      analysis.streams.emplace(url.display, rows->stream());
      tables_.emplace_back(url.display, std::move(*rows));
    }
    return names;
  });
}

std::optional<SqlError> DatabaseInput::fault_of(const std::string& name) const {
  const auto found =
      std::ranges::find(tables_, name, [](const auto& table) { return table.first; });
  return found == tables_.end() ? std::nullopt : found->second.fault();
}

SqlResult<std::vector<std::string>> DatabaseInput::explain(const CliOptions& options) {
  return guarded([&]() -> SqlResult<std::vector<std::string>> {
    QueryControl control;
    control.stop = stop_.get_token();
    auto connection = open(*options.database, control);
    if (!connection) return connection.error();
    auto statements =
        explain_sql_report(**connection, question_of(options, *options.database), control);
    if (!statements) return statements.error();
    std::vector<std::string> texts;
    for (ExplainedStatement& statement : *statements) texts.push_back(std::move(statement.text));
    return texts;
  });
}

SqlStatus DatabaseInput::write(
    const CliOptions& options,
    const std::function<SqlStatus(SqlConnection&, const QueryControl&)>& work) {
  // To leave nothing behind is worth a wait, where the server is slow to take back what it has.
  patience_ = std::chrono::seconds(10);
  return guarded([&]() -> SqlStatus {
    QueryControl control;
    control.stop = stop_.get_token();
    auto connection = open(*options.database, control, SqlAccess::read_write);
    if (!connection) return connection.error();
    return work(**connection, control);
  });
}

void DatabaseInput::interrupt(const std::function<bool()>& stuck) {
  stop_.request_stop();
  restore_terminal();
  const auto until = std::chrono::steady_clock::now() + patience_.load();
  const auto at_work = [this] {
    return busy_ || std::ranges::any_of(tables_, [](const auto& t) { return t.second.at_work(); });
  };
  while (at_work() && !stuck() && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

}  // namespace footfall
