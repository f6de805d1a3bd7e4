#include "model/parse/record_sample.h"

#include <algorithm>
#include <memory>

#include "model/core/scratch_text.h"
#include "model/parse/composed_rows.h"
#include "model/parse/input_formats.h"
#include "model/parse/table_lines.h"

namespace footfall {
namespace {

template <std::size_t Roles>
struct RecordsTaken {
  static constexpr std::size_t kRoles = Roles;
  const TakeRecord& take;
  const InputLayout& layout;
  bool table;
  void row(const Field* fields, const RecordPlace& place) {
    if (table && is_no_row(place.record)) return;
    take(fields, place.line);
  }
  [[nodiscard]] bool is_no_row(std::string_view record) const {
    return (begins_as_comment(record) && is_left_out(record, layout)) ||
           repeats_header(record, layout);
  }
  void reject(RejectReason /*reason*/, const RecordPlace& /*place*/) {}
  void left_out(const RecordPlace& /*place*/) {}
};

template <std::size_t Roles>
void read_with(const InputLayout& layout, EventType type, const Chunk& chunk,
               const TakeRecord& take) {
  visit_format(layout.format, [&]<class Format>(std::type_identity<Format>) {
    typename Format::RoleParser parser;
    typename Format::Scratch scratch;
    RecordsTaken<Roles> sink{take, layout, layout.width > 0};
    parser.follow(layout, type);
    if (layout.composed[type].empty()) {
      parser.parse(chunk, scratch, sink);
      return;
    }
    ScratchText texts;
    RowsOf rows(sink);
    ComposedRows composed(layout.composed[type], type, chunk, texts, rows);
    parser.parse(chunk, scratch, composed);
  });
}

// One parser for each number of roles.
template <std::size_t... type>
void read_of_type(const InputLayout& layout, EventType wanted, const Chunk& chunk,
                  const TakeRecord& take, std::index_sequence<type...>) {
  static_cast<void>(
      ((kEventTypes[type] == wanted
            ? (read_with<roles_of(kEventTypes[type]).size()>(layout, wanted, chunk, take), true)
            : false) ||
       ...));
}

}  // namespace

void read_records(const InputLayout& layout, EventType type, const Chunk& chunk,
                  const TakeRecord& take) {
  read_of_type(layout, type, chunk, take, std::make_index_sequence<kKinds<EventType>>());
}

void sample_records(const InputLayout& layout, EventType type, std::string_view front, bool is_all,
                    const TakeRecord& take) {
  const std::unique_ptr<RecordCutter> cutter = format_row(layout.format).make_cutter(layout);
  std::size_t lines = 0;
  for (std::size_t at = 0; at < front.size();) {
    // What is wrong with the input as a whole is told when it is read.
    const Result<Cut> cut = cutter->cut(front.substr(at), layout.header_bytes + at, is_all);
    if (!cut || cut->end == 0) return;
    Chunk chunk;
    chunk.bytes = front.substr(at, cut->end);
    chunk.index = at;
    chunk.offset = layout.header_bytes + at;
    chunk.following = front.size() - at - cut->end;
    chunk.at_end = is_all && chunk.following == 0;
    if (cut->records)
      read_records(layout, type, chunk,
                   [&](const Field* fields, std::size_t line) { take(fields, lines + line); });
    lines += static_cast<std::size_t>(std::ranges::count(chunk.bytes, '\n'));
    at += cut->end;
  }
}

}  // namespace footfall
