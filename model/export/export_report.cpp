#include "model/export/export_report.h"

#include <fmt/format.h>

#include <utility>

#include "model/export/csv.h"
#include "model/export/document.h"
#include "model/export/json.h"
#include "model/export/xlsx.h"

namespace footfall {
namespace {

constexpr std::size_t kRejectsBuffer = std::size_t{1} << 16;

// How a format writes: a table as a document, or tables as one workbook.
struct Writer {
  ExportFormat format{};
  std::size_t (*files)(const ReportFacts& facts) = nullptr;  // of a report, at most
  Document (*document)(TablePtr table, const CsvStyle& style) = nullptr;
  // The files of a report, where they are not just its tables.
  std::vector<Document> (*documents)(const ReportSet& reports, ReportKind kind) = nullptr;
  Status (*workbook)(const std::vector<TablePtr>& tables, const std::string& path,
                     const std::string& shown_path, const ParallelFor& parallel) = nullptr;
};
constexpr auto kWriters = kind_table<&Writer::format, Writer>({
    {ExportFormat::csv, [](const ReportFacts& facts) { return facts.files.size(); }, &csv_document},
    {ExportFormat::json, [](const ReportFacts& facts) { return facts.json_files; },
     [](TablePtr table, const CsvStyle&) { return json_document(std::move(table)); },
     &json_documents},
    {ExportFormat::xlsx, [](const ReportFacts&) { return std::size_t{1}; }, nullptr, nullptr,
     [](const std::vector<TablePtr>& tables, const std::string& path, const std::string& name,
        const ParallelFor& parallel) { return write_workbook(tables, path, name, parallel); }},
});
static_assert([] {
  for (const Writer& writer : kWriters) {
    const bool workbook = kExportFormatTable[writer.format].workbook;
    if ((writer.workbook != nullptr) != workbook || (writer.document != nullptr) == workbook)
      return false;
  }
  return true;
}());

// `reports` must outlive them.
std::vector<Document> documents_of(const ReportSet& reports, ReportKind kind,
                                   const ExportForm& form) {
  const Writer& writer = kWriters[form.format];
  std::vector<Document> documents;
  if (writer.documents != nullptr)
    documents = writer.documents(reports, kind);
  else
    for (TablePtr& table : reports.tables(kind))
      documents.push_back(writer.document(std::move(table), form.csv));
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

Status write_workbook_file(StagedFiles& files, const Writer& writer,
                           const std::vector<TablePtr>& tables, const std::string& path,
                           const ParallelFor& parallel) {
  Result<OutputFile> file = files.create(path);
  if (!file) return file.error();
  if (Status written = writer.workbook(tables, file->system_path(), path, parallel); !written)
    return written;
  return file->close();
}

// No source feeds the report: there is nothing to write, and no empty file pretends otherwise.
Error no_report(ReportKind kind) {
  return {ErrorKind::unsupported, "export", std::string(command_name(kind)),
          "a report that was loaded"};
}

Error no_stream(ExportFormat format) {
  std::string streams;
  for (const ExportFormatFacts& facts : kExportFormatTable)
    if (!facts.workbook) streams.append(streams.empty() ? "" : " or ").append(facts.name);
  return {ErrorKind::unsupported, "--format", std::string(kExportFormatTable[format].name),
          streams};
}

}  // namespace

std::string ending_of(ExportFormat format) {
  return '.' + std::string(kExportFormatTable[format].name);
}

std::vector<std::string> export_file_names(ReportKind kind, ExportFormat format, std::size_t top,
                                           Step step) {
  const ReportFacts& facts = kReportTable[kind];
  const std::string ending = ending_of(format);
  const std::size_t most = kWriters[format].files(facts);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < most && !facts.files[i].empty(); ++i)
    names.push_back(
        fmt::format(fmt::runtime(facts.files[i]), kStepTable[step].frequency, top).append(ending));
  return names;
}

std::vector<std::string> export_file_names(const ReportSet& reports, ReportKind kind,
                                           ExportFormat format) {
  std::vector<std::string> names;
  for (const TablePtr& table : reports.tables(kind)) {
    if (names.size() == kWriters[format].files(kReportTable[kind])) break;
    names.push_back(table->name() + ending_of(format));
  }
  return names;
}

Status stage_report(StagedFiles& files, const ReportSet& reports, ReportKind kind,
                    const ExportForm& form, const std::string& folder, const ParallelFor& parallel,
                    const std::vector<TablePtr>& beside) {
  if (!reports.has(kind)) return no_report(kind);
  if (Status made = files.make_folder(folder); !made) return made;
  const Writer& writer = kWriters[form.format];
  if (writer.workbook != nullptr) {
    std::vector<TablePtr> tables = reports.tables(kind);
    tables.insert(tables.end(), beside.begin(), beside.end());
    return write_workbook_file(files, writer, tables,
                               folder + "/" + tables.front()->name() + ending_of(form.format),
                               parallel);
  }
  std::vector<Document> documents = documents_of(reports, kind, form);
  for (const TablePtr& table : beside) documents.push_back(writer.document(table, form.csv));
  for (const Document& document : documents) {
    if (Status written = write_file(files, document, folder + "/" + document.name, parallel);
        !written)
      return written;
  }
  return Done{};
}

Result<std::vector<std::string>> export_report(const ReportSet& reports, ReportKind kind,
                                               const ExportForm& form, const std::string& folder,
                                               const ParallelFor& parallel) {
  TemporaryFiles temporary;
  StagedFiles files(temporary);
  if (Status staged = stage_report(files, reports, kind, form, folder, parallel); !staged)
    return staged.error();
  return files.commit();
}

Status write_main_table(OutputFile& file, const ReportSet& reports, ReportKind kind,
                        const ExportForm& form, const ParallelFor& parallel) {
  if (kExportFormatTable[form.format].workbook) return no_stream(form.format);
  if (!reports.has(kind)) return no_report(kind);
  // The main document is the first; the others are cheap to describe.
  return write_document(documents_of(reports, kind, form).front(), file, parallel);
}

Status write_table(OutputFile& file, const TablePtr& table, const ExportForm& form,
                   const ParallelFor& parallel) {
  if (kExportFormatTable[form.format].workbook) return no_stream(form.format);
  return write_document(kWriters[form.format].document(table, form.csv), file, parallel);
}

Status stage_tables(StagedFiles& files, const std::vector<TableFile>& tables,
                    const ExportForm& form, const std::string& folder,
                    const ParallelFor& parallel) {
  if (Status made = files.make_folder(folder); !made) return made;
  for (const TableFile& file : tables) {
    const std::string path = folder + "/" + file.name;
    const auto write = [&]() -> Status {
      const Writer& writer = kWriters[form.format];
      if (writer.workbook != nullptr)
        return write_workbook_file(files, writer, file.tables, path, parallel);
      return write_file(files, writer.document(file.tables.front(), form.csv), path, parallel);
    };
    if (Status written = write(); !written) return written;
  }
  return Done{};
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
