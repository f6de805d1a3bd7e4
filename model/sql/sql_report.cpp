#include "model/sql/sql_report.h"

#include <chrono>
#include <optional>
#include <utility>

#include "model/sql/report_progress.h"
#include "model/sql/report_results.h"
#include "model/sql/sql_text.h"

namespace footfall {
namespace {

using Clock = std::chrono::steady_clock;

// All that the calendar has, and the times around it that are turned down later.
constexpr std::uint64_t kMostStretches =
    std::uint64_t{400'000'000'000} / std::uint64_t{ZoneTable::kStretch};

std::string name_of(const TableName& table) {
  return table.schema.empty() ? table.name : table.schema + '.' + table.name;
}

// One question: its columns, its zones and its statements.
class Asking {
 public:
  Asking(SqlConnection& connection, const SqlQuestion& question, const QueryControl& control)
      : connection_(connection),
        engine_(connection.settings().engine),
        question_(question),
        progress_(control, (zoned() ? 1U : 0U) + run_steps()) {}

  /// `look` asks the table which stretches of time it needs the zones for; else recent decades are
  /// taken.
  SqlStatus prepare(bool look) {
    const auto columns = list_columns(connection_, question_.table, progress_.control());
    if (!columns) return columns.error();
    auto mapping = map_columns(question_.kind, engine_, *columns, question_.columns);
    if (!mapping) return mapping.error();
    request_ = {question_.kind,    question_.table,  std::move(*mapping),
                question_.options, question_.filter, question_.counts};
    prefix_ = ReportStatements::free_prefix(*columns);
    if (engine_ == SqlEngine::clickhouse) {
      request_.plain = plain_;
      if (SqlStatus known = look_up_table(); !known) return known;
    }
    return zoned() ? look_up_zones(look) : Done{};
  }

  /// The table holds values of unusual forms: what is to be written must know all of them.
  [[nodiscard]] bool prepare_the_long_way() { return take_the_long_way(1 + run_steps()); }
  [[nodiscard]] bool run_the_long_way() { return take_the_long_way(run_steps()); }

  [[nodiscard]] std::vector<std::string> statements() const {
    const ReportStatements s = writer();
    std::vector<std::string> all;
    if (zoned()) all.push_back(s.stretches());
    for (const Statement statement : plan()) all.push_back((s.*statement)());
    return all;
  }

  SqlResult<ReportSetPtr> run() {
    const Clock::time_point begin = Clock::now();
    auto set = std::make_shared<ReportSet>();
    set->filter = question_.filter;
    LoadReport& load = set->load[static_cast<std::size_t>(question_.kind)];
    if (question_.counts) {
      if (SqlStatus counted = count_rows(load.rows); !counted) return counted.error();
    }
    SqlResult<std::uint64_t> rows = fetch(*set);
    if (!rows) return rows.error();
    if (!question_.counts) load.rows.counted = *rows;
    if (*rows != load.rows.counted) return changed();
    load.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    load.ignored_filters = ignored_filters(question_.kind, question_.filter);
    SourceCounts source;
    source.path = question_.display;
    source.format = engine_ == SqlEngine::postgresql ? "PostgreSQL" : "ClickHouse";
    source.rows = load.rows;
    load.sources.push_back(std::move(source));
    return ReportSetPtr(std::move(set));
  }

 private:
  // Clock changes matter: the table is asked first which of them.
  [[nodiscard]] bool zoned() const {
    const ReportOptions& options = question_.options;
    return question_.kind == ReportKind::hourly_visitors &&
           !(options.zone.is_utc() && options.source_zone.is_utc());
  }
  // What run() runs, in its order.
  using Statement = std::string (ReportStatements::*)() const;
  [[nodiscard]] std::vector<Statement> plan() const {
    using S = ReportStatements;
    std::vector<Statement> all;
    if (question_.counts) all.push_back(&S::counts);
    switch (question_.kind) {
      case ReportKind::hourly_visitors:
        all.insert(all.end(), {&S::visitor_cells, &S::visitor_totals});
        if (question_.all_visitors) all.push_back(&S::all_visitors);
        break;
      case ReportKind::customer_report:
        all.insert(all.end(), {&S::customer_days, &S::top_types});
        if (question_.counts && question_.options.distinct_events) all.push_back(&S::conflicts);
        break;
      case ReportKind::campaign_ranking:
        all.push_back(&S::campaigns);
        break;
      case ReportKind::user_activity:
        all.push_back(&S::users);
        if (question_.counts) all.push_back(&S::conflicts);
    }
    return all;
  }
  [[nodiscard]] std::size_t run_steps() const { return plan().size(); }
  bool take_the_long_way(std::size_t steps) {
    request_.plain = false;
    progress_.again(steps);
    return std::exchange(plain_, false) && engine_ == SqlEngine::clickhouse;
  }
  [[nodiscard]] ReportStatements writer() const {
    return {engine_, request_, prefix_, report_zone_ ? &*report_zone_ : nullptr,
            source_zone_ ? &*source_zone_ : nullptr};
  }
  [[nodiscard]] SqlError changed() const {
    return {SqlErrorKind::table_changed, name_of(question_.table), {}};
  }
  [[nodiscard]] SqlError strange(ResultRow row) const {
    std::string fields;
    for (const std::string_view field : row)
      fields += (fields.empty() ? "" : " | ") + std::string(field.substr(0, 40));
    return {SqlErrorKind::unexpected_answer, connection_.settings().place(), shown(fields)};
  }

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

  // A statement of the report, which reads the table.
  template <class Take>
  SqlStatus step(const std::string& statement, const AnswerShape& shape, Take take) {
    progress_.next();
    return each(statement, shape, std::move(take));
  }

  // Only tables of the MergeTree family can look at some columns first.
  SqlStatus look_up_table() {
    const std::string& schema = question_.table.schema;
    return each(
        "SELECT engine FROM system.tables WHERE name = " +
            quote_literal(engine_, question_.table.name) + " AND database = " +
            quote_literal(engine_, schema.empty() ? connection_.settings().database : schema),
        {1, 1}, [&](ResultRow row) {
          request_.prewhere = row[0].ends_with("MergeTree");
          return true;
        });
  }

  SqlStatus look_up_zones(bool look) {
    std::vector<std::int64_t> stretches;
    if (look) {
      const SqlStatus asked = step(writer().stretches(), {1, kMostStretches}, [&](ResultRow row) {
        FieldReader field(engine_, row);
        stretches.push_back(field.number());
        return !field.fault();
      });
      if (!asked) return asked;
    } else {
      constexpr std::int64_t kYear2000 = 946684800;
      constexpr std::int64_t kYear2038 = 2145916800;
      for (std::int64_t at = kYear2000; at < kYear2038; at += ZoneTable::kStretch)
        stretches.push_back(at);
    }
    const auto load = [&](const TimeZone& zone, std::optional<ZoneTable>& table) {
      if (!zone.is_utc()) table.emplace(zone, stretches);
      return !table || table->periods() <= ZoneTable::kMostPeriods;
    };
    if (!load(question_.options.zone, report_zone_) ||
        !load(question_.options.source_zone, source_zone_))
      return SqlError{SqlErrorKind::too_large, name_of(question_.table),
                      "its times lie in too many years for hours of that zone"};
    return Done{};
  }

  // PostgreSQL gives a sum of amounts as one number.
  [[nodiscard]] std::uint64_t amount_columns() const {
    return engine_ == SqlEngine::postgresql ? 1 : 2;
  }

  SqlStatus count_rows(RowCounts& rows) {
    return step(writer().counts(), {3, kRejectReasons + 2}, [&](ResultRow row) {
      FieldReader field(engine_, row);
      const std::int64_t state = field.number();
      const std::uint64_t count = field.natural();
      const std::uint64_t rounded = field.natural();
      if (field.fault()) return false;
      if (state == kCountedState)
        rows.counted = count;
      else if (state == kFilteredState)
        rows.filtered = count;
      else if (state >= 0 && state < static_cast<std::int64_t>(kRejectReasons))
        rows.rejected_by_reason[static_cast<std::size_t>(state)] = count;
      else
        return false;
      if (state >= kCountedState) rows.rounded += rounded;
      return true;
    });
  }

  // Fills the report in and returns how many rows it counts.
  SqlResult<std::uint64_t> fetch(ReportSet& set) {
    switch (question_.kind) {
      case ReportKind::hourly_visitors:
        return fetch_visitors(set);
      case ReportKind::customer_report:
        return fetch_customers(set);
      case ReportKind::campaign_ranking:
        return fetch_campaigns(set);
      case ReportKind::user_activity:
        break;
    }
    return fetch_activity(set);
  }

  SqlResult<std::uint64_t> fetch_visitors(ReportSet& set) {
    VisitorResults results(engine_, question_.options.zone);
    const ReportStatements s = writer();
    if (SqlStatus done =
            step(s.visitor_cells(), {4}, [&](ResultRow row) { return results.take_cell(row); });
        !done)
      return done.error();
    if (SqlStatus done =
            step(s.visitor_totals(), {3}, [&](ResultRow row) { return results.take_total(row); });
        !done)
      return done.error();
    if (question_.all_visitors) {
      if (SqlStatus done =
              step(s.all_visitors(), {2, 1}, [&](ResultRow row) { return results.take_all(row); });
          !done)
        return done.error();
    }
    if (!results.finish()) return changed();
    set.visitors = results.report();
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_customers(ReportSet& set) {
    CustomerResults results(engine_, question_.options);
    const ReportStatements s = writer();
    if (SqlStatus done = step(s.customer_days(), {7 + 2 * amount_columns()},
                              [&](ResultRow row) { return results.take_day(row); });
        !done)
      return done.error();
    progress_.next();
    const SqlStatus typed = connection_.query(
        s.top_types(), {2},
        [&](ResultRow row) -> SqlStatus {
          if (results.take_top_type(row)) return Done{};
          return changed();
        },
        progress_.control());
    if (!typed) return typed.error();
    if (!results.finish()) return changed();
    if (question_.counts && question_.options.distinct_events) {
      const auto conflicts = fetch_conflicts();
      if (!conflicts) return conflicts.error();
      results.set_conflicts(*conflicts);
    }
    set.customers = results.report();
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_campaigns(ReportSet& set) {
    CampaignResults results(engine_, question_.options.top);
    if (SqlStatus done = step(writer().campaigns(), {5 + amount_columns()},
                              [&](ResultRow row) { return results.take(row); });
        !done)
      return done.error();
    results.finish();
    set.campaigns = results.report();
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_activity(ReportSet& set) {
    ActivityResults results(engine_);
    if (SqlStatus done = step(writer().users(), {6 + amount_columns()},
                              [&](ResultRow row) { return results.take(row); });
        !done)
      return done.error();
    if (question_.counts) {
      const auto conflicts = fetch_conflicts();
      if (!conflicts) return conflicts.error();
      results.set_conflicts(*conflicts);
    }
    results.finish(question_.filter.users);
    set.activity = results.report();
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_conflicts() {
    std::uint64_t conflicts = 0;
    const SqlStatus done = step(writer().conflicts(), {1, 1}, [&](ResultRow row) {
      // The sum over nothing is NULL or 0.
      if (row[0].data() == nullptr) return true;
      FieldReader field(engine_, row);
      conflicts = field.natural();
      return !field.fault();
    });
    if (!done) return done.error();
    return conflicts;
  }

  SqlConnection& connection_;
  SqlEngine engine_;
  const SqlQuestion& question_;
  ReportProgress progress_;
  SqlRequest request_;
  bool plain_ = true;
  std::string prefix_;
  std::optional<ZoneTable> report_zone_;
  std::optional<ZoneTable> source_zone_;
};

// Errors of the server about a table name the connection, not the table.
SqlError about_table(SqlError error, const TableName& table) {
  if (error.kind == SqlErrorKind::no_such_table || error.kind == SqlErrorKind::inexact)
    error.where = name_of(table);
  return error;
}

}  // namespace

SqlResult<ReportSetPtr> run_sql_report(SqlConnection& connection, const SqlQuestion& question,
                                       const QueryControl& control) {
  if (SqlStatus begun = connection.begin_snapshot(control); !begun) return begun.error();
  Asking asking(connection, question, control);
  SqlResult<ReportSetPtr> result = [&]() -> SqlResult<ReportSetPtr> {
    SqlStatus prepared = asking.prepare(true);
    if (!prepared && prepared.error().kind == SqlErrorKind::inexact &&
        asking.prepare_the_long_way())
      prepared = asking.prepare(true);
    if (!prepared) return prepared.error();
    SqlResult<ReportSetPtr> reports = asking.run();
    if (!reports && reports.error().kind == SqlErrorKind::inexact && asking.run_the_long_way())
      reports = asking.run();
    return reports;
  }();
  connection.end_snapshot(control);
  if (!result) return about_table(result.error(), question.table);
  return result;
}

SqlResult<std::vector<std::string>> explain_sql_report(SqlConnection& connection,
                                                       const SqlQuestion& question,
                                                       const QueryControl& control) {
  Asking asking(connection, question, control);
  if (SqlStatus prepared = asking.prepare(false); !prepared)
    return about_table(prepared.error(), question.table);
  return asking.statements();
}

SqlResult<SqlPreview> preview_table(SqlConnection& connection, const TableName& table,
                                    std::size_t rows, const QueryControl& control) {
  const SqlEngine engine = connection.settings().engine;
  const auto columns = list_columns(connection, table, control);
  if (!columns) return columns.error();
  SqlPreview preview;
  // ClickHouse leaves out columns that it computes, so it names those that it gives.
  const bool named = engine == SqlEngine::clickhouse;
  if (!named)
    for (const ColumnInfo& column : *columns) preview.columns.push_back(column.name);
  const SqlStatus done = connection.query(
      "SELECT * FROM " + quote_table(engine, table) + " LIMIT " + std::to_string(rows) +
          (named ? " FORMAT TabSeparatedWithNames" : ""),
      {named ? AnswerShape::kAny : columns->size(), rows + (named ? 1 : 0)},
      [&](ResultRow row) -> SqlStatus {
        if (preview.columns.empty())
          preview.columns.assign(row.begin(), row.end());
        else
          preview.rows.emplace_back(row.begin(), row.end());
        return Done{};
      },
      control);
  if (!done) return about_table(done.error(), table);
  return preview;
}

}  // namespace footfall
