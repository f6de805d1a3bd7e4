#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/field.h"
#include "model/parse/json_layout.h"
#include "model/parse/json_scanner.h"

namespace footfall {

/// Memory for unescaped strings: given out in pieces, taken back all at once.
class TextArena {
 public:
  [[nodiscard]] char* allocate(std::size_t bytes);
  void clear();

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t used_ = 0;  // of the last block
};

/// Key texts met in the objects of one layout node: `{"key": ` or `,"key": ` up to the first byte
/// of the value, as written. Rows of one file have nearly always the same keys in the same order,
/// so the text that followed last time is compared as a whole, and no key is scanned or looked up.
class JsonKeyTable {
 public:
  static constexpr std::size_t kKeyBytes = 64;
  static constexpr std::uint32_t kKeys = 32;

  struct Key {
    std::array<char, kKeyBytes> text{};
    std::uint32_t length = 0;
    std::uint32_t node = JsonLayout::kNone;
    std::uint32_t role = JsonLayout::kNone;  ///< of the node, where it is its only one
    std::uint32_t next = 0;                  ///< the key that followed last time

    [[nodiscard]] bool matches(const char* p) const;
  };

  JsonKeyTable() { forget(); }
  /// Forgets all keys but number 0, whose text no object can hold.
  void forget();
  [[nodiscard]] Key& operator[](std::uint32_t index) { return keys_[index]; }
  /// The key whose text stands at `p`, or 0.
  [[nodiscard]] std::uint32_t find(const char* p) const;
  /// Takes a new key in the place of the oldest; 0 when the text is too long.
  std::uint32_t learn(std::string_view text, std::uint32_t node, std::uint32_t role);

 private:
  std::array<Key, kKeys> keys_;
  std::uint32_t count_ = 1;
  std::uint32_t oldest_ = 1;
};

/// Reads one object per call into fields, following a layout; keeps what it learns about key order
/// between calls. Belongs to one thread.
class JsonRowParser {
 public:
  /// Forgets texts and keys; to be called for each chunk, before the first parse().
  void begin(const JsonLayout& layout);

  /// `p` stands on the `{` of a row; the line ends with a line feed with 64 readable bytes behind.
  /// Returns the byte behind the object, or null where it is malformed. UTF-8 is not checked.
  [[nodiscard]] const char* parse(const char* p);
  /// The same of a value of any kind, from its first byte on; paths may begin in an array.
  [[nodiscard]] const char* parse_any(const char* p);

  /// One Field per role, set by parse().
  [[nodiscard]] const Field* fields() const { return fields_.data(); }
  /// Bit r: the path of role r, which the layout watches, led to a value since begin(), or to null.
  [[nodiscard]] std::uint64_t found() const { return found_; }

 private:
  [[nodiscard]] const char* object(const char* p, std::uint32_t node, unsigned depth);
  [[nodiscard]] const char* value(const char* p, std::uint32_t node, unsigned depth);
  [[nodiscard]] const char* tracked_value(const char* p, std::uint32_t node, unsigned depth);
  [[nodiscard]] const char* array(const char* p, std::uint32_t node, unsigned depth);
  [[nodiscard]] bool holds(const char* object, const JsonElement& step);
  [[nodiscard]] const char* leaf(const char* p, Field& field, unsigned depth);
  [[nodiscard]] const char* escaped_string(const char* begin, const char* backslash, Field& field);
  [[nodiscard]] const char* unpredicted_key(const char* p, std::uint32_t node, JsonKeyTable& table,
                                            std::uint32_t& predicted, std::uint32_t& child);

  const JsonLayout* layout_ = nullptr;
  std::vector<JsonKeyTable> tables_;  // by layout node
  std::vector<Field> fields_;
  TextArena texts_;
  std::string key_;  // unescaped key
  std::uint64_t found_ = 0;
};

}  // namespace footfall
