#include "model/parse/log_plan.h"

#include <algorithm>
#include <memory>

#include "model/core/timestamp.h"
#include "model/parse/csv_record.h"
#include "model/parse/json_shape.h"
#include "model/parse/log_client.h"
#include "model/parse/log_reader.h"

namespace footfall {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kLongestLine = std::size_t{64} << 10;

// A sampled line, or the line that it holds in JSON.
struct SampledLine {
  std::string_view text;
  std::size_t number = 0;  // from 1, blank lines counted
  LogFront front;
};
struct Sample {
  std::string wrapper;
  std::vector<SampledLine> lines;
};

// The sampled lines at the front of an input, behind which 64 bytes can be read.
std::string sampled_front(const InputHead& head) {
  std::size_t end = 0;
  for (std::size_t lines = 0; lines < LogChoice::kSampledLines && end < head.text.size(); ++lines) {
    const std::size_t next = std::min(head.text.find('\n', end), head.text.size() - 1) + 1;
    if (is_blank_line(head.text.substr(end, next - end))) --lines;
    end = next;
  }
  std::string front(head.text.substr(0, end));
  front.append(kChunkPadding, '\0');
  return front;
}

std::vector<SampledLine> lines_of(const InputHead& head, std::string_view front) {
  std::vector<SampledLine> lines;
  std::string_view text = front.substr(0, front.size() - kChunkPadding);
  for (std::size_t number = 1; !text.empty() && lines.size() < LogChoice::kSampledLines; ++number) {
    const std::size_t end = text.find('\n');
    // A line that goes on behind the front says nothing.
    if (end == std::string_view::npos && !head.is_all && !lines.empty()) break;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_blank_line(line)) continue;
    const SampledLine sampled{line, number, log_front(line)};
    // A line as long as that is no request, and all formats would look through it.
    if (line.size() - sampled.front.begins[0] <= kLongestLine) lines.push_back(sampled);
  }
  return lines;
}

// The lines, and those that stand in JSON objects, by their key.
class Samples {
 public:
  explicit Samples(const InputHead& head) : front_(sampled_front(head)) {
    all_.push_back({{}, lines_of(head, front_)});
    objects_of(head);
    std::vector<JsonPath> paths;
    for (const std::string_view key : kLogWrappers) paths.push_back({std::string(key)});
    const JsonLayout layout(paths);
    JsonRowParser parser;
    parser.begin(layout);
    std::vector<std::vector<SampledLine>> inner(kLogWrappers.size());
    for (const SampledLine& line : all_.front().lines) {
      const std::string_view text = line.text.substr(marks_before(line.text));
      if (!text.starts_with('{')) continue;
      std::string padded(text);
      padded += '\n';
      padded.append(kChunkPadding, '\0');
      if (parser.parse(padded.data()) == nullptr) continue;
      for (std::size_t key = 0; key < kLogWrappers.size(); ++key) {
        const Field& value = parser.fields()[key];
        if (value.kind != FieldKind::text || value.text.size() < 16) continue;
        std::string_view written = value.text;
        while (written.ends_with('\n') || written.ends_with('\r')) written.remove_suffix(1);
        texts_.push_back(std::make_unique<std::string>(written));
        texts_.back()->append(kChunkPadding, '\0');
        written = std::string_view(*texts_.back()).substr(0, written.size());
        inner[key].push_back({written, line.number, log_front(written)});
      }
    }
    for (std::size_t key = 0; key < inner.size(); ++key)
      if (!inner[key].empty())
        all_.push_back({std::string(kLogWrappers[key]), std::move(inner[key])});
  }
  [[nodiscard]] const std::vector<Sample>& all() const { return all_; }
  [[nodiscard]] std::size_t lines() const { return all_.front().lines.size(); }

 private:
  // Objects that are no lines, each as one.
  void objects_of(const InputHead& head) {
    const JsonShape shape = log_json_shape(head);
    if (shape.form == JsonShape::Form::lines) return;
    std::vector<SampledLine> lines;
    for (const std::string_view record :
         first_records(head.text, shape, LogChoice::kSampledLines)) {
      const auto at = static_cast<std::size_t>(record.data() - head.text.data());
      texts_.push_back(std::make_unique<std::string>(as_json_line(record)));
      std::string_view text = *texts_.back();
      while (text.ends_with('\0') || text.ends_with('\n')) text.remove_suffix(1);
      const auto before = std::ranges::count(head.text.substr(0, at), '\n');
      lines.push_back({text, 1 + static_cast<std::size_t>(before), log_front(text)});
    }
    if (!lines.empty()) all_.front().lines = std::move(lines);
  }

  std::string front_;
  std::vector<Sample> all_;
  std::vector<std::unique_ptr<std::string>> texts_;
};

