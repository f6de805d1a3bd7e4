#include "model/sql/sql_report.h"

#include <chrono>
#include <utility>

#include "model/sql/asking.h"
#include "model/sql/rejected_rows.h"

namespace footfall {
namespace {

using Clock = std::chrono::steady_clock;

// What run_sql_report() runs, in its order.
struct PlannedStatement {
  SqlPurpose purpose;
  std::string (ReportStatements::*text)() const;
};
struct ReportPlan {
  ReportKind kind{};
  std::vector<PlannedStatement> (*statements)(const SqlQuestion& question) = nullptr;
};
constexpr PlannedStatement kConflicts = {SqlPurpose::conflicts, &ReportStatements::conflicts};
constexpr auto kPlans = kind_table<&ReportPlan::kind, ReportPlan>({
    {ReportKind::hourly_visitors,
     [](const SqlQuestion& question) {
       std::vector<PlannedStatement> all = {
           {SqlPurpose::visitor_cells, &ReportStatements::visitor_cells},
           {SqlPurpose::visitor_totals, &ReportStatements::visitor_totals}};
       if (question.all_visitors)
         all.push_back({SqlPurpose::all_visitors, &ReportStatements::all_visitors});
       return all;
     }},
    {ReportKind::customer_report,
     [](const SqlQuestion& question) {
       std::vector<PlannedStatement> all = {
           {SqlPurpose::customer_days, &ReportStatements::customer_days},
           {SqlPurpose::top_types, &ReportStatements::top_types}};
       if (question.counts && question.options.distinct_events) all.push_back(kConflicts);
       return all;
     }},
    {ReportKind::campaign_ranking,
     [](const SqlQuestion&) {
       return std::vector<PlannedStatement>{{SqlPurpose::campaigns, &ReportStatements::campaigns}};
     }},
    {ReportKind::user_activity,
     [](const SqlQuestion& question) {
       std::vector<PlannedStatement> all = {{SqlPurpose::users, &ReportStatements::users}};
       if (question.counts) all.push_back(kConflicts);
       return all;
     }},
    {ReportKind::requests,
     [](const SqlQuestion&) {
       return std::vector<PlannedStatement>{
           {SqlPurpose::request_hours, &ReportStatements::request_hours},
           {SqlPurpose::request_pages, &ReportStatements::request_pages}};
     }},
});
std::vector<PlannedStatement> plan_of(const SqlQuestion& question) {
  std::vector<PlannedStatement> all;
  if (question.counts) all.push_back({SqlPurpose::counts, &ReportStatements::counts});
  const auto planned = kPlans[question.kind].statements(question);
  all.insert(all.end(), planned.begin(), planned.end());
  return all;
}

class ReportRun : public Asking {
 public:
  ReportRun(SqlConnection& connection, const SqlQuestion& question, const QueryControl& control)
      : Asking(connection, question, control, plan_of(question).size()) {}

  [[nodiscard]] std::vector<ExplainedStatement> statements() const {
    const ReportStatements s = writer();
    std::vector<ExplainedStatement> all;
    if (question_.fetched) return {{SqlPurpose::role_values, s.role_values()}};
    if (zoned()) all.push_back({SqlPurpose::zones, s.stretches()});
    for (const PlannedStatement& planned : plan_of(question_))
      all.push_back({planned.purpose, (s.*planned.text)()});
    if (question_.kind == ReportKind::campaign_ranking && narrowed())
      all.push_back({SqlPurpose::all_campaigns, all_campaigns()});
    if (question_.counts && question_.wants_examples)
      all.push_back({SqlPurpose::rejected_rows, s.rejected_rows()});
    return all;
  }

