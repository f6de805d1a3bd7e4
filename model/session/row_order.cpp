#include "model/session/row_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

#include "model/core/parallel.h"
#include "model/session/text_matcher.h"

namespace footfall {
namespace {

// Ascending keys put the rows in order, but for ties that Table::compare resolves.
struct KeyedRow {
  std::uint64_t key;
  std::uint32_t row;
};

constexpr std::uint64_t kAbsentKey = std::numeric_limits<std::uint64_t>::max();

// The bits of a double in an order that unsigned integers share.
std::uint64_t number_key(double number, bool descending) {
  if (std::isnan(number)) return kAbsentKey;
  const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);  // -0 becomes 0
  const std::uint64_t key = (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
  return descending ? ~key : key;
}

bool is_searched(ColumnKind kind) {
  return kind == ColumnKind::text || kind == ColumnKind::hour || kind == ColumnKind::day;
}

std::vector<std::uint32_t> matching_rows(const OrderRequest& request, StopCheck& check) {
  const Table& table = *request.table;
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.columns().size(); ++i)
    if (is_searched(table.columns()[i].kind)) columns.push_back(i);

  const TextMatcher matcher(request.contains);
  std::vector<std::uint32_t> rows;
  std::string cell;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    check();
    for (std::size_t column : columns) {
      cell.clear();
      table.append_cell(cell, row, column);
      const bool date = table.columns()[column].kind != ColumnKind::text;
      if (!matcher.matches(cell) &&
          !(date && request.spoken && matcher.matches(request.spoken(cell))))
        continue;
      rows.push_back(static_cast<std::uint32_t>(row));
      break;
    }
  }
  return rows;
}

// Keys of a text column: the eight bytes after what all cells begin with.
void fill_text_keys(std::vector<KeyedRow>& keyed, const OrderRequest& request, StopCheck& check) {
  const Table& table = *request.table;
  const std::size_t column = *request.sort_column;
  if (keyed.empty()) return;
  std::string first, cell;
  table.append_cell(first, keyed.front().row, column);
  std::size_t shared = first.size();
  for (const KeyedRow& entry : keyed) {
    check();
    cell.clear();
    table.append_cell(cell, entry.row, column);
    shared = std::min(shared, cell.size());
    shared = static_cast<std::size_t>(
        std::mismatch(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(shared),
                      first.begin())
            .first -
        cell.begin());
  }
  for (KeyedRow& entry : keyed) {
    check();
    cell.clear();
    table.append_cell(cell, entry.row, column);
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i)
      key =
          key << 8 | (shared + i < cell.size() ? static_cast<unsigned char>(cell[shared + i]) : 0U);
    entry.key = request.descending ? ~key : key;
  }
}

// Least significant byte first: stable, and linear in the number of rows.
void radix_sort(std::vector<KeyedRow>& keyed, const std::stop_token& stop) {
  std::array<std::array<std::size_t, 256>, 8> counts{};
  for (const KeyedRow& entry : keyed)
    for (unsigned byte = 0; byte < 8; ++byte) ++counts[byte][entry.key >> (8 * byte) & 255];

  std::vector<KeyedRow> scratch(keyed.size());
  for (unsigned byte = 0; byte < 8; ++byte) {
    auto& begin = counts[byte];
    if (std::any_of(begin.begin(), begin.end(), [&](std::size_t n) { return n == keyed.size(); }))
      continue;
    if (stop.stop_requested()) throw Stopped{};
    std::exclusive_scan(begin.begin(), begin.end(), begin.begin(), std::size_t{0});
    for (const KeyedRow& entry : keyed) scratch[begin[entry.key >> (8 * byte) & 255]++] = entry;
    keyed.swap(scratch);
  }
}

void resolve_ties(std::vector<KeyedRow>& keyed, const OrderRequest& request, StopCheck& check) {
  const Table& table = *request.table;
  const std::size_t column = *request.sort_column;
  const auto before = [&](const KeyedRow& a, const KeyedRow& b) {
    check();
    const int order = table.compare(a.row, b.row, column);
    return request.descending ? order > 0 : order < 0;
  };
  for (auto begin = keyed.begin(); begin != keyed.end();) {
    auto end =
        std::find_if(begin, keyed.end(), [&](const KeyedRow& e) { return e.key != begin->key; });
    if (end - begin > 1 && !std::is_sorted(begin, end, before))
      std::stable_sort(begin, end, before);
    begin = end;
  }
}

void sort_rows(RowOrder& order, const std::stop_token& stop, StopCheck& check) {
  const OrderRequest& request = order.request;
  const Table& table = *request.table;
  const std::size_t column = *request.sort_column;

  std::vector<KeyedRow> keyed(order.size());
  for (std::size_t i = 0; i < keyed.size(); ++i)
    keyed[i].row = static_cast<std::uint32_t>(order.row(i));
  if (table.columns()[column].kind == ColumnKind::text) {
    fill_text_keys(keyed, request, check);
  } else {
    for (KeyedRow& entry : keyed) {
      check();
      const double number = table.number(entry.row, column);
      entry.key = number_key(number, request.descending);
      if (std::isnan(number)) continue;
      order.lowest = std::fmin(order.lowest, number);
      order.highest = std::fmax(order.highest, number);
    }
  }
  radix_sort(keyed, stop);
  resolve_ties(keyed, request, check);

  order.rows.resize(keyed.size());
  std::transform(keyed.begin(), keyed.end(), order.rows.begin(),
                 [](const KeyedRow& e) { return e.row; });
  order.natural = false;
}

void locate_row(RowOrder& order, StopCheck& check) {
  const OrderRequest& request = order.request;
  if (request.locate.empty() || request.locate_column >= request.table->columns().size()) return;
  std::string cell;
  for (std::size_t position = 0; position < order.size(); ++position) {
    check();
    cell.clear();
    request.table->append_cell(cell, order.row(position), request.locate_column);
    if (cell != request.locate) continue;
    order.located = position;
    return;
  }
}

}  // namespace

std::optional<std::size_t> RowOrder::position_of(std::size_t wanted) const {
  if (natural) return wanted < size() ? std::optional(wanted) : std::nullopt;
  const auto found = std::find(rows.begin(), rows.end(), wanted);
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

RowOrderPtr order_rows(const OrderRequest& request, const std::stop_token& stop) {
  auto order = std::make_shared<RowOrder>();
  order->request = request;
  order->natural = true;
  order->lowest = order->highest = std::numeric_limits<double>::quiet_NaN();
  if (!request.table) return order;
  try {
    StopCheck check(stop);
    if (!request.contains.empty()) {
      order->rows = matching_rows(request, check);
      order->natural = false;
    }
    if (request.sort_column) sort_rows(*order, stop, check);
    locate_row(*order, check);
    if (request.total) order->total = request.total(*order, check);
  } catch (const Stopped&) {
    return nullptr;
  }
  return order;
}

}  // namespace footfall
