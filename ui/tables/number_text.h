#pragma once

#include <QLocale>
#include <QString>
#include <string_view>

namespace footfall {

/// A plain decimal number (`-1234.50`, any length) with the locale's separators and digits. Exact:
/// no digit is lost or rounded. Other text comes back as it is.
[[nodiscard]] QString localized_number(std::string_view plain, const QLocale& locale = QLocale());

[[nodiscard]] QString localized_number(std::uint64_t value, const QLocale& locale = QLocale());

/// The plain number with at most `decimals` decimals (1 or more), rounded half to even. A value
/// that would round to zero keeps all its digits.
[[nodiscard]] std::string shortened_number(std::string_view plain, std::size_t decimals);

/// The plain number times 100: `0.0312` → `3.12`.
[[nodiscard]] std::string percent_number(std::string_view plain);

/// A number of bytes in short: 512 B, 1.2 kB, 34.5 MB, 678 GB; of 1000 each.
[[nodiscard]] QString byte_text(double bytes, const QLocale& locale = QLocale());

}  // namespace footfall
