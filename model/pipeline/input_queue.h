#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/input/chunk_reader.h"
#include "model/input/file_stamp.h"
#include "model/parse/opened_input.h"
#include "model/pipeline/analysis_options.h"
#include "model/pipeline/reject_log.h"

namespace footfall {

/// Opens the inputs one after another and hands out their chunks in order, one call at a time.
/// Stays where it is between runs, so that a stopped load can continue.
class InputQueue {
 public:
  InputQueue(std::vector<std::string> paths, AnalysisOptions options);

  /// Between runs: inputs that come after the others.
  void add_inputs(std::vector<std::string> paths, InputOptionsByPath own_input = {});

  struct Piece {
    ChunkPiece piece;
    const InputLayout* layout = nullptr;
  };
  /// The next chunk, in `buffer`; no value at the end of the last input.
  [[nodiscard]] Result<std::optional<Piece>> take(ChunkBuffer& buffer,
                                                  std::vector<std::unique_ptr<RejectLog>>& logs);

  /// Opens every input and checks its layout, so that a bad one fails before work is done on the
  /// others. Standard input and pipes are left for their turn.
  [[nodiscard]] Status check_inputs();

  [[nodiscard]] std::uint64_t bytes_done() const;
  [[nodiscard]] std::optional<std::uint64_t> bytes_total() const { return total_; }
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }
  /// True when one of the inputs opened so far has rows of the type.
  [[nodiscard]] bool feeds(EventType type) const;
  /// The input that is being read, or was read last.
  [[nodiscard]] std::string input_in_turn() const;
  /// By input, for those opened so far.
  [[nodiscard]] std::string format_of(std::size_t input) const;
  [[nodiscard]] std::shared_ptr<const InputLayout> layout_of(std::size_t input) const;
  [[nodiscard]] std::uint64_t bytes_of(std::size_t input) const;
  [[nodiscard]] std::uint64_t lines_left_out(std::size_t input) const;
  /// The layout of an input that was opened, else null.

 private:
  [[nodiscard]] Result<OpenedInput> open(std::size_t input);

  std::vector<std::string> paths_;
  std::vector<std::optional<FileStamp>> stamps_;  // of regular files, when first opened
  AnalysisOptions options_;
  mutable std::mutex mutex_;
  std::optional<OpenedInput> current_;
  std::vector<std::shared_ptr<const InputLayout>> layouts_;  // of inputs opened so far
  std::vector<std::uint64_t> bytes_;
  std::size_t next_input_ = 0;
  std::uint64_t next_chunk_ = 0;
  std::uint64_t bytes_before_ = 0;  // of inputs already closed
  std::optional<std::uint64_t> total_;
};

}  // namespace footfall
