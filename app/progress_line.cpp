#include "app/progress_line.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace footfall {
namespace {

// "3 s left", "2 min 5 s left"
std::string left_text(double seconds) {
  return seconds < 60 ? fmt::format("{:.0f} s left", std::ceil(seconds))
                      : fmt::format("{:.0f} min {:.0f} s left", std::floor(seconds / 60),
                                    std::fmod(std::floor(seconds), 60.0));
}

// A run that ends sooner shows nothing; later the line is renewed ten times a second.
constexpr double kFirstLineSeconds = 0.3;
constexpr double kLineSeconds = 0.1;
constexpr std::string_view kClearing = "\r\x1b[K";

}  // namespace

std::string progress_text(const Progress& progress, std::uint64_t rows) {
  const auto done = static_cast<double>(progress.bytes_done);
  const double rate = progress.seconds > 0 ? done / progress.seconds : 0;
  std::string text;
  if (progress.bytes_total && *progress.bytes_total > 0) {
    const auto total = static_cast<double>(*progress.bytes_total);
    text = fmt::format("{:.0f} %, ", std::floor(std::min(100.0, 100 * done / total)));
  }
  text += fmt::format("{} rows, {:.1f} MB/s", rows, rate / 1e6);
  if (progress.bytes_total && rate > 0) {
    const double left = std::max(0.0, static_cast<double>(*progress.bytes_total) - done) / rate;
    text += ", " + left_text(left);
  }
  return text;
}

std::string progress_text(const SqlProgress& progress) {
  std::string text;
  const std::uint64_t total = progress.rows_total.value_or(0);
  const bool known = total > 0 && total >= progress.rows_read;
  if (known) text = fmt::format("{} %, ", progress.rows_read * 100 / total);
  if (progress.steps > 1) text += fmt::format("step {} of {}, ", progress.step, progress.steps);
  if (progress.result_rows > 0)
    text += fmt::format("{} result rows", progress.result_rows);
  else if (known)
    text += fmt::format("{} of {} rows", progress.rows_read, total);
  else if (progress.rows_read > 0)
    text += fmt::format("{} rows", progress.rows_read);
  else
    text += "the database is at work";
  return text + fmt::format(", {:.0f} s", std::floor(progress.seconds));
}

ProgressLine::ProgressLine(std::uint64_t every_rows, bool quiet)
    : every_rows_(quiet ? 0 : every_rows),
      renew_(!quiet && every_rows == 0 && ::isatty(STDERR_FILENO) == 1),
      next_rows_(every_rows),
      next_seconds_(kFirstLineSeconds) {}

void ProgressLine::renew(double seconds, const std::string& text) {
  // Statements of a database each begin at 0.
  next_seconds_ = std::min(next_seconds_, seconds + kFirstLineSeconds);
  if (!renew_ || seconds < next_seconds_) return;
  next_seconds_ = seconds + kLineSeconds;
  visible_ = true;
  write(std::string(kClearing) + text);
}

void ProgressLine::show(const SqlProgress& progress) {
  renew(progress.seconds, progress_text(progress));
  if (every_rows_ == 0 || progress.rows_read < next_rows_) return;
  next_rows_ = (progress.rows_read / every_rows_ + 1) * every_rows_;
  write("progress: " + progress_text(progress) + '\n');
}

void ProgressLine::show_hashing(std::uint64_t done, std::uint64_t total, double seconds) {
  const double share = total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total);
  const double left = share > 0 ? seconds / share - seconds : 0;
  renew(seconds,
        fmt::format("hashing the sources: {:.0f} %, {}", std::floor(100 * share), left_text(left)));
}

void ProgressLine::show(const Progress& progress) {
  renew(progress.seconds, progress_text(progress, progress.rows));
  if (every_rows_ == 0) return;
  // Rows are known at the ends of chunks; each passed multiple gets its line.
  std::string lines;
  for (; next_rows_ <= progress.rows; next_rows_ += every_rows_) {
    lines += "progress: " + progress_text(progress, next_rows_) + '\n';
    if (lines.size() > 4096) {
      write(lines);
      lines.clear();
    }
  }
  write(lines);
}

void ProgressLine::clear() { write(take_clearing()); }

std::string_view ProgressLine::take_clearing() {
  return visible_.exchange(false) ? kClearing : std::string_view();
}

bool ProgressLine::stuck() const {
  if (!writing_) return false;
  pollfd room{STDERR_FILENO, POLLOUT, 0};
  return ::poll(&room, 1, 0) == 0;
}

void ProgressLine::write(std::string_view text) {
  if (text.empty()) return;
  writing_ = true;
  // Nothing can be done where standard error is closed.
  static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size()));
  writing_ = false;
}

}  // namespace footfall
