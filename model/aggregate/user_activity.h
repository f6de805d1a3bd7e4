#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/aggregate/compaction_policy.h"
#include "model/aggregate/event_log.h"
#include "model/aggregate/key_table.h"
#include "model/core/report_kind.h"
#include "model/parse/rows.h"
#include "model/report/user_activity_report.h"

namespace footfall {

/// Clicks, views and purchases per user over distinct events. See aggregate.h for the concept.
///
/// While rows come in they are only appended to logs, spread by the event's id (event_log.h);
/// repeats go when a log has grown enough or the state is finished. Memory follows the number of
/// distinct events, whose ids and values are kept exactly, and of users.
class UserActivity {
 public:
  using Row = ActivityRow;
  using Report = UserActivityReport;
  static constexpr ReportKind kKind = ReportKind::user_activity;

  explicit UserActivity(const AggregateOptions& options);

  void add(const ActivityRow& row);
  void end_chunk() { flush(); }

  void merge(std::vector<UserActivity>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  /// A filter's users are all listed: those without events as rows of zeros.
  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options,
                                                     const Filter& filter,
                                                     const ParallelFor& parallel) const;
  [[nodiscard]] bool can_report(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                                   const ParallelFor& parallel = run_in_sequence) const;
  [[nodiscard]] std::size_t memory() const;

 private:
  enum PriceKind : std::uint32_t { kNoPrice, kSmallPrice, kWidePrice };
  // An event without its id. Equal values have equal bytes: a price is small wherever it fits.
  struct Values {
    KeyRef user;
    std::uint32_t type_and_price_kind;  // type id << 2 | PriceKind
    std::int64_t price;                 // 10^-8, or index into wide_prices_
    [[nodiscard]] std::uint32_t type() const { return type_and_price_kind >> 2; }
    [[nodiscard]] std::uint32_t price_kind() const { return type_and_price_kind & 3; }
  };
  // The types the report has columns for have the same ids in every state.
  enum KnownType : std::uint32_t { kClick, kView, kPurchase, kKnownTypes };
  struct UserCell {
    std::uint64_t clicks = 0;
    std::uint64_t views = 0;
    std::uint64_t purchases = 0;
    std::uint64_t others = 0;
    DecimalSum value;
  };
  struct UserRows {
    std::uint64_t events = 0;  // distinct
    std::uint64_t repeats = 0;
  };
  struct SharedEvent {
    std::uint64_t group;  // one id
    KeyRef user;
  };
  // By partition of KeyTable, then index.
  using Repeats = std::vector<std::vector<std::uint64_t>>;
  using Cells = std::vector<std::vector<UserCell>>;

  [[nodiscard]] TextId type_id(std::string_view type);
  void flush();
  void fold(std::size_t partition);
  void note_repeat(KeyRef user);
  [[nodiscard]] DecimalSum price_of(const Values& values) const;
  [[nodiscard]] Cells count_users(const ParallelFor& parallel) const;
  void publish(const Cells& cells, const ParallelFor& parallel);
  [[nodiscard]] std::vector<std::string> list_types(StopCheck& check) const;

  KeyTable users_;
  TextInterner types_;
  TextInterner wide_prices_;  // 16 bytes of Decimal units each
  EventLog<Values> events_;
  Repeats repeats_;
  CompactionPolicy policy_;
  std::stop_token abandoned_;

  // Rows not interned yet.
  std::array<std::string_view, KeyTable::kBatch> staged_users_;
  std::array<std::string_view, KeyTable::kBatch> staged_ids_;
  std::array<Values, KeyTable::kBatch> staged_values_;
  std::size_t staged_ = 0;

  // Made by finish().
  SortedKeys sorted_;
  std::shared_ptr<const UserActivityReport> whole_;
  std::vector<UserRows> rows_;       // by sorted_
  std::vector<SharedEvent> shared_;  // ascending groups
};

static_assert(Aggregate<UserActivity>);

}  // namespace footfall
