#include "model/report/compared_tables.h"

#include <array>
#include <charconv>
#include <compare>
#include <deque>
#include <limits>
#include <optional>
#include <utility>

#include "model/core/decimal.h"
#include "model/report/row_matching.h"

namespace footfall {
namespace {

constexpr unsigned kPercentDecimals = 2;
constexpr unsigned kCountDecimals = Decimal::kDigits;

// Wide enough for products of two sums, times a power of ten.
using Wide = WideInt<8>;
struct Fraction {
  Wide numerator;
  Wide denominator;
};

// Over the product of both denominators.
Wide change_between(const Fraction& now, const Fraction& before) {
  return now.numerator * before.denominator - before.numerator * now.denominator;
}

std::optional<Fraction> percent_of(const Fraction& now, const Fraction& before) {
  if (before.numerator.zero()) return std::nullopt;
  const Wide size = before.numerator.negative() ? -before.numerator : before.numerator;
  return Fraction{change_between(now, before) * Wide(100), now.denominator * size};
}

Wide rounded(const Fraction& value, unsigned decimals) {
  return divide_half_even(value.numerator * Wide(power_of_ten(decimals)), value.denominator);
}

void append_rounded(std::string& out, const Fraction& value, unsigned decimals) {
  append_fixed(out, WideDecimal(rounded(value, decimals)), decimals, decimals);
}

class MatchedTables final : public ComparedTable {
 public:
  using Row = MatchedRow;
  MatchedTables(TablePtr now, TablePtr before, MatchedRows matched)
      : now_(std::move(now)),
        before_(std::move(before)),
        rows_(std::move(matched.rows)),
        times_(std::move(matched.times)) {
    const std::span<const Column> source = now_->columns();
    for (std::size_t column = 0; column < source.size(); ++column) {
      add(source[column], column, Part::now);
      if (is_time(source[column].kind)) add_beside(source[column], column, Part::before);
      if (!measured({column, Part::now})) continue;
      for (const Part part : {Part::before, Part::change, Part::percent})
        add_beside(source[column], column, part);
    }
    decimals_.resize(source.size());
    for (std::size_t column = 0; column < source.size(); ++column)
      if (source[column].kind == ColumnKind::amount) decimals_[column] = decimals_of(column);
  }

  std::string name() const override { return now_->name().append(kComparedEnding); }
  std::span<const Column> columns() const override { return columns_; }
  std::size_t rows() const override { return rows_.size(); }
  Cell cell(std::size_t column) const override { return cells_[column]; }
  const Table& present() const override { return *now_; }
  MatchedRow matched(std::size_t row) const override { return rows_[row]; }
  const MatchedTime& time(std::size_t row) const override { return times_[rows_[row].time]; }

  void append_cell(std::string& out, std::size_t at, std::size_t column) const override {
    const Cell cell = cells_[column];
    const Row row = rows_[at];
    const Column& source = now_->columns()[cell.source];
    if (is_time(source.kind)) {
      out += cell.part == Part::now ? times_[row.time].now : times_[row.time].before;
      return;
    }
    switch (cell.part) {
      case Part::now:
        if (row.now == kNoRow && names_rows(cell))
          return before_->append_cell(out, row.before, cell.source);
        return append_value(out, *now_, row.now, cell.source);
      case Part::before:
        return append_value(out, *before_, row.before, cell.source);
      case Part::change:
      case Part::percent:
        if (const auto value = derived(row, cell))
          cell.part == Part::percent ? append_rounded(out, *value, kPercentDecimals)
                                     : append_measure(out, *value, cell.source);
    }
  }
  double number(std::size_t at, std::size_t column) const override {
    const Cell cell = cells_[column];
    const Row row = rows_[at];
    double number = std::numeric_limits<double>::quiet_NaN();
    if (is_time(now_->columns()[cell.source].kind))
      return static_cast<double>(times_[row.time].place.reading);
    if (!measured(cell)) return row.now == kNoRow ? number : now_->number(row.now, cell.source);
    if (const auto value = derived(row, cell)) {
      // Rounded twice, but never past another one.
      std::string text;
      append_rounded(text, *value, kCountDecimals);
      std::from_chars(text.data(), text.data() + text.size(), number);
    }
    return number;
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const Cell cell = cells_[column];
    const Row &a = rows_[row_a], &b = rows_[row_b];
    if (is_time(now_->columns()[cell.source].kind))
      return sign(times_[a.time].place <=> times_[b.time].place);
    if (names_rows(cell)) {
      std::string text_a, text_b;
      append_cell(text_a, row_a, column);
      append_cell(text_b, row_b, column);
      return text_a.compare(text_b);
    }
    if (!measured(cell)) {
      if (a.now == kNoRow || b.now == kNoRow) return sign((a.now == kNoRow) <=> (b.now == kNoRow));
      return now_->compare(a.now, b.now, cell.source);
    }
    const auto x = derived(a, cell), y = derived(b, cell);
    if (!x || !y) return sign(!x <=> !y);
    using Widest = WideInt<16>;  // for products of two of them
    return sign(Widest(x->numerator) * Widest(y->denominator) <=>
                Widest(y->numerator) * Widest(x->denominator));
  }

