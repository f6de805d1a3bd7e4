#pragma once

#include "model/parse/access_log_parser.h"
#include "model/parse/input_format.h"
#include "model/parse/visit_reader.h"

namespace footfall {

/// Common and Combined access logs; read_access_log_line() defines a line.
struct AccessLogFormat {
  static constexpr InputFormat kFormat = InputFormat::access_log;
  static constexpr std::string_view kName = "access-log";
  static constexpr std::string_view kDisplayName = "access log";
  static constexpr FieldsBy kFields = FieldsBy::position;

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& /*layout*/) { return {}; }

  using Reader = LogVisitReader;
  using Scratch = AccessLogScratch;
  class RoleParser {
   public:
    void follow(const InputLayout& layout, ReportKind /*kind*/) {
      layout_.record_limit = layout.dialect.record_limit;
    }
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& scratch, Sink& sink) {
      return parse_access_log(chunk, layout_, scratch, sink);
    }

   private:
    AccessLogLayout layout_;
  };
};
static_assert(InputFormatType<AccessLogFormat>);

}  // namespace footfall
