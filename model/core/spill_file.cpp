#include "model/core/spill_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace footfall {
namespace {

// Address space that is set aside for one file; it costs nothing.
constexpr std::size_t kReach = std::size_t{1} << 36;
constexpr std::size_t kStep = std::size_t{1} << 20;
// While a file grows, no more than so many steps of it stay in memory.
constexpr std::size_t kStepsInMemory = 4;

int open_nameless() {
  const char* const chosen = std::getenv("TMPDIR");
  const std::string folder = chosen != nullptr && *chosen != '\0' ? chosen : "/var/tmp";
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
  // Not every file system knows files without a name.
  std::string name = folder + "/footfall-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

SpillFile::~SpillFile() {
  if (data_ != nullptr) ::munmap(data_, kReach);
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool SpillFile::open() {
  if (descriptor_ < 0) descriptor_ = open_nameless();
  if (descriptor_ < 0) return false;
  void* const address =
      ::mmap(nullptr, kReach, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (address == MAP_FAILED) return false;
  data_ = static_cast<std::byte*>(address);
  return true;
}

bool SpillFile::grow(std::size_t bytes) {
  if (bytes <= size_) return true;
  if (bytes > kReach || (data_ == nullptr && !open())) return false;
  const std::size_t target = (bytes + kStep - 1) / kStep * kStep;
  const auto more = static_cast<off_t>(target - size_);
  if (::posix_fallocate(descriptor_, static_cast<off_t>(size_), more) != 0) return false;
  if (::mmap(data_ + size_, target - size_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED,
             descriptor_, static_cast<off_t>(size_)) == MAP_FAILED)
    return false;
  if (size_ / (kStep * kStepsInMemory) != target / (kStep * kStepsInMemory)) release();
  size_ = target;
  return true;
}

void SpillFile::release() const {
  // The pages belong to the file: what was written stays there.
  if (size_ > 0) ::madvise(data_, size_, MADV_DONTNEED);
}

}  // namespace footfall
