#pragma once

#include "model/parse/csv_parser.h"
#include "model/parse/input_format.h"
#include "model/parse/json_columns.h"

namespace footfall {

/// Records of columns, with a header or without; csv_record.h defines them.
struct CsvFormat {
  static constexpr InputFormat kFormat = InputFormat::csv;
  static constexpr std::string_view kName = "csv";
  static constexpr std::string_view kDisplayName = "CSV";
  static constexpr FieldsBy kFields = FieldsBy::column;
  static constexpr std::string_view kEndings = "*.csv *.tsv *.tab *.psv";
  static constexpr bool kJsonValues = false;

  [[nodiscard]] static bool recognizes(Evidence evidence, const InputHead& head);
  [[nodiscard]] static Result<std::optional<InputLayout>> read_layout(const InputHead& head);
  [[nodiscard]] static std::unique_ptr<RecordCutter> make_cutter(const InputLayout& layout);
  [[nodiscard]] static std::string details(const InputLayout& layout);
  [[nodiscard]] static ShownRecords show_records(const InputLayout& layout, std::string_view front,
                                                 bool is_all);

  /// All reports of a thread use one index of a chunk.
  struct Scratch {
    CsvScratch csv;
    std::uint64_t indexed = UINT64_MAX;  ///< Chunk::index of what the index is of
  };
  class RoleParser {
   public:
    void follow(const InputLayout& layout, EventType events);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Scratch& scratch, Sink& sink) {
      if (scratch.indexed != chunk.index && layout_.dialect.indexable()) {
        scratch.csv.index.build(chunk.bytes, layout_.dialect, layout_.path);
        scratch.indexed = chunk.index;
      }
      if (json_.empty()) [[likely]]
        return parse_indexed_csv(chunk, layout_, scratch.csv, sink);
      json_.begin();
      JsonColumnRows rows(json_, layout_.columns.size(), sink);
      const std::size_t lines = parse_indexed_csv(chunk, layout_, scratch.csv, rows);
      found_ |= json_.found();
      return lines;
    }
    /// Bit i: a record had the place i of those that must occur, since follow().
    [[nodiscard]] std::uint64_t found() const { return found_; }

   private:
    CsvLayout layout_;
    JsonColumnReader json_;
    std::uint64_t found_ = 0;
  };

  /// All columns, named as in the header; one without a name is "column_N".
  [[nodiscard]] static Result<std::vector<EventColumn>> table_columns(const TableInput& input);
  class TableParser {
   public:
    void follow(const InputLayout& layout, const std::vector<EventColumn>& columns);
    template <class Sink>
    std::size_t parse(const Chunk& chunk, Sink& sink) {
      return parse_csv(chunk, layout_, scratch_, sink);
    }

   private:
    CsvLayout layout_;
    CsvScratch scratch_;
  };
};
static_assert(InputFormatType<CsvFormat>);

}  // namespace footfall
