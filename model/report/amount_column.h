#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "model/core/csv_text.h"
#include "model/core/decimal.h"

namespace footfall {

/// Amounts already rounded to a fixed number of decimals. 8 bytes each; values that do not fit
/// 64 bits are kept aside at full width.
class AmountColumn {
 public:
  /// Marks a row in the parts below whose value stands among the wide ones.
  static constexpr std::int64_t kWide = std::numeric_limits<std::int64_t>::min();
  struct WideEntry {
    std::size_t row;
    WideDecimal units;
  };

  explicit AmountColumn(unsigned decimals = 6) : decimals_(decimals) {}
  /// From parts that several threads filled: `wide` has the rows marked kWide, ascending.
  AmountColumn(unsigned decimals, std::vector<std::int64_t> units, std::vector<WideEntry> wide)
      : decimals_(decimals), units_(std::move(units)), wide_(std::move(wide)) {}

  void reserve(std::size_t rows) { units_.reserve(rows); }
  void append(const WideDecimal& units);
  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] unsigned decimals() const { return decimals_; }

  /// The value in units of 10^-decimals.
  [[nodiscard]] WideDecimal units(std::size_t row) const {
    return units_[row] == kWide ? wide(row) : WideDecimal(Int128{units_[row]});
  }
  void append_text(std::string& out, std::size_t row) const;
  void append_csv(CsvText& out, std::size_t row) const;
  /// The value itself, not units; monotone.
  [[nodiscard]] double number(std::size_t row) const;
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b) const;

 private:
  [[nodiscard]] const WideDecimal& wide(std::size_t row) const;

  unsigned decimals_;
  std::vector<std::int64_t> units_;
  std::vector<WideEntry> wide_;  // ascending rows
};

}  // namespace footfall
