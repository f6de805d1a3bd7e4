#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/sql/report_progress.h"
#include "model/sql/report_results.h"
#include "model/sql/report_statements.h"
#include "model/sql/sql_report.h"

namespace footfall {

/// One question to a table: its columns, the zones that its times need, and who writes its
/// statements. What is asked is said by those who inherit.
class Asking {
 public:
  /// `steps`: statements that read the table, but for the one that asks for the zones.
  Asking(SqlConnection& connection, const SqlQuestion& question, const QueryControl& control,
         std::size_t steps);

  /// `look` asks the table which stretches of time it needs the zones for; else recent decades are
  /// taken.
  [[nodiscard]] SqlStatus prepare(bool look);

  /// The table holds values of unusual forms: what is to be written must know all of them. False
  /// where it does already.
  [[nodiscard]] bool prepare_the_long_way() { return take_the_long_way(1 + steps_); }
  [[nodiscard]] bool run_the_long_way() { return take_the_long_way(steps_); }

 protected:
  /// Clock changes matter: the table is asked first which of them.
  [[nodiscard]] bool zoned() const { return is_zoned(question_); }
  [[nodiscard]] ReportStatements writer() const { return writer(request_); }
  /// Of the same table; outlived by the request.
  [[nodiscard]] ReportStatements writer(const SqlRequest& request) const {
    return {dialect_, request, prefix_, report_zone_ ? &*report_zone_ : nullptr,
            source_zone_ ? &*source_zone_ : nullptr};
  }
  [[nodiscard]] SqlError strange(ResultRow row) const;

  template <class Take>
  SqlStatus each(const std::string& statement, const AnswerShape& shape, Take take) {
    return connection_.query(
        statement, shape,
        [&](ResultRow row) -> SqlStatus {
          if (take(row)) return Done{};
          return strange(row);
        },
        progress_.control());
  }

  /// A statement that reads the table.
  template <class Take>
  SqlStatus step(const std::string& statement, const AnswerShape& shape, Take take) {
    progress_.next();
    return each(statement, shape, std::move(take));
  }

  SqlConnection& connection_;
  const SqlDialect& dialect_;
  const SqlQuestion& question_;
  ReportProgress progress_;
  SqlRequest request_;
  std::vector<ColumnInfo> columns_;
  std::vector<ReadingNote> notes_;  ///< of columns that are not called like their role

 private:
  static constexpr std::size_t kSampledRows = 200;
  [[nodiscard]] static bool is_zoned(const SqlQuestion& question);
  [[nodiscard]] SqlStatus look_up_table();
  [[nodiscard]] SqlStatus look_up_zones(bool look);
  bool take_the_long_way(std::size_t steps);

  std::size_t steps_;
  bool plain_ = true;
  std::string prefix_;
  std::optional<ZoneTable> report_zone_;
  std::optional<ZoneTable> source_zone_;
};

/// The first rows of a table, with the columns that it gives. Errors about the table name it.
[[nodiscard]] SqlResult<TableSample> sample_table(SqlConnection& connection, const TableName& table,
                                                  std::size_t rows, const QueryControl& control,
                                                  const std::string& where = {});

[[nodiscard]] std::string name_of(const TableName& table);
/// Errors of the server about a table name the connection, not the table. Those about its values
/// may come from the condition `where`, too.
[[nodiscard]] SqlError about_table(SqlError error, const TableName& table, std::string_view where);

/// Prepares the question and runs `work` on it, again the long way where the table asks for it.
/// Errors about the table name it.
template <class Questioner, class Work>
[[nodiscard]] auto ask_prepared(Questioner& asking, const SqlQuestion& question, Work work)
    -> decltype(work()) {
  SqlStatus prepared = asking.prepare(true);
  if (!prepared && prepared.error().kind == SqlErrorKind::inexact && asking.prepare_the_long_way())
    prepared = asking.prepare(true);
  if (!prepared) return about_table(prepared.error(), question.table, question.where);
  auto result = work();
  if (!result && result.error().kind == SqlErrorKind::inexact && asking.run_the_long_way())
    result = work();
  if (!result) return about_table(result.error(), question.table, question.where);
  return result;
}

}  // namespace footfall