// Hands out what a format reads of a sample: each line read, and of the others how far.
template <class Take, class Refuse>
void read_sample(const LogFormatPtr& format, const Sample& sample, Take&& take, Refuse&& refuse) {
  auto plan = std::make_shared<LogPlan>();
  plan->format = format;
  LogLineReader reader(plan, false);
  Chunk chunk;
  reader.begin_chunk(chunk);
  std::array<Field, kLogRow> fields;
  const bool headed = format->way() == LogFormat::Way::header;
  for (const SampledLine& line : sample.lines) {
    if (headed) {
      const std::string_view text = line.text.substr(marks_before(line.text));
      if (text.starts_with('#') || text.starts_with(format->description().header)) {
        static_cast<void>(reader.read(line.text, false, fields.data()));
        continue;
      }
    }
    LogExtent extent;
    std::size_t taken = 0;
    if (reader.read_parts(line.text, line.front, extent, taken))
      take(reader, line, extent, taken);
    else
      refuse(line, extent);
  }
}

// Adds the lines that one found to those of the other.
void add_lines(LogTry& to, const LogTry& from) {
  for (std::size_t LogTry::*const count :
       {&LogTry::lines, &LogTry::timed, &LogTry::addressed, &LogTry::unread, &LogTry::whole,
        &LogTry::agents, &LogTry::answers, &LogTry::spaced})
    to.*count += from.*count;
  to.prefixes = to.prefixes | from.prefixes;
}

