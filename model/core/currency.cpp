#include "model/core/currency.h"

#include <algorithm>
#include <array>

#include "model/core/blanks.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

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

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }

// U+20A0 to U+20CF, the block of currency symbols.
bool is_symbol(std::string_view three) {
  return three.size() == 3 && three.starts_with("\xE2\x82") && three[2] >= '\xA0';
}

}  // namespace

std::string_view canonical_currency(std::string_view text, std::string& buffer) {
  text = trim_all_blanks(text);
  if (std::ranges::none_of(text, is_small)) return text;
  buffer = text;
  for (char& c : buffer)
    if (is_small(c)) c = static_cast<char>(c - 'a' + 'A');
  return buffer;
}

bool CurrencyOrder::operator()(std::string_view a, std::string_view b) const {
  std::string buffer_a;
  std::string buffer_b;
  return canonical_currency(a, buffer_a) < canonical_currency(b, buffer_b);
}

bool is_currency_code(std::string_view word) {
  for (std::size_t at = 0; at < kCodes.size(); at += 4)
    if (equal_in_any_case(kCodes.substr(at, 3), word)) return true;
  return false;
}

bool is_currency_sign(std::string_view text) {
  return is_symbol(text) || std::ranges::find(kSigns, text) != kSigns.end();
}

std::size_t currency_at_front(std::string_view text) {
  if (text.size() > 3 && is_currency_code(text.substr(0, 3)) && !is_letter(text[3])) return 3;
  if (is_symbol(text.substr(0, 3))) return 3;
  for (const std::string_view sign : kSigns)
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

std::size_t currency_at_end(std::string_view text) {
  const std::size_t before = text.size() < 4 ? 0 : text.size() - 3;
  if (before > 0 && is_currency_code(text.substr(before)) && !is_letter(text[before - 1])) return 3;
  if (before > 0 && is_symbol(text.substr(before))) return 3;
  for (const std::string_view sign : kSigns)
    if (text.ends_with(sign)) return sign.size();
  return 0;
}

}  // namespace footfall
