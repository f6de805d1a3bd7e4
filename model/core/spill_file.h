#pragma once

#include <cstddef>

namespace footfall {

/// Bytes in a file without a name, seen through memory that grows in place. What is not being read
/// or written need not stay in memory: release() gives its pages back, and a later access brings
/// them in again. The file lies in $TMPDIR, else /var/tmp, and is gone with the object. Room on the
/// disk is taken before the bytes are used, so that a full disk shows in grow() and not in a crash;
/// nobody else can shorten a file without a name.
class SpillFile {
 public:
  SpillFile() = default;
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  /// Makes at least `bytes` bytes usable; the address of the first stays the same. False where
  /// there is no folder, no room or no address space left for them: then nothing has changed.
  [[nodiscard]] bool grow(std::size_t bytes);
  [[nodiscard]] std::byte* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Other threads may read and write meanwhile.
  void release() const;

 private:
  [[nodiscard]] bool open();

  int descriptor_ = -1;
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace footfall
