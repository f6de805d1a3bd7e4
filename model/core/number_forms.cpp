#include "model/core/number_forms.h"

#include <algorithm>
#include <array>

#include "model/core/blanks.h"
#include "model/core/decimal.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kMinus = "\xE2\x88\x92";  // U+2212

// The codes of ISO 4217 in use, and some that stood in files not long ago.
constexpr std::string_view kCodes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BYR BZD CAD CDF CHF CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DEM DJF DKK DOP DZD EEK EGP "
    "ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD "
    "IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN "
    "PGK PHP PKR PLN PYG QAR RMB RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP "
    "STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF "
    "XCD XOF XPF YER ZAR ZMW ZWL";

// Signs, the longer ones before those that they begin or end with.
constexpr std::array<std::string_view, 43> kSigns = {
    "US$", "CA$", "AU$", "NZ$", "HK$", "NT$", "MX$", "R$", "A$", "C$", "S$", "$", "\xE2\x82\xAC",
    "\xC2\xA3", "\xC2\xA5", "\xC2\xA2", "\xC2\xA4", "SFr.", "Fr.", "Rs.", "Rs", "R", "kr.", "kr",
    "K\xC4\x8D", "z\xC5\x82", "Ft", "lei",
    // Baht, riel, taka, rupee mark, afghani, dram, full-width dollar, yen, pound and won, rial,
    // small dollar; yuan and yen written out.
    "\xE0\xB8\xBF", "\xE1\x9F\x9B", "\xE0\xA7\xB3", "\xE0\xA7\xB2", "\xD8\x8B", "\xD6\x8F",
    "\xEF\xBC\x84", "\xEF\xBF\xA5", "\xEF\xBF\xA1", "\xEF\xBF\xA6", "\xEF\xB7\xBC", "\xEF\xB9\xA9",
    "\xE5\x85\x83", "\xE5\x86\x86", "\xE2\x82\xBF"};

bool is_code(std::string_view word) {
  for (std::size_t at = 0; at < kCodes.size(); at += 4)
    if (equal_in_any_case(kCodes.substr(at, 3), word)) return true;
  return false;
}

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// U+20A0 to U+20CF, the block of currency symbols.
bool is_symbol(std::string_view three) {
  return three.size() == 3 && three.starts_with("\xE2\x82") && three[2] >= '\xA0';
}

bool take_sign_of_front(std::string_view& text) {
  std::size_t size = 0;
  if (text.size() > 3 && is_code(text.substr(0, 3)) && !is_letter(text[3])) size = 3;
  if (size == 0 && is_symbol(text.substr(0, 3))) size = 3;
  for (std::size_t i = 0; i < kSigns.size() && size == 0; ++i)
    if (text.starts_with(kSigns[i])) size = kSigns[i].size();
  text.remove_prefix(size);
  return size > 0;
}

bool take_sign_of_end(std::string_view& text) {
  std::size_t size = 0;
  const std::size_t before = text.size() < 4 ? 0 : text.size() - 3;
  if (before > 0 && is_code(text.substr(before)) && !is_letter(text[before - 1])) size = 3;
  if (size == 0 && before > 0 && is_symbol(text.substr(before))) size = 3;
  for (std::size_t i = 0; i < kSigns.size() && size == 0; ++i)
    if (text.ends_with(kSigns[i])) size = kSigns[i].size();
  text.remove_suffix(size);
  return size > 0;
}

// What stands between two groups: its kind, and its bytes; 0: nothing that may.
enum class Separator : std::uint8_t { none, comma, point, apostrophe, blank };
std::size_t separator_at_front(std::string_view text, DecimalMark mark, Separator& kind) {
  if (text.empty() || text[0] == static_cast<char>(mark)) return 0;
  std::size_t size = 1;
  if (text[0] == ',') {
    kind = Separator::comma;
  } else if (text[0] == '.') {
    kind = Separator::point;
  } else if (text[0] == '\'') {
    kind = Separator::apostrophe;
  } else if (text.starts_with("\xE2\x80\x99")) {  // U+2019
    kind = Separator::apostrophe;
    size = 3;
  } else {
    kind = Separator::blank;
    size = blank_at_front(text);
  }
  return size;
}

