#pragma once

#include <array>
#include <cstring>
#include <memory>
#include <string_view>

#include "model/input/record_cutter.h"
#include "model/parse/log_lines.h"
#include "model/parse/log_reader.h"
#include "model/parse/ndjson_parser.h"

namespace footfall {

/// Lines of an access log, or its JSON objects, as field.h describes; a row has kLogRow fields. A
/// line over the limit is "record too long", one that LogLineReader refuses a malformed row. Lines
/// that tell of others are `left_out`, and marks in front of lines `read_over` where a sink
/// takes that. Of one thread.
class LogParser {
 public:
  LogParser(const InputLayout& layout, bool answers)
      : reader_(layout.log, answers),
        record_limit_(layout.dialect.record_limit),
        objects_(json_layout(*layout.log), record_limit_),
        lines_(layout.json.form == JsonShape::Form::lines) {}

  template <RecordSink Sink>
  std::size_t parse(const Chunk& chunk, Sink& sink) {
    reader_.begin_chunk(chunk);
    texts_.reset();
    if (objects_.keys.roles() > 0) {
      Objects<Sink> rows{*this, sink, chunk};
      return lines_ ? parse_ndjson(chunk, objects_, json_, rows)
                    : parse_json_records(chunk, objects_, json_, rows);
    }
    return each_log_line(chunk, [&](const RecordPlace& place, bool ended) {
      line(place.record, place, !ended && chunk.at_end, sink);
    });
  }

 private:
  struct ObjectLayout {
    ObjectLayout(JsonLayout layout, std::size_t limit)
        : keys(std::move(layout)), record_limit(limit) {}
    JsonLayout keys;
    std::size_t record_limit;
  };
  // The paths that are read of objects, none where lines are read as text.
  [[nodiscard]] static JsonLayout json_layout(const LogPlan& plan) {
    if (!plan.wrapper.empty()) return JsonLayout({{plan.wrapper}});
    if (plan.format->way() == LogFormat::Way::json && plan.prefixes.empty())
      return plan.format->json();
    return JsonLayout(std::vector<JsonPath>());
  }

  template <class Sink>
  struct Objects {
    LogParser& parser;
    Sink& sink;
    const Chunk& chunk;
    void row(const Field* values, const RecordPlace& place) {
      if (parser.reader_.plan().wrapper.empty()) {
        if (parser.reader_.read_members(values, parser.fields_.data()) == LogLineKind::row)
          sink.row(parser.fields_.data(), place);
        else
          sink.reject(RejectReason::malformed_row, place);
        return;
      }
      if (values[0].kind != FieldKind::text) return sink.reject(RejectReason::malformed_row, place);
      // 64 bytes can be read behind a line, not behind a value.
      std::string_view text = values[0].text;
      while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
      if (text.find_first_not_of(" \t") == std::string_view::npos) return leave_out(sink, place);
      char* const copy = parser.texts_.allocate(text.size() + kChunkPadding);
      std::memcpy(copy, text.data(), text.size());
      parser.line({copy, text.size()}, place, false, sink);
    }
    void reject(RejectReason reason, const RecordPlace& place) { sink.reject(reason, place); }
    void read_over(ReadOver kind, std::uint64_t /*lines*/) { tell_read_over(sink, kind); }
  };

  template <class Sink>
  static void leave_out(Sink& sink, const RecordPlace& place) {
    if constexpr (requires { sink.left_out(place); }) sink.left_out(place);
  }

  template <class Sink>
  void line(std::string_view text, const RecordPlace& place, bool cut, Sink& sink) {
    if (place.record.size() > record_limit_)
      return sink.reject(RejectReason::record_too_long,
                         {place.offset, place.line, place.record.substr(0, record_limit_)});
    if (text.front() == '\0' || text.front() == '\xEF') [[unlikely]] {
      const std::size_t marks = marks_before(text);
      if (marks > 0) tell_read_over(sink, ReadOver::marks);
      if (marks == text.size()) return leave_out(sink, place);
    }
    switch (reader_.read(text, cut, fields_.data())) {
      case LogLineKind::row:
        return sink.row(fields_.data(), place);
      case LogLineKind::left_out:
        return leave_out(sink, place);
      case LogLineKind::malformed:
        return sink.reject(RejectReason::malformed_row, place);
    }
  }

  LogLineReader reader_;
  std::size_t record_limit_;
  ObjectLayout objects_;
  bool lines_;
  NdjsonScratch json_;
  ScratchText texts_;
  std::array<Field, kLogRow> fields_;
};

/// Cuts at line ends, and keeps account of lines of names.
class LogCutter final : public RecordCutter {
 public:
  LogCutter(std::shared_ptr<const LogPlan> plan, std::size_t record_limit)
      : RecordCutter(record_limit), plan_(std::move(plan)) {}
  [[nodiscard]] std::size_t last_record_end(std::string_view text) override {
    const std::size_t line_end = text.rfind('\n');
    return line_end == std::string_view::npos ? 0 : line_end + 1;
  }
  [[nodiscard]] Result<Cut> cut(std::string_view text, std::uint64_t offset, bool ended) override;

 private:
  std::shared_ptr<const LogPlan> plan_;
};

}  // namespace footfall
