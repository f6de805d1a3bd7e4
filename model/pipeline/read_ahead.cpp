#include "model/pipeline/read_ahead.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace footfall {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
constexpr std::size_t kBlocks = kAheadBytes / kBlockBytes;
constexpr std::size_t kWakeBlocks = kBlocks / 2;

class ReadAhead final : public ByteSource {
 public:
  explicit ReadAhead(ByteSourcePtr source) : source_(std::move(source)) {
    length_ = source_->length();
  }
  ~ReadAhead() override {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard lock(mutex_);
      thread_.request_stop();
    }
    room_.notify_all();
    thread_.join();
  }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (!begun_) begin();
    if (used_ == current_.size) {
      if (!thread_.joinable()) {
        if (error_) return *error_;
        return ended_ ? Result<std::size_t>(0) : source_->read(buffer, capacity);
      }
      std::unique_lock lock(mutex_);
      if (current_.bytes) free_.push_back(std::move(current_.bytes));
      current_ = {};
      used_ = 0;
      if (ready_.size() <= kWakeBlocks) room_.notify_one();
      filled_.wait(lock, [this] { return !ready_.empty() || ended_; });
      if (ready_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        if (error_) return *error_;
        position_ = last_position_;
        return std::size_t{0};
      }
      current_ = std::move(ready_.front());
      ready_.pop_front();
      position_ = current_.position;
    }
    const std::size_t size = std::min(capacity, current_.size - used_);
    std::memcpy(buffer, current_.bytes.get() + used_, size);
    used_ += size;
    return size;
  }

  Status check_unchanged() const override {
    if (!thread_.joinable()) return source_->check_unchanged();
    const std::lock_guard lock(mutex_);
    // The thread looks at it itself, when it comes to the end.
    return ended_ ? source_->check_unchanged() : Status(Done{});
  }
  std::uint64_t position() const override {
    return thread_.joinable() ? position_ : source_->position();
  }
  std::optional<std::uint64_t> length() const override { return length_; }

 private:
  using Bytes = std::unique_ptr<char[]>;  // kBlockBytes
  struct Block {
    Bytes bytes;
    std::size_t size = 0;
    std::uint64_t position = 0;  // of the source behind it
  };

  // Reads the first block itself: many sources end within it, as the members of an archive may, and
  // need no thread.
  void begin() {
    begun_ = true;
    std::size_t size = 0;
    current_.bytes = std::make_unique_for_overwrite<char[]>(kBlockBytes);
    while (size < kBlockBytes && !ended_ && !error_) {
      const Result<std::size_t> got =
          source_->read(current_.bytes.get() + size, kBlockBytes - size);
      if (!got)
        error_ = got.error();
      else
        size += *got;
      ended_ = got && *got == 0;
    }
    current_.size = size;
    position_ = source_->position();
    if (ended_ || error_) return;
    try {
      thread_ = std::jthread([this](std::stop_token stop) { work(stop); });
    } catch (const std::system_error&) {
    }
  }

  void work(const std::stop_token& stop) noexcept {
    for (;;) {
      Bytes bytes;
      {
        std::unique_lock lock(mutex_);
        // Once they are all full it sleeps until half of them are taken: to be woken for each costs
        // more than to copy it.
        if (ready_.size() == kBlocks)
          room_.wait(lock, [&] { return ready_.size() <= kWakeBlocks || stop.stop_requested(); });
        if (stop.stop_requested()) break;
        if (!free_.empty()) {
          bytes = std::move(free_.back());
          free_.pop_back();
        }
      }
      std::optional<Error> error;
      std::exception_ptr failure;
      std::size_t size = 0;
      bool ended = false;
      try {
        if (!bytes) bytes = std::make_unique_for_overwrite<char[]>(kBlockBytes);
        while (size < kBlockBytes && !ended && !error) {
          const Result<std::size_t> got = source_->read(bytes.get() + size, kBlockBytes - size);
          if (!got) {
            error = got.error();
          } else {
            ended = *got == 0;
            size += *got;
          }
          if (stop.stop_requested()) break;
        }
      } catch (...) {
        failure = std::current_exception();
        size = 0;
      }
      const std::lock_guard lock(mutex_);
      last_position_ = source_->position();
      if (size > 0) ready_.push_back({std::move(bytes), size, last_position_});
      error_ = error;
      failure_ = failure;
      ended_ = ended || error || failure;
      filled_.notify_one();
      if (ended_) return;
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    filled_.notify_one();
  }

  ByteSourcePtr source_;
  std::optional<std::uint64_t> length_;
  Block current_;
  std::size_t used_ = 0;  // of current_
  std::uint64_t position_ = 0;
  bool begun_ = false;

  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable room_;
  std::condition_variable filled_;
  std::deque<Block> ready_;
  std::vector<Bytes> free_;
  std::optional<Error> error_;
  std::exception_ptr failure_;
  std::uint64_t last_position_ = 0;
  bool ended_ = false;
  std::jthread thread_;  // the last member: it ends before the others do
};

}  // namespace

ByteSourcePtr read_ahead(ByteSourcePtr source) {
  return std::make_unique<ReadAhead>(std::move(source));
}

}  // namespace footfall