  SqlResult<ReportSetPtr> run() {
    const Clock::time_point begin = Clock::now();
    auto set = std::make_shared<ReportSet>();
    set->filter = question_.filter;
    LoadReport& load = set->load[question_.kind];
    if (question_.counts) {
      if (SqlStatus counted = count_rows(load.rows); !counted) return counted.error();
    }
    SqlResult<std::uint64_t> rows = fetch(*set);
    if (!rows) return rows.error();
    if (!question_.counts) load.rows.counted = *rows;
    if (*rows != load.rows.counted) return changed();
    load.rows.counted -= total_rows_;
    load.rows.filtered_by_reason[FilterReason::total_line] += total_rows_;
    if (SqlStatus listed = list_rejected(load); !listed) return listed.error();
    load.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    load.ignored_filters = ignored_filters(events_of(question_.kind), question_.filter);
    SourceCounts source;
    source.path = question_.display;
    source.format = kSqlEngineTable[connection_.settings().engine].name;
    source.rows = load.rows;
    source.notes = notes_;
    load.sources.push_back(std::move(source));
    return ReportSetPtr(std::move(set));
  }

 private:
  [[nodiscard]] SqlError changed() const {
    return {SqlErrorKind::table_changed, name_of(question_.table), {}};
  }

  /// To a part that does not show which lines are totals, and names no campaigns.
  [[nodiscard]] bool narrowed() const {
    return !request_.filter.empty() && request_.filter[FilterField::campaign].empty();
  }
  /// The campaigns that there are without the filter.
  [[nodiscard]] std::string all_campaigns() const {
    SqlRequest all = request_;
    all.filter = {};
    return writer(all).campaigns();
  }

  SqlStatus count_rows(RowCounts& rows) {
    return step(
        writer().counts(), {3, kRejectReasons + kFilterReasons.size() + 1}, [&](ResultRow row) {
          FieldReader field(dialect_, row);
          const std::int64_t state = field.number();
          const std::uint64_t count = field.natural();
          const std::uint64_t rounded = field.natural();
          if (field.fault()) return false;
          if (state == kCountedState)
            rows.counted = count;
          else if (state >= kFilteredState &&
                   state < kFilteredState + static_cast<std::int64_t>(kFilterReasons.size()))
            rows.filtered_by_reason[static_cast<FilterReason>(state - kFilteredState)] = count;
          else if (state >= 0 && state < static_cast<std::int64_t>(kRejectReasons))
            rows.rejected_by_reason[static_cast<std::size_t>(state)] = count;
          else
            return false;
          if (state >= kCountedState) rows.rounded += rounded;
          return true;
        });
  }

  SqlStatus list_rejected(LoadReport& load) {
    if (load.rows.rejected() == 0 || !question_.wants_examples ||
        !question_.wants_examples(load.rows))
      return Done{};
    RejectedRows rejected(dialect_, events_of(question_.kind), request_.columns);
    progress_.again(1);
    const std::uint64_t most = request_.columns.size() * kRejectReasons * RejectedRows::kMostOfEach;
    if (SqlStatus done = step(writer().rejected_rows(), {5, most},
                              [&](ResultRow row) { return rejected.take(row); });
        !done)
      return done;
    if (!rejected.finish(load)) return changed();
    return Done{};
  }

  // Fills the report in and returns how many rows it counts.
  SqlResult<std::uint64_t> fetch(ReportSet& set) {
    struct Fetch {
      ReportKind kind{};
      SqlResult<std::uint64_t> (ReportRun::*fetch)(ReportSet& set) = nullptr;
    };
    static constexpr auto table = kind_table<&Fetch::kind, Fetch>({
        {ReportKind::hourly_visitors, &ReportRun::fetch_visitors},
        {ReportKind::customer_report, &ReportRun::fetch_customers},
        {ReportKind::campaign_ranking, &ReportRun::fetch_campaigns},
        {ReportKind::user_activity, &ReportRun::fetch_activity},
        {ReportKind::requests, &ReportRun::fetch_requests},
    });
    return (this->*table[question_.kind].fetch)(set);
  }

