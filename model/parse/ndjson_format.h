#pragma once

#include "model/parse/input_format.h"
#include "model/parse/ndjson_parser.h"

namespace footfall {

/// A JSON object on each line.
struct NdjsonFormat {
  static constexpr InputFormat kFormat = InputFormat::ndjson;
  static constexpr std::string_view kName = "ndjson";
  static constexpr std::string_view kDisplayName = "NDJSON";
  static constexpr FieldsBy kFields = FieldsBy::key;

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& /*layout*/) { return {}; }

  using Scratch = NdjsonScratch;
  class RoleParser {
   public:
    void follow(const InputLayout& layout, ReportKind kind);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& scratch, Sink& sink) {
      return parse_ndjson(chunk, *layout_, scratch, sink);
    }

   private:
    std::optional<NdjsonLayout> layout_;
  };
};
static_assert(InputFormatType<NdjsonFormat>);

}  // namespace footfall
