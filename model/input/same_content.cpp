#include "model/input/same_content.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <map>
#include <optional>

namespace footfall {
namespace {

constexpr std::uint64_t kFrontBytes = std::uint64_t{1} << 20;
constexpr std::uint64_t kBackBytes = std::uint64_t{64} << 10;

struct File {
  std::size_t index = 0;
  ::dev_t device = 0;
  ::ino_t node = 0;
};

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  /// Reads [begin, begin + bytes); false where that is not to be had.
  [[nodiscard]] bool read(std::uint64_t begin, std::uint64_t bytes, std::string& out) const {
    out.resize(bytes);
    for (std::uint64_t done = 0; done < bytes;) {
      const ::ssize_t got =
          ::pread(number_, out.data() + done, bytes - done, static_cast<::off_t>(begin + done));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return false;
      done += static_cast<std::uint64_t>(got);
    }
    return true;
  }

 private:
  int number_;
};

bool same_bytes(const std::string& a, const std::string& b, std::uint64_t bytes) {
  const Descriptor left(a);
  const Descriptor right(b);
  const auto same = [&](std::uint64_t begin, std::uint64_t count) {
    std::string one;
    std::string other;
    return left.read(begin, count, one) && right.read(begin, count, other) && one == other;
  };
  const std::uint64_t back = std::min(bytes, kBackBytes);
  return same(bytes - back, back) && same(0, std::min(bytes, kFrontBytes));
}

}  // namespace

std::vector<SameContent> find_same_contents(const std::vector<std::string>& paths) {
  std::vector<SameContent> found;
  std::map<std::uint64_t, std::vector<File>> by_size;  // those that repeat no other
  for (std::size_t i = 0; i < paths.size(); ++i) {
    struct stat status {};
    if (paths[i] == "-" || ::stat(paths[i].c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
        status.st_size == 0)
      continue;
    const auto size = static_cast<std::uint64_t>(status.st_size);
    std::vector<File>& others = by_size[size];
    std::optional<SameContent> repeat;
    for (const File& other : others) {
      const bool same_file = other.device == status.st_dev && other.node == status.st_ino;
      if (!same_file && !same_bytes(paths[other.index], paths[i], size)) continue;
      repeat = SameContent{other.index, i, same_file};
      break;
    }
    if (repeat) {
      found.push_back(*repeat);
    } else {
      others.push_back({i, status.st_dev, status.st_ino});
    }
  }
  return found;
}

}  // namespace footfall
