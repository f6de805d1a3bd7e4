#include "model/session/database_browser.h"

#include <utility>

namespace footfall {

DatabaseBrowser::~DatabaseBrowser() {
  // Who listens may be half gone already.
  blockSignals(true);
  stop();
  lists_.reset();
  statements_.reset();
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

void DatabaseBrowser::explain(const SqlQuestion& question) {
  ask(Step::explain,
      [this, question](SqlConnection& connection, const QueryControl& control,
                       const Deliver& deliver) -> SqlStatus {
        auto statements = explain_sql_report(connection, question, control);
        if (!statements) return statements.error();
        deliver([this, found = std::move(*statements)] {
          end(Step::explain);
          emit explained(found);
        });
        return Done{};
      });
}

void DatabaseBrowser::ask(Step step, Work work) {
  DatabaseThread* const thread = step == Step::explain ? statements_.get() : lists_.get();
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
  emit busy_changed();
}

}  // namespace footfall
