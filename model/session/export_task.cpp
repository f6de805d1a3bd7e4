#include "model/session/export_task.h"

#include <algorithm>
#include <chrono>

#include "model/report/compared_tables.h"

namespace footfall {
namespace {

// Made when they are written: of all tables, also those that no page shows.
std::vector<TablePtr> compared_forms(const ExportTask& task, const std::stop_token& stop) {
  if (!task.compared || !task.tables.empty()) return {};
  const ComparedPeriods& periods = task.compared->periods;
  return compared_tables(periods.now->tables(task.kind), periods.before->tables(task.kind),
                         periods.periods, StopCheck(stop));
}

std::vector<std::string> main_names(const ExportTask& task) {
  std::vector<std::string> names;
  for (const TableFile& file : task.tables) names.push_back(file.name);
  if (!names.empty()) return names;
  names = export_file_names(*task.reports, task.kind, task.form.format);
  if (task.compared && !kExportFormatTable[task.form.format].workbook)
    for (const TablePtr& table : task.reports->tables(task.kind))
      names.push_back(table->name().append(kComparedEnding) + ending_of(task.form.format));
  return names;
}

Status stage_files(StagedFiles& files, const ExportTask& task, const std::stop_token& stop) {
  const ParallelFor parallel = stoppable(run_in_sequence, stop);
  if (task.tables.empty())
    return stage_report(files, *task.reports, task.kind, task.form, task.folder, parallel,
                        compared_forms(task, stop));
  return stage_tables(files, task.tables, task.form, task.folder, parallel);
}

}  // namespace

std::vector<std::string> file_names(const ExportTask& task) {
  std::vector<std::string> names = main_names(task);
  if (task.meta) names.push_back(meta_file_name(names.front()));
  return names;
}

Result<Exported> run_export(const ExportTask& task, const HashProgress& progress,
                            const std::stop_token& stop) {
  TemporaryFiles temporary;
  StagedFiles files(temporary);
  if (Status staged = stage_files(files, task, stop); !staged) return staged.error();
  Exported exported;
  if (task.meta) {
    MetaFile meta = *task.meta;
    meta.kind = task.kind;
    meta.form = task.form;
    meta.files = main_names(task);
    const auto begin = std::chrono::steady_clock::now();
    meta.hashes = hash_sources(meta.origins ? *meta.origins : SourceOrigins{}, progress, stop);
    exported.hash_seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    exported.without_hash = static_cast<std::size_t>(std::ranges::count_if(
        meta.hashes, [](const SourceHash& hash) { return hash.sha256.empty(); }));
    const std::string path = task.folder + "/" + meta_file_name(meta.files.front());
    if (Status staged = stage_meta(files, path, meta, *task.reports); !staged)
      return staged.error();
  } else {
    exported.earlier_meta = earlier_meta(task.folder, main_names(task).front());
  }
  auto committed = files.commit();
  if (!committed) return committed.error();
  exported.paths = std::move(*committed);
  return exported;
}

}  // namespace footfall
