#include "model/pipeline/reject_log.h"

#include <algorithm>

namespace footfall {

void RejectLog::set_listener(Listener listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

void RejectLog::set_first_line(std::uint32_t input, std::uint64_t line) {
  const std::lock_guard lock(mutex_);
  next_line_[input] = line;
}

void RejectLog::commit(ChunkRejects&& chunk) {
  const std::lock_guard lock(mutex_);
  if (chunk.chunk != next_chunk_) {
    early_.emplace(chunk.chunk, std::move(chunk));
    return;
  }
  take(std::move(chunk));
  while (!early_.empty() && early_.begin()->first == next_chunk_) {
    take(std::move(early_.begin()->second));
    early_.erase(early_.begin());
  }
}

void RejectLog::take(ChunkRejects&& chunk) {
  ++next_chunk_;
  std::uint64_t& line = next_line_[chunk.input];
  for (Reject& reject : chunk.rejects) reject.line += line;
  if (chunk.contradiction && !contradiction_) {
    contradiction_ = std::move(chunk.contradiction);
    contradiction_->line += line;
  }
  line += chunk.lines;
  if (chunk.rejects.empty()) return;
  if (listener_) listener_(chunk.rejects);
  std::uint32_t& seen = reasons_seen_[chunk.input];
  for (const Reject& reject : chunk.rejects) {
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(reject.reason);
    if ((seen & bit) == 0) first_.push_back(reject);
    seen |= bit;
  }
  for (Reject& reject : chunk.rejects) {
    if (kept_.size() == kKeptRejects) break;
    kept_.push_back(std::move(reject));
  }
  if (kept_.size() == kKeptRejects && !listener_)
    wants_details_.store(false, std::memory_order_relaxed);
}

std::optional<Reject> RejectLog::contradiction() const {
  const std::lock_guard lock(mutex_);
  return contradiction_;
}

std::vector<Reject> RejectLog::kept() const {
  const std::lock_guard lock(mutex_);
  return kept_;
}

std::vector<Reject> RejectLog::first() const {
  const std::lock_guard lock(mutex_);
  return first_;
}

}  // namespace footfall
