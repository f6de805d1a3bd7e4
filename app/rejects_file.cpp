#include "app/rejects_file.h"

#include "model/export/export_report.h"

namespace footfall {
namespace {
constexpr std::size_t kBufferBytes = std::size_t{1} << 16;
}

RejectsFile::RejectsFile(OutputFile file) : file_(std::move(file)), buffer_(kRejectsHeader) {}

void RejectsFile::name_input(std::size_t input, const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (inputs_.size() <= input) inputs_.resize(input + 1);
  inputs_[input] = name;
}

bool RejectsFile::append(std::span<const Reject> rejects) {
  const std::lock_guard lock(mutex_);
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
