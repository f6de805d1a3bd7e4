#pragma once

#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/packed.h"

// Containers of our own making.
namespace footfall::testing {

inline std::string bzip2(std::string_view text) {
  std::string copy(text);
  std::string out(text.size() + text.size() / 50 + 1000, '\0');
  auto size = static_cast<unsigned>(out.size());
  if (BZ2_bzBuffToBuffCompress(out.data(), &size, copy.data(), static_cast<unsigned>(copy.size()),
                               1, 0, 0) != BZ_OK)
    std::abort();
  out.resize(size);
  return out;
}

inline std::string xz(std::string_view text) {
  std::string out(lzma_stream_buffer_bound(text.size()), '\0');
  std::size_t size = 0;
  if (lzma_easy_buffer_encode(
          1, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const std::uint8_t*>(text.data()),
          text.size(), reinterpret_cast<std::uint8_t*>(out.data()), &size, out.size()) != LZMA_OK)
    std::abort();
  out.resize(size);
  return out;
}

inline std::string lz4(std::string_view text) {
  LZ4F_preferences_t preferences{};
  preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
  std::string out(LZ4F_compressFrameBound(text.size(), &preferences), '\0');
  out.resize(LZ4F_compressFrame(out.data(), out.size(), text.data(), text.size(), &preferences));
  return out;
}

inline std::string zlib(std::string_view text) {
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::string out(size, '\0');
  if (compress(reinterpret_cast<Bytef*>(out.data()), &size,
               reinterpret_cast<const Bytef*>(text.data()),
               static_cast<uLong>(text.size())) != Z_OK)
    std::abort();
  out.resize(size);
  return out;
}

/// Names and contents.
using Members = std::vector<std::pair<std::string, std::string>>;

/// In the ustar format of POSIX.
inline std::string tar(const Members& members) {
  constexpr std::size_t kBlock = 512;
  std::string out;
  for (const auto& [name, content] : members) {
    std::string header(kBlock, '\0');
    const auto put = [&](std::size_t at, std::string_view text) {
      header.replace(at, text.size(), text);
    };
    std::array<char, 16> size{};
    std::snprintf(size.data(), size.size(), "%011lo", static_cast<unsigned long>(content.size()));
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, size.data());
    put(136, "00000000000");
    put(148, "        ");
    put(156, "0");
    put(257, std::string_view("ustar\00000", 8));
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%06o", sum);
    put(148, std::string(digits.data(), 6) + std::string("\0 ", 2));
    out += header + content;
    out.append((kBlock - content.size() % kBlock) % kBlock, '\0');
  }
  return out + std::string(2 * kBlock, '\0');
}

/// `deflated`, or stored.
inline std::string zip(const Members& members, bool deflated) {
  std::string out;
  std::string directory;
  const auto number = [](std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
  };
  for (const auto& [name, content] : members) {
    // A zlib stream is a header of two bytes, what zip wants, and a sum of four.
    const std::string packed = zlib(content);
    const std::string data = deflated ? packed.substr(2, packed.size() - 6) : content;
    const auto sum = static_cast<std::uint32_t>(crc32(
        0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    const std::string facts = number(20, 2) + number(0, 2) + number(deflated ? 8 : 0, 2) +
                              number(0, 2) + number(0x21, 2) + number(sum, 4) +
                              number(static_cast<std::uint32_t>(data.size()), 4) +
                              number(static_cast<std::uint32_t>(content.size()), 4) +
                              number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(static_cast<std::uint32_t>(out.size()), 4) + name;
    out += "PK\x03\x04" + facts + name + data;
  }
  const std::string count = number(static_cast<std::uint32_t>(members.size()), 2);
  const auto begin = static_cast<std::uint32_t>(out.size());
  return out + directory + "PK\x05\x06" + number(0, 4) + count + count +
         number(static_cast<std::uint32_t>(directory.size()), 4) + number(begin, 4) + number(0, 2);
}

}  // namespace footfall::testing
