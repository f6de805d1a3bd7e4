#include "model/input/file_hash.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "model/core/parallel.h"
#include "model/core/sha256.h"
#include "model/input/file_stamp.h"

namespace footfall {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

struct Descriptor {
  int number;
  // A pipe that took the file's name may keep nobody waiting.
  explicit Descriptor(const std::string& path)
      : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

bool is_still(const FileIdentity& before, int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return false;
  const std::optional<FileStamp> now = stamp_of(status);
  return now && now->bytes == before.bytes && nanoseconds(now->changed) == before.changed &&
         nanoseconds(now->touched) == before.touched;
}

FileHash fault_of(int error_number) {
  if (error_number == ENOENT || error_number == ENOTDIR) return {{}, HashGap::gone};
  return {{}, HashGap::unreadable, std::strerror(error_number)};
}

}  // namespace

FileHash hash_file(const std::string& path, const FileIdentity& before,
                   const std::function<void(std::uint64_t bytes)>& on_bytes,
                   const std::stop_token& stop) {
  const Descriptor file(path);
  if (file.number < 0) return fault_of(errno);
  if (!is_still(before, file.number)) return {{}, HashGap::changed};
  ::posix_fadvise(file.number, 0, 0, POSIX_FADV_SEQUENTIAL);
  Sha256 hash;
  std::vector<char> piece(kPiece);
  std::uint64_t read = 0;
  for (;;) {
    if (stop.stop_requested()) throw Stopped{};
    const ::ssize_t got = ::read(file.number, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault_of(errno);
    if (got == 0) break;
    hash.add({piece.data(), static_cast<std::size_t>(got)});
    read += static_cast<std::uint64_t>(got);
    // Whoever writes to it may be quicker than this.
    if (read > before.bytes) return {{}, HashGap::changed};
    if (on_bytes) on_bytes(static_cast<std::uint64_t>(got));
  }
  if (read != before.bytes || !is_still(before, file.number)) return {{}, HashGap::changed};
  return {hash.hex()};
}

}  // namespace footfall
