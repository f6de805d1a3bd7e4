#include "app/inspect_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "app/error_text.h"
#include "app/reading_notes.h"
#include "model/export/export_report.h"
#include "model/export/staged_files.h"
#include "model/input/folder.h"
#include "model/input/input_members.h"
#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"
#include "model/parse/opened_input.h"
#include "model/parse/role_synonyms.h"
#include "model/parse/saved_plan.h"

namespace footfall {
namespace {

constexpr std::size_t kFlushBytes = std::size_t{1} << 16;

std::string shown_name(const std::string& path) { return path == "-" ? "standard input" : path; }

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
    text += '\n';
  }
  return text;
}

std::string lacking_report(ReportKind kind, const RoleMatch& match, const InputLayout& layout) {
  const std::span<const Role> roles = roles_of(events_of(kind));
  std::string lacks;
  for (const std::size_t i : match.absent)
    lacks += (lacks.empty() ? "" : ", ") + std::string(roles[i].name);
  if (lacks.empty() && match.fault)
    return fmt::format("  {} cannot be made: {} is there more than once; choose one with --map\n",
                       command_name(kind), quoted_for_message(match.fault->expected));
  if (lacks.empty()) lacks = fmt::format("rows of its kind in {}", layout.description());
  return fmt::format("  {} lacks {}\n", command_name(kind), lacks);
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
  constexpr std::array<std::string_view, kKinds<LogPart>> kNames = {"bots", "static", "errors",
                                                                    "redirects", "methods"};
  text += "  of the sample --leave-out would leave out:";
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const double share =
        100.0 * static_cast<double>(plan.parts[i]) / static_cast<double>(plan.sampled);
    text += fmt::format("{} {} {:.1f} %", i == 0 ? "" : ",", kNames[i], share);
  }
  return text + '\n';
}

std::string for_people(const std::string& path, const InputLayout& layout) {
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
  for (const RoleMatch& match : layout.matches)
    source.notes.insert(source.notes.end(), match.notes.begin(), match.notes.end());
  return text + lacking + reading_note_lines(said);
}

// Writes what it is given piece by piece.
class Printer {
 public:
  [[nodiscard]] Status add(std::string_view text) {
    text_ += text;
    return text_.size() < kFlushBytes ? Status(Done{}) : flush();
  }
  [[nodiscard]] Status flush() {
    Status written = output_.write(text_);
    text_.clear();
    return written;
  }

 private:
  OutputFile output_ = OutputFile::standard_output();
  std::string text_;
};

void append_record(std::string& out, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    append_csv_field(out, fields[i]);
  }
  out += '\n';
}

// The records of a table, surplus fields among them.
class TableRecords {
 public:
  TableRecords(const std::string& path, const InputLayout& layout, Printer& printer)
      : path_(path), layout_(layout), printer_(printer), line_(layout.header_lines + 1) {}

  Status header() {
    if (layout_.header.empty()) return Done{};
    std::string text;
    append_record(text, layout_.header);
    return printer_.add(text);
  }

  Status chunk(const Chunk& chunk) {
    const std::string_view whole(chunk.bytes.data(), chunk.bytes.size() + chunk.following);
    std::vector<CsvSpan> spans;
    std::vector<std::string> fields;
    std::string out;
    for (std::size_t at = 0; at < chunk.bytes.size();) {
      const CsvRecordScan scan = scan_csv_record(whole, at, chunk.at_end, layout_.dialect, &spans);
      const std::string_view record = whole.substr(at, scan.content_end - at);
      const std::string_view taken = chunk.bytes.substr(at, scan.next - at);
      if (scan.status != CsvScan::complete) {
        reject(scan.status, record);
      } else if (!is_blank_line(record)) {
        fields.clear();
        for (const CsvSpan& span : spans) {
          const std::string_view raw = whole.substr(span.begin, span.end - span.begin);
          std::string& field = fields.emplace_back(raw);
          if (span.escaped)
            field.resize(static_cast<std::size_t>(
                unescape_quotes(raw, layout_.dialect, field.data()) - field.data()));
        }
        if (!is_left_out(record, fields)) append_record(out, fields);
      }
      line_ += static_cast<std::size_t>(std::ranges::count(taken, '\n'));
      at = scan.next;
    }
    return printer_.add(out);
  }

