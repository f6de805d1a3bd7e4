#include "model/sql/row_condition.h"

#include <array>

#include "model/core/letter_case.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Of a name, a number or whatever is no ASCII.
bool is_in_word(char c) {
  const char lower = lower_case(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

SqlError stray(std::string_view mark) {
  return {
      SqlErrorKind::stray_mark, mark == std::string_view("\0", 1) ? "NUL" : std::string(mark), {}};
}

SqlError left_open(char mark) { return {SqlErrorKind::open_mark, std::string(1, mark), {}}; }

}  // namespace

// What ends a text or a name is known without doubt only where it began with plain quotes. Whatever
// else servers take for quotes, and comments, are refused.
std::optional<SqlError> fault_of_condition(const SqlDialect& dialect, std::string_view condition) {
  const SqlMarks& marks = dialect.marks();
  constexpr std::array<std::string_view, 3> kPairs = {"()", "[]", "{}"};
  std::string opened;
  for (std::size_t at = 0; at < condition.size(); ++at) {
    const std::string_view rest = condition.substr(at);
    const char c = rest.front();
    if (marks.quotes.find(c) != std::string_view::npos) {
      if (at > 0 && marks.escaping.find(condition[at - 1]) != std::string_view::npos &&
          (at == 1 || !is_in_word(condition[at - 2])))
        return stray(condition.substr(at - 1, 2));
      for (++at; at < condition.size() && condition[at] != c; ++at)
        if (condition[at] == '\0')
          return stray(condition.substr(at, 1));
        else if (condition[at] == '\\' && marks.escapes)
          ++at;
      // A doubled one opens the next text at once.
      if (at >= condition.size()) return left_open(c);
      continue;
    }
    if (c == '\0') return stray(rest.substr(0, 1));
    for (const std::string_view mark : marks.strays)
      if (rest.starts_with(mark)) return stray(mark);
    for (const std::string_view pair : kPairs) {
      if (c == pair[0]) opened += c;
      if (c != pair[1]) continue;
      if (opened.empty() || opened.back() != pair[0]) return stray(rest.substr(0, 1));
      opened.pop_back();
    }
  }
  if (!opened.empty()) return left_open(opened.back());
  return std::nullopt;
}

std::string in_parentheses(std::string_view condition) {
  return is_blank_text(condition) ? std::string() : '(' + std::string(condition) + ')';
}

SqlStatus check_condition(SqlConnection& connection, const TableName& table,
                          const std::string& condition, const QueryControl& control) {
  if (is_blank_text(condition)) return Done{};
  const SqlDialect& dialect = dialect_of(connection.settings().engine);
  if (auto fault = fault_of_condition(dialect, condition)) return *std::move(fault);
  const SqlStatus checked = connection.query(
      dialect.check_of("SELECT 1 FROM " + dialect.table(table) + " WHERE " +
                       in_parentheses(condition)),
      {AnswerShape::kAny}, [](std::span<const std::string_view>) -> SqlStatus { return Done{}; },
      control);
  if (checked) return checked;
  switch (checked.error().kind) {
    case SqlErrorKind::server_error:
    case SqlErrorKind::no_such_table:
    case SqlErrorKind::no_such_column:
    case SqlErrorKind::no_permission:
    case SqlErrorKind::inexact:
      break;
    default:
      return checked;
  }
  return SqlError{SqlErrorKind::bad_condition, condition, checked.error().detail};
}

}  // namespace footfall
