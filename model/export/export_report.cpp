#include "model/export/export_report.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "model/export/csv.h"
#include "model/export/document.h"
#include "model/export/json.h"
#include "model/export/xlsx.h"

namespace footfall {
namespace {

constexpr std::array<std::string_view, 3> kEndings = {".csv", ".json", ".xlsx"};  // by format
constexpr std::size_t kRejectsBuffer = std::size_t{1} << 16;

// `reports` must outlive them.
std::vector<Document> documents_of(const ReportSet& reports, ReportKind kind, ExportFormat format) {
  std::vector<Document> documents;
  if (format == ExportFormat::json)
    documents = json_documents(reports, kind);
  else
    for (TablePtr& table : reports.tables(kind))
      documents.push_back(csv_document(std::move(table)));
  for (Document& document : documents) document.release = [&reports] { reports.release(); };
  return documents;
}

Status write_file(StagedFiles& files, const Document& document, const std::string& path,
                  const ParallelFor& parallel) {
  Result<OutputFile> file = files.create(path);
  if (!file) return file.error();
  if (Status written = write_document(document, *file, parallel); !written) return written;
  return file->close();
}

Status commit(StagedFiles& files) {
  const auto paths = files.commit();
  if (!paths) return paths.error();
  return Done{};
}

Status write_workbook_file(StagedFiles& files, const std::vector<TablePtr>& tables,
                           const std::string& path, const ParallelFor& parallel) {
  Result<OutputFile> file = files.create(path);
  if (!file) return file.error();
  if (Status written = write_workbook(tables, file->system_path(), path, parallel); !written)
    return written;
  return file->close();
}

// No source feeds the report: there is nothing to write, and no empty file pretends otherwise.
Error no_report(ReportKind kind) {
  return {ErrorKind::unsupported, "export", std::string(command_name(kind)),
          "a report that was loaded"};
}

}  // namespace

std::vector<std::string> export_file_names(ReportKind kind, ExportFormat format, std::size_t top) {
  const ReportFacts& facts = kReportTable[kind];
  const std::string_view ending = kEndings[static_cast<std::size_t>(format)];
  const std::size_t most = format == ExportFormat::csv    ? facts.files.size()
                           : format == ExportFormat::json ? facts.json_files
                                                          : 1;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < most && !facts.files[i].empty(); ++i)
    names.push_back(fmt::format(fmt::runtime(facts.files[i]), top).append(ending));
  return names;
}

Status stage_report(StagedFiles& files, const ReportSet& reports, ReportKind kind,
                    ExportFormat format, const std::string& folder, const ParallelFor& parallel) {
  if (!reports.has(kind)) return no_report(kind);
  if (Status made = files.make_folder(folder); !made) return made;
  if (format == ExportFormat::xlsx) {
    const std::vector<TablePtr> tables = reports.tables(kind);
    return write_workbook_file(files, tables, folder + "/" + tables.front()->name() + ".xlsx",
                               parallel);
  }
  for (const Document& document : documents_of(reports, kind, format)) {
    if (Status written = write_file(files, document, folder + "/" + document.name, parallel);
        !written)
      return written;
  }
  return Done{};
}

Result<std::vector<std::string>> export_report(const ReportSet& reports, ReportKind kind,
                                               ExportFormat format, const std::string& folder,
                                               const ParallelFor& parallel) {
  TemporaryFiles temporary;
  StagedFiles files(temporary);
  if (Status staged = stage_report(files, reports, kind, format, folder, parallel); !staged)
    return staged.error();
  return files.commit();
}

Status write_main_table(OutputFile& file, const ReportSet& reports, ReportKind kind,
                        ExportFormat format, const ParallelFor& parallel) {
  if (format == ExportFormat::xlsx)
    return Error{ErrorKind::unsupported, "--format", "xlsx", "csv or json"};
  if (!reports.has(kind)) return no_report(kind);
  // The main document is the first; the others are cheap to describe.
  return write_document(documents_of(reports, kind, format).front(), file, parallel);
}

Result<std::vector<std::string>> export_tables(const std::vector<TableFile>& tables,
                                               ExportFormat format, const std::string& folder,
                                               const ParallelFor& parallel) {
  TemporaryFiles temporary;
  StagedFiles files(temporary);
  if (Status made = files.make_folder(folder); !made) return made.error();
  for (const TableFile& file : tables) {
    const std::string path = folder + "/" + file.name;
    const auto write = [&]() -> Status {
      if (format == ExportFormat::xlsx)
        return write_workbook_file(files, file.tables, path, parallel);
      const TablePtr& table = file.tables.front();
      return write_file(files,
                        format == ExportFormat::json ? json_document(table) : csv_document(table),
                        path, parallel);
    };
    if (Status written = write(); !written) return written.error();
  }
  return files.commit();
}

Status export_table(const Table& table, const std::string& path) {
  TemporaryFiles temporary;
  StagedFiles files(temporary);
  // The caller keeps the table alive for the length of this call.
  const Document document = csv_document(TablePtr(TablePtr(), &table));
  if (Status written = write_file(files, document, path, run_in_sequence); !written) return written;
  return commit(files);
}

Status export_rejects(const LoadReport& load, const std::string& path) {
  TemporaryFiles temporary;
  StagedFiles files(temporary);
  Result<OutputFile> file = files.create(path);
  if (!file) return file.error();
  std::string buffer(kRejectsHeader);
  for (const Reject& reject : load.rejects) {
    append_csv_reject(buffer, reject, load.sources[reject.file].path);
    if (buffer.size() < kRejectsBuffer) continue;
    if (Status written = file->write(buffer); !written) return written;
    buffer.clear();
  }
  if (Status written = file->write(buffer); !written) return written;
  if (Status closed = file->close(); !closed) return closed;
  return commit(files);
}

}  // namespace footfall
