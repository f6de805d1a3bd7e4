#include "model/report/row_matching.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

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

// The times of rows, each once: as many as there are hours or days, where rows may be millions.
class TimesOfRows {
 public:
  TimesOfRows(const Table& table, std::size_t keys, const Comparison& comparison)
      : now_(comparison, false), before_(comparison, true) {
    while (column_ < keys && !is_time(table.columns()[column_].kind)) ++column_;
    if (column_ < keys) kind_ = table.columns()[column_].kind;
  }
  std::uint32_t of(const Key& key) {
    if (!kind_) return 0;
    const Place& place = key.places[column_];
    if (!times_.empty() && times_[last_].place == place) return last_;
    const auto [entry, added] = numbers_.emplace(place, static_cast<std::uint32_t>(times_.size()));
    if (added) times_.push_back({place, now_.label(*kind_, place), before_.label(*kind_, place)});
    return last_ = entry->second;
  }
  std::vector<MatchedTime> all() && { return std::move(times_); }

 private:
  std::size_t column_ = 0;
  std::optional<ColumnKind> kind_;
  Places now_;
  Places before_;
  std::map<Place, std::uint32_t> numbers_;
  std::vector<MatchedTime> times_;
  std::uint32_t last_ = 0;
};

}  // namespace

Places::Places(const Comparison& of, bool before)
    : zone_(of.zone),
      cursor_(of.zone),
      step_(of.step),
      hours_(before ? of.shift() : 0),
      days_(before ? of.day_shift() : 0) {}

Place Places::of(const Table& table, std::size_t row, std::size_t column) {
  const auto number = static_cast<std::int64_t>(table.number(row, column));
  if (table.columns()[column].kind == ColumnKind::day) return {number + days_, false};
  if (number == last_start_) return last_;
  last_start_ = number;
  const Hour hour{number, cursor_.offset_at(number)};
  if (step_ != Step::hour) return last_ = {first_day(step_, hour) + days_, false};
  const std::int64_t reading = clock_reading(hour);
  return last_ = {reading + hours_, cursor_.hour_at(zone_.from_local(reading)) != hour};
}

std::string Places::label(ColumnKind kind, const Place& place) {
  std::string text;
  if (kind == ColumnKind::day || step_ != Step::hour) {
    append_date(text, static_cast<Day>(place.reading - days_));
    return text;
  }
  const std::int64_t reading = place.reading - hours_;
  Hour hour = cursor_.hour_at(zone_.from_local(reading));
  if (place.later) {
    const Hour first = hour;
    // Where clocks are set back in the middle of an hour, only its end comes twice.
    const std::int64_t change = zone_.period_at(first.start).end;
    if (change == INT64_MAX) return {};
    hour = cursor_.hour_at(std::max(change, reading - cursor_.offset_at(change)));
    if (hour == first) return {};
  }
  if (clock_reading(hour) == reading) append_hour(text, hour, zone_.is_utc());
  return text;
}

std::size_t keys_of(const Table& table) {
  const auto columns = table.columns();
  return static_cast<std::size_t>(std::ranges::find_if(columns, is_number, &Column::kind) -
                                  columns.begin());
}

MatchedRows matched_rows(const Table& now, const Table& before, const Comparison& comparison,
                         StopCheck& check) {
  const std::size_t keys = keys_of(now);
  KeyedRows a(now, keys, comparison, false);
  KeyedRows b(before, keys, comparison, true);
  TimesOfRows times(now, keys, comparison);
  std::vector<MatchedRow> rows;
  rows.reserve(std::max(now.rows(), before.rows()));
  while (!a.at_end() || !b.at_end()) {
    check();
    const int order = a.at_end() ? 1 : b.at_end() ? -1 : a.key().order(b.key());
    rows.push_back({order <= 0 ? a.row() : kNoRow, order >= 0 ? b.row() : kNoRow,
                    times.of(order <= 0 ? a.key() : b.key())});
    if (order <= 0) a.step();
    if (order >= 0) b.step();
  }
  return {std::move(rows), std::move(times).all()};
}

MatchedRows ranked_rows(const Table& ranking, const Table& before, const Comparison& comparison,
                        StopCheck& check) {
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
  return {std::move(rows), {}};
}

}  // namespace footfall
