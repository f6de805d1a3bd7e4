#include "model/parse/input_layout.h"

#include <algorithm>

#include "model/parse/csv_record.h"
#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"

namespace footfall {
namespace {

constexpr std::size_t kSampleLines = 20;

// The first lines that are not blank, at most kSampleLines.
std::vector<std::string_view> sample_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kSampleLines) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!is_blank_line(line)) lines.push_back(line);
  }
  return lines;
}

const InputFormatRow* recognized(const InputHead& head) {
  for (std::size_t evidence = 0; evidence < kEvidences; ++evidence)
    for (const InputFormatRow& row : input_formats())
      if (row.recognizes(static_cast<Evidence>(evidence), head)) return &row;
  return nullptr;
}

// A clock beside quotes or brackets: what stands there is no name of a column.
bool looks_like_log(std::string_view line) {
  const auto has = [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; };
  if (!has("[") && !has(" \"") && !has("=\"")) return false;
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    const auto digit = [&](std::size_t i) {
      return i < line.size() && line[i] >= '0' && line[i] <= '9';
    };
    if (at > 1 && digit(at - 1) && digit(at - 2) && digit(at + 1) && digit(at + 2)) return true;
  }
  return false;
}

// What is no table either may be a log of a kind that nobody knows.
Error may_be_log(Error error, const InputHead& head) {
  const bool no_table =
      error.kind == ErrorKind::one_column || error.kind == ErrorKind::unknown_format;
  const bool log =
      (error.kind == ErrorKind::missing_roles || error.kind == ErrorKind::missing_column ||
       error.kind == ErrorKind::no_header) &&
      !head.lines.empty() && looks_like_log(head.lines.front());
  if (!(no_table || log) || (head.request.wanted & kLoggedEvents).empty()) return error;
  // Its first line is no header, whatever separates it by chance.
  if (log)
    error = {
        ErrorKind::unknown_format, head.path, std::string(head.lines.front().substr(0, 200)), {}};
  return with_log_tries(std::move(error), choose_log_format(head));
}

// Looked at, a log of a kind that nobody knows is shown as that, not as a table of one row.
Result<std::optional<InputLayout>> as_unknown_log(const InputHead& head) {
  for (const InputFormatRow& row : input_formats()) {
    if (row.fields != FieldsBy::position) continue;
    Result<std::optional<InputLayout>> layout = row.read_layout(head);
    if (!layout || !*layout) return layout;
    (*layout)->feeds = {};
    (*layout)->matches = {};
    return layout;
  }
  return std::optional<InputLayout>();
}

void note_idle_log_options(const LogOptions& options, InputLayout& layout) {
  if (format_row(layout.format).fields == FieldsBy::position) return;
  const auto idle = [&](bool given, const char* option) {
    if (given) layout.notes.push_back({ReadingNoteKind::not_cleaned, {}, {}, option});
  };
  idle(options.client != LogClient::detect, "--client");
  idle(!options.cleaning.leave_out.empty(), "--leave-out");
  idle(!options.cleaning.statuses.empty(), "--status");
  idle(options.cleaning.pages != PageForm::whole, "--pages");
}

}  // namespace

InputHead::InputHead(const std::string& path_of_input, std::string_view front, bool front_is_all,
                     const InputOptions& input_options, const LayoutRequest& wanted)
    : path(path_of_input),
      text(front),
      is_all(front_is_all),
      options(input_options),
      request(wanted),
      lines(sample_lines(front)) {}

