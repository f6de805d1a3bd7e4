#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/core/decimal.h"
#include "model/core/step.h"
#include "model/sql/sql_dialect.h"

namespace footfall {

using ResultRow = std::span<const std::string_view>;

/// Reads the fields of a row one by one; a field that is not what it must be makes `fault` true.
class FieldReader {
 public:
  FieldReader(const SqlDialect& dialect, ResultRow row) : dialect_(dialect), row_(row) {}
  [[nodiscard]] std::string_view text();
  [[nodiscard]] std::int64_t number();
  [[nodiscard]] std::uint64_t natural();  ///< a number that is not negative
  [[nodiscard]] std::int64_t instant();   ///< seconds, within the calendar
  [[nodiscard]] std::int64_t hour();      ///< the beginning of one that holds such an instant
  /// The day that begins at the clock reading of the field and whose rows are such instants, or a
  /// Monday whose week's are.
  [[nodiscard]] Day first_day(Step step);
  [[nodiscard]] UInt128 count();  ///< not negative
  /// A sum of amounts, in the dialect's amount_columns().
  [[nodiscard]] DecimalSum amount();
  [[nodiscard]] bool fault() const { return fault_ || next_ != row_.size(); }

 private:
  [[nodiscard]] std::string_view next();
  [[nodiscard]] DecimalSum decimal(std::string_view text, unsigned decimals);

  const SqlDialect& dialect_;
  ResultRow row_;
  std::size_t next_ = 0;
  bool fault_ = false;
};

}  // namespace footfall
