#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/core/error.h"
#include "model/input/chunk_reader.h"
#include "model/input/input_members.h"
#include "model/parse/input_layout.h"

namespace footfall {

/// An input on its way from bytes to records: open, unpacked, in UTF-8, its layout known, and cut
/// into chunks of whole records behind its header. Whoever reads events reads them through this.
///
/// What a chunk holds is between its cutter and its format's parsers: a source that gives records
/// in place of bytes is a format that writes them into chunks in a form of its own.
/// Not thread-safe: callers take turns.
class OpenedInput {
 public:
  /// One of the things that a file holds, which has no fault. Errors: those of decoding and
  /// make_layout().
  /// `known`: the layout that was found for the same bytes, options and request before.
  [[nodiscard]] static Result<OpenedInput> open(InputMember member, const InputOptions& options,
                                                const LayoutRequest& request,
                                                std::shared_ptr<const InputLayout> known = nullptr);
  /// The first thing that a file holds, of most files the only one. "-" is standard input. Errors:
  /// those of opening too.
  [[nodiscard]] static Result<OpenedInput> open(const std::string& path,
                                                const InputOptions& options,
                                                const LayoutRequest& request);

  [[nodiscard]] const std::shared_ptr<const InputLayout>& layout() const { return layout_; }

  /// The next chunk of about `chunk_bytes` bytes (0: the usual size), in `buffer`; false at the
  /// end.
  [[nodiscard]] Result<bool> next(std::size_t chunk_bytes, ChunkBuffer& buffer, ChunkPiece& piece,
                                  ReadStretch* read = nullptr);
  /// What of it can be read out of turn, and is given to next() in turn: see ChunkReader.
  [[nodiscard]] std::optional<Stretch> set_aside(std::size_t chunk_bytes);
  /// Before next(): the first bytes behind the header, fewer than `bytes` only where the input
  /// ends.
  [[nodiscard]] Result<std::string_view> peek(std::size_t bytes);

  /// Decoded bytes handed out or skipped.
  [[nodiscard]] std::uint64_t offset() const { return reader_->offset(); }
  /// For progress.
  [[nodiscard]] const ByteSource& source() const { return reader_->source(); }

 private:
  explicit OpenedInput(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] Result<OpenedInput> begin(ByteSourcePtr text,
                                          std::shared_ptr<const InputLayout> layout);
  [[nodiscard]] Error named(Error error) const;

  std::string path_;
  std::unique_ptr<ChunkReader> reader_;
  std::unique_ptr<RecordCutter> cutter_;
  std::shared_ptr<const InputLayout> layout_;
};

/// True for errors that say that an input is well, and none that holds events: beside others, in a
/// folder or an archive, it is left out.
[[nodiscard]] bool feeds_nothing(const Error& error);

}  // namespace footfall
