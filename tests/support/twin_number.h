#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace footfall::twin {

/// A whole number of any size, as decimal digits.
class Big {
 public:
  Big() = default;
  Big(std::int64_t value);
  /// Digits only, at least one.
  static Big from_digits(std::string_view digits, bool negative);

  [[nodiscard]] bool zero() const { return digits_.empty(); }
  [[nodiscard]] bool negative() const { return negative_; }
  [[nodiscard]] Big magnitude() const;
  [[nodiscard]] Big operator-() const;
  friend Big operator+(const Big& a, const Big& b);
  friend Big operator-(const Big& a, const Big& b) { return a + -b; }
  friend Big operator*(const Big& a, const Big& b);
  /// -1, 0, 1.
  friend int compare(const Big& a, const Big& b);
  friend bool operator==(const Big& a, const Big& b) { return compare(a, b) == 0; }
  friend bool operator<(const Big& a, const Big& b) { return compare(a, b) < 0; }

  /// Quotient of magnitudes toward zero, and what remains; `divisor` > 0, this >= 0.
  void divide(const Big& divisor, Big& quotient, Big& remainder) const;

  [[nodiscard]] std::string text() const;  ///< `-12`, `0`

 private:
  void trim();
  std::vector<int> digits_;  // lowest first, no zeros at the top
  bool negative_ = false;
};

Big power_of_ten(std::size_t exponent);

/// numerator / denominator (> 0) with exactly `decimals` digits, rounded half to even, never `-0`.
std::string fixed(const Big& numerator, const Big& denominator, std::size_t decimals);

/// units / 10^scale exactly, with at least `least` decimals and no further trailing zeros.
std::string exact(const Big& units, std::size_t scale, std::size_t least);

constexpr std::size_t kScale = 18;

/// A number of the contract in units of 10^-18.
struct Number {
  bool good = false;      ///< matches the grammar
  bool in_range = false;  ///< |x| <= 10^18
  bool rounded = false;   ///< digits behind the 18th decimal were lost
  Big units;              ///< where good and in range
  Big whole;  ///< the part before the decimal point, fraction cut; where good and in range
};
/// `text` without blanks around it.
Number read_number(std::string_view text);

/// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace footfall::twin
