#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/input/record_cutter.h"
#include "model/parse/input_layout.h"

// What an input format is: one type, in a file pair of its own, with all that is known of it. The
// table of all formats is input_formats.h; nobody else asks which format an input has.
namespace footfall {

/// What a format may be recognised by, the strongest first.
enum class Evidence : std::uint8_t {
  first_line,  ///< how the first line begins
  header,      ///< a header that names the columns of a report
  whole_line,  ///< what one of the first lines looks like as a whole
  line_front,  ///< how one of the first lines begins
};
inline constexpr std::size_t kEvidences = 4;

/// How the fields of a record are told apart.
enum class FieldsBy : std::uint8_t {
  column,    ///< by a header, or by number
  key,       ///< by keys that each record brings
  position,  ///< by the format itself: it names the reader that knows them, and its event type
};

/// A type F is an input format where it has
///  - kFormat, kName (on the command line), kDisplayName, kFields;
///  - recognizes(evidence, head): whether the front of an input speaks for it;
///  - read_layout(head): as make_layout(), once it is known to be this format;
///  - make_cutter(layout): what finds the ends of records;
///  - details(layout): what follows the name in words, ", semicolons";
///  - Scratch: working memory of one thread, for one chunk after the other;
///  - RoleParser, made without arguments, with follow(layout, kind) and a parser (field.h)
///    parse(chunk, scratch, sink) that gives one field per role of that report;
///  - by position: Reader, which makes rows of those fields.
template <class F>
concept InputFormatType = requires(const InputHead& head, const InputLayout& layout,
                                   typename F::RoleParser& parser) {
  { F::kFormat } -> std::convertible_to<InputFormat>;
  { F::kName } -> std::convertible_to<std::string_view>;
  { F::kDisplayName } -> std::convertible_to<std::string_view>;
  { F::kFields } -> std::convertible_to<FieldsBy>;
  { F::recognizes(Evidence{}, head) } -> std::same_as<bool>;
  { F::read_layout(head) } -> std::same_as<Result<std::optional<InputLayout>>>;
  { F::make_cutter(layout) } -> std::same_as<std::unique_ptr<RecordCutter>>;
  { F::details(layout) } -> std::same_as<std::string>;
  typename F::Scratch;
  parser.follow(layout, ReportKind{});
  requires F::kFields != FieldsBy::position || requires { typename F::Reader::Row; };
};

inline constexpr std::size_t kShownHeader = 200;  ///< most bytes of a header quoted in an error

}  // namespace footfall