  SqlResult<std::uint64_t> fetch_visitors(ReportSet& set) {
    VisitorResults results(dialect_, question_.options);
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
    set.put(results.report());
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_customers(ReportSet& set) {
    CustomerResults results(dialect_, question_.options);
    const ReportStatements s = writer();
    if (SqlStatus done = step(s.customer_days(), {7 + 2 * dialect_.amount_columns()},
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
    set.put(results.report());
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_campaigns(ReportSet& set) {
    CampaignResults results(dialect_, question_.options.top);
    const AnswerShape shape = {4 + 2 * dialect_.amount_columns()};
    if (SqlStatus done =
            step(writer().campaigns(), shape, [&](ResultRow row) { return results.take(row); });
        !done)
      return done.error();
    if (!request_.filter[FilterField::campaign].empty()) {
      results.finish_named();
    } else if (narrowed() && results.any_total()) {
      // Whether they are totals is seen where all is that they are totals of.
      CampaignResults all(dialect_, 0);
      progress_.again(1);
      if (SqlStatus done =
              step(all_campaigns(), shape, [&](ResultRow row) { return all.take(row); });
          !done)
        return done.error();
      results.finish_part(all);
    } else {
      results.finish();
    }
    set.put(results.report());
    total_rows_ = results.total_rows();
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_activity(ReportSet& set) {
    ActivityResults results(dialect_);
    if (SqlStatus done = step(writer().users(), {6 + dialect_.amount_columns()},
                              [&](ResultRow row) { return results.take(row); });
        !done)
      return done.error();
    if (question_.counts) {
      const auto conflicts = fetch_conflicts();
      if (!conflicts) return conflicts.error();
      results.set_conflicts(*conflicts);
    }
    results.finish(question_.filter[FilterField::user]);
    set.put(results.report());
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_requests(ReportSet& set) {
    RequestResults results(dialect_, question_.options);
    const ReportStatements s = writer();
    if (SqlStatus done =
            step(s.request_hours(), {7}, [&](ResultRow row) { return results.take_hour(row); });
        !done)
      return done.error();
    if (SqlStatus done =
            step(s.request_pages(), {7}, [&](ResultRow row) { return results.take_page(row); });
        !done)
      return done.error();
    if (!results.finish()) return changed();
    set.put(results.report());
    return results.rows();
  }

  SqlResult<std::uint64_t> fetch_conflicts() {
    std::uint64_t conflicts = 0;
    const SqlStatus done = step(writer().conflicts(), {1, 1}, [&](ResultRow row) {
      // The sum over nothing is NULL or 0.
      if (row[0].data() == nullptr) return true;
      FieldReader field(dialect_, row);
      conflicts = field.natural();
      return !field.fault();
    });
    if (!done) return done.error();
    return conflicts;
  }

  std::uint64_t total_rows_ = 0;  // counted by the database, but no data
};

}  // namespace

SqlResult<ReportSetPtr> run_sql_report(SqlConnection& connection, const SqlQuestion& question,
                                       const QueryControl& control) {
  if (SqlStatus begun = connection.begin_snapshot(control); !begun) return begun.error();
  ReportRun asking(connection, question, control);
  SqlResult<ReportSetPtr> result = ask_prepared(asking, question, [&] { return asking.run(); });
  connection.end_snapshot(control);
  return result;
}

SqlResult<std::vector<ExplainedStatement>> explain_sql_report(SqlConnection& connection,
                                                              const SqlQuestion& question,
                                                              const QueryControl& control) {
  ReportRun asking(connection, question, control);
  if (SqlStatus prepared = asking.prepare(false); !prepared)
    return about_table(prepared.error(), question.table, question.where);
  return asking.statements();
}

SqlResult<SqlPreview> preview_table(SqlConnection& connection, const TableName& table,
                                    std::size_t rows, const QueryControl& control) {
  return sample_table(connection, table, rows, control);
}

}  // namespace footfall
