#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace footfall {

/// Why something could not be done. The sentence shown to a person is made at the door (command
/// line or window); the engine passes the kind and its arguments only.
enum class ErrorKind {
  not_found,       ///< where: path
  is_directory,    ///< where: path
  no_permission,   ///< where: path
  read_failed,     ///< where: path, found: system text
  write_failed,    ///< where: path, found: system text
  disk_full,       ///< where: path
  broken_pipe,     ///< where: path
  missing_column,  ///< where: path, found: header as read, expected: the absent name
  missing_roles,   ///< where: path, found: header as written, expected: the absent roles, remedy:
                   ///< a --map for them
  no_header,       ///< where: path, found: its first line, expected: the absent roles
  one_column,      ///< where: path, found: header as written, expected: the absent roles
  other_header,    ///< where: path, found: header as written, expected: that of the plan
  bad_log_format,  ///< where: path of a description, line, found: what is wrong there
  bad_plan,        ///< where: path of the plan, found: what is wrong with it
  missing_key,     ///< where: path, found: keys of the first rows, expected: the absent one
  doubled_column,  ///< where: path, found: header as read, expected: the doubled name
  unknown_format,  ///< where: path, found: excerpt of the first line
  binary_input,    ///< where: path, found: what gave it away
  bad_encoding,    ///< where: path or option, found: encoding name
  damaged_compression,  ///< where: path, found: decoder text, expected: bytes unpacked before
  unreadable_kind,      ///< where: path, found: what it is, in words, expected: the way to a file
                        ///< that can be read
  json_lists,           ///< where: path, found: the key that the lists stand under, or empty,
                        ///< expected: a program of jq that makes a table of them
  nothing_feeds,        ///< where: path of a folder or archive, found: names of what is in it
  broken_json,    ///< where: path, found: byte offset of what may not stand there, expected: it
  cut_json,       ///< where: path, found: offset of what is not closed or empty, expected: end
  large_window,   ///< where: path; zstd wants more memory than is given for unpacking
  bad_option,     ///< where: option name, found: its value, expected: what it takes
  unknown_zone,   ///< where: option name, found: zone name
  input_changed,  ///< where: path, expected: its bytes when opened, found: its bytes now
  unsupported,    ///< where: option or feature, found: value
  cleaned_whole,  ///< conditions that only a reading can answer stand beside a cleaning, which is
                  ///< of what was read whole
  both_date_orders,  ///< where: path, column, found: a day first, other: a month first; lines
  open_date_order,   ///< where: path, column, line, found: a date; expected, other: YYYY-MM-DD with
                     ///< the day and with the month first
  odd_digits,        ///< where: path, column, line, found: no date among dates of 8 or 14 digits,
                     ///< other: one of those, if any
  day_numbers,       ///< where: path, column, line, found: a number such as spreadsheets have
  zone_abbreviation,   ///< where: path, column, line, found: what may stand for several zones
  contradicted_guess,  ///< where: path, column, line, found: a value; expected: the option
  out_of_memory,       ///< where: path, or empty
  failed_stream,       ///< where: the name of an input that is no file; who made it knows why
  no_threads,          ///< where: path, or empty, found: system text; not one thread can be made
  system_failure,      ///< where: path, or empty, found: text of the system or a library
};

struct Error {
  ErrorKind kind{};
  std::string where;       ///< path or option
  std::string found;       ///< what was found there
  std::string expected;    ///< what was expected or can be tried
  std::string remedy{};    ///< the value of an option that may help
  std::string scale{};     ///< the value of --scale that goes with it, or empty
  std::string column{};    ///< the role or column it is about
  std::uint64_t line = 0;  ///< of what was found, from 1; 0: none
  std::string other{};     ///< what stands against what was found
  std::uint64_t other_line = 0;
  /// The formats of access logs that were tried besides, and how far the best one came: `column` is
  /// its name, in `line` it read `other_line` bytes up to where it looked for `other`.
  std::string tried{};
};

/// A value or an error. Test with `if (result)`.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}
  explicit operator bool() const { return state_.index() == 0; }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const E& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, E> state_;
};

/// Success without a value, or an Error.
struct Done {};
using Status = Result<Done>;

}  // namespace footfall