 private:
  bool is_left_out(std::string_view record, const std::vector<std::string>& fields) const {
    const bool empty = std::ranges::all_of(fields, &std::string::empty);
    return (empty && fields.size() > 1) ||
           (record.starts_with('#') && fields.size() != layout_.width);
  }

  void reject(CsvScan status, std::string_view record) const {
    const RejectReason reason = status == CsvScan::unclosed_quote ? RejectReason::unclosed_quote
                                : status == CsvScan::too_long     ? RejectReason::record_too_long
                                                                  : RejectReason::malformed_row;
    const std::string text =
        fmt::format("{}:{}: {}: {}\n", shown_name(path_), line_, reason_name(reason),
                    quoted_for_message(record.substr(0, kExcerptBytes)));
    static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
  }

  const std::string& path_;
  const InputLayout& layout_;
  Printer& printer_;
  std::size_t line_;
};

// The values of the roles of whatever the input feeds.
class RoleRecords {
 public:
  explicit RoleRecords(std::string& out, std::size_t width) : out_(out), width_(width) {}
  void row(const Field* fields, const RecordPlace&) {
    for (std::size_t i = 0; i < width_; ++i) {
      if (i > 0) out_ += ',';
      append_csv_field(out_, fields[i].text);
    }
    out_ += '\n';
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    const std::string text = fmt::format("{}: {}\n", reason_name(reason),
                                         quoted_for_message(place.record.substr(0, kExcerptBytes)));
    static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
  }

 private:
  std::string& out_;
  std::size_t width_;
};

Status print_role_records(OpenedInput& input, Printer& printer) {
  const InputLayout& layout = *input.layout();
  Status status = Done{};
  visit_format(layout.format, [&]<class Format>(std::type_identity<Format>) {
    for (const EventType type : kEventTypes) {
      if (!layout.feeds.contains(type)) continue;
      std::string out;
      std::vector<std::string> names;
      if constexpr (Format::kFields == FieldsBy::position) {
        names = {"timestamp", "page_url", "host", "user_agent"};
      } else {
        for (const RoleSource& place : layout.roles[type]) {
          std::string& name = names.emplace_back();
          for (const auto& step : place.keys) name += (name.empty() ? "" : ".") + step;
        }
      }
      append_record(out, names);
      typename Format::RoleParser parser;
      parser.follow(layout, type);
      auto scratch = std::make_unique<typename Format::Scratch>();
      ChunkBuffer buffer;
      ChunkPiece piece;
      for (std::uint64_t index = 0;; ++index) {
        const Result<bool> more = input.next(0, buffer, piece);
        if (!more || !*more) {
          if (!more) status = more.error();
          break;
        }
        if (piece.overlong) continue;
        piece.chunk.index = index;
        RoleRecords records(out, names.size());
        parser.parse(piece.chunk, *scratch, records);
        if (status = printer.add(out); !status) return;
        out.clear();
      }
      if (status) status = printer.add(out);
      return;  // one pass over the input
    }
  });
  return status;
}

Status print_records(OpenedInput& input, const std::string& path, Printer& printer) {
  if (format_row(input.layout()->format).fields != FieldsBy::column)
    return print_role_records(input, printer);
  TableRecords records(path, *input.layout(), printer);
  if (Status written = records.header(); !written) return written;
  ChunkBuffer buffer;
  ChunkPiece piece;
  for (;;) {
    const Result<bool> more = input.next(0, buffer, piece);
    if (!more) return more.error();
    if (!*more) return Done{};
    if (piece.overlong) continue;
    if (Status written = records.chunk(piece.chunk); !written) return written;
  }
}

