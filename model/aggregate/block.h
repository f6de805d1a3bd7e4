#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace footfall {

/// A piece of a log: uninitialised room for `size` trivial items, of which `used` are filled. Large
/// pieces are pages of their own: what was never written takes no memory, and what is freed goes
/// back to the system at once, which the allocator does not promise to a process whose threads fill
/// logs side by side.
template <class T>
class Block {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  static constexpr std::size_t kPagesFrom = 64 * 1024;  ///< bytes

  std::size_t used = 0;
  std::size_t size = 0;

  explicit Block(std::size_t room) : size(room), items_(allocate(room), {room * sizeof(T)}) {}
  Block(Block&&) noexcept = default;
  Block& operator=(Block&&) noexcept = default;
  Block(const Block& other) : Block(other.size) {
    used = other.used;
    std::copy_n(other.begin(), used, begin());
  }
  Block& operator=(const Block& other) { return *this = Block(other); }
  ~Block() = default;

  [[nodiscard]] T* begin() { return items_.get(); }
  [[nodiscard]] T* end() { return items_.get() + used; }
  [[nodiscard]] const T* begin() const { return items_.get(); }
  [[nodiscard]] const T* end() const { return items_.get() + used; }
  [[nodiscard]] std::size_t room() const { return size - used; }

 private:
  struct Free {
    std::size_t bytes = 0;
    void operator()(T* items) const {
      if (bytes >= kPagesFrom) {
        munmap(items, bytes);
      } else {
        ::operator delete(items);
      }
    }
  };
  static T* allocate(std::size_t room) {
    const std::size_t bytes = room * sizeof(T);
    if (bytes < kPagesFrom) return static_cast<T*>(::operator new(bytes));
    void* const pages =
        mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    return static_cast<T*>(pages);
  }

  std::unique_ptr<T[], Free> items_;
};

}  // namespace footfall
