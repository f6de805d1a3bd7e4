#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/report/load_report.h"

namespace footfall {

/// Rejects of one chunk for one kind of report; lines are counted from the chunk's first line.
struct ChunkRejects {
  std::uint64_t chunk = 0;  ///< index of the chunk
  std::uint32_t input = 0;
  std::uint64_t lines = 0;  ///< line ends in the chunk
  std::vector<Reject> rejects;
  /// The first row with a value that speaks against a guess its column is read by; the excerpt is
  /// that value.
  std::optional<Reject> contradiction;
};

/// Puts the rejects of chunks that threads finish in any order back into the order of the input and
/// gives them their line numbers. Keeps the first kKeptRejects and hands all of them on. Memory:
/// the kept ones and the chunks finished early.
class RejectLog {
 public:
  using Listener = std::function<void(std::span<const Reject>)>;

  /// Sets who gets every reject, in order, one call at a time.
  void set_listener(Listener listener);
  /// Sets the line of an input's first chunk, behind its header. Before any chunk of it is
  /// committed.
  void set_first_line(std::uint32_t input, std::uint64_t line);

  /// True while rejects still need their excerpts; later a chunk's first of each reason does.
  [[nodiscard]] bool wants_details() const {
    return wants_details_.load(std::memory_order_relaxed);
  }

  /// Takes what a thread found in a chunk; every chunk must be committed once.
  void commit(ChunkRejects&& chunk);

  /// The first kKeptRejects rejects so far, by input and line.
  [[nodiscard]] std::vector<Reject> kept() const;
  /// The first of each reason in each input, in the same order.
  [[nodiscard]] std::vector<Reject> first() const;

  /// The first contradiction so far, by input and line.
  [[nodiscard]] std::optional<Reject> contradiction() const;

  /// What it knows between two chunks, to go back to.
  struct State {
    std::uint64_t next_chunk = 0;
    std::map<std::uint32_t, std::uint64_t> next_line;  ///< by input
    std::vector<Reject> kept;
    std::map<std::uint32_t, std::uint32_t> reasons_seen;  ///< by input: a bit each
    std::vector<Reject> first;
    std::optional<Reject> contradiction;
  };
  [[nodiscard]] State state() const;
  void go_back_to(const State& state);

 private:
  void take(ChunkRejects&& chunk);

  mutable std::mutex mutex_;
  Listener listener_;
  std::atomic<bool> wants_details_ = true;
  std::map<std::uint64_t, ChunkRejects> early_;  // finished before a chunk in front of them
  State state_;
};

}  // namespace footfall
