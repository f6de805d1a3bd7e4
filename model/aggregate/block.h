#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

namespace footfall {

/// A piece of a log: uninitialised room for `size` trivial items, of which `used` are filled.
template <class T>
struct Block {
  std::unique_ptr<T[]> items;
  std::size_t used = 0;
  std::size_t size = 0;

  explicit Block(std::size_t room) : items(std::make_unique_for_overwrite<T[]>(room)), size(room) {}
  Block(Block&&) noexcept = default;
  Block& operator=(Block&&) noexcept = default;
  Block(const Block& other) : Block(other.size) {
    used = other.used;
    std::copy_n(other.items.get(), used, items.get());
  }
  Block& operator=(const Block& other) { return *this = Block(other); }
  ~Block() = default;

  [[nodiscard]] T* begin() { return items.get(); }
  [[nodiscard]] T* end() { return items.get() + used; }
  [[nodiscard]] const T* begin() const { return items.get(); }
  [[nodiscard]] const T* end() const { return items.get() + used; }
  [[nodiscard]] std::size_t room() const { return size - used; }
};

}  // namespace footfall
