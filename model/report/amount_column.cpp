#include "model/report/amount_column.h"

#include <algorithm>

namespace footfall {

void AmountColumn::append(const WideDecimal& units) {
  if (units.fits_int128()) {
    const Int128 narrow = units.to_int128();
    if (narrow > Int128{kWide} && narrow <= Int128{std::numeric_limits<std::int64_t>::max()}) {
      units_.push_back(static_cast<std::int64_t>(narrow));
      return;
    }
  }
  wide_.push_back({units_.size(), units});
  units_.push_back(kWide);
}

const WideDecimal& AmountColumn::wide(std::size_t row) const {
  return std::lower_bound(
             wide_.begin(), wide_.end(), row,
             [](const WideEntry& entry, std::size_t wanted) { return entry.row < wanted; })
      ->units;
}

void AmountColumn::append_text(std::string& out, std::size_t row) const {
  if (units_[row] == kWide) return append_fixed(out, wide(row), decimals_, decimals_);
  append_fixed(out, units_[row], decimals_);
}

void AmountColumn::append_csv(CsvText& out, std::size_t row) const {
  if (units_[row] != kWide) [[likely]]
    return out.fixed(units_[row], decimals_);
  std::string text;
  append_text(text, row);
  out.plain(text);
}

double AmountColumn::number(std::size_t row) const {
  const double scale = static_cast<double>(power_of_ten(decimals_));
  return (units_[row] == kWide ? wide(row).to_double() : static_cast<double>(units_[row])) / scale;
}

int AmountColumn::compare(std::size_t row_a, std::size_t row_b) const {
  if (units_[row_a] != kWide && units_[row_b] != kWide)
    return units_[row_a] < units_[row_b] ? -1 : units_[row_a] > units_[row_b] ? 1 : 0;
  const auto order = units(row_a) <=> units(row_b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

}  // namespace footfall
