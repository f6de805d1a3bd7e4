#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "model/export/output_file.h"
#include "model/export/temporary_files.h"
#include "model/report/load_report.h"

namespace footfall {

/// The rejected rows of files that are followed, on disk, in the order they come in; written out by
/// input.
class RejectsSpool {
 public:
  explicit RejectsSpool(TemporaryFiles& temporary) : temporary_(temporary) {}
  ~RejectsSpool();
  RejectsSpool(const RejectsSpool&) = delete;
  RejectsSpool& operator=(const RejectsSpool&) = delete;

  /// Keeps them in a temporary file in `folder`.
  [[nodiscard]] Status open(const std::string& folder);

  /// What an input is called that Reject::file counts. From any thread.
  void name_input(std::size_t input, const std::string& name);
  /// From one thread at a time. False once something could not be written.
  bool append(std::span<const Reject> rejects);
  /// Forgets those of an input and the later ones.
  void forget_from(std::uint32_t first_input);

  /// All of them, behind the header line, input by input in this order.
  [[nodiscard]] Status copy_to(OutputFile& file, const std::vector<std::uint32_t>& order);
  /// The first failure.
  [[nodiscard]] const Status& status() const { return status_; }

 private:
  // Lines of one input that stand together.
  struct Piece {
    std::uint32_t input = 0;
    std::uint64_t begin = 0;
    std::uint64_t bytes = 0;
  };
  void flush();
  [[nodiscard]] Status copy(const Piece& piece, OutputFile& file);

  TemporaryFiles& temporary_;
  std::string path_;
  int descriptor_ = -1;
  int reader_ = -1;  // of the same file
  std::mutex mutex_;
  std::vector<std::string> inputs_;  // guarded by it
  std::string buffer_;
  std::uint64_t written_ = 0;
  std::vector<Piece> pieces_;
  Status status_ = Done{};
};

}  // namespace footfall
