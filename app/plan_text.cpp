#include "app/plan_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "app/error_text.h"
#include "app/reading_notes.h"
#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"
#include "model/parse/role_synonyms.h"
#include "model/report/cleaning_names.h"
#include "model/report/load_report.h"

namespace footfall {
namespace {

std::string words_of(const RoleFound& role) {
  if (role.words.each_row) return "each row is one of its own";
  if (role.words.none) return "nowhere, as it was asked for";
  std::string words;
  for (const std::vector<ColumnRef>& joined : role.words.alternatives) {
    if (!words.empty()) words += " | ";
    for (std::size_t i = 0; i < joined.size(); ++i) {
      if (i > 0) words += " + ";
      words += joined[i].number ? fmt::format("column {}", *joined[i].number + 1) : joined[i].name;
    }
  }
  return words;
}

// A report that is fed: its roles with their columns and some of their values.
std::string fed_report(ReportKind kind, const RoleMatch& match) {
  std::string text = fmt::format("  {}\n", command_name(kind));
  const std::span<const Role> roles = roles_of(events_of(kind));
  for (std::size_t i = 0; i < match.roles.size(); ++i) {
    const RoleFound& role = match.roles[i];
    if (role.by == FoundBy::nothing) {
      text += fmt::format("    {:<12} nowhere; it is not required\n", roles[i].name);
      continue;
    }
    text += fmt::format("    {:<12} {}", roles[i].name, words_of(role));
    for (std::size_t k = 0; k < role.examples.size(); ++k)
      text += (k == 0 ? "  " : ", ") + quoted_for_message(role.examples[k]);
    if (role.unseen) text += "  in none of the first records";
    text += '\n';
  }
  return text;
}

std::string lacking_report(ReportKind kind, const RoleMatch& match, const InputLayout& layout) {
  const std::span<const Role> roles = roles_of(events_of(kind));
  std::string lacks;
  std::uint8_t telling = 0;  // one of those that tell the report is enough
  for (const std::size_t i : match.absent) {
    const bool either = telling > 0 && telling == roles[i].telling;
    lacks += (lacks.empty() ? "" : either ? " or " : ", ") + std::string(roles[i].name);
    telling = roles[i].telling;
  }
  if (lacks.empty() && match.fault)
    return fmt::format("  {} cannot be made: {} is there more than once; choose one with --map\n",
                       command_name(kind), quoted_for_message(match.fault->expected));
  if (layout.log && layout.feeds.empty())
    lacks = "lines of a known format";
  else if (lacks.empty())
    lacks = fmt::format("rows of its kind in {}", layout.description());
  std::string text = fmt::format("  {} lacks {}\n", command_name(kind), lacks);
  // A way that leads all the way is shown.
  const bool whole = !match.absent.empty() && telling == 0 && !match.proposal.empty() &&
                     match.proposal.find("=COLUMN") == std::string::npos;
  if (whole)
    text += fmt::format(
        "    --map {}{} may stand for it\n", shell_quoted(match.proposal),
        match.scale_proposed.empty() ? std::string() : " --scale " + match.scale_proposed);
  return text;
}

// How far a format of access logs came that was not taken.
std::string lost(const LogTry& one, const LogTry& best) {
  const std::string& name = one.format->description().name;
  if (one.lines == 0)
    return fmt::format("    {:<24} no line; in line {} it came to byte {} and looked for {}\n",
                       name, one.line, one.column, quoted_for_message(one.wanted));
  std::string why = "the other comes first by name";
  if (one.lines != best.lines)
    why = one.line == 0 ? "fewer lines"
                        : fmt::format("in line {} it came to byte {} and looked for {}", one.line,
                                      one.column, quoted_for_message(one.wanted));
  else if (one.addressed != best.addressed)
    why = "the client is no address";
  else if (one.statuses != best.statuses)
    why = "the status is none that servers give";
  else if (one.unread != best.unread)
    why = fmt::format("{} bytes unread", one.unread);
  else if (one.whole != best.whole)
    why = "parts are missing";
  return fmt::format("    {:<24} {} lines; {}\n", name, one.lines, why);
}

// The format of a log, how it was found, and what could be left out.
std::string log_lines(const LogPlan& plan) {
  const LogDescription& format = plan.format->description();
  const LogChoice& choice = *plan.choice;
  if (choice.best() == nullptr && choice.tries.size() > 1) {
    std::string text = fmt::format(
        "  no known format reads any of {} sampled lines; --log-format takes one of these, or what "
        "stands in the server's configuration:\n",
        choice.sampled);
    for (const LogTry& one : choice.tries) text += lost(one, one);
    return text;
  }
  std::string text = fmt::format("  log format {}: {}", format.name, format.title);
  if (const LogTry* const best = choice.best(); best != nullptr) {
    text += fmt::format(", reads {} of {} sampled lines, {} bytes of them unread\n", best->lines,
                        choice.sampled, best->unread);
    if (!plan.prefixes.empty())
      text += fmt::format("  prefix cut: {}\n", prefix_words(plan.prefixes));
    if (choice.tries.size() > 1) text += "  other formats (--log-format takes one of them):\n";
    for (std::size_t i = 1; i < choice.tries.size(); ++i) text += lost(choice.tries[i], *best);
  } else {
    text += fmt::format(", reads none of {} sampled lines\n", choice.sampled);
  }
  if (plan.sampled == 0) return text;
  text += "  of the sample --leave-out would leave out:";
  for (std::size_t i = 0; i < kLogPartTable.size(); ++i) {
    const double share =
        100.0 * static_cast<double>(plan.parts[i]) / static_cast<double>(plan.sampled);
    const std::string_view name = kLogPartTable[static_cast<LogPart>(i)].name;
    text += fmt::format("{} {} {:.1f} %", i == 0 ? "" : ",", name, share);
  }
  return text + '\n';
}

}  // namespace

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

std::string plan_text(const std::string& path, const InputLayout& layout) {
  std::string text =
      fmt::format("{}: {}, {}\n", shown_name(path), layout.description(), layout.encoding);
  if (format_row(layout.format).fields == FieldsBy::column) {
    const std::string delimiter = layout.dialect.delimiter == '\t'
                                      ? std::string("tab")
                                      : quoted_for_message({&layout.dialect.delimiter, 1});
    text += fmt::format("  delimiter {}, {}", delimiter,
                        layout.header.empty() ? "no header (--has-header yes says otherwise)"
                                              : fmt::format("{} columns", layout.header.size()));
    if (layout.lines_left_out > 0)
      text += fmt::format(", {} lines above the header left out", layout.lines_left_out);
    text += '\n';
    std::string names;
    for (const std::string& name : layout.header)
      names += (names.empty() ? "" : ", ") + source_word(name);
    if (!names.empty()) text += fmt::format("  columns: {}\n", names);
  }
  if (layout.log) text += log_lines(*layout.log);
  std::string lacking;
  for (const ReportKind kind : kAllReports) {
    const RoleMatch& match = layout.matches[events_of(kind)];
    if (layout.feeds.contains(events_of(kind)))
      text += fed_report(kind, match);
    else
      lacking += lacking_report(kind, match, layout);
  }
  LoadReport said;
  SourceCounts& source = said.sources.emplace_back();
  source.path = path;
  source.notes = layout.notes;
  for (const EventType type : kEventTypes)
    for (const ReadingNote& note : layout.matches[type].notes)
      if (layout.feeds.contains(type) || note.kind != ReadingNoteKind::no_figure)
        source.notes.push_back(note);
  return text + lacking + reading_note_lines(said);
}

}  // namespace footfall
