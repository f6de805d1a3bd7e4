#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/report/filter.h"
#include "model/report/filter_reason.h"
#include "model/report/report_options.h"
#include "model/sql/column_mapping.h"
#include "model/sql/sql_dialect.h"
#include "model/sql/zone_table.h"

namespace footfall {

/// What is asked of a table.
class ValueExpressions;
struct NumberSql;

/// How the numbers of a table are to be read.
struct NumberReading {
  std::map<std::string, int, std::less<>> shifts;  ///< by role: a number times 10 to this
  bool blank_is_zero = false;                      ///< missing figures of campaigns are 0
};

struct SqlRequest {
  ReportKind kind{};
  TableName table;
  ColumnMapping columns;
  ReportOptions options;  ///< `visitor` does not matter here
  Filter filter;          ///< answered_by() its rows
  NumberReading numbers;
  /// Read, rejected and filtered rows, duplicates and conflicts are worth a look at every row.
  bool counts = true;
  std::string where = {};  ///< SqlQuestion::where
  bool prewhere = false;   ///< the table takes PREWHERE (ClickHouse)
  bool plain = false;      ///< the dialect's short way
  std::size_t sample = 0;  ///< so many rows at most are looked at; 0: all
};

/// States of a row, besides the numbers of RejectReason; of a filtered one with the number of its
/// FilterReason added.
inline constexpr int kCountedState = 100;
inline constexpr int kFilteredState = 101;
/// The same with the role that is to blame: its number times this, and the reason.
inline constexpr int kBlamedRole = 1000;

/// Writes the statements of one request. Nothing in them but the request's names and values
/// depends on the request's user: every name is quoted, every value is a literal.
class ReportStatements {
 public:
  /// `report_zone` and `source_zone` are null for UTC; they must outlive the object.
  ReportStatements(const SqlDialect& dialect, const SqlRequest& request, std::string prefix,
                   const ZoneTable* report_zone, const ZoneTable* source_zone)
      : dialect_(dialect),
        request_(request),
        prefix_(std::move(prefix)),
        report_zone_(report_zone),
        source_zone_(source_zone) {}

  /// Beginnings of the stretches of time (ZoneTable::kStretch) that the table's instants lie in.
  [[nodiscard]] std::string stretches() const;
  /// state, rows, rows with rounded digits.
  [[nodiscard]] std::string counts() const;

  /// hour (or day or week: ReportOptions::step), page, visitors, pageviews; by hour, then page.
  [[nodiscard]] std::string visitor_cells() const;
  /// hour, visitors, pageviews; by hour.
  [[nodiscard]] std::string visitor_totals() const;
  /// Visitors and pageviews of all hours and pages: one row.
  [[nodiscard]] std::string all_visitors() const;

  /// campaign, rows, impressions, clicks, conversions..., spend...; by campaign.
  [[nodiscard]] std::string campaigns() const;

  /// customer, day, currency, rows, events, tickets, latest, amount..., ticket amount...; by
  /// customer, day, currency.
  [[nodiscard]] std::string customer_days() const;
  /// customer, its top event type; by customer.
  [[nodiscard]] std::string top_types() const;

  /// user, rows, events, clicks, views, purchases, value...; by user.
  [[nodiscard]] std::string users() const;
  /// Distinct events that share their id with another one: one number.
  [[nodiscard]] std::string conflicts() const;

  /// hour, rows, bytes, answers of 2xx, 3xx, 4xx and 5xx; by hour.
  [[nodiscard]] std::string request_hours() const;
  /// page and the same; by page.
  [[nodiscard]] std::string request_pages() const;

  /// state with the role to blame, rows, an example of what is rejected there, then for each role
  /// the rows that have a value.
  [[nodiscard]] std::string column_check() const;
  /// role to blame with the reason, two numbers of no meaning, rows, one of them: what feeds the
  /// roles, between apostrophes and with commas between. In the order of the server.
  [[nodiscard]] std::string rejected_rows() const;
  /// Every row as it stands in the table, in the order of the server: for each role with a column
  /// its text, 1 where that is a JSON value of the wrong type, and the seconds of what the server
  /// has as a time, else NULL.
  [[nodiscard]] std::string role_values() const;
  /// rows, the first and the last instant of them; of campaigns dates, as text. Not for activity.
  [[nodiscard]] std::string time_span() const;
  /// The first counted rows, as they stand in the table.
  [[nodiscard]] std::string counted_rows(const std::vector<ColumnInfo>& columns,
                                         std::size_t rows) const;

  /// A name prefix that no column of the table begins with.
  [[nodiscard]] static std::string free_prefix(const std::vector<ColumnInfo>& columns);

 private:
  struct Rows;
  /// One SELECT and the names of its columns.
  struct Events {
    std::string select;
    std::string id;
    std::string owner;
    std::string type;
    std::string seconds;
    std::string currency;
    std::vector<std::string> amount;
    std::string rows = "count(*)";  ///< of a group of events
  };
  [[nodiscard]] Rows visits(bool all_rows) const;
  [[nodiscard]] Rows payments(bool all_rows) const;
  [[nodiscard]] Rows campaign_rows(bool all_rows) const;
  [[nodiscard]] Rows activity(bool all_rows) const;
  [[nodiscard]] Rows request_rows(bool all_rows) const;
  [[nodiscard]] Rows rows(bool all_rows) const;
  void keep_range(Rows& rows, const std::string& hour) const;
  void keep_pages(Rows& rows, const std::string& page, bool all_rows) const;
  void keep_texts(Rows& rows, ConditionField field, const std::string& text) const;
  /// By hours of day and weekdays of a clock.
  void keep_clock(Rows& rows, const std::string& seconds, const ZoneTable* zone) const;
  void keep_weekdays(Rows& rows, const std::string& days) const;
  [[nodiscard]] bool asks_for(ConditionField field) const;
  [[nodiscard]] std::string request_totals(bool by_page) const;
  [[nodiscard]] std::string visitors(bool by_page) const;
  [[nodiscard]] Events events() const;
  [[nodiscard]] bool one_user() const;

  [[nodiscard]] std::string one_of(const std::string& text,
                                   const std::vector<std::string>& names) const;
  /// The type of an event that another one means (ReportOptions::event_map).
  [[nodiscard]] std::string meant_type(Rows& rows, const std::string& type) const;
  [[nodiscard]] std::string table_text() const;
  void skip_others(Rows& rows, std::size_t role, const std::vector<std::string>& names) const;
  /// Of an amount, in as many columns as the dialect needs.
  [[nodiscard]] std::string sum(const std::vector<std::string>& value,
                                const std::string& condition = {}) const;
  [[nodiscard]] NumberSql number(ValueExpressions& write, std::size_t role) const;
  [[nodiscard]] const std::optional<ColumnSource>& column(std::size_t role) const {
    return request_.columns[role];
  }

  const SqlDialect& dialect_;
  const SqlRequest& request_;
  std::string prefix_;
  const ZoneTable* report_zone_;
  const ZoneTable* source_zone_;
};

}  // namespace footfall
