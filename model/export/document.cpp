#include "model/export/document.h"

#include <algorithm>
#include <array>
#include <utility>

namespace footfall {
namespace {
constexpr std::size_t kBlockItems = 8192;
constexpr std::size_t kBlocks = 8;
}  // namespace

Status write_document(const Document& document, OutputFile& file, const ParallelFor& parallel) {
  std::array<std::string, kBlocks> blocks;
  std::array<std::pair<std::size_t, std::size_t>, kBlocks> ranges;
  blocks[0] = document.head;
  std::size_t next = 0;
  do {
    std::size_t count = 0;
    for (; count < kBlocks && next < document.items; ++count) {
      const std::size_t end = document.block_end ? document.block_end(next)
                                                 : std::min(next + kBlockItems, document.items);
      ranges[count] = {next, end};
      next = end;
    }
    const auto format = [&](std::size_t i) {
      document.append(blocks[i], ranges[i].first, ranges[i].second);
    };
    // Threads cost more than a small table.
    if (count > 1) {
      parallel(count, format);
    } else if (count == 1) {
      format(0);
    }
    if (next == document.items) blocks[count == 0 ? 0 : count - 1] += document.tail;
    for (std::string& block : blocks) {
      if (Status written = file.write(block); !written) return written;
      block.clear();
    }
  } while (next < document.items);
  return Done{};
}

}  // namespace footfall
