#include "model/parse/log_choice.h"

#include <algorithm>

#include "model/core/digit.h"
#include "model/core/timestamp.h"
#include "model/parse/find_byte.h"
#include "model/parse/json_shape.h"
#include "model/parse/log_client.h"
#include "model/parse/log_samples.h"
#include "model/parse/log_steps.h"

namespace footfall {
namespace {

// Adds the lines that one found to those of the other.
void add_lines(LogTry& to, const LogTry& from) {
  for (std::size_t LogTry::*const count :
       {&LogTry::lines, &LogTry::timed, &LogTry::addressed, &LogTry::unread, &LogTry::whole,
        &LogTry::agents, &LogTry::answers, &LogTry::statuses, &LogTry::spaced})
    to.*count += from.*count;
  to.prefixes = to.prefixes | from.prefixes;
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// Whether a further quoted part stands in front of the referrer, so that the referrer is read as
// the agent: of three parts behind the request the second is a URL, or a dash or number behind a
// number.
bool has_moved_parts(const LogFormat& format, const LogLine& parts, std::string_view line) {
  const std::string_view request = parts[LogField::request];
  const bool inside = request.data() >= line.data() && request.data() <= line.data() + line.size();
  const bool combined = format.way() == LogFormat::Way::combined;
  if (!inside || (!combined && !parts.has(LogField::referrer))) return false;
  std::array<std::string_view, 3> quoted;
  auto at = static_cast<std::size_t>(request.data() - line.data()) + request.size() + 1;
  for (std::string_view& part : quoted) {
    const std::size_t open = line.find(" \"", std::min(at, line.size()));
    const std::size_t close = open == kNotFound ? kNotFound : find_closing_quote(line, open + 2);
    if (close == kNotFound) return false;
    part = line.substr(open + 2, close - open - 2);
    at = close + 1;
  }
  if (parts.has(LogField::referrer) && parts[LogField::referrer].data() != quoted[0].data())
    return false;
  const auto number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
  };
  return is_url(quoted[1]) || (number(quoted[0]) && (quoted[1] == "-" || number(quoted[1])));
}

// `Mozilla/5.0 (...)`, `curl/8.1`: a product and its version; a URL, a path and a dash are none.
bool looks_like_agent(std::string_view text) {
  if (is_url(text)) return false;
  const std::size_t slash = text.find('/');
  const std::string_view name = text.substr(0, slash);
  return slash != kNotFound && slash > 0 && slash + 1 < text.size() && is_digit(text[slash + 1]) &&
         name.find_first_of("?&=") == std::string_view::npos;
}

// Those that servers give: other numbers of three digits are more likely bytes or durations.
bool is_status(std::string_view text) {
  struct Range {
    int first, last;
  };
  constexpr std::array<Range, 13> kKnown = {{{100, 103},
                                             {200, 208},
                                             {226, 226},
                                             {300, 308},
                                             {400, 431},
                                             {440, 440},
                                             {444, 444},
                                             {449, 451},
                                             {460, 464},
                                             {494, 511},
                                             {520, 530},
                                             {561, 561},
                                             {598, 599}}};
  if (text.size() != 3 || !std::ranges::all_of(text, is_digit)) return false;
  const int status = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
  return std::ranges::any_of(
      kKnown, [status](Range range) { return range.first <= status && status <= range.last; });
}

// The part that another one stands in the place of; nothing: each looks like what it is read as.
std::string_view misplaced_part(const LogFormat& format, const LogLine& parts,
                                std::string_view line) {
  if (has_moved_parts(format, parts, line)) return "the referrer";
  const bool by_place =
      format.way() == LogFormat::Way::combined || format.way() == LogFormat::Way::steps;
  if (!by_place) return {};
  const std::string_view status = parts[LogField::status];
  if (parts.has(LogField::status) && status != "-" && status != "000" && !is_status(status) &&
      !status.starts_with('-'))
    return "the status";
  const std::string_view agent = parts[LogField::agent];
  const bool no_agent = !parts.has(LogField::agent) || agent == "-" || is_url(agent);
  if (no_agent && looks_like_agent(parts[LogField::referrer])) return "the referrer";
  if (format.description().agents_tell && !looks_like_agent(agent)) return "the agent";
  return {};
}

// `asked`: by a person, who knows what its parts are.
LogTry try_format(const LogFormatPtr& format, const LogSample& sample, bool asked) {
  LogTry result;
  result.format = format;
  result.wrapper = sample.wrapper;
  LogTry odd;  // lines in whose forwarded part no address stands
  TimestampParser times{TimeZone()};
  std::size_t misplaced = 0;
  std::string_view misplaced_as;
  read_sample(
      format, sample,
      [&](LogLineReader& reader, const SampledLine& line, const LogExtent& extent,
          std::size_t taken) {
        const LogLine& parts = reader.parts();
        const std::string_view forwarded = parts[LogField::forwarded];
        const bool address = !first_forwarded(forwarded).empty();
        const bool other = format->way() == LogFormat::Way::steps && !forwarded.empty() &&
                           forwarded != "-" && forwarded != "unknown" && !address;
        if (other && odd.line == 0) {
          odd.line = line.number;
          odd.column = static_cast<std::size_t>(forwarded.data() - line.text.data());
          odd.wanted = "a forwarded address";
        }
        result.forwarded += address ? 1 : 0;
        LogTry& found = other ? odd : result;
        ++found.lines;
        std::array<Field, kLogRow> fields;
        Instant instant;
        if (reader.finish(fields.data()) == LogLineKind::row &&
            (times.parse_log(trim_blanks(fields[kLogTime].text), instant) ||
             times.parse(trim_blanks(fields[kLogTime].text), instant)))
          ++found.timed;
        const std::string_view user = parts[LogField::user];
        found.spaced += user.find(' ') != std::string_view::npos ? 1 : 0;
        const std::string_view client = parts[LogField::client];
        const std::string_view first = client.substr(0, client.find(','));
        if (is_address(without_port(first)) || (client.empty() && !forwarded.empty()))
          ++found.addressed;
        const std::size_t read = line.front.begins[taken] + extent.read;
        if (const std::string_view part = misplaced_part(*format, parts, line.text);
            !part.empty()) {
          ++misplaced;
          if (misplaced_as.empty()) misplaced_as = part;
        }
        found.unread += line.text.size() - std::min(line.text.size(), read);
        found.whole += extent.whole ? 1 : 0;
        found.agents += parts.has(LogField::agent) ? 1 : 0;
        found.answers += parts.has(LogField::status) && parts.has(LogField::bytes) ? 1 : 0;
        found.statuses += is_status(parts[LogField::status]) ? 1 : 0;
        for (std::size_t i = 0; i < taken; ++i) found.prefixes.insert(line.front.kinds[i]);
      },
      [&](const SampledLine& line, const LogExtent& extent) {
        if (result.line != 0 && extent.read <= result.column) return;
        result.line = line.number;
        result.column = extent.read;
        result.wanted = extent.wanted;
      });
  // Such a part tells of another format, unless nearly all have an address there: anybody can send
  // a header that has none.
  if (result.forwarded >= 9 * odd.lines) {
    add_lines(result, odd);
  } else if (result.line == 0) {
    result.line = odd.line;
    result.column = odd.column;
    result.wanted = odd.wanted;
  }
  // Where most lines are read so, none of them is of this format.
  if (!asked && 2 * misplaced > result.lines) {
    result.lines = result.timed = 0;
    result.wanted = misplaced_as;
  }
  return result;
}

bool better(const LogTry& a, const LogTry& b) {
  if (a.timed != b.timed) return a.timed > b.timed;
  if (a.lines != b.lines) return a.lines > b.lines;
  if (a.lines == 0) return a.column != b.column && a.column > b.column;
  if (a.addressed != b.addressed) return a.addressed > b.addressed;
  if (a.statuses != b.statuses) return a.statuses > b.statuses;
  if (a.unread != b.unread) return a.unread < b.unread;
  if (a.whole != b.whole) return a.whole > b.whole;
  // A host in front makes `- -` of the user.
  return a.spaced < b.spaced;
}

LogChoice choose(const InputHead& head) {
  LogChoice choice;
  std::vector<LogFormatPtr> formats;
  const LogOptions& options = head.options.log;
  const std::string folder = options.folder.empty() ? user_log_formats() : options.folder;
  if (options.format.empty()) {
    Result<std::vector<LogFormatPtr>> known = known_log_formats(folder);
    if (known)
      formats = std::move(*known);
    else
      choice.fault = known.error();
  } else {
    Result<LogFormatPtr> named = named_log_format(options.format, folder);
    if (named)
      formats.push_back(*named);
    else
      choice.fault = named.error();
  }
  const LogSamples samples(head);
  choice.sampled = samples.lines();
  for (const LogFormatPtr& format : formats) {
    std::optional<LogTry> best;
    for (const LogSample& sample : samples.all()) {
      LogTry one = try_format(format, sample, !options.format.empty());
      if (!best || (one.lines > 0 && better(one, *best))) best = std::move(one);
    }
    if (best) choice.tries.push_back(std::move(*best));
  }
  std::ranges::stable_sort(choice.tries, better);
  return choice;
}

}  // namespace

JsonShape log_json_shape(const InputHead& head) {
  const std::size_t first =
      head.text.find_first_not_of(std::string_view(" \n\r\t\0\xEF\xBB\xBF", 8));
  if (first == std::string_view::npos || (head.text[first] != '{' && head.text[first] != '['))
    return {};
  if (head.text[first] == '[') {
    const std::size_t inside = head.text.find_first_not_of(" \n\r\t", first + 1);
    if (inside == std::string_view::npos || (head.text[inside] != '{' && head.text[inside] != ']'))
      return {};
  }
  // A first line that is one whole object means lines, whatever is in it.
  return find_json_shape(head.text, [](std::string_view) { return std::size_t{1}; });
}

const LogChoice& choose_log_format(const InputHead& head) {
  if (!head.log_choice) head.log_choice = std::make_shared<const LogChoice>(choose(head));
  return *head.log_choice;
}

Error with_log_tries(Error error, const LogChoice& choice) {
  std::vector<std::string> names;
  for (const LogTry& one : choice.tries) names.push_back(one.format->description().name);
  if (names.empty()) return error;
  error.column = names.front();
  error.line = choice.tries.front().line;
  error.other_line = choice.tries.front().column;
  error.other = choice.tries.front().wanted;
  std::ranges::sort(names);
  for (const std::string& name : names) error.tried += (error.tried.empty() ? "" : ", ") + name;
  return error;
}

}  // namespace footfall
