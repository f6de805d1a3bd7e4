#pragma once

#include <span>
#include <string_view>

#include "model/parse/input_format.h"
#include "model/parse/member_parser.h"
#include "model/parse/ndjson_parser.h"
#include "model/parse/record_tape.h"

namespace footfall {

/// JSON objects: one on each line, or wherever JsonShape says.
struct NdjsonFormat {
  static constexpr InputFormat kFormat = InputFormat::ndjson;
  static constexpr std::string_view kName = "ndjson";
  static constexpr std::string_view kDisplayName = "NDJSON";
  static constexpr FieldsBy kFields = FieldsBy::key;
  static constexpr std::string_view kEndings = "*.ndjson *.jsonl *.json";
  static constexpr bool kJsonValues = true;

  /// How to read objects on lines whose keys are roles, with numbers that have a point.
  [[nodiscard]] static InputOptions options_for(std::span<const std::string_view> roles);

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& layout);
  [[nodiscard]] static ShownRecords show_records(const InputLayout& layout, std::string_view front,
                                                 bool is_all);

  /// Of records on lines, or of others.
  template <class Sink, class Layout, class Scratch>
  static std::size_t parse_json(const Chunk& chunk, const Layout& layout, bool lines,
                                Scratch& scratch, Sink& sink) {
    return lines ? parse_ndjson(chunk, layout, scratch, sink)
                 : parse_json_records(chunk, layout, scratch, sink);
  }

  /// A chunk that feeds several reports is parsed once, for all their keys.
  struct Scratch {
    NdjsonScratch json;
    RecordTape tape;
    std::size_t lines = 0;
    std::uint64_t found = 0;           ///< JsonRowParser::found()
    std::uint64_t taped = UINT64_MAX;  ///< Chunk::index of what the tape is of
  };
  class RoleParser {
   public:
    void follow(const InputLayout& layout, EventType events);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& scratch, Sink& sink) {
      if (!shared_) {
        const std::size_t lines = parse_json(chunk, *layout_, lines_, scratch.json, sink);
        found_ |= scratch.json.parser.found();
        return lines;
      }
      if (scratch.taped != chunk.index) {
        scratch.tape.clear(layout_->keys.roles());
        scratch.lines = parse_json(chunk, *layout_, lines_, scratch.json, scratch.tape);
        scratch.found = scratch.json.parser.found();
        scratch.taped = chunk.index;
      }
      found_ |= scratch.found >> first_;
      scratch.tape.play(first_, sink);
      return scratch.lines;
    }

    /// Bit i: a record had the place i of those that must occur, since follow().
    [[nodiscard]] std::uint64_t found() const { return found_; }

   private:
    std::optional<NdjsonLayout> layout_;
    bool lines_ = true;
    bool shared_ = false;    // layout_ has the roles of all reports that the input feeds
    std::size_t first_ = 0;  // of this report's among them
    std::uint64_t found_ = 0;
  };

  /// The keys at the top of the objects, in the order they first occur; those that the roles of the
  /// reports it feeds are read from are there in any case. A key whose values are arrays or
  /// objects, or from which a role's path leads on, is a column of JSON.
  [[nodiscard]] static Result<std::vector<EventColumn>> table_columns(const TableInput& input);
  class TableParser {
   public:
    void follow(const InputLayout& layout, const std::vector<EventColumn>& columns);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Sink& sink) {
      KnownKeys<Sink> rows{scratch_.parser, sink};
      return parse_json(chunk, layout_, lines_, scratch_, rows);
    }

   private:
    template <class Sink>
    struct KnownKeys {
      const MemberParser& parser;
      Sink& sink;
      void row(const Field* fields, const RecordPlace& place) {
        const std::string& unknown = parser.unknown_key();
        if (unknown.empty() || !sink.refuses(unknown, place)) sink.row(fields, place);
      }
      void reject(RejectReason reason, const RecordPlace& place) { sink.reject(reason, place); }
    };
    MemberLayout layout_;
    bool lines_ = true;
    MemberScratch scratch_;
  };
};
static_assert(InputFormatType<NdjsonFormat>);

}  // namespace footfall
