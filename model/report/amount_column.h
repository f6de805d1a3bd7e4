#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "model/core/csv_text.h"
#include "model/core/decimal.h"
#include "model/core/spill_vector.h"

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

  explicit AmountColumn(unsigned decimals = 6, Keep keep = Keep::in_memory)
      : decimals_(decimals), units_(keep) {}
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

  /// Gives the memory of spilled amounts back.
  void release() const { units_.release(); }

 private:
  [[nodiscard]] const WideDecimal& wide(std::size_t row) const;

  unsigned decimals_;
  SpillVector<std::int64_t> units_;
  std::vector<WideEntry> wide_;  // ascending rows
};

}  // namespace footfall
