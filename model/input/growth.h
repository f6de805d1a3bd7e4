#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// What became of a file that is read while others write it, told by its content.
namespace footfall {

/// What was read of a file from its beginning: how much, and the bytes at both ends.
struct ReadMark {
  static constexpr std::size_t kEndBytes = 512;

  std::uint64_t bytes = 0;
  std::string head;  ///< the first kEndBytes, or all
  std::string tail;  ///< the last kEndBytes, or all

  /// `more` was read behind the rest.
  void append(std::string_view more);
};

/// What a file holds now.
struct FoundFile {
  std::uint64_t bytes = 0;
  std::string head;  ///< what stands where the mark's head stood, as far as it goes
  std::string tail;  ///< what stands where the mark's tail stood
};

enum class Growth : std::uint8_t {
  none,     ///< it holds what was read
  more,     ///< it holds that, and more behind it
  shorter,  ///< it was cut: not even as long as what was read
  other,    ///< something else stands where that was
};
[[nodiscard]] Growth growth_of(const ReadMark& mark, const FoundFile& found);

/// Where the last line ends that is whole in the front of a file, which may be UTF-16 or UTF-32;
/// lines end in LF, or without any in CR. 0: none is whole.
[[nodiscard]] std::size_t end_of_whole_lines(std::string_view front);

}  // namespace footfall
