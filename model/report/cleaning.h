#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/core/kinds.h"

// What of access logs is left out when nothing is wrong with it, and what their pages are called.
namespace footfall {

/// Requests that may be left out.
enum class LogPart : std::uint8_t { bots, static_files, errors, redirects, methods, end };
using LogParts = KindSet<LogPart>;

/// What pages are called by.
enum class PageForm : std::uint8_t {
  whole,             ///< the target
  path,              ///< without its query
  without_tracking,  ///< without parameters of campaigns and networks
};

/// What a report leaves out of the logs behind it. Rows of tables and of JSON that is no log stay.
struct Cleaning {
  LogParts leave_out;
  PageForm pages = PageForm::whole;

  [[nodiscard]] bool nothing() const { return *this == Cleaning{}; }
  friend bool operator==(const Cleaning&, const Cleaning&) = default;
};

/// What a row is to a Cleaning: whether it is one of a log, and the parts that it belongs to. Of
/// static files it does not tell, for that follows from the page.
class RowClass {
 public:
  static constexpr unsigned kBits = 6;

  constexpr RowClass() = default;  ///< no row of a log
  [[nodiscard]] static constexpr RowClass of_log() { return from_bits(kLog); }
  [[nodiscard]] static constexpr RowClass from_bits(std::size_t bits) {
    RowClass one;
    one.bits_ = static_cast<std::uint8_t>(bits);
    return one;
  }
  /// Below 1 << kBits.
  [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }

  constexpr void insert(LogPart part) { bits_ |= bit(part); }
  [[nodiscard]] constexpr bool is(LogPart part) const { return (bits_ & bit(part)) != 0; }
  [[nodiscard]] constexpr bool of_a_log() const { return (bits_ & kLog) != 0; }
  /// The same without its parts.
  [[nodiscard]] constexpr RowClass plain() const { return from_bits(bits_ & kLog); }

  [[nodiscard]] constexpr bool is_any(LogParts parts) const {
    for (const LogPart part : all_kinds<LogPart>())
      if (parts.contains(part) && is(part)) return true;
    return false;
  }
  friend constexpr bool operator==(RowClass, RowClass) = default;

 private:
  static constexpr std::uint8_t bit(LogPart part) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(part));
  }
  static constexpr std::uint8_t kLog = 1U << (kBits - 1);
  std::uint8_t bits_ = 0;
};
static_assert(kKinds<LogPart> + 1 == RowClass::kBits);

/// Counted rows of logs, by what a cleaning could leave of them.
struct CleaningCounts {
  /// By the bits of their class, that of static files too.
  std::array<std::uint64_t, std::size_t{1} << RowClass::kBits> rows{};
  std::uint64_t with_query = 0;  ///< rows whose pages PageForm::path calls otherwise

  [[nodiscard]] std::uint64_t all() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t count : rows) sum += count;
    return sum;
  }
  [[nodiscard]] std::uint64_t left_out(LogParts parts) const {
    std::uint64_t sum = 0;
    for (std::size_t bits = 0; bits < rows.size(); ++bits)
      if (RowClass::from_bits(bits).is_any(parts)) sum += rows[bits];
    return sum;
  }
};

}  // namespace footfall
