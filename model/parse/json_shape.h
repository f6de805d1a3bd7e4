#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace footfall {

/// Where the objects of a JSON input stand.
struct JsonShape {
  enum class Form : std::uint8_t {
    lines,    ///< one on each line
    objects,  ///< one behind the other, wherever lines end
    array,    ///< in an array
    member,   ///< in an array directly under an object
  };
  Form form = Form::lines;
  std::string member;     ///< the key of that array, as written between its quotes
  std::size_t begin = 0;  ///< bytes in front of the first record: up to the array, its bracket too
};

/// How much of a report the first of the objects names, of the report that it has most of: 0 is
/// none of the roles that it requires.
using NamedRoles = std::function<std::size_t(std::string_view object)>;

/// Finds the shape from the front of an input. A first object on a line of its own that names a
/// required role is a record, unless an array under it names more of them; one over several lines
/// is, where it names more than the array. 64 bytes behind `text` need not be readable.
[[nodiscard]] JsonShape find_json_shape(std::string_view text, const NamedRoles& named);

/// The whole records at the front of a text, as written: of lines, those that begin with a brace.
[[nodiscard]] std::vector<std::string_view> first_records(std::string_view text,
                                                          const JsonShape& shape, std::size_t most);

/// Where JSON has lists for records, which have no names.
struct JsonLists {
  enum class Form : std::uint8_t {
    lines,   ///< one on each line, or one alone
    array,   ///< in an array
    member,  ///< in an array directly under an object
  };
  Form form = Form::lines;
  std::string member;  ///< the key of that array, as written between its quotes
};
/// Whether the front of an input is an array, though not of objects; it may go on behind the front
/// where its first element is a list.
[[nodiscard]] std::optional<JsonLists> find_lists(std::string_view text);
/// Whether the object at the front of an input has an array of lists directly under it.
[[nodiscard]] std::optional<JsonLists> find_member_lists(std::string_view text);

/// A record as one line that the functions of json_scanner.h take: line ends in it become blanks
/// where blanks may stand, and stay wrong in strings.
[[nodiscard]] std::string as_json_line(std::string_view record);

}  // namespace footfall
