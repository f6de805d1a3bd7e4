#include "model/report/row_matching.h"

#include <algorithm>
#include <numeric>

namespace footfall {
namespace {

// The key of a row, one part a column.
struct Key {
  std::vector<Place> places;       // of times
  std::vector<std::string> texts;  // of texts

  void read(const Table& table, std::size_t row, std::size_t columns, Places& where) {
    places.resize(columns);
    texts.resize(columns);
    for (std::size_t column = 0; column < columns; ++column) {
      if (is_time(table.columns()[column].kind)) {
        places[column] = where.of(table, row, column);
      } else {
        texts[column].clear();
        table.append_cell(texts[column], row, column);
      }
    }
  }
  [[nodiscard]] int order(const Key& other) const {
    for (std::size_t column = 0; column < places.size(); ++column) {
      if (places[column] != other.places[column])
        return places[column] < other.places[column] ? -1 : 1;
      if (const int texts_order = texts[column].compare(other.texts[column]); texts_order != 0)
        return texts_order;
    }
    return 0;
  }
};

// A table's rows in the order of their keys, which is its own but where clocks are set back.
class KeyedRows {
 public:
  KeyedRows(const Table& table, std::size_t keys, const Comparison& comparison, bool before)
      : table_(table), keys_(keys), places_(comparison, before), rows_(table.rows()) {
    std::iota(rows_.begin(), rows_.end(), std::uint32_t{0});
    if (table.columns()[0].kind == ColumnKind::hour) {
      const auto place = [&](std::uint32_t row) { return places_.of(table_, row, 0); };
      if (!std::ranges::is_sorted(rows_, {}, place)) std::ranges::stable_sort(rows_, {}, place);
    }
    read();
  }
  [[nodiscard]] bool at_end() const { return next_ == rows_.size(); }
  [[nodiscard]] std::uint32_t row() const { return rows_[next_]; }
  [[nodiscard]] const Key& key() const { return key_; }
  void step() {
    ++next_;
    read();
  }
  // The row with a key, or kNoRow.
  [[nodiscard]] std::uint32_t find(const Key& key) {
    Key found;
    const auto row = std::ranges::partition_point(rows_, [&](std::uint32_t at) {
      found.read(table_, at, keys_, places_);
      return found.order(key) < 0;
    });
    if (row == rows_.end()) return kNoRow;
    found.read(table_, *row, keys_, places_);
    return found.order(key) == 0 ? *row : kNoRow;
  }

 private:
  void read() {
    if (!at_end()) key_.read(table_, rows_[next_], keys_, places_);
  }
  const Table& table_;
  std::size_t keys_;
  Places places_;
  std::vector<std::uint32_t> rows_;
  std::size_t next_ = 0;
  Key key_;
};

}  // namespace

Places::Places(const Comparison& of, bool before)
    : zone_(of.zone),
      utc_(of.zone.is_utc()),
      step_(of.step),
      hours_(before ? of.shift() : 0),
      days_(before ? of.day_shift() : 0) {}

Place Places::of(const Table& table, std::size_t row, std::size_t column) {
  const auto number = static_cast<std::int64_t>(table.number(row, column));
  if (table.columns()[column].kind == ColumnKind::day) return {number + days_, false};
  if (number == last_start_) return last_;
  last_start_ = number;
  const Hour hour{number, zone_.offset_at(number)};
  if (step_ != Step::hour) return last_ = {first_day(step_, hour) + days_, false};
  const std::int64_t reading =
      floor_divide(hour.start + hour.offset, kSecondsPerHour) * kSecondsPerHour;
  ZoneCursor zone = zone_;
  return last_ = {reading + hours_, zone.hour_at(zone.from_local(reading)) != hour};
}

void Places::append(std::string& out, ColumnKind kind, const Place& place) const {
  if (kind == ColumnKind::day || step_ != Step::hour)
    return append_date(out, static_cast<Day>(place.reading - days_));
  ZoneCursor zone = zone_;
  const std::int64_t reading = place.reading - hours_;
  const std::int64_t first = zone.from_local(reading);
  Hour hour{first, static_cast<std::int32_t>(reading - first)};
  if (place.later) {
    // The offset behind the change.
    const std::int32_t next = zone.offset_at(first + kSecondsPerHour);
    if (next < hour.offset) hour = {reading - next, next};
  }
  append_hour(out, hour, utc_);
}

std::size_t keys_of(const Table& table) {
  const auto columns = table.columns();
  return static_cast<std::size_t>(std::ranges::find_if(columns, is_number, &Column::kind) -
                                  columns.begin());
}

std::vector<MatchedRow> matched_rows(const Table& now, const Table& before,
                                     const Comparison& comparison, StopCheck& check) {
  const std::size_t keys = keys_of(now);
  KeyedRows a(now, keys, comparison, false);
  KeyedRows b(before, keys, comparison, true);
  std::vector<MatchedRow> rows;
  rows.reserve(std::max(now.rows(), before.rows()));
  while (!a.at_end() || !b.at_end()) {
    check();
    const int order = a.at_end() ? 1 : b.at_end() ? -1 : a.key().order(b.key());
    rows.push_back({order <= 0 ? a.row() : kNoRow, order >= 0 ? b.row() : kNoRow});
    if (order <= 0) a.step();
    if (order >= 0) b.step();
  }
  return rows;
}

std::vector<MatchedRow> ranked_rows(const Table& ranking, const Table& before,
                                    const Comparison& comparison, StopCheck& check) {
  const std::size_t keys = keys_of(ranking);
  KeyedRows all(before, keys, comparison, true);
  Places places(comparison, false);
  std::vector<MatchedRow> rows;
  for (std::uint32_t row = 0; row < ranking.rows(); ++row) {
    check();
    Key key;
    key.read(ranking, row, keys, places);
    rows.push_back({row, all.find(key)});
  }
  return rows;
}

}  // namespace footfall
