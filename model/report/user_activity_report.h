#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/core/decimal.h"
#include "model/core/spill_vector.h"
#include "model/core/text_pool.h"
#include "model/report/report.h"

namespace footfall {

/// Clicks, views, purchases and purchase value per user over distinct events.
struct UserActivityReport final : Report {
  static constexpr ReportKind kKind = ReportKind::user_activity;
  [[nodiscard]] ReportKind kind() const override { return kKind; }
  [[nodiscard]] std::vector<TablePtr> tables(const ReportPtr& self) const override;
  [[nodiscard]] bool empty() const override { return users.empty(); }
  [[nodiscard]] std::uint64_t listed() const override { return users.size(); }
  [[nodiscard]] std::size_t choices(FilterField field) const override;
  [[nodiscard]] std::string_view choice(FilterField field, std::size_t index) const override;
  [[nodiscard]] std::vector<Finding> findings() const override;
  [[nodiscard]] std::vector<Remark> remarks() const override;
  void release() const override;

  std::shared_ptr<const TextPool> names;  ///< user ids; may hold more than the report lists

  struct User {
    TextId name = 0;
    std::uint64_t clicks = 0;
    std::uint64_t views = 0;
    std::uint64_t purchases = 0;
    DecimalSum value;  ///< sum of the prices of purchases, units of 10^-18
  };
  SpillVector<User> users;  ///< ascending bytes of the id

  std::uint64_t events = 0;              ///< distinct events
  std::uint64_t duplicate_events = 0;    ///< counted rows that repeat an event
  std::uint64_t conflicting_events = 0;  ///< distinct events that share their id with another one
  std::uint64_t clicks = 0;
  std::uint64_t views = 0;
  std::uint64_t purchases = 0;
  DecimalSum value;
  std::vector<std::string> other_types;  ///< the commonest; known where nothing else is there
};

using UserActivityPtr = std::shared_ptr<const UserActivityReport>;

/// `user_activity`: user_id, click, view, purchase, total_value.
[[nodiscard]] TablePtr user_activity_table(UserActivityPtr report);

}  // namespace footfall
