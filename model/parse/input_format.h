#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/core/error.h"
#include "model/input/chunk.h"
#include "model/input/record_cutter.h"
#include "model/parse/input_layout.h"

// What an input format is: one type, in a file pair of its own, with all that is known of it. The
// table of all formats is input_formats.h; nobody else asks which format an input has.
namespace footfall {

/// What a format may be recognised by, the strongest first.
enum class Evidence : std::uint8_t {
  known_log,   ///< a format of access logs that reads most lines, or lines that stand in JSON
  first_line,  ///< how the first line begins
  header,      ///< a header that names the columns of a report
  whole_line,  ///< what one of the first lines looks like as a whole
  line_front,  ///< how one of the first lines begins
};
inline constexpr std::size_t kEvidences = 5;

/// How the fields of a record are told apart.
enum class FieldsBy : std::uint8_t {
  column,    ///< by a header, or by number
  key,       ///< by keys that each record brings
  position,  ///< by the format itself: it names the reader that knows them, and its event type
};

/// A column that an input brings to a table.
struct EventColumn {
  std::string name;
  bool json = false;    ///< its values are JSON texts
  bool scalar = false;  ///< a report reads it: only text or a number may be there
  bool seen = false;    ///< by key: a record that was looked at has it
  std::size_t column = CsvLayout::kAbsent;  ///< where it stands, by column
};

/// An input that is to be a table.
struct TableInput {
  const std::string& path;
  const InputLayout& layout;
  const std::vector<std::string>& columns;  ///< those to keep; empty: all
  /// Hands out all chunks of the input where it can be read twice, else its first MiB as one.
  std::function<Status(const std::function<void(const Chunk&)>& take)> look_ahead;
};

/// A record as a person is shown it.
struct ShownRecord {
  std::uint64_t line = 0;           ///< that it begins in, from 1; 0: not known
  std::vector<std::string> fields;  ///< as decoded; where fewer, the others are absent
  bool broken = false;              ///< no record, by the syntax of its format
};
inline constexpr std::size_t kShownRecords = 200;
inline constexpr std::size_t kShownColumns = 500;
struct ShownRecords {
  /// As the file writes them, or the paths of its JSON objects; those that roles are mapped to come
  /// last.
  std::vector<std::string> columns;
  std::vector<ShownRecord> records;  ///< at most kShownRecords
};

/// A type F is an input format where it has
///  - kFormat, kName (on the command line), kDisplayName, kFields;
///  - kEndings of the names that its files mostly have, "*.csv *.tsv";
///  - recognizes(evidence, head): whether the front of an input speaks for it;
///  - read_layout(head): as make_layout(), once it is known to be this format;
///  - make_cutter(layout): what finds the ends of records;
///  - details(layout): what follows the name in words, ", semicolons";
///  - show_records(layout, front, is_all): the first records, of the front of an input behind its
///    header; kChunkPadding readable bytes follow it;
///  - Scratch: working memory of one thread, for one chunk after the other; what the parser of one
///    report finds out of a chunk may stay there for those of the others (Chunk::index tells chunks
///    apart);
///  - RoleParser, made without arguments, with follow(layout, events) and a parser (field.h)
///    parse(chunk, scratch, sink) that gives one field per role of that event type;
///  - by position: Readers, a tuple of those that make rows of those fields;
///  - kJsonValues: whether its values are those of JSON: an escape can stand for any character, and
///    texts are written without the quotes that a column of JSON wants;
///  - table_columns(input): the columns of its records;
///  - TableParser, with follow(layout, columns) and a parser parse(chunk, sink) that gives one
///    field per column; it asks sink.refuses(key, place) about a row with a key no column has.
template <class F>
concept InputFormatType = requires(const InputHead& head, const InputLayout& layout,
                                   const TableInput& table, const std::vector<EventColumn>& columns,
                                   typename F::RoleParser& parser,
                                   typename F::TableParser& table_parser) {
  { F::kFormat } -> std::convertible_to<InputFormat>;
  { F::kName } -> std::convertible_to<std::string_view>;
  { F::kDisplayName } -> std::convertible_to<std::string_view>;
  { F::kFields } -> std::convertible_to<FieldsBy>;
  { F::kEndings } -> std::convertible_to<std::string_view>;
  { F::recognizes(Evidence{}, head) } -> std::same_as<bool>;
  { F::read_layout(head) } -> std::same_as<Result<std::optional<InputLayout>>>;
  { F::make_cutter(layout) } -> std::same_as<std::unique_ptr<RecordCutter>>;
  { F::details(layout) } -> std::same_as<std::string>;
  { F::show_records(layout, head.text, bool()) } -> std::same_as<ShownRecords>;
  typename F::Scratch;
  parser.follow(layout, EventType{});
  { F::kJsonValues } -> std::convertible_to<bool>;
  { F::table_columns(table) } -> std::same_as<Result<std::vector<EventColumn>>>;
  table_parser.follow(layout, columns);
  requires F::kFields != FieldsBy::position || requires {
    std::tuple_size<typename F::Readers>::value;
  };
};

inline constexpr std::size_t kShownHeader = 200;  ///< most bytes of a header quoted in an error

/// A field of a shown record: its beginning.
[[nodiscard]] std::string shown_field(std::string_view text);
/// Names for an error: a,b,c.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);
/// Two columns whose names differ in case alone could not be told apart by a report.
[[nodiscard]] Status check_distinct(const std::string& where,
                                    const std::vector<std::string>& names);

}  // namespace footfall
