#include "app/output_checks.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <vector>

#include "app/error_text.h"

namespace footfall {
namespace {

bool same_regular_file(const std::string& a, const std::string& b) {
  struct stat info_a {};
  struct stat info_b {};
  return ::stat(a.c_str(), &info_a) == 0 && ::stat(b.c_str(), &info_b) == 0 &&
         S_ISREG(info_a.st_mode) && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}

}  // namespace

std::string find_overwritten_input(const CliOptions& options) {
  std::vector<std::string> outputs;
  for (const std::string* file : {&options.rejects_file, &options.stats_file})
    if (!file->empty()) outputs.push_back(*file);
  if (!options.output.empty()) {
    for (const std::string& name :
         export_file_names(options.report, options.format, options.analysis.report.top))
      outputs.push_back(options.output + "/" + name);
  }
  for (const std::string& output : outputs) {
    for (const std::string& input : options.inputs) {
      const std::string path = input == "-" ? "/dev/stdin" : input;
      if (same_regular_file(output, path))
        return fmt::format("the output {} would replace the input {}; choose another place",
                           quoted_for_message(output), quoted_for_message(input));
    }
  }
  return {};
}

}  // namespace footfall
