#include "app/large_pages.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace footfall {
namespace {

// One arena for all threads: glibc lets only the heap of the first grow by whole large pages, and
// engine threads ask for memory in blocks, seldom. Blocks below 32 MiB come from that heap, which
// keeps what is free: mapped one by one, each would be a page cleared anew, and whether glibc
// learns not to map them depends on which large block happens to be freed first.
constexpr const char* kVariable = "GLIBC_TUNABLES";
constexpr const char* kTunables =
    "glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1:glibc.malloc.mmap_threshold=33554432:"
    "glibc.malloc.trim_threshold=268435456";
// Beginning anew takes a few milliseconds.
constexpr std::uint64_t kFromBytes = std::uint64_t{16} << 20;

bool are_there() {
  std::ifstream file("/sys/kernel/mm/transparent_hugepage/enabled");
  std::string modes;
  return std::getline(file, modes) && modes.find("[never]") == std::string::npos;
}

bool is_report_of_large_files(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "inspect" || command == "load") return false;
  std::uint64_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    struct stat status {};
    // The folder that the report goes to is no input.
    if (std::string_view(argv[i - 1]) == "--output") continue;
    if (argv[i][0] == '-' || ::stat(argv[i], &status) != 0) continue;
    // What a folder holds is not looked into for this.
    if (S_ISDIR(status.st_mode)) return true;
    if (S_ISREG(status.st_mode)) bytes += static_cast<std::uint64_t>(status.st_size);
  }
  return bytes >= kFromBytes;
}

}  // namespace

void restart_with_large_pages(int argc, char** argv) {
  if (std::getenv(kVariable) != nullptr) return;  // by the user, or by us
  if (!is_report_of_large_files(argc, argv) || !are_there()) return;
  if (::setenv(kVariable, kTunables, 1) != 0) return;
  ::execv("/proc/self/exe", argv);
  ::unsetenv(kVariable);
}

}  // namespace footfall
