#pragma once

#include "model/parse/input_format.h"
#include "model/parse/member_parser.h"
#include "model/parse/ndjson_parser.h"
#include "model/parse/record_tape.h"

namespace footfall {

/// A JSON object on each line.
struct NdjsonFormat {
  static constexpr InputFormat kFormat = InputFormat::ndjson;
  static constexpr std::string_view kName = "ndjson";
  static constexpr std::string_view kDisplayName = "NDJSON";
  static constexpr FieldsBy kFields = FieldsBy::key;
  static constexpr bool kJsonValues = true;

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& /*layout*/) { return {}; }

  /// A chunk that feeds several reports is parsed once, for all their keys.
  struct Scratch {
    NdjsonScratch json;
    RecordTape tape;
    std::size_t lines = 0;
    std::uint64_t taped = UINT64_MAX;  ///< Chunk::index of what the tape is of
  };
  class RoleParser {
   public:
    void follow(const InputLayout& layout, EventType events);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& scratch, Sink& sink) {
      if (!shared_) return parse_ndjson(chunk, *layout_, scratch.json, sink);
      if (scratch.taped != chunk.index) {
        scratch.tape.clear(layout_->keys.roles());
        scratch.lines = parse_ndjson(chunk, *layout_, scratch.json, scratch.tape);
        scratch.taped = chunk.index;
      }
      scratch.tape.play(first_, sink);
      return scratch.lines;
    }

   private:
    std::optional<NdjsonLayout> layout_;
    bool shared_ = false;    // layout_ has the roles of all reports that the input feeds
    std::size_t first_ = 0;  // of this report's among them
  };

  /// The keys at the top of the objects, in the order they first occur; those of the reports it
  /// feeds are there in any case. A key whose values are arrays or objects, and `metadata` for user
  /// activity, is a column of JSON.
  [[nodiscard]] static Result<std::vector<EventColumn>> table_columns(const TableInput& input);
  class TableParser {
   public:
    void follow(const InputLayout& layout, const std::vector<EventColumn>& columns);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Sink& sink) {
      KnownKeys<Sink> rows{scratch_.parser, sink};
      return parse_ndjson(chunk, layout_, scratch_, rows);
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
    MemberScratch scratch_;
  };
};
static_assert(InputFormatType<NdjsonFormat>);

}  // namespace footfall
