#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/core/hash.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/customer_report.h"
#include "model/report/report_options.h"
#include "model/report/report_set.h"
#include "model/report/requests_report.h"
#include "model/report/user_activity_report.h"
#include "model/sql/field_reader.h"
#include "model/sql/sql_connection.h"

// From the rows of the statements of report_statements.h to the immutable reports. Each `take`
// function is a RowHandler's body; rows come in the order that the statement asks for. Long results
// are spilled: what a database sends may be larger than the memory here.
namespace footfall {

class VisitorResults {
 public:
  VisitorResults(const SqlDialect& dialect, const ReportOptions& options);
  [[nodiscard]] bool take_cell(ResultRow row);
  [[nodiscard]] bool take_total(ResultRow row);
  [[nodiscard]] bool take_all(ResultRow row);
  /// False where the two results do not fit each other: the table changed between them.
  [[nodiscard]] bool finish();
  [[nodiscard]] HourlyVisitorsPtr report() const { return report_; }
  [[nodiscard]] std::uint64_t rows() const { return report_->pageviews; }

 private:
  const SqlDialect& dialect_;
  ZoneCursor zone_;
  std::shared_ptr<HourlyVisitorsReport> report_;
  std::unordered_map<std::string, TextId, TextHash> page_ids_;
  std::vector<std::int64_t> cell_hours_;  // of the stretches of cells that begin at hour_begin
  std::uint64_t cell_views_ = 0;
  std::optional<std::uint64_t> all_views_;
};

class CampaignResults {
 public:
  CampaignResults(const SqlDialect& dialect, std::size_t top);
  [[nodiscard]] bool take(ResultRow row);
  [[nodiscard]] bool any_total() const { return !totals_.empty(); }
  /// Leaves total lines out, where they are what the others come to.
  void finish() { end(totals_match()); }
  /// Of a part of `all` that a filter leaves: leaves out what was left out there.
  void finish_part(const CampaignResults& all) { end(all.totals_match()); }
  /// Total lines that were asked for by name count.
  void finish_named() { end(std::nullopt); }
  [[nodiscard]] CampaignRankingPtr report() const { return report_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  /// Those of them that were left out.
  [[nodiscard]] std::uint64_t total_rows() const { return total_rows_; }

 private:
  [[nodiscard]] bool totals_match() const;
  void leave_totals_out();
  void end(std::optional<bool> leave_totals);

  // A campaign that a total word names.
  struct Total {
    CampaignRankingReport::Campaign figures;
    std::uint64_t rows = 0;
  };
  std::vector<Total> totals_;
  std::uint64_t total_rows_ = 0;
  const SqlDialect& dialect_;
  std::shared_ptr<CampaignRankingReport> report_;
  std::shared_ptr<TextPool> names_;
  std::uint64_t rows_ = 0;
};

class CustomerResults {
 public:
  CustomerResults(const SqlDialect& dialect, const ReportOptions& options);
  [[nodiscard]] bool take_day(ResultRow row);
  [[nodiscard]] bool take_top_type(ResultRow row);
  [[nodiscard]] bool finish();
  void set_conflicts(std::uint64_t conflicts) { report_->conflicting_events = conflicts; }
  [[nodiscard]] CustomerReportPtr report() const { return report_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  void end_day();
  void end_customer();

  const SqlDialect& dialect_;
  const ReportOptions& options_;
  std::shared_ptr<CustomerReport> report_;
  std::shared_ptr<TextPool> names_;
  std::shared_ptr<TextPool> types_;
  std::map<std::string, TextId, std::less<>> type_ids_;
  std::map<std::string, UnconvertedCurrency, std::less<>> unconverted_;
  std::uint64_t rows_ = 0;
  std::size_t typed_ = 0;  // customers whose top type is known
  // The customer and the day being read; sums in units of 10^-36.
  WideDecimal day_spend_;
  WideDecimal spend_;
  WideDecimal tickets_;
  WideDecimal total_;
  std::uint64_t ticket_count_ = 0;
};

class ActivityResults {
 public:
  explicit ActivityResults(const SqlDialect& dialect);
  [[nodiscard]] bool take(ResultRow row);
  /// Lists users that were asked for and are not there with zeros.
  void finish(const std::vector<std::string>& wanted);
  void set_conflicts(std::uint64_t conflicts) { report_->conflicting_events = conflicts; }
  [[nodiscard]] UserActivityPtr report() const { return report_; }
  [[nodiscard]] std::uint64_t rows() const { return report_->events + report_->duplicate_events; }

 private:
  const SqlDialect& dialect_;
  std::shared_ptr<UserActivityReport> report_;
  std::shared_ptr<TextPool> names_;
};

class RequestResults {
 public:
  RequestResults(const SqlDialect& dialect, const ReportOptions& options);
  [[nodiscard]] bool take_hour(ResultRow row);
  [[nodiscard]] bool take_page(ResultRow row);
  /// False where the two results do not fit each other: the table changed between them.
  [[nodiscard]] bool finish();
  [[nodiscard]] RequestsPtr report() const { return report_; }
  [[nodiscard]] std::uint64_t rows() const { return report_->all.requests(); }

 private:
  const SqlDialect& dialect_;
  ZoneCursor zone_;
  std::shared_ptr<RequestsReport> report_;
  std::shared_ptr<TextPool> names_;
  RequestTotals of_pages_;
};

}  // namespace footfall
