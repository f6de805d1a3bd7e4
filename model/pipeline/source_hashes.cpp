#include "model/pipeline/source_hashes.h"

#include <algorithm>

#include "model/input/file_hash.h"

namespace footfall {
namespace {

SourceHash told(const FileHash& hash) {
  switch (hash.gap) {
    case HashGap::none:
      return {hash.sha256};
    case HashGap::gone:
      return {{}, "the file is gone"};
    case HashGap::unreadable:
      return {{}, "the file cannot be read again: " + hash.fault};
    case HashGap::changed:
      return {{}, "the file was changed while it was read, or since"};
  }
  return {};
}

}  // namespace

std::vector<SourceHash> hash_sources(const SourceOrigins& origins, const HashProgress& progress,
                                     const std::stop_token& stop) {
  std::uint64_t total = 0;
  for (const ReadFile& file : origins.files) total += file.bytes;
  std::uint64_t done = 0;
  std::vector<SourceHash> hashes;
  for (const ReadFile& file : origins.files) {
    if (file.kind == ReadFile::Kind::stream) {
      hashes.push_back({{}, "it can be read once only"});
    } else if (file.kind == ReadFile::Kind::followed) {
      hashes.push_back({{}, "it is followed: others write it"});
    } else {
      const std::uint64_t behind = done + file.bytes;
      hashes.push_back(told(hash_file(
          file.path, {file.bytes, file.changed, file.touched},
          [&](std::uint64_t bytes) {
            done = std::min(done + bytes, behind);
            if (progress) progress(done, total);
          },
          stop)));
      done = behind;
    }
  }
  return hashes;
}

}  // namespace footfall
