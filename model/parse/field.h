#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/report/load_report.h"

namespace footfall {

enum class FieldKind : std::uint8_t {
  missing,     ///< absent, or JSON null
  text,        ///< CSV field, log part or JSON string, unescaped; may be empty
  number,      ///< JSON number: its literal text
  wrong_type,  ///< JSON true, false, array or object; or a step of a path that is no object
  no_target,   ///< request of an access log without a target: its text; a bad value of the page
};

/// One value of a record. The text, if there is any, lies in the chunk or in the parser's scratch;
/// valid until the parser's next chunk. 16 bytes from any byte of it may be read.
struct Field {
  std::string_view text;
  FieldKind kind = FieldKind::missing;
};

/// Where a record stands in its chunk.
struct RecordPlace {
  std::size_t offset = 0;  ///< of its first byte, from the chunk's first byte
  std::size_t line = 0;    ///< line ends before it in the chunk
  /// Its bytes without the line end; of a rejected CSV record its first line.
  std::string_view record;
};

/// A record turned down; `column` is an index into the report's roles, or kNoColumn.
inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

/// Takes the records of a chunk, in their order, from a parser:
///   parse_xxx(const Chunk&, const XxxLayout&, XxxScratch&, Sink&)
/// A parser returns the number of line ends in the chunk, plus one for a last line without end.
/// Blank lines (empty, or spaces and tabs only) are no records.
template <class Sink>
concept RecordSink = requires(Sink sink, const Field* fields, const RecordPlace& place,
                              RejectReason reason) {
  // A record: one Field per role, in the order of roles.
  { sink.row(fields, place) } -> std::same_as<void>;
  // No record, by the syntax of its format.
  { sink.reject(reason, place) } -> std::same_as<void>;
};

}  // namespace footfall
