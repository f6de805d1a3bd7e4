#pragma once

#include <optional>
#include "model/parse/input_format.h"
#include "model/parse/log_columns.h"
#include "model/parse/log_parser.h"
#include "model/parse/visit_reader.h"

namespace footfall {

/// Access logs of any known format (log_plan.h), on lines or in JSON.
struct AccessLogFormat {
  static constexpr InputFormat kFormat = InputFormat::access_log;
  static constexpr std::string_view kName = "access-log";
  static constexpr std::string_view kDisplayName = "access log";
  static constexpr FieldsBy kFields = FieldsBy::position;
  static constexpr bool kJsonValues = false;

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& layout);

  using Reader = LogVisitReader;
  struct Scratch {};
  class RoleParser {
   public:
    void follow(const InputLayout& layout, EventType /*events*/) { parser_.emplace(layout, false); }
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& /*scratch*/, Sink& sink) {
      return parser_->parse(chunk, sink);
    }

   private:
    std::optional<LogParser> parser_;
  };

  /// timestamp (rewritten as YYYY-MM-DDTHH:MM:SS+ZZZZ; one that is no log time keeps its brackets),
  /// page_url, visitor_id (host, a blank, user agent), host, user_agent, status, bytes and line,
  /// the whole line as written. None can be chosen.
  [[nodiscard]] static Result<std::vector<EventColumn>> table_columns(const TableInput& input);
  class TableParser {
   public:
    void follow(const InputLayout& layout, const std::vector<EventColumn>& /*columns*/) {
      parser_.emplace(layout, true);
    }
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Sink& sink) {
      Rows<Sink> rows{columns_, sink};
      return parser_->parse(chunk, rows);
    }

   private:
    template <class Sink>
    struct Rows {
      LogColumns& columns;
      Sink& sink;
      void row(const Field* fields, const RecordPlace& place) {
        sink.row(columns.read(fields, place.record).data(), place);
      }
      void reject(RejectReason reason, const RecordPlace& place) { sink.reject(reason, place); }
    };
    std::optional<LogParser> parser_;
    LogColumns columns_;
  };
};
static_assert(InputFormatType<AccessLogFormat>);

}  // namespace footfall
