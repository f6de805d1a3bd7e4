#include "app/inspect_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "app/error_text.h"
#include "app/plan_text.h"
#include "model/export/export_report.h"
#include "model/export/staged_files.h"
#include "model/input/folder.h"
#include "model/input/input_members.h"
#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"
#include "model/parse/opened_input.h"
#include "model/parse/role_synonyms.h"
#include "model/parse/saved_plan.h"
#include "model/parse/table_records.h"

namespace footfall {
namespace {

constexpr std::size_t kFlushBytes = std::size_t{1} << 16;

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

std::string reject_line(const std::string& path, const TableRecord& record) {
  const RejectReason reason = record.status == CsvScan::unclosed_quote
                                  ? RejectReason::unclosed_quote
                              : record.status == CsvScan::too_long ? RejectReason::record_too_long
                                                                   : RejectReason::malformed_row;
  return fmt::format("{}:{}: {}: {}\n", shown_name(path), record.line, reason_name(reason),
                     quoted_for_message(record.text.substr(0, kExcerptBytes)));
}

Status print_table(OpenedInput& input, const std::string& path, Printer& printer) {
  const InputLayout& layout = *input.layout();
  std::string out;
  if (!layout.header.empty()) append_record(out, layout.header);
  TableRecords records(layout);
  ChunkBuffer buffer;
  ChunkPiece piece;
  for (;;) {
    if (Status written = printer.add(out); !written) return written;
    out.clear();
    const Result<bool> more = input.next(0, buffer, piece);
    if (!more) return more.error();
    if (!*more) return Done{};
    if (piece.overlong) continue;
    const Chunk& chunk = piece.chunk;
    const std::string_view whole(chunk.bytes.data(), chunk.bytes.size() + chunk.following);
    records.walk(whole, chunk.bytes.size(), chunk.at_end, [&](const TableRecord& record) {
      if (record.status == CsvScan::complete) {
        append_record(out, record.fields);
      } else {
        const std::string text = reject_line(path, record);
        static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
      }
      return true;
    });
  }
}

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
  return print_table(input, path, printer);
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
              save(plan_json(layout, options_.analysis.input, options_.analysis.report.source_zone),
                   options_.plan_file, temporary_);
          !saved)
        return saved;
    }
    if (options_.records) return print_records(*input, path, printer_);
    if (options_.form.format == ExportFormat::json) {
      plans_ += (plans_.empty() ? "" : ",\n") +
                plan_json(layout, options_.analysis.input, options_.analysis.report.source_zone);
    } else if (!options_.quiet) {
      return printer_.add(plan_text(path, layout));
    }
    return Done{};
  }

  Status unreadable(const std::string& path, const Error& why) {
    if (!fault_) fault_ = why;
    if (options_.records || options_.form.format == ExportFormat::json || options_.quiet)
      return Done{};
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