// Each role its place where that is all there is to it, or the places of which roles are made.
void InputLayout::feed(EventType type, RoleMatch match, const Offer& offer) {
  const bool table = offer.kind() == Offer::Kind::table;
  const auto source = [&](const RoleFound& role, std::size_t place) {
    const Offer::Place& at = offer.places()[place];
    // What a person names in JSON some row has to have.
    const bool unseen = table ? !at.keys.empty() : place >= offer.size();
    return RoleSource{table ? at.column : CsvLayout::kAbsent, at.keys,
                      unseen && role.by == FoundBy::map && role.made.alternatives.size() == 1};
  };
  const bool plain = std::ranges::all_of(match.roles, [&](const RoleFound& role) {
    const auto& alternatives = role.made.alternatives;
    if (alternatives.empty()) return !role.made.each_row;
    if (alternatives.size() > 1 || alternatives.front().size() > 1 || role.utc) return false;
    return !table || offer.places()[alternatives.front().front()].keys.empty();
  });
  roles[type].clear();
  composed[type].clear();
  std::vector<std::size_t> taken;  // places of the offer
  for (const RoleFound& role : match.roles) {
    if (plain) {
      roles[type].push_back(role.made.alternatives.empty()
                                ? RoleSource()
                                : source(role, role.made.alternatives.front().front()));
      continue;
    }
    ComposedRole& made = composed[type].emplace_back(role.made);
    made.utc = role.utc;
    for (std::vector<std::size_t>& joined : made.alternatives)
      for (std::size_t& place : joined) {
        const auto known = std::ranges::find(taken, place);
        const auto index = static_cast<std::size_t>(known - taken.begin());
        if (known == taken.end()) {
          taken.push_back(place);
          roles[type].push_back(source(role, place));
        }
        place = index;
      }
  }
  feeds.insert(type);
  matches[type] = std::move(match);
}

Result<std::optional<InputLayout>> feed_reports(const InputHead& head, Offer& offer,
                                                const std::string& header, InputLayout layout) {
  ByKind<EventType, RoleMatch> matches;
  bool by_name = false;
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    matches[type] = match_roles(type, offer, head.request.required, head.options, head.path);
    if (!head.request.required) want_telling_roles(type, offer, false, matches[type]);
    by_name = by_name || matches[type].by_name();
  }
  std::optional<Error> fault;
  std::size_t nearest = 0;
  bool all = true;
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    RoleMatch& match = matches[type];
    if (!by_name && !head.request.required) {
      match = match_roles(type, offer, true, head.options, head.path);
      want_telling_roles(type, offer, true, match);
    }
    if (match.complete()) {
      if (head.request.inspected) keep_examples(offer, match);
      layout.feed(type, std::move(match), offer);
      continue;
    }
    all = false;
    // The report that comes nearest is the one meant; what is wrong with a name says more than
    // that another one is absent.
    const bool says_more =
        match.found() == nearest && fault && fault->kind == ErrorKind::missing_roles && match.fault;
    if (head.request.inspected && !match.fault) propose_sources(type, offer, match);
    if (!fault || match.found() > nearest || says_more) {
      fault = match.fault ? *match.fault : missing_roles(type, match, offer, head.path, header);
      fault->found = header;
      nearest = match.found();
    }
    if (head.request.inspected && match.fault && match.fault->kind == ErrorKind::missing_column)
      return *fault;
    layout.matches[type] = std::move(match);
  }
  if (head.request.inspected || (head.request.required ? all : !layout.feeds.empty()))
    return std::optional<InputLayout>(std::move(layout));
  return fault ? *fault : Error{ErrorKind::unknown_format, head.path, header, {}};
}

std::string InputLayout::description() const {
  const InputFormatRow& row = format_row(format);
  std::string words = std::string(row.display_name) + row.details(*this);
  if (!decoding.empty()) words += ", " + decoding;
  return words;
}

Result<std::optional<InputLayout>> make_layout(const InputHead& head) {
  const InputFormat given = head.options.format;
  const InputFormatRow* row = given == InputFormat::detect ? recognized(head) : &format_row(given);
  const bool unknown = row == nullptr;
  // Its message tells what was looked for.
  if (unknown) row = &input_formats().front();
  Result<std::optional<InputLayout>> layout = row->read_layout(head);
  if (!layout) return unknown ? may_be_log(layout.error(), head) : layout.error();
  if (unknown && head.request.inspected && *layout && (*layout)->feeds.empty() &&
      !head.lines.empty() && looks_like_log(head.lines.front()))
    return as_unknown_log(head);
  if (*layout) note_idle_log_options(head.options.log, **layout);
  return layout;
}

}  // namespace footfall
