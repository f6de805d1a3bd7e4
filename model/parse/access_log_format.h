#pragma once

#include <optional>
#include <tuple>
#include "model/parse/input_format.h"
#include "model/parse/log_columns.h"
#include "model/parse/log_parser.h"
#include "model/parse/log_tape.h"
#include "model/parse/request_reader.h"
#include "model/parse/visit_reader.h"

namespace footfall {

/// Access logs of any known format (log_plan.h), on lines or in JSON.
struct AccessLogFormat {
  static constexpr InputFormat kFormat = InputFormat::access_log;
  static constexpr std::string_view kName = "access-log";
  static constexpr std::string_view kDisplayName = "access log";
  static constexpr FieldsBy kFields = FieldsBy::position;
  static constexpr std::string_view kEndings = "*.log *.txt";
  static constexpr bool kJsonValues = false;

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& layout);
  [[nodiscard]] static ShownRecords show_records(const InputLayout& layout, std::string_view front,
                                                 bool is_all);

  using Readers = std::tuple<LogVisitReader, LogRequestReader>;
  /// A chunk that feeds visits and requests is parsed once.
  struct Scratch {
    std::shared_ptr<const LogPlan> plan;  ///< that the parser follows
    std::optional<LogParser> parser;
    LogTape tape;
    std::size_t lines = 0;
    std::uint64_t taped = UINT64_MAX;  ///< Chunk::index of what the tape is of
  };
  class RoleParser {
   public:
    void follow(const InputLayout& layout, EventType events) {
      layout_ = &layout;
      shared_ = layout.feeds == kLoggedEvents;
      if (!shared_) parser_.emplace(layout, events == EventType::request);
    }
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& scratch, Sink& sink) {
      if (!shared_) return parser_->parse(chunk, sink);
      if (scratch.plan != layout_->log) {
        scratch.plan = layout_->log;
        scratch.parser.emplace(*layout_, true);
        scratch.taped = UINT64_MAX;
      }
      if (scratch.taped != chunk.index) {
        scratch.tape.clear();
        scratch.lines = scratch.parser->parse(chunk, scratch.tape);
        scratch.taped = chunk.index;
      }
      scratch.tape.play(sink);
      return scratch.lines;
    }

   private:
    std::optional<LogParser> parser_;
    const InputLayout* layout_ = nullptr;  // of the chunks that come
    bool shared_ = false;                  // both reports read it
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