// A number stands where the referrer belongs: it is another part, and all behind it are moved by
// one. Common and Combined read a referrer in what the description leaves unread.
bool has_moved_parts(const LogFormat& format, const LogLine& parts, std::string_view unread) {
  std::string_view referrer = parts[LogField::referrer];
  if (!parts.has(LogField::referrer)) {
    if (format.way() != LogFormat::Way::combined || !unread.starts_with(" \"")) return false;
    referrer = unread.substr(2, unread.find('"', 2) - 2);
  }
  return !referrer.empty() &&
         std::ranges::all_of(referrer, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

LogTry try_format(const LogFormatPtr& format, const Sample& sample) {
  LogTry result;
  result.format = format;
  result.wrapper = sample.wrapper;
  LogTry odd;  // lines in whose forwarded part no address stands
  TimestampParser times{TimeZone()};
  std::size_t moved = 0;
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
        if (has_moved_parts(*format, parts, line.text.substr(std::min(line.text.size(), read))))
          ++moved;
        found.unread += line.text.size() - std::min(line.text.size(), read);
        found.whole += extent.whole ? 1 : 0;
        found.agents += parts.has(LogField::agent) ? 1 : 0;
        found.answers += parts.has(LogField::status) && parts.has(LogField::bytes) ? 1 : 0;
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
  if (2 * moved > result.lines) {
    result.lines = result.timed = 0;
    result.wanted = "a referrer that is no number";
  }
  return result;
}

bool better(const LogTry& a, const LogTry& b) {
  if (a.timed != b.timed) return a.timed > b.timed;
  if (a.lines != b.lines) return a.lines > b.lines;
  if (a.lines == 0) return a.column != b.column && a.column > b.column;
  if (a.addressed != b.addressed) return a.addressed > b.addressed;
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
  const Samples samples(head);
  choice.sampled = samples.lines();
  for (const LogFormatPtr& format : formats) {
    std::optional<LogTry> best;
    for (const Sample& sample : samples.all()) {
      LogTry one = try_format(format, sample);
      if (!best || (one.lines > 0 && better(one, *best))) best = std::move(one);
    }
    if (best) choice.tries.push_back(std::move(*best));
  }
  std::ranges::stable_sort(choice.tries, better);
  return choice;
}

// An address of no private network in a place that the format passes over; empty: there is none.
std::string_view address_beside(std::string_view line, const LogLine& parts) {
  using F = LogField;
  constexpr std::string_view kBetween = " \t\"'()[]{}<>,;=|";
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = std::min(line.find_first_not_of(kBetween, at), line.size());
    const std::size_t end = std::min(line.find_first_of(kBetween, begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    at = end;
    const std::string_view address = without_port(word);
    if (!is_address(address) || is_private_address(address)) continue;
    const auto inside = [&](F field) {
      const std::string_view part = parts[field];
      return part.data() <= word.data() && word.data() < part.data() + part.size();
    };
    const F read[] = {F::client, F::user, F::request, F::target, F::query, F::referrer, F::agent};
    if (std::ranges::none_of(read, inside)) return address;
  }
  return {};
}

void add_example(std::vector<std::string>& examples, std::string_view value) {
  if (examples.size() < kExamples && !value.empty() &&
      std::ranges::find(examples, value) == examples.end())
    examples.emplace_back(value);
}

}  // namespace

LogField told_by(LogPart part) {
  switch (part) {
    case LogPart::bots:
      return LogField::agent;
    case LogPart::errors:
    case LogPart::redirects:
      return LogField::status;
    case LogPart::methods:
      return LogField::method;
    default:
      return LogField::target;
  }
}

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

Result<std::shared_ptr<const LogPlan>> make_log_plan(const InputHead& head) {
  const LogChoice& choice = choose_log_format(head);
  if (choice.fault) return *choice.fault;
  auto plan = std::make_shared<LogPlan>();
  plan->cleaning = head.options.log.cleaning;
  plan->row_classes = head.request.row_classes;
  plan->choice = head.log_choice;
  const LogTry* best = choice.best();
  if (best == nullptr) {
    // Nothing is read; every line is told of. Asked for by name it is that format.
    for (const LogTry& one : choice.tries)
      if (choice.tries.size() == 1 || one.format->description().name == "combined") best = &one;
    if (best == nullptr) best = &choice.tries.front();
  }
  plan->format = best->format;
  plan->prefixes = best->prefixes;
  plan->wrapper = best->wrapper;
  plan->sampled = best->lines;
  const bool combined = plan->format->way() == LogFormat::Way::combined;
  if (combined ? best->agents > 0 : best->whole > 0)
    plan->tail = LogPlan::Tail::whole;
  else if (combined && best->answers > 0)
    plan->tail = LogPlan::Tail::answer;

  // Whose address it is.
  const LogDescription& description = plan->format->description();
  const bool both = description.has(LogField::client) && description.has(LogField::forwarded);
  const LogClient asked = head.options.log.client;
  if (asked == LogClient::forwarded && !description.has(LogField::forwarded))
    return Error{ErrorKind::bad_option, "--client", "forwarded",
                 "connection, or name a format that has forwarded addresses with --log-format: "
                 "lines of " +
                     description.title + " have none"};
  const Samples samples(head);
  const auto sample = std::ranges::find(samples.all(), plan->wrapper, &Sample::wrapper);
  bool all_private = true;
  std::size_t forwarded = 0;
  std::size_t lines = 0;
  std::size_t beside = 0;
  if (sample != samples.all().end() && best->lines > 0)
    read_sample(
        plan->format, *sample,
        [&](const LogLineReader& reader, const SampledLine& line, const LogExtent&, std::size_t) {
          const LogLine& parts = reader.parts();
          const std::string_view client = without_port(parts[LogField::client]);
          const std::string_view first = first_forwarded(parts[LogField::forwarded]);
          ++lines;
          all_private = all_private && is_private_address(client);
          if (all_private && !description.has(LogField::forwarded)) {
            const std::string_view address = address_beside(line.text, parts);
            beside += address.empty() ? 0 : 1;
            if (plan->beside.empty()) plan->beside = address;
            if (plan->connection.empty()) plan->connection = client;
          }
          if (first.empty()) return;
          ++forwarded;
          if (plan->forwarded.empty() && first != client) plan->forwarded = first;
        },
        [](const SampledLine&, const LogExtent&) {});
  if (!all_private || beside * 10 < lines * 9) plan->connection = plan->beside = {};
  if (asked != LogClient::detect)
    plan->client = asked;
  else if (!description.has(LogField::client) ||
           (both && all_private && lines > 0 && forwarded * 10 >= lines * 9))
    plan->client = LogClient::forwarded;

  std::array<LogCleaner, kKinds<LogPart>> cleaners = [] {
    std::array<LogCleaning, kKinds<LogPart>> rules;
    for (std::size_t i = 0; i < rules.size(); ++i) rules[i].leave_out = static_cast<LogPart>(i);
    return std::array<LogCleaner, kKinds<LogPart>>{LogCleaner(rules[0]), LogCleaner(rules[1]),
                                                   LogCleaner(rules[2]), LogCleaner(rules[3]),
                                                   LogCleaner(rules[4])};
  }();
  if (sample != samples.all().end() && best->lines > 0)
    read_sample(
        plan->format, *sample,
        [&](LogLineReader& reader, const SampledLine&, const LogExtent&, std::size_t) {
          std::array<Field, kLogRow> fields;
          const LogLine parts = reader.parts();
          if (reader.finish(fields.data()) != LogLineKind::row) return;
          std::string_view method = parts[LogField::method];
          const bool target = fields[kLogPage].kind != FieldKind::no_target;
          if (method.empty() && target) method = request_method(parts[LogField::request]);
          for (std::size_t i = 0; i < cleaners.size(); ++i)
            if (target && cleaners[i].reason(method, parts[LogField::status], fields[kLogPage].text,
                                             fields[kLogAgent].text) != FilterReason::end)
              ++plan->parts[i];
          for (const LogPart part : all_kinds<LogPart>()) {
            const std::string_view telling = told_by(part) == LogField::method ? method
                                             : told_by(part) == LogField::agent
                                                 ? fields[kLogAgent].text
                                                 : parts[told_by(part)];
            plan->told[static_cast<std::size_t>(part)] += telling.empty() || telling == "-" ? 0 : 1;
          }
          add_example(plan->examples[0], fields[kLogTime].text);
          if (target) add_example(plan->examples[1], fields[kLogPage].text);
          std::string_view client = fields[kLogHost].text;
          if (plan->client == LogClient::forwarded) {
            const std::string_view first = first_forwarded(parts[LogField::forwarded]);
            if (!first.empty()) client = first;
          }
          add_example(plan->examples[2], client);
          add_example(plan->examples[3], parts[LogField::status]);
          add_example(plan->examples[4], parts[LogField::bytes]);
        },
        [](const SampledLine&, const LogExtent&) {});
  return std::shared_ptr<const LogPlan>(std::move(plan));
}

}  // namespace footfall
