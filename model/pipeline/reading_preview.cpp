#include "model/pipeline/reading_preview.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/core/parallel.h"
#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"
#include "model/parse/opened_input.h"
#include "model/pipeline/analysis.h"

namespace footfall {
namespace {

constexpr std::size_t kShownFront = std::size_t{256} << 10;  // bytes that records are shown from
constexpr std::uint64_t kTrialRows = 1000;
constexpr std::size_t kTrialChunk = std::size_t{256} << 10;

void read_records_of(OpenedInput& input, const InputLayout& layout, ReadingPreview& preview) {
  const Result<std::string_view> peeked = input.peek(kShownFront);
  if (!peeked) {
    preview.error = preview.error ? preview.error : peeked.error();
    return;
  }
  const std::string front = std::string(peeked->substr(0, kShownFront)).append(kChunkPadding, '\0');
  ShownRecords shown = format_row(layout.format)
                           .show_records(layout, {front.data(), front.size() - kChunkPadding},
                                         peeked->size() < kShownFront);
  preview.columns = std::move(shown.columns);
  preview.records = std::move(shown.records);
}

class Trial {
 public:
  Trial(const std::string& path, const ReportOptions& report, const std::stop_token& stop)
      : path_(path), report_(report), stop_(stop) {
    report_.kinds = ReportKinds::all();
    report_.kinds_required = false;
  }

  // Reads the front as it would be read; no value: that fails.
  ReportSetPtr run(const InputOptions& options) {
    if (stop_.stop_requested()) throw Stopped{};
    AnalysisOptions wanted;
    wanted.input = options;
    wanted.report = report_;
    wanted.run.threads = 1;
    wanted.run.chunk_bytes = kTrialChunk;
    wanted.run.abandoned = stop_;
    std::stop_source enough;
    AnalysisEvents events;
    events.on_progress = [&enough](const Progress& progress) {
      if (progress.rows >= kTrialRows) enough.request_stop();
    };
    Outcome outcome = Analysis({path_}, wanted).run(enough.get_token(), events);
    if (stop_.stop_requested()) throw Stopped{};
    error = outcome.error;
    return outcome.reports;
  }

  std::optional<Error> error;  ///< of the last run

 private:
  const std::string& path_;
  ReportOptions report_;
  std::stop_token stop_;
};

std::vector<RejectedRows> by_reason(const LoadReport& load) {
  std::map<std::pair<std::string, RejectReason>, RejectedRows> groups;
  for (const Reject& reject : load.rejects) {
    RejectedRows& group = groups[{reject.column, reject.reason}];
    if (group.rows++ == 0) {
      group.reason = reject.reason;
      group.role = reject.column;
      group.first = reject;
    }
  }
  std::vector<RejectedRows> sorted;
  for (auto& [key, group] : groups) sorted.push_back(std::move(group));
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.rows > b.rows; });
  return sorted;
}

void try_reports(Trial& trial, const InputOptions& options, ReadingPreview& preview) {
  const ReportSetPtr reports = trial.run(options);
  if (!reports) {
    if (trial.error) preview.error = trial.error;
    if (trial.error) preview.answers = answers_to(*trial.error);
    return;
  }
  preview.whole = !reports->partial;
  for (const ReportKind kind : kAllReports) {
    if (!preview.layout->feeds.contains(events_of(kind))) continue;
    ReportTrial& shown = preview.trials[kind];
    shown.rows = reports->load_of(kind).rows;
    shown.rejects = reports->load_of(kind).rejects;
    shown.rejected = by_reason(reports->load_of(kind));
    for (RejectedRows& group : shown.rejected) {
      for (ReadingAnswer& answer :
           likely_answers(group.first, preview.layout->forms[events_of(kind)])) {
        InputOptions changed = options;
        answer.apply_to(changed);
        const ReportSetPtr then = trial.run(changed);
        if (!then || !then->has(kind)) continue;
        answer.rejected = then->load_of(kind).rows.rejected();
        if (answer.rejected < shown.rows.rejected()) group.answers.push_back(answer);
      }
    }
  }
}

