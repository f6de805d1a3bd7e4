#pragma once

#include <QObject>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/session/database_source.h"
#include "model/session/database_thread.h"
#include "model/sql/schema.h"
#include "model/sql/table_inspection.h"

namespace footfall {

/// What a database holds, for a dialog that chooses a table: asked on threads of its own. Of each
/// step the latest question wins; every question ends with its signal or with failed().
class DatabaseBrowser : public QObject {
  Q_OBJECT
 public:
  enum class Step : std::uint8_t {
    open,     ///< connects, lists databases and tables
    look,     ///< columns of a table, then its first rows; or of several that they share
    explain,  ///< the statements of a report, then the first rows that it would count
    inspect,  ///< how the first rows would fare, then the first and last time
  };
  static constexpr std::size_t kPreviewRows = 10;

  using QObject::QObject;
  ~DatabaseBrowser() override;

  void open(const ConnectionSettings& settings, const std::string& password);
  /// These after opened().
  void look_at(const TableName& table);
  /// A query for the rows of these (query_of_tables()).
  void combine(const std::vector<TableName>& tables);
  /// `rows`: the first ones that the report would count, too.
  void explain(const SqlQuestion& question, bool rows = false);
  void inspect(const SqlQuestion& question);
  /// Gives up what these two were asked.
  void forget_questions();
  /// Gives all questions up, on the server too; no signal follows.
  void stop();
  /// Closes the connections too.
  void close();
  [[nodiscard]] bool busy(Step step) const { return waiting(step).running; }

  [[nodiscard]] const std::vector<std::string>& databases() const { return databases_; }
  /// Those of the connection's database.
  [[nodiscard]] const std::vector<ListedTable>& tables() const { return tables_; }

 signals:
  void busy_changed();
  void opened();
  void columns_found(const std::vector<footfall::ColumnInfo>& columns);
  void combined(const std::string& query);  ///< empty: they share no column
  void preview_found(const footfall::SqlPreview& preview);
  void explained(const std::vector<footfall::ExplainedStatement>& statements);
  void counted_found(const footfall::SqlPreview& preview);
  void checked(const footfall::ColumnCheck& check);
  void span_found(const std::optional<footfall::ClockSpan>& span);
  void failed(footfall::DatabaseBrowser::Step step, const footfall::SqlError& error);

 private:
  struct Waiting {
    std::uint64_t generation = 0;
    bool running = false;
  };
  using Deliver = std::function<void(std::function<void()> act)>;
  using Work = std::function<SqlStatus(SqlConnection&, const QueryControl&, const Deliver&)>;
  void ask(Step step, Work work);
  void end(Step step);
  void retire(std::unique_ptr<DatabaseThread>& thread);
  [[nodiscard]] DatabaseThread* thread_of(Step step) const;
  [[nodiscard]] Waiting& waiting(Step step) { return waiting_[static_cast<std::size_t>(step)]; }
  [[nodiscard]] const Waiting& waiting(Step step) const {
    return waiting_[static_cast<std::size_t>(step)];
  }

  std::array<Waiting, 4> waiting_;
  std::vector<std::string> databases_;
  std::vector<ListedTable> tables_;
  std::unique_ptr<DatabaseThread> lists_;
  // So that neither a slow preview nor a look at the whole table keeps anybody waiting.
  std::unique_ptr<DatabaseThread> statements_;
  std::unique_ptr<DatabaseThread> inspections_;
  TaskThread farewells_;
};

}  // namespace footfall