void take_digits(std::string_view& text, std::string& out) {
  while (!text.empty() && is_digit(text[0])) {
    out += text[0];
    text.remove_prefix(1);
  }
}

// Digits with groups, mark and exponent, nothing else.
bool rewrite_digits(std::string_view text, DecimalMark mark, std::string& out) {
  const std::size_t begin = out.size();
  take_digits(text, out);
  const std::size_t first = out.size() - begin;
  Separator used = Separator::none;
  if (first >= 1 && first <= 3 && out[begin] != '0') {
    for (;;) {
      Separator kind = Separator::none;
      const std::size_t size = separator_at_front(text, mark, kind);
      const std::string_view group = text.substr(size, 3);
      if (size == 0 || (used != Separator::none && kind != used) || group.size() < 3 ||
          !std::ranges::all_of(group, is_digit) ||
          (text.size() > size + 3 && is_digit(text[size + 3])))
        break;
      used = kind;
      out += group;
      text.remove_prefix(size + 3);
    }
  }
  std::size_t digits = out.size() - begin;
  if (text.starts_with(static_cast<char>(mark))) {
    out += '.';
    text.remove_prefix(1);
    const std::size_t point = out.size();
    take_digits(text, out);
    digits += out.size() - point;
  }
  if (digits == 0) return false;
  if (used == Separator::none && !text.empty() && (text[0] == 'e' || text[0] == 'E')) {
    std::string_view rest = text.substr(1);
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) rest.remove_prefix(1);
    if (rest.empty() || !std::ranges::all_of(rest, is_digit)) return false;
    out += text;
    return true;
  }
  return text.empty();
}

std::size_t minus_at_front(std::string_view text) {
  return text.starts_with('-') ? 1 : text.starts_with(kMinus) ? kMinus.size() : 0;
}
std::size_t minus_at_end(std::string_view text) {
  return text.ends_with('-') ? 1 : text.ends_with(kMinus) ? kMinus.size() : 0;
}

}  // namespace

bool rewrite_number(std::string_view text, DecimalMark mark, std::string& out) {
  bool negative = false;
  bool has_sign = false;
  bool currency_before = false;
  bool currency_behind = false;
  for (;;) {
    text = trim_all_blanks(text);
    const std::size_t minus = minus_at_front(text);
    const std::size_t minus_behind = minus_at_end(text);
    const bool plus = text.starts_with('+');
    const bool bracketed = text.size() > 2 && text.front() == '(' && text.back() == ')';
    if (minus > 0 || minus_behind > 0 || plus || bracketed) {
      if (has_sign) return false;
      has_sign = true;
      negative = !plus;
      if (plus || bracketed || minus > 0)
        text.remove_prefix(std::max(minus, std::size_t{1}));
      else
        text.remove_suffix(minus_behind);
      if (bracketed) text.remove_suffix(1);
    } else if (!currency_before && take_sign_of_front(text)) {
      currency_before = true;
    } else if (!currency_behind && take_sign_of_end(text)) {
      currency_behind = true;
    } else {
      break;
    }
  }
  out.clear();
  if (negative) out += '-';
  return rewrite_digits(text, mark, out);
}

bool is_whole(std::string_view number) {
  const ParsedNumber parsed = parse_number(number);
  return parsed.fault == NumberFault::out_of_range ||
         (parsed.fault == NumberFault::none && parsed.value.units % Decimal::kOne == 0);
}

std::optional<int> decimal_exponent(Decimal value) {
  constexpr int kMost = 2 * static_cast<int>(Decimal::kDigits);
  for (int exponent = 0; exponent <= kMost; ++exponent)
    if (value.units == power_of_ten(static_cast<unsigned>(exponent)))
      return exponent - static_cast<int>(Decimal::kDigits);
  return std::nullopt;
}

}  // namespace footfall
