#pragma once

#include <cstddef>
#include <mutex>
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
  explicit RejectsFile(OutputFile file);

  /// What an input is called that Reject::file counts. From any thread.
  void name_input(std::size_t input, const std::string& name);

  /// False once something could not be written; close() says what. From one thread at a time.
  bool append(std::span<const Reject> rejects);
  /// The first failure, or that of closing.
  [[nodiscard]] Status close();

 private:
  void flush();

  OutputFile file_;
  std::mutex mutex_;
  std::vector<std::string> inputs_;  // guarded by it
  std::string buffer_;
  Status status_ = Done{};
};

}  // namespace footfall
