#include "model/session/database_browser.h"

#include <utility>

#include "model/sql/query_source.h"

namespace footfall {

DatabaseBrowser::~DatabaseBrowser() {
  // Who listens may be half gone already.
  blockSignals(true);
  stop();
  lists_.reset();
  statements_.reset();
  inspections_.reset();
}

void DatabaseBrowser::retire(std::unique_ptr<DatabaseThread>& thread) {
  if (!thread) return;
  thread->stop();
  farewells_.dispose(std::shared_ptr<DatabaseThread>(std::move(thread)));
}

void DatabaseBrowser::open(const ConnectionSettings& settings, const std::string& password) {
  close();
  lists_ = std::make_unique<DatabaseThread>(settings, password);
  statements_ = std::make_unique<DatabaseThread>(settings, password);
  inspections_ = std::make_unique<DatabaseThread>(settings, password);
  ask(Step::open,
      [this](SqlConnection& connection, const QueryControl& control,
             const Deliver& deliver) -> SqlStatus {
        auto tables = list_tables(connection, control);
        if (!tables) return tables.error();
        // Not everyone may see which others there are.
        auto databases = list_databases(connection, control);
        if (!databases && databases.error().kind != SqlErrorKind::no_permission)
          return databases.error();
        std::vector<std::string> names;
        if (databases) names = std::move(*databases);
        if (names.empty()) names.push_back(connection.settings().database);
        deliver([this, names = std::move(names), found = std::move(*tables)] {
          databases_ = names;
          tables_ = found;
          end(Step::open);
          emit opened();
        });
        return Done{};
      });
}

void DatabaseBrowser::close() {
  stop();
  retire(lists_);
  retire(statements_);
  retire(inspections_);
  databases_.clear();
  tables_.clear();
}

void DatabaseBrowser::look_at(const TableName& table) {
  ask(Step::look,
      [this, table](SqlConnection& connection, const QueryControl& control,
                    const Deliver& deliver) -> SqlStatus {
        auto columns = list_columns(connection, table, control);
        if (!columns) return columns.error();
        deliver([this, found = std::move(*columns)] { emit columns_found(found); });
        auto preview = preview_table(connection, table, kPreviewRows, control);
        if (!preview) return preview.error();
        deliver([this, found = std::move(*preview)] {
          end(Step::look);
          emit preview_found(found);
        });
        return Done{};
      });
}

void DatabaseBrowser::combine(const std::vector<TableName>& tables) {
  ask(Step::look,
      [this, tables](SqlConnection& connection, const QueryControl& control,
                     const Deliver& deliver) -> SqlStatus {
        auto query = query_of_tables(connection, tables, control);
        if (!query) return query.error();
        deliver([this, found = std::move(*query)] {
          end(Step::look);
          emit combined(found);
        });
        return Done{};
      });
}

void DatabaseBrowser::inspect(const SqlQuestion& question) {
  ask(Step::inspect,
      [this, question](SqlConnection& connection, const QueryControl& control,
                       const Deliver& deliver) -> SqlStatus {
        auto check = check_columns(connection, question, control);
        if (!check) return check.error();
        deliver([this, found = std::move(*check)] { emit checked(found); });
        auto span = find_time_span(connection, question, control);
        if (!span) return span.error();
        deliver([this, found = *span] {
          end(Step::inspect);
          emit span_found(found);
        });
        return Done{};
      });
}

void DatabaseBrowser::explain(const SqlQuestion& question, bool rows) {
  ask(Step::explain,
      [this, question, rows](SqlConnection& connection, const QueryControl& control,
                             const Deliver& deliver) -> SqlStatus {
        auto statements = explain_sql_report(connection, question, control);
        if (!statements) return statements.error();
        deliver([this, rows, found = std::move(*statements)] {
          if (!rows) end(Step::explain);
          emit explained(found);
        });
        if (!rows) return Done{};
        auto counted = preview_counted(connection, question, kPreviewRows, control);
        if (!counted) return counted.error();
        deliver([this, found = std::move(*counted)] {
          end(Step::explain);
          emit counted_found(found);
        });
        return Done{};
      });
}

void DatabaseBrowser::ask(Step step, Work work) {
  DatabaseThread* const thread = thread_of(step);
  if (!thread) return;
  Waiting& latest = waiting(step);
  ++latest.generation;
  latest.running = true;
  const Deliver deliver = [this, step, generation = latest.generation](std::function<void()> act) {
    QMetaObject::invokeMethod(
        this,
        [this, step, generation, act = std::move(act)] {
          if (waiting(step).generation == generation) act();
        },
        Qt::QueuedConnection);
  };
  thread->ask(
      [work = std::move(work), deliver](SqlConnection& connection, const QueryControl& control) {
        return work(connection, control, deliver);
      },
      {},
      [this, step, deliver](const SqlStatus& status) {
        if (status) return;
        deliver([this, step, error = status.error()] {
          end(step);
          emit failed(step, error);
        });
      });
  emit busy_changed();
}

void DatabaseBrowser::forget_questions() {
  for (const Step step : {Step::explain, Step::inspect}) {
    Waiting& question = waiting(step);
    ++question.generation;
    question.running = false;
    if (DatabaseThread* const thread = thread_of(step)) thread->stop();
  }
}

DatabaseThread* DatabaseBrowser::thread_of(Step step) const {
  switch (step) {
    case Step::explain:
      return statements_.get();
    case Step::inspect:
      return inspections_.get();
    case Step::open:
    case Step::look:
      break;
  }
  return lists_.get();
}

void DatabaseBrowser::end(Step step) {
  waiting(step).running = false;
  emit busy_changed();
}

void DatabaseBrowser::stop() {
  for (Waiting& question : waiting_) {
    ++question.generation;
    question.running = false;
  }
  if (lists_) lists_->stop();
  if (statements_) statements_->stop();
  if (inspections_) inspections_->stop();
  emit busy_changed();
}

}  // namespace footfall