bool is_log(const InputOptions& options, const InputLayout* layout) {
  if (layout != nullptr && layout->log) return true;
  return !options.log.format.empty() || (options.format != InputFormat::detect &&
                                         format_row(options.format).fields == FieldsBy::position);
}

// What fails as a table may be a log of a kind that nobody knows: then that is what is wrong.
bool may_be_log(const std::string& path, const InputOptions& options, const std::stop_token& stop,
                ReadingPreview& preview) {
  if (preview.layout && !preview.layout->feeds.empty()) return false;
  LayoutRequest request;
  request.forms = false;
  request.stop = stop;
  const Result<OpenedInput> input = OpenedInput::open(path, options, request);
  if (input || input.error().tried.empty()) return false;
  preview.error = input.error();
  preview.answers.clear();
  return true;
}

// Tries all known formats, whichever was chosen.
void look_at_log(const std::string& path, const InputOptions& options, const std::stop_token& stop,
                 ReadingPreview& preview) {
  const InputLayout* const layout = preview.layout.get();
  if (!is_log(options, layout) && !may_be_log(path, options, stop, preview)) return;
  InputOptions any = options;
  for (const InputFormatRow& row : input_formats())
    if (row.fields == FieldsBy::position) any.format = row.format;
  any.log.format.clear();
  any.log.client = LogClient::detect;
  LayoutRequest request;
  request.inspected = true;
  request.forms = false;
  request.stop = stop;
  const Result<OpenedInput> input = OpenedInput::open(path, any, request);
  if (!input || !input->layout()->log) return;
  LogPreview& log = preview.log.emplace();
  const LogChoice& choice = *input->layout()->log->choice;
  log.sampled = choice.sampled;
  for (const LogTry& one : choice.tries)
    log.formats.push_back({one.format->description().name, one.format->description().title,
                           one.lines, one.line, one.column, one.wanted});
  if (layout == nullptr || !layout->log || layout->log->sampled == 0) return;
  const LogPlan& plan = *layout->log;
  const LogDescription& description = plan.format->description();
  log.format = description.name;
  log.forwarded = description.has(LogField::client) && description.has(LogField::forwarded);
  log.client = plan.client;
  log.read = plan.sampled;
  for (const LogPart part : all_kinds<LogPart>())
    log.parts[part] = plan.parts[static_cast<std::size_t>(part)];
}

// Opens it as it is wanted; where that cannot be, as something to look at.
std::optional<OpenedInput> open_to_look(const std::string& path, const InputOptions& options,
                                        const std::stop_token& stop, ReadingPreview& preview) {
  LayoutRequest request;
  request.inspected = true;
  request.stop = stop;
  Result<OpenedInput> input = OpenedInput::open(path, options, request);
  InputOptions plain = options;
  if (input && input->layout()->log && input->layout()->feeds.empty()) {
    // A log of a kind that nobody knows: why it is refused, and its lines as of a table.
    LayoutRequest asked{kLoggedEvents, true};
    asked.stop = stop;
    const Result<OpenedInput> refused = OpenedInput::open(path, options, asked);
    for (const InputFormatRow& row : input_formats())
      if (row.fields == FieldsBy::column) plain.format = row.format;
    input = refused ? Error{ErrorKind::unknown_format, path, {}, {}} : refused.error();
  }
  if (input) return std::move(*input);
  preview.error = input.error();
  preview.answers = answers_to(*preview.error);
  request.forms = false;
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (attempt == 1) {
      plain.columns.clear();
      plain.expected_header.clear();
    }
    if (attempt == 2) {
      plain = {};
      plain.format = options.format;
      plain.encoding = options.encoding;
    }
    input = OpenedInput::open(path, plain, request);
    if (input) return std::move(*input);
  }
  return std::nullopt;
}

}  // namespace

FormatChoice format_choice(InputFormat format) {
  const InputFormatRow& row = format_row(format);
  return {format, row.display_name, row.fields == FieldsBy::column, row.endings};
}

std::vector<FormatChoice> format_choices() {
  std::vector<FormatChoice> choices;
  for (const InputFormatRow& row : input_formats()) choices.push_back(format_choice(row.format));
  return choices;
}

