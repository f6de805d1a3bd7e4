#include "app/rejects_spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "model/export/export_report.h"

namespace footfall {
namespace {
constexpr std::size_t kBlockBytes = std::size_t{1} << 16;
}

RejectsSpool::~RejectsSpool() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (reader_ >= 0) ::close(reader_);
  if (!path_.empty()) temporary_.remove(path_);
}

Status RejectsSpool::open(const std::string& folder) {
  const std::string target = folder + "/rejects";
  descriptor_ = temporary_.create(target, path_);
  if (descriptor_ < 0) return write_error(target, errno);
  reader_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (reader_ < 0) return write_error(path_, errno);
  return Done{};
}

void RejectsSpool::name_input(std::size_t input, const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (inputs_.size() <= input) inputs_.resize(input + 1);
  inputs_[input] = name;
}

bool RejectsSpool::append(std::span<const Reject> rejects) {
  const std::lock_guard lock(mutex_);
  for (const Reject& reject : rejects) {
    const std::uint64_t begin = written_ + buffer_.size();
    append_csv_reject(buffer_, reject, inputs_[reject.file]);
    const std::uint64_t bytes = written_ + buffer_.size() - begin;
    if (!pieces_.empty() && pieces_.back().input == reject.file &&
        pieces_.back().begin + pieces_.back().bytes == begin) {
      pieces_.back().bytes += bytes;
    } else {
      pieces_.push_back({reject.file, begin, bytes});
    }
    if (buffer_.size() >= kBlockBytes) flush();
  }
  return static_cast<bool>(status_);
}

void RejectsSpool::forget_from(std::uint32_t first_input) {
  std::erase_if(pieces_, [&](const Piece& piece) { return piece.input >= first_input; });
}

void RejectsSpool::flush() {
  std::string_view rest = buffer_;
  while (status_ && !rest.empty()) {
    const ssize_t put = ::write(descriptor_, rest.data(), rest.size());
    if (put >= 0)
      rest.remove_prefix(static_cast<std::size_t>(put));
    else if (errno != EINTR)
      status_ = write_error(path_, errno);
  }
  written_ += buffer_.size();
  buffer_.clear();
}

Status RejectsSpool::copy_to(OutputFile& file, const std::vector<std::uint32_t>& order) {
  flush();
  if (!status_) return status_;
  std::ranges::stable_sort(pieces_, {}, &Piece::input);
  if (Status put = file.write(kRejectsHeader); !put) return put;
  for (const std::uint32_t input : order)
    for (const Piece& piece : std::ranges::equal_range(pieces_, input, {}, &Piece::input))
      if (Status put = copy(piece, file); !put) return put;
  return Done{};
}

Status RejectsSpool::copy(const Piece& piece, OutputFile& file) {
  std::string block(std::min<std::uint64_t>(kBlockBytes, piece.bytes), '\0');
  for (std::uint64_t done = 0; done < piece.bytes;) {
    const ssize_t got =
        ::pread(reader_, block.data(), std::min<std::uint64_t>(block.size(), piece.bytes - done),
                static_cast<off_t>(piece.begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return write_error(path_, got < 0 ? errno : EIO);
    if (Status put = file.write({block.data(), static_cast<std::size_t>(got)}); !put) return put;
    done += static_cast<std::uint64_t>(got);
  }
  return Done{};
}

}  // namespace footfall
