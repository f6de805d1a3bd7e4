#include "app/output_checks.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/compared_run.h"
#include "app/error_text.h"
#include "app/peak_tables.h"
#include "model/export/links.h"
#include "model/export/meta_file.h"

namespace footfall {
namespace {

constexpr const char* kStandardOutputPath = "/dev/stdout";

struct Output {
  std::string path;
  std::string option;  // that names it; empty for the report on standard output
};

// Those of the report behind those that an option names one by one.
std::vector<Output> outputs_of(const CliOptions& options) {
  std::vector<Output> outputs;
  if (!options.rejects_file.empty()) outputs.push_back({options.rejects_file, "--rejects"});
  if (!options.stats_file.empty()) outputs.push_back({options.stats_file, "--stats"});
  if (!options.output.empty()) {
    for (std::string& path : report_paths(options))
      outputs.push_back({std::move(path), "--output"});
  } else if (!options.load && !options.explain) {
    outputs.push_back({kStandardOutputPath, {}});
  }
  return outputs;
}

bool same_regular_file(const std::string& a, const std::string& b) {
  struct stat info_a {};
  struct stat info_b {};
  return ::stat(a.c_str(), &info_a) == 0 && ::stat(b.c_str(), &info_b) == 0 &&
         S_ISREG(info_a.st_mode) && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}

// One spelling for all that lead to the same place, also where nothing is there yet.
std::string spelled(const std::string& path) {
  const Result<std::string> place = follow_links(path);
  std::error_code fault;
  const auto whole = std::filesystem::absolute(place ? *place : path, fault);
  return fault ? path : whole.lexically_normal().string();
}

bool same_file(const Output& a, const Output& b) {
  struct stat info {};
  // A stream, a device and a pipe take what comes, one after the other.
  if (StagedFiles::is_stream(a.path)) return false;
  if (::stat(a.path.c_str(), &info) == 0) return same_regular_file(a.path, b.path);
  return spelled(a.path) == spelled(b.path);
}

}  // namespace

std::vector<std::string> report_files(const CliOptions& options) {
  std::vector<std::string> names =
      export_file_names(options.report, options.form.format, options.analysis.report.top,
                        options.analysis.report.step);
  if (kExportFormatTable[options.form.format].workbook) return names;
  const std::string ending = ending_of(options.form.format);
  for (const std::string_view name : peak_table_names(options))
    names.push_back(std::string(name) + ending);
  for (const std::string& name : compared_table_names(options)) names.push_back(name + ending);
  return names;
}

std::string meta_path(const CliOptions& options) {
  return options.output + "/" + meta_file_name(report_files(options).front());
}

std::vector<std::string> report_paths(const CliOptions& options) {
  std::vector<std::string> paths;
  for (const std::string& name : report_files(options))
    paths.push_back(options.output + "/" + name);
  if (options.meta) paths.push_back(meta_path(options));
  return paths;
}

std::string find_output_conflict(const CliOptions& options) {
  const std::vector<Output> outputs = outputs_of(options);
  for (const Output& output : outputs) {
    if (output.option.empty()) continue;
    for (const std::string& input : options.inputs) {
      const std::string path = input == "-" ? "/dev/stdin" : input;
      if (same_regular_file(output.path, path))
        return fmt::format("the output {} would replace the input {}; choose another place",
                           quoted_for_message(output.path), quoted_for_message(input));
    }
  }
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t j = i + 1; j < outputs.size(); ++j) {
      const Output& a = outputs[i];
      const Output& b = outputs[j];
      // The report's files have names of their own.
      if (a.option == b.option || !same_file(a, b)) continue;
      return b.option.empty()
                 ? fmt::format("{}: {} is where standard output goes; choose another file",
                               a.option, quoted_for_message(a.path))
                 : fmt::format("{}: {} is also written by {}; choose another file", a.option,
                               quoted_for_message(a.path), b.option);
    }
  }
  return {};
}

}  // namespace footfall
