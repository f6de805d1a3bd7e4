#include "model/parse/log_plan.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "model/parse/log_client.h"
#include "model/parse/log_samples.h"

namespace footfall {
namespace {

constexpr std::size_t kExamples = 3;

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
  const LogSamples samples(head);
  const auto sample = std::ranges::find(samples.all(), plan->wrapper, &LogSample::wrapper);
  bool all_private = true;
  std::size_t forwarded = 0;
  std::size_t lines = 0;
  std::size_t beside = 0;
  std::set<std::string, std::less<>> connections;  // of the lines with an address beside
  std::set<std::string, std::less<>> others;       // one alone is the server's
  if (sample != samples.all().end() && best->lines > 0)
    read_sample(
        plan->format, *sample,
        [&](const LogLineReader& reader, const SampledLine& line, const LogExtent&, std::size_t) {
          const LogLine& parts = reader.parts();
          const std::string_view client = without_port(parts[LogField::client]);
          const std::string_view first = first_forwarded(parts[LogField::forwarded]);
          ++lines;
          all_private = all_private && is_private_address(client);
          if (first.empty()) {
            const std::string_view address = address_beside(line.text, parts);
            if (address.empty() || address == client) return;
            ++beside;
            others.emplace(address);
            connections.emplace(client);
            if (beside > 1) return;
            plan->beside = address;
            plan->connection = client;
            return;
          }
          ++forwarded;
          if (plan->forwarded.empty() && first != client) plan->forwarded = first;
        },
        [](const SampledLine&, const LogExtent&) {});
  // Behind a proxy with a public address, too, there are fewer connections than clients.
  const bool behind = all_private ? others.size() > 1 : others.size() > connections.size();
  plan->all_private = all_private;
  if (!behind || beside * 10 < lines * 9) plan->connection = plan->beside = {};
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
