#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/core/decimal.h"
#include "model/core/spill_vector.h"
#include "model/core/text_pool.h"
#include "model/report/table.h"

namespace footfall {

/// Clicks, views, purchases and purchase value per user over distinct events.
struct UserActivityReport {
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

  /// Gives the memory of what is spilled back.
  void release() const;
};

using UserActivityPtr = std::shared_ptr<const UserActivityReport>;

/// `user_activity`: user_id, click, view, purchase, total_value.
[[nodiscard]] TablePtr user_activity_table(UserActivityPtr report);

}  // namespace footfall
