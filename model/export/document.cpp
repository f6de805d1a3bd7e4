#include "model/export/document.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace footfall {
namespace {

constexpr std::size_t kBlockItems = 8192;
constexpr std::size_t kSectionBlocks =
    16;  // formatted in one go, in any order; then a caller may stop

// Writes blocks in their order, whoever brings them: a block before its turn waits until the thread
// that writes comes to it.
class OrderedWriter {
 public:
  explicit OrderedWriter(OutputFile& file) : file_(file) {}

  /// An empty block, with the memory of one that was written where there is one.
  [[nodiscard]] std::string take_block() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return {};
    std::string block = std::move(spare_.back());
    spare_.pop_back();
    return block;
  }
  void write(std::size_t index, std::string block) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(index, std::move(block));
    while (!writing_ && !waiting_.empty() && waiting_.begin()->first == next_) {
      std::string taken = std::move(waiting_.extract(waiting_.begin()).mapped());
      writing_ = true;
      if (status_) {
        lock.unlock();
        Status written = file_.write(taken);
        lock.lock();
        if (!written) status_ = std::move(written);
      }
      taken.clear();
      spare_.push_back(std::move(taken));
      writing_ = false;
      ++next_;
    }
  }
  [[nodiscard]] bool failed() {
    const std::lock_guard lock(mutex_);
    return !status_;
  }
  [[nodiscard]] Status status() && { return std::move(status_); }

 private:
  OutputFile& file_;
  std::mutex mutex_;
  std::map<std::size_t, std::string> waiting_;
  std::vector<std::string> spare_;
  std::size_t next_ = 0;
  bool writing_ = false;
  Status status_ = Done{};
};

}  // namespace

Status write_document(const Document& document, OutputFile& file, const ParallelFor& parallel) {
  std::vector<std::size_t> ends;
  for (std::size_t next = 0; next < document.items; ends.push_back(next))
    next = document.block_end ? document.block_end(next)
                              : std::min(next + kBlockItems, document.items);
  if (ends.empty()) ends.push_back(0);
  OrderedWriter writer(file);
  const auto format = [&](std::size_t i) {
    // Where writing has failed the rest is not worth making.
    if (writer.failed()) return;
    std::string block = writer.take_block();
    if (i == 0) block = document.head;
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    if (begin < ends[i]) document.append(block, begin, ends[i]);
    if (i + 1 == ends.size()) block += document.tail;
    writer.write(i, std::move(block));
  };
  for (std::size_t first = 0; first < ends.size(); first += kSectionBlocks) {
    const std::size_t count = std::min(kSectionBlocks, ends.size() - first);
    // Threads cost more than a small table.
    if (count > 1) {
      parallel(count, [&](std::size_t i) { format(first + i); });
    } else {
      format(first);
    }
    if (document.release) document.release();
  }
  return std::move(writer).status();
}

}  // namespace footfall
