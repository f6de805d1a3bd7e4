#include "model/report/user_activity_report.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "model/report/rewritten_ids.h"

namespace footfall {
namespace {

enum UserColumn : std::size_t { kUserId, kClick, kView, kPurchase, kTotalValue };
constexpr std::array<Column, 5> kColumns = {{{"user_id", ColumnKind::text},
                                             {"click", ColumnKind::count},
                                             {"view", ColumnKind::count},
                                             {"purchase", ColumnKind::count},
                                             {"total_value", ColumnKind::amount}}};
constexpr unsigned kLeastDecimals = 2;

class UserActivityTable final : public Table {
 public:
  explicit UserActivityTable(UserActivityPtr report) : report_(std::move(report)) {}

  std::string name() const override { return "user_activity"; }
  std::span<const Column> columns() const override { return kColumns; }
  std::size_t rows() const override { return report_->users.size(); }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const UserActivityReport::User& user = report_->users[row];
    if (column == kUserId) {
      out += (*report_->names)[user.name];
    } else if (column == kTotalValue) {
      append_exact(out, user.value, Decimal::kDigits, kLeastDecimals);
    } else {
      const fmt::format_int digits(count(user, column));
      out.append(digits.data(), digits.size());
    }
  }
  double number(std::size_t row, std::size_t column) const override {
    const UserActivityReport::User& user = report_->users[row];
    if (column == kUserId) return std::numeric_limits<double>::quiet_NaN();
    if (column == kTotalValue) return user.value.to_double() / static_cast<double>(Decimal::kOne);
    return static_cast<double>(count(user, column));
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const UserActivityReport::User& a = report_->users[row_a];
    const UserActivityReport::User& b = report_->users[row_b];
    // Rows stand in the order of their ids.
    if (column == kUserId) return sign(row_a <=> row_b);
    if (column == kTotalValue) return sign(a.value <=> b.value);
    return sign(count(a, column) <=> count(b, column));
  }

 private:
  static int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }
  static std::uint64_t count(const UserActivityReport::User& user, std::size_t column) {
    return column == kClick ? user.clicks : column == kView ? user.views : user.purchases;
  }

  UserActivityPtr report_;
};

}  // namespace

std::vector<TablePtr> UserActivityReport::tables(const ReportPtr& self) const {
  const auto report = std::static_pointer_cast<const UserActivityReport>(self);
  return {user_activity_table(report)};
}

std::size_t UserActivityReport::choices(FilterField field) const {
  return field == FilterField::user ? users.size() : 0;
}

std::string_view UserActivityReport::choice(FilterField, std::size_t index) const {
  return (*names)[users[index].name];
}

std::vector<Finding> UserActivityReport::findings() const {
  return {{"duplicate_events", duplicate_events}, {"conflicting_events", conflicting_events}};
}

std::vector<Remark> UserActivityReport::remarks() const {
  std::vector<Remark> remarks;
  if (events > 0 && clicks + views + purchases == 0)
    remarks.push_back({RemarkKind::no_usual_types, other_types});
  if (purchases > 0 &&
      std::ranges::all_of(users, [](const User& user) { return user.value == DecimalSum(); }))
    remarks.push_back({RemarkKind::no_value, {}});
  note_rewritten_ids(users, *names, remarks);
  return remarks;
}

void UserActivityReport::release() const {
  names->release();
  users.release();
}

TablePtr user_activity_table(UserActivityPtr report) {
  return std::make_shared<UserActivityTable>(std::move(report));
}

}  // namespace footfall
