#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/export/output_file.h"
#include "model/report/load_report.h"

namespace footfall {

/// The file of all rejected rows, written while the input is read.
class RejectsFile {
 public:
  /// `inputs` are the paths that Reject::file counts.
  RejectsFile(OutputFile file, std::vector<std::string> inputs);

  /// False once something could not be written; close() says what. From one thread at a time.
  bool append(std::span<const Reject> rejects);
  /// The first failure, or that of closing.
  [[nodiscard]] Status close();

 private:
  void flush();

  OutputFile file_;
  std::vector<std::string> inputs_;
  std::string buffer_;
  Status status_ = Done{};
};

}  // namespace footfall
