#include "model/pipeline/detection.h"

#include "model/input/folder.h"
#include "model/input/input_members.h"
#include "model/parse/opened_input.h"

namespace footfall {
namespace {

constexpr std::uint64_t kDetectedBytes = std::uint64_t{64} << 20;  // of an archive

}  // namespace

Result<Detection> detect_reports(const std::string& path, const InputOptions& options) {
  const Result<std::vector<GivenFile>> files = files_of({path});
  if (!files) return files.error();
  Detection found;
  std::size_t inputs = 0;
  std::optional<Error> fault;
  const auto left_out = [&](const Error& error, bool may_be) {
    if (!fault) fault = error;
    return may_be && feeds_nothing(error);
  };
  for (const GivenFile& file : *files) {
    Result<InputMembers> members = InputMembers::open(file.path);
    if (!members) {
      if (!left_out(members.error(), file.in_folder)) return members.error();
      continue;
    }
    // Of a long archive the front is enough: what feeds none of these reports is said to be left
    // out when it is read.
    while (found.kinds.empty() || members->position() < kDetectedBytes) {
      Result<std::optional<InputMember>> member = members->next();
      if (!member) return member.error();
      if (!*member) break;
      const bool may_be = !(*member)->alone || file.in_folder;
      std::optional<Error> why = (*member)->fault;
      if (!why) {
        const Result<OpenedInput> input = OpenedInput::open(std::move(**member), options, {});
        if (input) {
          const ReportKinds fed = reports_from(input->layout()->feeds);
          for (const ReportKind kind : kAllReports)
            if (fed.contains(kind)) found.kinds.insert(kind);
          if (++inputs == 1) {
            found.format = input->layout()->description();
            found.layout = input->layout();
          }
          continue;
        }
        why = input.error();
      }
      if (!left_out(*why, may_be)) return *why;
    }
  }
  if (inputs == 0) return fault.value_or(Error{ErrorKind::nothing_feeds, path, {}, {}});
  if (inputs > 1) found.format += " and others";
  return found;
}

std::optional<ReportKind> report_that_needs(std::string_view column) {
  for (const ReportKind kind : kAllReports)
    for (const Role& role : roles_of(events_of(kind)))
      if (role.column_required && role.name == column) return kind;
  return std::nullopt;
}

}  // namespace footfall