std::shared_ptr<const InputLayout> look_at_input(const std::string& path) {
  LayoutRequest request;
  request.inspected = true;
  request.forms = false;
  const Result<OpenedInput> input = OpenedInput::open(path, {}, request);
  if (!input) return nullptr;
  auto layout = std::make_shared<InputLayout>(*input->layout());
  layout->feeds = {};
  return layout;
}

bool is_unsure(const InputLayout& layout) {
  const auto rests_on_guess = [](const ReadingNote& note) {
    return note.kind == ReadingNoteKind::open_mark || note.kind == ReadingNoteKind::days_unread ||
           note.kind == ReadingNoteKind::far_times || note.kind == ReadingNoteKind::scale_meant ||
           (note.kind == ReadingNoteKind::quantity_beside && note.role == "amount");
  };
  if (std::ranges::any_of(layout.notes, rests_on_guess)) return true;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const RoleMatch& match = layout.matches[type];
    if (std::ranges::any_of(match.notes, rests_on_guess)) return true;
    // A likelier column was passed over for a value of it.
    const std::span<const Role> roles = roles_of(type);
    for (const ReadingNote& note : match.notes) {
      const auto role = std::ranges::find(roles, note.role, &Role::name);
      if (note.kind != ReadingNoteKind::misfit || role == roles.end()) continue;
      if (match.roles[static_cast<std::size_t>(role - roles.begin())].required_synonym) return true;
    }
  }
  return false;
}

ReadingPreview preview_reading(const std::string& path, const InputOptions& options,
                               const ReportOptions& report, const std::stop_token& stop) {
  ReadingPreview preview;
  std::optional<OpenedInput> input = open_to_look(path, options, stop, preview);
  if (!input) {
    look_at_log(path, options, stop, preview);
    return preview;
  }
  auto layout = std::make_shared<InputLayout>(*input->layout());
  // Positions alone say nothing: without a header, columns are for a person to name.
  const bool nameless = options.header == HeaderMode::no && options.columns.empty();
  if (preview.error || nameless) layout->feeds = {};
  read_records_of(*input, *layout, preview);
  preview.layout = layout;
  look_at_log(path, options, stop, preview);
  if (stop.stop_requested()) throw Stopped{};
  if (preview.error || layout->feeds.empty()) return preview;
  for (const EventType type : kEventTypes) {
    if (!layout->feeds.contains(type)) continue;
    for (const ReadingNote& note : layout->notes)
      if (note.kind == ReadingNoteKind::open_mark && preview.answers.empty())
        preview.answers = {{ReadingAnswer::Kind::decimal_point, note.role},
                           {ReadingAnswer::Kind::decimal_comma, note.role}};
    for (const ReadingNote& note : layout->notes)
      if (note.kind == ReadingNoteKind::days_unread && preview.answers.empty())
        preview.answers = {{ReadingAnswer::Kind::day_first, note.role},
                           {ReadingAnswer::Kind::month_first, note.role}};
  }
  preview.plan = plan_json(*layout, options, report.source_zone);
  Trial trial(path, report, stop);
  try_reports(trial, options, preview);
  return preview;
}

std::optional<std::size_t> column_of_role(const ReadingPreview& preview, const RoleFound& role) {
  for (const auto& joined : role.words.alternatives)
    for (const ColumnRef& ref : joined) {
      if (ref.number && ref.name.empty()) {
        if (*ref.number < preview.columns.size()) return *ref.number;
        continue;
      }
      const auto exact = std::ranges::find(preview.columns, ref.name);
      if (exact != preview.columns.end())
        return static_cast<std::size_t>(exact - preview.columns.begin());
      for (std::size_t at = ref.name.find_first_of(".[-"); at != std::string::npos;
           at = ref.name.find_first_of(".[-", at + 1)) {
        const auto front = std::ranges::find(preview.columns, ref.name.substr(0, at));
        if (front != preview.columns.end())
          return static_cast<std::size_t>(front - preview.columns.begin());
      }
    }
  return std::nullopt;
}

}  // namespace footfall
