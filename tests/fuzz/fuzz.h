#pragma once

// What the fuzz targets share. An input is text: a first line of letters that says how the rest is
// read, so that seeds can be written and findings be read by hand.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace footfall::fuzz {

struct Input {
  std::string_view letters;  ///< the first line
  std::string_view rest;     ///< all behind it

  Input(const std::uint8_t* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::size_t end = all.find('\n');
    letters = all.substr(0, end);
    if (end != std::string_view::npos) rest = all.substr(end + 1);
  }
  [[nodiscard]] bool says(char letter) const {
    return letters.find(letter) != std::string_view::npos;
  }
};

/// Ends the process as a finding, which libFuzzer keeps.
[[noreturn]] inline void finding(const std::string& what) {
  std::fwrite(what.data(), 1, what.size(), stderr);
  std::fputc('\n', stderr);
  std::abort();
}

inline void must_equal(const std::string& what, const std::string& expected,
                       const std::string& got) {
  if (expected != got)
    finding(what + "\n--- expected\n" + expected + "\n--- got\n" + got + "\n---");
}

}  // namespace footfall::fuzz
