#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/core/spill_file.h"

namespace footfall {

/// Where the elements of a long vector are kept.
enum class Keep : bool {
  in_memory,
  spilled,  ///< in a file (SpillFile) once they take more than kSpillBytes
};
inline constexpr std::size_t kSpillBytes = std::size_t{1} << 20;

/// A vector that can leave memory, for results that are larger than anybody looks at. Where the
/// disk has no room it goes on in memory. Reading costs what it costs in a std::vector.
template <class T>
class SpillVector {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;

  explicit SpillVector(Keep keep = Keep::in_memory) : keep_(keep) {}
  SpillVector(std::vector<T> elements) : heap_(std::move(elements)) { look_at_heap(); }
  SpillVector(std::initializer_list<T> elements) : heap_(elements) { look_at_heap(); }
  SpillVector(const SpillVector& other) : keep_(other.keep_), heap_(other.heap_) {
    look_at_heap();
    if (other.file_ != nullptr)
      for (const T& element : other) push_back(element);
  }
  SpillVector(SpillVector&& other) noexcept { swap(other); }
  SpillVector& operator=(SpillVector other) noexcept {
    swap(other);
    return *this;
  }
  ~SpillVector() = default;

  void push_back(const T& element) {
    if (file_ != nullptr) return push_back_to_file(element);
    heap_.push_back(element);
    look_at_heap();
    if (keep_ == Keep::spilled && size_ * sizeof(T) > kSpillBytes) spill();
  }
  void append(std::span<const T> elements) {
    if (keep_ == Keep::spilled) {
      for (const T& element : elements) push_back(element);
      return;
    }
    heap_.insert(heap_.end(), elements.begin(), elements.end());
    look_at_heap();
  }
  T& emplace_back() {
    push_back(T());
    return back();
  }
  void reserve(std::size_t elements) {
    if (keep_ == Keep::spilled) return;
    heap_.reserve(elements);
    look_at_heap();
  }
  /// In memory only.
  void resize(std::size_t elements) {
    heap_.resize(elements);
    look_at_heap();
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// Bytes of memory.
  [[nodiscard]] std::size_t memory() const { return heap_.capacity() * sizeof(T); }
  [[nodiscard]] bool spilled() const { return file_ != nullptr; }
  [[nodiscard]] const T* data() const { return data_; }
  [[nodiscard]] const T& operator[](std::size_t i) const { return data_[i]; }
  [[nodiscard]] T& operator[](std::size_t i) { return data_[i]; }
  [[nodiscard]] const T& front() const { return data_[0]; }
  [[nodiscard]] const T& back() const { return data_[size_ - 1]; }
  [[nodiscard]] T& back() { return data_[size_ - 1]; }
  [[nodiscard]] const T* begin() const { return data_; }
  [[nodiscard]] const T* end() const { return data_ + size_; }
  [[nodiscard]] T* begin() { return data_; }
  [[nodiscard]] T* end() { return data_ + size_; }

  /// Gives the memory of spilled elements back until they are looked at again.
  void release() const {
    if (file_ != nullptr) file_->release();
  }

 private:
  void swap(SpillVector& other) noexcept {
    std::swap(keep_, other.keep_);
    std::swap(heap_, other.heap_);
    std::swap(file_, other.file_);
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
  }
  void look_at_heap() {
    data_ = heap_.data();
    size_ = heap_.size();
  }
  void spill() {
    auto file = std::make_unique<SpillFile>();
    if (!file->grow(2 * size_ * sizeof(T))) {
      keep_ = Keep::in_memory;
      return;
    }
    auto* const moved = reinterpret_cast<T*>(file->data());
    std::uninitialized_copy(begin(), end(), moved);
    file_ = std::move(file);
    data_ = moved;
    heap_ = std::vector<T>();  // an empty list would keep the memory
  }
  void push_back_to_file(const T& element) {
    const T copy = element;  // it may be one of ours
    if (!file_->grow((size_ + 1) * sizeof(T))) {
      heap_.assign(begin(), end());
      heap_.push_back(copy);
      file_.reset();
      keep_ = Keep::in_memory;
      return look_at_heap();
    }
    new (data_ + size_++) T(copy);
  }

  Keep keep_ = Keep::in_memory;
  std::vector<T> heap_;
  std::unique_ptr<SpillFile> file_;
  T* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace footfall
