#include "app/reading_notes.h"

#include <fmt/format.h>

#include <set>

#include "app/error_text.h"

namespace footfall {
namespace {

std::string sentence(const ReadingNote& note) {
  const std::string column = quoted_for_message(note.column);
  switch (note.kind) {
    case ReadingNoteKind::synonym:
      return fmt::format("{} is read from {}", note.role, column);
    case ReadingNoteKind::misfit:
      return fmt::format("{} is not read from {}, which holds {}", note.role, column,
                         quoted_for_message(note.value));
    case ReadingNoteKind::quantity_beside:
      return fmt::format(
          "{} is read from {}, and a quantity stands in {}: it may be the price of one piece; "
          "name another column with --map",
          note.role, column, quoted_for_message(note.value));
    case ReadingNoteKind::encoding:
      return fmt::format("it is no UTF-8 and is read as {0}; name another with --encoding",
                         note.value);
    case ReadingNoteKind::invalid_bytes:
      return fmt::format(
          "{} of its first records hold bytes that are no UTF-8, which are kept; name its encoding "
          "with --encoding",
          note.value);
    case ReadingNoteKind::status_beside:
      return fmt::format("a status stands in {} beside {}: rows that failed count like the others",
                         quoted_for_message(note.value), column);
  }
  return {};
}

}  // namespace

std::string reading_note_lines(const LoadReport& load) {
  std::string lines;
  std::set<std::string> said;
  for (const SourceCounts& source : load.sources)
    for (const ReadingNote& note : source.notes) {
      const std::string text = sentence(note);
      if (!said.insert(text).second) continue;
      const std::string where =
          source.path == "-" ? "standard input" : quoted_for_message(source.path);
      lines += fmt::format("note: {}: {}\n", where, text);
    }
  return lines;
}

}  // namespace footfall
