#include "model/sql/row_condition.h"

#include <algorithm>
#include <array>

#include "model/core/letter_case.h"
#include "model/sql/sql_dialect.h"

namespace footfall {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Of a name or a number.
bool is_in_plain_word(char c) {
  const char lower = lower_case(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}
bool is_in_word(char c) { return is_in_plain_word(c) || !is_ascii(c); }

SqlError stray(std::string_view mark) {
  return {
      SqlErrorKind::stray_mark, mark == std::string_view("\0", 1) ? "NUL" : std::string(mark), {}};
}

// The name or number that the text begins with. What is no ASCII may be a blank for the server.
std::string_view first_word(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_in_plain_word);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view without_blanks(std::string_view text) {
  const auto front = std::ranges::find_if(
      text, [](char c) { return is_ascii(c) && kBlanks.find(c) == std::string_view::npos; });
  return text.substr(static_cast<std::size_t>(front - text.begin()));
}

SqlError left_open(char mark) { return {SqlErrorKind::open_mark, std::string(1, mark), {}}; }

}  // namespace

// What ends a text or a name is known without doubt only where it began with plain quotes. Whatever
// else servers take for quotes, and comments, are refused. A subquery is a statement of its own.
std::optional<SqlError> fault_of_condition(const SqlDialect& dialect, std::string_view condition,
                                           bool whole) {
  const SqlMarks& marks = dialect.marks();
  constexpr std::array<std::string_view, 3> kPairs = {"()", "[]", "{}"};
  std::string opened;
  std::size_t subquery = std::string::npos;  // how many were open where the outermost one began
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
      if (c != '\'' && !whole && !marks.reaching.empty() && subquery == std::string::npos &&
          without_blanks(condition.substr(at + 1)).starts_with('('))
        return stray(std::string(1, c) + '(');
      continue;
    }
    if (c == '\0') return stray(rest.substr(0, 1));
    if (whole && rest.starts_with("--")) {
      // Servers differ in whether a carriage return ends it.
      const std::string_view comment = rest.substr(0, rest.find('\n'));
      for (const std::string_view hidden : {std::string_view("\r"), std::string_view("\0", 1)})
        if (comment.substr(0, comment.size() - 1).find(hidden) != std::string_view::npos)
          return stray(hidden == "\r" ? "--" : hidden);
      at += comment.size() - 1;
      continue;
    }
    for (const std::string_view mark : marks.strays)
      if (rest.starts_with(mark)) return stray(mark);
    if (!whole && subquery == std::string::npos &&
        (at == 0 || !is_in_plain_word(condition[at - 1]))) {
      const std::string_view word = first_word(rest);
      if (std::ranges::find(marks.reaching, lower_case(word)) != marks.reaching.end())
        return SqlError{SqlErrorKind::stray_word, std::string(word), {}};
    }
    for (const std::string_view pair : kPairs) {
      if (c == pair[0]) {
        if (c == '(' && subquery == std::string::npos &&
            lower_case(first_word(without_blanks(rest.substr(1)))) == "select")
          subquery = opened.size();
        opened += c;
      }
      if (c != pair[1]) continue;
      if (opened.empty() || opened.back() != pair[0]) return stray(rest.substr(0, 1));
      opened.pop_back();
      if (opened.size() == subquery) subquery = std::string::npos;
    }
  }
  if (!opened.empty()) return left_open(opened.back());
  return std::nullopt;
}

std::string in_parentheses(std::string_view condition) {
  return is_blank_text(condition) ? std::string() : '(' + std::string(condition) + ')';
}

std::string from_table(const SqlDialect& dialect, const TableName& table,
                       std::string_view condition) {
  const std::string where = in_parentheses(condition);
  return " FROM " + dialect.table(table) + (where.empty() ? "" : " WHERE " + where);
}

bool complains_of_text(SqlErrorKind kind) {
  switch (kind) {
    case SqlErrorKind::server_error:
    case SqlErrorKind::no_such_table:
    case SqlErrorKind::no_such_column:
    case SqlErrorKind::no_permission:
    case SqlErrorKind::inexact:
      return true;
    default:
      return false;
  }
}

SqlStatus check_condition(SqlConnection& connection, const TableName& table,
                          const std::string& condition, const QueryControl& control) {
  if (is_blank_text(condition)) return Done{};
  const SqlDialect& dialect = dialect_of(connection);
  if (auto fault = fault_of_condition(dialect, condition)) return *std::move(fault);
  const SqlStatus checked = connection.query(
      dialect.check_of("SELECT 1" + from_table(dialect, table, condition)), {AnswerShape::kAny},
      [](std::span<const std::string_view>) -> SqlStatus { return Done{}; }, control);
  if (checked || !complains_of_text(checked.error().kind)) return checked;
  return SqlError{SqlErrorKind::bad_condition, condition, checked.error().detail};
}

}  // namespace footfall
