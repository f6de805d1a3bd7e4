#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/core/kinds.h"
#include "model/core/parallel.h"
#include "model/report/user_activity_report.h"

namespace footfall {

/// What users are ranked by.
enum class UserMeasure : std::uint8_t { events, clicks, views, purchases, value, end };

struct UserMeasureFacts {
  UserMeasure measure{};
  std::string_view name;  ///< as the column of top_users_table()
};
inline constexpr auto kUserMeasureTable = kind_table<&UserMeasureFacts::measure, UserMeasureFacts>({
    {UserMeasure::events, "events"},
    {UserMeasure::clicks, "click"},
    {UserMeasure::views, "view"},
    {UserMeasure::purchases, "purchase"},
    {UserMeasure::value, "total_value"},
});

/// Clicks, views and purchases of a user.
[[nodiscard]] constexpr std::uint64_t counted_events(const UserActivityReport::User& user) {
  return user.clicks + user.views + user.purchases;
}

/// The users with most of something, the first at the top; equal ones by the bytes of their ids.
struct UserRanking {
  UserActivityPtr report;
  UserMeasure measure{};
  std::vector<std::size_t> users;  ///< indexes into the report's
};
using UserRankingPtr = std::shared_ptr<const UserRanking>;

/// At most `most` of them. May throw Stopped.
[[nodiscard]] UserRankingPtr rank_users(UserActivityPtr report, UserMeasure measure,
                                        std::size_t most, StopCheck check = {});

/// `top_users`: user_id, events, click, view, purchase, total_value, in the order of the ranking.
[[nodiscard]] TablePtr top_users_table(UserRankingPtr ranking);

/// Users by what there is of them among the distinct events, whatever came first: the report knows
/// no order in time. Each step is a part of the one before.
struct UserSteps {
  enum Step : std::size_t { kAll, kViewed, kClicked, kPurchased, kSteps };
  std::array<std::uint64_t, kSteps> users{};  ///< all; with a view; also a click; also a purchase
  std::uint64_t purchased_otherwise = 0;      ///< with a purchase, without a view or a click
};

/// May throw Stopped.
[[nodiscard]] UserSteps user_steps(const UserActivityReport& report, StopCheck check = {});

/// `user_steps`: step, users, share_of_step_before, share_of_users; shares with four decimals,
/// absent where there is nothing to be a share of. Behind the steps a row for those who purchased
/// otherwise, who are no step.
[[nodiscard]] TablePtr user_steps_table(const UserSteps& steps);

}  // namespace footfall
