#include "tests/support/record_dump.h"

#include <fmt/format.h>

#include "model/parse/ndjson_parser.h"

namespace footfall::testing {

std::string RecordDump::text(bool with_records) const {
  std::string out;
  for (const Record& record : records_) {
    out += fmt::format("{}:{}", record.place.line, record.place.offset);
    for (const Field& field : record.fields) {
      switch (field.kind) {
        case FieldKind::missing:
          out += " missing";
          break;
        case FieldKind::wrong_type:
          out += " wrong";
          break;
        case FieldKind::no_target:
          out += fmt::format(" no-target({})", field.text);
          break;
        case FieldKind::text:
          out += fmt::format(" text({})", field.text);
          break;
        case FieldKind::number:
          out += fmt::format(" number({})", field.text);
          break;
      }
    }
    if (record.fields.empty()) out += fmt::format(" {}", reason_name(record.reason));
    if (with_records) out += fmt::format(" [{}]", record.place.record);
    out += "\n";
  }
  return out;
}

OwnChunk::OwnChunk(std::string_view text) : bytes_(text.begin(), text.end()) {
  while (bytes_.size() < text.size() + kChunkPadding) bytes_.push_back("1\",0}"[bytes_.size() % 5]);
  chunk_.bytes = {bytes_.data(), text.size()};
  chunk_.at_end = true;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

std::string dump_ndjson(std::string_view text, const std::vector<JsonPath>& paths,
                        std::size_t* lines, std::size_t record_limit, bool with_records) {
  const OwnChunk chunk(text);
  const NdjsonLayout layout{JsonLayout(paths), record_limit};
  NdjsonScratch scratch;
  RecordDump dump(paths.size());
  const std::size_t count = parse_ndjson(chunk.chunk(), layout, scratch, dump);
  if (lines != nullptr) *lines = count;
  return dump.text(with_records);
}

}  // namespace footfall::testing
