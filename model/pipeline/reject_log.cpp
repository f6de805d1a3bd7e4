#include "model/pipeline/reject_log.h"

#include <algorithm>

namespace footfall {

void RejectLog::set_listener(Listener listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

void RejectLog::set_first_line(std::uint32_t input, std::uint64_t line) {
  const std::lock_guard lock(mutex_);
  state_.next_line[input] = line;
}

void RejectLog::commit(ChunkRejects&& chunk) {
  const std::lock_guard lock(mutex_);
  if (chunk.chunk != state_.next_chunk) {
    early_.emplace(chunk.chunk, std::move(chunk));
    return;
  }
  take(std::move(chunk));
  while (!early_.empty() && early_.begin()->first == state_.next_chunk) {
    take(std::move(early_.begin()->second));
    early_.erase(early_.begin());
  }
}

void RejectLog::take(ChunkRejects&& chunk) {
  ++state_.next_chunk;
  std::uint64_t& line = state_.next_line[chunk.input];
  for (Reject& reject : chunk.rejects) reject.line += line;
  if (chunk.contradiction && !state_.contradiction) {
    state_.contradiction = std::move(chunk.contradiction);
    state_.contradiction->line += line;
  }
  line += chunk.lines;
  if (chunk.rejects.empty()) return;
  if (listener_) listener_(chunk.rejects);
  std::uint32_t& seen = state_.reasons_seen[chunk.input];
  for (const Reject& reject : chunk.rejects) {
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(reject.reason);
    if ((seen & bit) == 0) state_.first.push_back(reject);
    seen |= bit;
  }
  for (Reject& reject : chunk.rejects) {
    if (state_.kept.size() == kKeptRejects) break;
    state_.kept.push_back(std::move(reject));
  }
  if (state_.kept.size() == kKeptRejects && !listener_)
    wants_details_.store(false, std::memory_order_relaxed);
}

std::optional<Reject> RejectLog::contradiction() const {
  const std::lock_guard lock(mutex_);
  return state_.contradiction;
}

RejectLog::State RejectLog::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void RejectLog::go_back_to(const State& state) {
  const std::lock_guard lock(mutex_);
  early_.clear();
  state_ = state;
  wants_details_.store(true, std::memory_order_relaxed);
}

std::vector<Reject> RejectLog::kept() const {
  const std::lock_guard lock(mutex_);
  return state_.kept;
}

std::vector<Reject> RejectLog::first() const {
  const std::lock_guard lock(mutex_);
  return state_.first;
}

}  // namespace footfall
