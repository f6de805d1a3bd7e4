#include "app/rejects_file.h"

#include "model/export/export_report.h"

namespace footfall {
namespace {
constexpr std::size_t kBufferBytes = std::size_t{1} << 16;
}

RejectsFile::RejectsFile(OutputFile file, std::vector<std::string> inputs)
    : file_(std::move(file)), inputs_(std::move(inputs)), buffer_(kRejectsHeader) {}

bool RejectsFile::append(std::span<const Reject> rejects) {
  for (const Reject& reject : rejects) {
    append_csv_reject(buffer_, reject, inputs_[reject.file]);
    if (buffer_.size() >= kBufferBytes) flush();
  }
  return static_cast<bool>(status_);
}

Status RejectsFile::close() {
  flush();
  Status closed = file_.close();
  return status_ ? closed : status_;
}

void RejectsFile::flush() {
  if (status_) status_ = file_.write(buffer_);
  buffer_.clear();
}

}  // namespace footfall
