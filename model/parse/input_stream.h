#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/input/byte_source.h"
#include "model/parse/input_options.h"
#include "model/report/reading_note.h"

namespace footfall {

/// An input that is no file, once it is open.
struct OpenedStream {
  ByteSourcePtr bytes;
  InputOptions options;            ///< how they are read
  std::string format;              ///< what it is, in words
  std::vector<ReadingNote> notes;  ///< beside those of its layout
};

/// Opens an input that is no file, once: rows of a table (model/sql/table_rows.h). Errors:
/// failed_stream, of which whoever made it knows more, and those of the system.
using InputStream = std::function<Result<OpenedStream>()>;

/// By the names that they are given by, among those of files.
using InputStreams = std::map<std::string, InputStream, std::less<>>;

}  // namespace footfall
