#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/log_plan.h"
#include "model/parse/log_reader.h"

// The first lines of an access log, and what a format reads of them.
namespace footfall {

/// A sampled line, or the line that it holds in JSON.
struct SampledLine {
  std::string_view text;
  std::size_t number = 0;  ///< from 1, blank lines counted
  LogFront front;
};
struct LogSample {
  std::string wrapper;  ///< the key of the JSON objects that hold the lines
  std::vector<SampledLine> lines;
};

/// The lines, and those that stand in JSON objects, by their key.
class LogSamples {
 public:
  explicit LogSamples(const InputHead& head);

  [[nodiscard]] const std::vector<LogSample>& all() const { return all_; }
  [[nodiscard]] std::size_t lines() const { return all_.front().lines.size(); }

 private:
  void objects_of(const InputHead& head);

  std::string front_;
  std::vector<LogSample> all_;
  std::vector<std::unique_ptr<std::string>> texts_;
};

/// Hands out what a format reads of a sample: take(reader, line, extent, prefixes cut) for each
/// line read, and of the others how far: refuse(line, extent).
template <class Take, class Refuse>
void read_sample(const LogFormatPtr& format, const LogSample& sample, Take&& take,
                 Refuse&& refuse) {
  auto plan = std::make_shared<LogPlan>();
  plan->format = format;
  LogLineReader reader(plan, false);
  Chunk chunk;
  reader.begin_chunk(chunk);
  std::array<Field, kLogRow> fields;
  const bool headed = format->way() == LogFormat::Way::header;
  for (const SampledLine& line : sample.lines) {
    if (headed) {
      const std::string_view text = line.text.substr(marks_before(line.text));
      if (text.starts_with('#') || text.starts_with(format->description().header)) {
        static_cast<void>(reader.read(line.text, false, fields.data()));
        continue;
      }
    }
    LogExtent extent;
    std::size_t taken = 0;
    if (reader.read_parts(line.text, line.front, extent, taken))
      take(reader, line, extent, taken);
    else
      refuse(line, extent);
  }
}

}  // namespace footfall