Status save(const std::string& text, const std::string& path, TemporaryFiles& temporary) {
  StagedFiles files(temporary);
  Result<OutputFile> file = files.create(path);
  if (!file) return file.error();
  if (Status written = file->write(text + '\n'); !written) return written;
  if (Status closed = file->close(); !closed) return closed;
  const auto committed = files.commit();
  if (!committed) return committed.error();
  return Done{};
}

// One plan for each thing that the files hold; of a folder or an archive also what cannot be read.
class Inspection {
 public:
  Inspection(const CliOptions& options, TemporaryFiles& temporary, const LayoutRequest& request,
             Printer& printer)
      : options_(options), temporary_(temporary), request_(request), printer_(printer) {}

  Status file(const GivenFile& file) {
    Result<InputMembers> members = InputMembers::open(file.path);
    if (!members) {
      if (file.in_folder && feeds_nothing(members.error()))
        return unreadable(file.path, members.error());
      return members.error();
    }
    for (;;) {
      Result<std::optional<InputMember>> member = members->next();
      if (!member) return member.error();
      if (!*member) return Done{};
      const bool may_fail = !(*member)->alone || file.in_folder;
      if (Status looked = look_at(std::move(**member), may_fail); !looked) return looked;
    }
  }

  Status finish() {
    if (seen_ == 0 && fault_) return *fault_;
    if (!plans_.empty()) {
      const bool several = seen_ > 1;
      if (Status printed = printer_.add((several ? "[" : "") + plans_ + (several ? "]\n" : "\n"));
          !printed)
        return printed;
    }
    return printer_.flush();
  }

 private:
  Status look_at(InputMember member, bool may_fail) {
    const std::string path = member.name;
    if (member.fault) return may_fail ? unreadable(path, *member.fault) : Status(*member.fault);
    Result<OpenedInput> input =
        OpenedInput::open(std::move(member), options_.analysis.input, request_);
    if (!input)
      return may_fail && feeds_nothing(input.error()) ? unreadable(path, input.error())
                                                      : Status(input.error());
    ++seen_;
    const InputLayout& layout = *input->layout();
    if (!options_.plan_file.empty()) {
      if (seen_ > 1)
        return Error{ErrorKind::bad_option, "--save", options_.plan_file,
                     "it with one input: this one holds several, of which each has its plan"};
      if (Status saved =
              save(plan_json(layout, options_.analysis.input), options_.plan_file, temporary_);
          !saved)
        return saved;
    }
    if (options_.records) return print_records(*input, path, printer_);
    if (options_.format == ExportFormat::json) {
      plans_ += (plans_.empty() ? "" : ",\n") + plan_json(layout, options_.analysis.input);
    } else if (!options_.quiet) {
      return printer_.add(for_people(path, layout));
    }
    return Done{};
  }

  Status unreadable(const std::string& path, const Error& why) {
    if (!fault_) fault_ = why;
    if (options_.records || options_.format == ExportFormat::json || options_.quiet) return Done{};
    return printer_.add(fmt::format("{}: {}\n", shown_name(path), error_text(why)));
  }

  const CliOptions& options_;
  TemporaryFiles& temporary_;
  const LayoutRequest& request_;
  Printer& printer_;
  std::string plans_;
  std::size_t seen_ = 0;
  std::optional<Error> fault_;
};

Status inspect(const CliOptions& options, TemporaryFiles& temporary) {
  Printer printer;
  LayoutRequest request;
  request.inspected = true;
  Inspection inspection(options, temporary, request, printer);
  const Result<std::vector<GivenFile>> files = files_of(options.inputs);
  if (!files) return files.error();
  for (const GivenFile& file : *files)
    if (Status looked = inspection.file(file); !looked) return looked;
  return inspection.finish();
}

}  // namespace

InspectEnd run_inspect(const CliOptions& options, TemporaryFiles& temporary) {
  const Status done = inspect(options, temporary);
  // A reader that has seen enough is no failure.
  if (done || done.error().kind == ErrorKind::broken_pipe) return {};
  const bool usage =
      done.error().kind == ErrorKind::bad_encoding || done.error().where.starts_with("--");
  return {usage ? 2 : 1, error_text(done.error())};
}

}  // namespace footfall
