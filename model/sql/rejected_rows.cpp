#include "model/sql/rejected_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/sql/report_statements.h"

namespace footfall {
namespace {

constexpr std::string_view kNull = "NULL";

// `metadata->>'price'`: what --map takes.
std::string name_of(const ColumnSource& source) {
  std::string name = source.column.name;
  for (std::size_t i = 0; i < source.path.size(); ++i)
    name += (i + 1 < source.path.size() ? "->'" : "->>'") + source.path[i] + '\'';
  return name;
}

std::string value_of(std::string_view shown) {
  if (shown == kNull) return {};
  std::string value;
  for (std::size_t i = 1; i + 1 < shown.size(); ++i) {
    value += shown[i];
    if (shown[i] == '\'') ++i;  // it stands there twice
  }
  return value;
}

}  // namespace

RejectedRows::RejectedRows(const SqlDialect& dialect, EventType events,
                           const ColumnMapping& columns)
    : dialect_(dialect), events_(events), columns_(columns), shown_(columns.size()) {}

bool RejectedRows::read_values(std::string_view text) {
  bool first = true;
  for (std::size_t role = 0; role < columns_.size(); ++role) {
    if (!columns_[role]) continue;
    if (!std::exchange(first, false)) {
      if (!text.starts_with(',')) return false;
      text.remove_prefix(1);
    }
    std::size_t end = kNull.size();
    if (!text.starts_with(kNull)) {
      if (!text.starts_with('\'')) return false;
      for (end = 1; end < text.size(); ++end) {
        if (text[end] != '\'') continue;
        if (text.substr(end, 2) != "''") break;
        ++end;
      }
      if (end++ >= text.size()) return false;
    }
    shown_[role] = text.substr(0, end);
    text.remove_prefix(end);
  }
  return text.empty();
}

bool RejectedRows::take(ResultRow row) {
  FieldReader field(dialect_, row);
  const std::int64_t blame = field.number();
  static_cast<void>(field.number());
  static_cast<void>(field.number());
  const std::uint64_t rows = field.natural();
  const std::string_view values = field.text();
  if (field.fault() || blame < 0 || rows == 0 || !read_values(values)) return false;
  const auto role = static_cast<std::size_t>(blame / kBlamedRole);
  const auto reason = static_cast<std::size_t>(blame % kBlamedRole);
  if (role >= columns_.size() || reason >= kRejectReasons) return false;
  if (__builtin_add_overflow(rows_[reason], rows, &rows_[reason])) return false;
  Example example;
  example.rows = rows;
  example.reject.reason = static_cast<RejectReason>(reason);
  example.reject.column = sql_roles(events_)[role].name;
  std::string& excerpt = example.reject.excerpt;
  const auto add = [&](std::size_t at) {
    if (columns_[at])
      excerpt += (excerpt.empty() ? "" : ", ") + name_of(*columns_[at]) + '=' + shown_[at];
  };
  add(role);
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (i != role) add(i);
  excerpt.resize(std::min(excerpt.size(), kExcerptBytes));
  if (columns_[role]) {
    example.reject.value = value_of(shown_[role]).substr(0, kExcerptBytes);
    example.reject.table_column = name_of(*columns_[role]);
  }
  examples_.push_back(std::move(example));
  return true;
}

bool RejectedRows::finish(LoadReport& load) {
  if (rows_ != load.rows.rejected_by_reason) return false;
  std::ranges::sort(examples_, [](const Example& a, const Example& b) {
    return std::tie(a.reject.reason, b.rows, a.reject.column, a.reject.excerpt) <
           std::tie(b.reject.reason, a.rows, b.reject.column, b.reject.excerpt);
  });
  for (Example& example : examples_) {
    if (load.first_rejects.empty() || load.first_rejects.back().reason != example.reject.reason)
      load.first_rejects.push_back(example.reject);
    if (load.rejects.size() < kKeptRejects) load.rejects.push_back(std::move(example.reject));
  }
  return true;
}

}  // namespace footfall