 private:
  void add(Column column, std::size_t source, Part part) {
    columns_.push_back(column);
    cells_.push_back({source, part});
  }
  void add_beside(const Column& column, std::size_t source, Part part) {
    static constexpr std::array<std::string_view, 4> kEndings = {"", "_before", "_change",
                                                                 "_change_percent"};
    const std::string& name =
        names_.emplace_back(column.name).append(kEndings[static_cast<std::size_t>(part)]);
    const bool shown_alike = part == Part::before || part == Part::change;
    add({name, shown_alike ? column.kind : ColumnKind::amount, column.measure}, source, part);
  }

  // All cells of an amount have the same decimals.
  [[nodiscard]] unsigned decimals_of(std::size_t column) const {
    std::string text;
    for (const Table* table : {now_.get(), before_.get()})
      for (std::size_t row = 0; row < table->rows() && text.empty(); ++row)
        table->append_cell(text, row, column);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<unsigned>(text.size() - point - 1);
  }

  // A text that names a row, the same in both tables.
  [[nodiscard]] bool names_rows(const Cell& cell) const {
    return cell.source < keys_ && now_->columns()[cell.source].kind == ColumnKind::text;
  }
  [[nodiscard]] bool measured(const Cell& cell) const {
    const Column& source = now_->columns()[cell.source];
    return is_number(source.kind) && source.measure != Measure::none;
  }
  void append_value(std::string& out, const Table& table, std::uint32_t row,
                    std::size_t column) const {
    if (row != kNoRow) return table.append_cell(out, row, column);
    const Column& source = table.columns()[column];
    if (is_number(source.kind) && source.measure == Measure::sum)
      append_measure(out, {Wide(0), Wide(1)}, column);
  }
  void append_measure(std::string& out, const Fraction& value, std::size_t column) const {
    if (now_->columns()[column].kind == ColumnKind::amount)
      return append_rounded(out, value, decimals_[column]);
    append_exact(out, WideDecimal(rounded(value, kCountDecimals)), kCountDecimals, 0);
  }
  static int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }
  static std::optional<Fraction> measured(const Table& table, std::uint32_t row,
                                          std::size_t column) {
    if (row == kNoRow) {
      if (table.columns()[column].measure != Measure::sum) return std::nullopt;
      return Fraction{Wide(0), Wide(1)};
    }
    const auto number = table.exact(row, column);
    if (!number) return std::nullopt;
    return Fraction{Wide(number->numerator), Wide(number->denominator)};
  }
  // The number of a cell, whatever its part; none where there is none.
  [[nodiscard]] std::optional<Fraction> derived(const Row& row, const Cell& cell) const {
    if (!is_number(now_->columns()[cell.source].kind)) return std::nullopt;
    const auto now = measured(*now_, row.now, cell.source);
    if (cell.part == Part::now) return now;
    const auto before = measured(*before_, row.before, cell.source);
    if (cell.part == Part::before) return before;
    if (!now || !before) return std::nullopt;
    if (cell.part == Part::percent) return percent_of(*now, *before);
    return Fraction{change_between(*now, *before), now->denominator * before->denominator};
  }

  TablePtr now_;
  TablePtr before_;
  std::size_t keys_ = keys_of(*now_);
  std::vector<Row> rows_;
  std::vector<MatchedTime> times_;
  std::deque<std::string> names_;
  std::vector<Column> columns_;
  std::vector<Cell> cells_;         // by column
  std::vector<unsigned> decimals_;  // by column of the source
};

}  // namespace

std::vector<TablePtr> compared_tables(const std::vector<TablePtr>& now,
                                      const std::vector<TablePtr>& before,
                                      const Comparison& comparison, StopCheck check) {
  std::vector<TablePtr> tables;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const bool ranking = i > 0 && now[i]->columns().data() == now[0]->columns().data();
    const TablePtr& beside = before[ranking ? 0 : i];
    MatchedRows rows = ranking ? ranked_rows(*now[i], *beside, comparison, check)
                               : matched_rows(*now[i], *beside, comparison, check);
    tables.push_back(std::make_shared<MatchedTables>(now[i], beside, std::move(rows)));
  }
  return tables;
}

std::string change_percent(const ExactNumber& now, const ExactNumber& before) {
  std::string text;
  if (const auto percent = percent_of({Wide(now.numerator), Wide(now.denominator)},
                                      {Wide(before.numerator), Wide(before.denominator)}))
    append_rounded(text, *percent, kPercentDecimals);
  return text;
}

}  // namespace footfall
