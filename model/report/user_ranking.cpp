#include "model/report/user_ranking.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace footfall {
namespace {

using User = UserActivityReport::User;

int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

std::uint64_t count_of(const User& user, UserMeasure measure) {
  switch (measure) {
    case UserMeasure::clicks:
      return user.clicks;
    case UserMeasure::views:
      return user.views;
    case UserMeasure::purchases:
      return user.purchases;
    default:
      return counted_events(user);
  }
}

std::strong_ordering order_of(const User& a, const User& b, UserMeasure measure) {
  if (measure == UserMeasure::value) return a.value <=> b.value;
  return count_of(a, measure) <=> count_of(b, measure);
}

void append_whole(std::string& out, std::uint64_t value) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

class TopUsersTable final : public Table {
 public:
  explicit TopUsersTable(UserRankingPtr ranking) : ranking_(std::move(ranking)) {}

  std::string name() const override { return "top_users"; }
  std::span<const Column> columns() const override { return kColumns; }
  std::size_t rows() const override { return ranking_->users.size(); }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const User& user = at(row);
    if (column == kUserId)
      out += (*ranking_->report->names)[user.name];
    else if (column == kValue)
      append_exact(out, user.value, Decimal::kDigits, 2);
    else
      append_whole(out, count_of(user, measure_of(column)));
  }
  double number(std::size_t row, std::size_t column) const override {
    if (column == kUserId) return std::numeric_limits<double>::quiet_NaN();
    const User& user = at(row);
    if (column == kValue) return user.value.to_double() / static_cast<double>(Decimal::kOne);
    return static_cast<double>(count_of(user, measure_of(column)));
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    // The report's users stand in the order of their ids.
    if (column == kUserId) return sign(ranking_->users[row_a] <=> ranking_->users[row_b]);
    return sign(order_of(at(row_a), at(row_b), measure_of(column)));
  }

 private:
  enum : std::size_t { kUserId, kEvents, kClicks, kViews, kPurchases, kValue };
  static constexpr std::array<Column, 6> kColumns = {{{"user_id", ColumnKind::text},
                                                      {"events", ColumnKind::count},
                                                      {"click", ColumnKind::count},
                                                      {"view", ColumnKind::count},
                                                      {"purchase", ColumnKind::count},
                                                      {"total_value", ColumnKind::amount}}};
  static constexpr UserMeasure measure_of(std::size_t column) {
    return static_cast<UserMeasure>(column - kEvents);
  }
  static_assert([] {
    for (const UserMeasureFacts& facts : kUserMeasureTable)
      if (kColumns[kEvents + static_cast<std::size_t>(facts.measure)].name != facts.name)
        return false;
    return true;
  }());
  const User& at(std::size_t row) const { return ranking_->report->users[ranking_->users[row]]; }

  UserRankingPtr ranking_;
};

class UserStepsTable final : public Table {
 public:
  explicit UserStepsTable(const UserSteps& steps) : steps_(steps) {}

  std::string name() const override { return "user_steps"; }
  std::span<const Column> columns() const override { return kColumns; }
  std::size_t rows() const override { return UserSteps::kSteps + 1; }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    if (column == kStep)
      out += kNames[row];
    else if (column == kUsers)
      append_whole(out, users(row));
    else if (const auto share = this->share(row, column))
      append_fixed(out, *share, kShareDecimals, kShareDecimals);
  }
  double number(std::size_t row, std::size_t column) const override {
    if (column == kUsers) return static_cast<double>(users(row));
    const auto of = column == kStep ? std::nullopt : whole(row, column);
    if (!of || *of == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(users(row)) / static_cast<double>(*of);
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    if (column == kStep) return sign(row_a <=> row_b);
    if (column == kUsers) return sign(users(row_a) <=> users(row_b));
    const auto a = whole(row_a, column), b = whole(row_b, column);
    const bool has_a = a.value_or(0) > 0, has_b = b.value_or(0) > 0;
    if (!has_a || !has_b) return sign(has_b <=> has_a);
    const auto product = [](std::uint64_t x, std::uint64_t y) { return UInt128{x} * y; };
    return sign(product(users(row_a), *b) <=> product(users(row_b), *a));
  }

 private:
  enum : std::size_t { kStep, kUsers, kOfBefore, kOfAll };
  static constexpr unsigned kShareDecimals = 4;
  static constexpr std::array<Column, 4> kColumns = {
      {{"step", ColumnKind::text},
       {"users", ColumnKind::count},
       {"share_of_step_before", ColumnKind::amount, Measure::rate},
       {"share_of_users", ColumnKind::amount, Measure::rate}}};
  static constexpr std::array<std::string_view, UserSteps::kSteps + 1> kNames = {
      "all users", "with a view", "also a click", "also a purchase",
      "a purchase, no view or no click"};

  [[nodiscard]] std::uint64_t users(std::size_t row) const {
    return row < UserSteps::kSteps ? steps_.users[row] : steps_.purchased_otherwise;
  }
  // What a row's users are a part of.
  [[nodiscard]] std::optional<std::uint64_t> whole(std::size_t row, std::size_t column) const {
    if (column == kOfAll) return steps_.users[UserSteps::kAll];
    if (row == UserSteps::kAll || row >= UserSteps::kSteps) return std::nullopt;
    return steps_.users[row - 1];
  }
  [[nodiscard]] std::optional<WideInt<3>> share(std::size_t row, std::size_t column) const {
    const auto of = whole(row, column);
    if (of.value_or(0) == 0) return std::nullopt;
    return divide_half_even(WideInt<3>(Int128{users(row)} * power_of_ten(kShareDecimals)),
                            WideInt<3>(Int128{*of}));
  }

  UserSteps steps_;
};

}  // namespace

UserRankingPtr rank_users(UserActivityPtr report, UserMeasure measure, std::size_t most,
                          StopCheck check) {
  const auto& users = report->users;
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    const auto order = order_of(users[a], users[b], measure);
    return order != 0 ? order > 0 : a < b;
  };
  // A heap of the best so far, with the last of them on top.
  std::vector<std::size_t> best;
  for (std::size_t user = 0; user < users.size() && most > 0; ++user) {
    check();
    if (best.size() < most) {
      best.push_back(user);
    } else if (comes_first(user, best.front())) {
      std::ranges::pop_heap(best, comes_first);
      best.back() = user;
    } else {
      continue;
    }
    std::ranges::push_heap(best, comes_first);
  }
  std::ranges::sort_heap(best, comes_first);
  return std::make_shared<const UserRanking>(
      UserRanking{std::move(report), measure, std::move(best)});
}

TablePtr top_users_table(UserRankingPtr ranking) {
  return std::make_shared<TopUsersTable>(std::move(ranking));
}

UserSteps user_steps(const UserActivityReport& report, StopCheck check) {
  UserSteps steps;
  for (const User& user : report.users) {
    check();
    const bool viewed = user.views > 0, clicked = user.clicks > 0, purchased = user.purchases > 0;
    steps.users[UserSteps::kAll] += 1;
    steps.users[UserSteps::kViewed] += viewed ? 1 : 0;
    steps.users[UserSteps::kClicked] += viewed && clicked ? 1 : 0;
    steps.users[UserSteps::kPurchased] += viewed && clicked && purchased ? 1 : 0;
    steps.purchased_otherwise += purchased && !(viewed && clicked) ? 1 : 0;
  }
  return steps;
}

TablePtr user_steps_table(const UserSteps& steps) {
  return std::make_shared<UserStepsTable>(steps);
}

}  // namespace footfall
