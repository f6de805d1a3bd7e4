#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "model/core/error.h"
#include "model/core/parallel.h"
#include "model/export/output_file.h"

namespace footfall {

/// The content of one file: a head, items that can be formatted in any order and on any thread, and
/// a tail. Keeps the report it shows alive.
struct Document {
  std::string name;  ///< of the file: "customers.csv"
  std::string head;
  std::string tail;
  std::size_t items = 0;
  /// Appends items [begin, end).
  std::function<void(std::string& out, std::size_t begin, std::size_t end)> append;
  /// Where a block that starts with item `begin` ends, so that blocks are of similar size; empty
  /// where items are.
  std::function<std::size_t(std::size_t begin)> block_end;
  /// Gives the memory of what was read so far back; may be empty.
  std::function<void()> release;
};

/// Formats and writes a document with bounded memory: a few blocks at a time, each on its own
/// thread.
[[nodiscard]] Status write_document(const Document& document, OutputFile& file,
                                    const ParallelFor& parallel);

}  // namespace footfall
