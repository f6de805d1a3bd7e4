#include "model/parse/log_samples.h"

#include <algorithm>

#include "model/parse/csv_record.h"
#include "model/parse/json_shape.h"

namespace footfall {
namespace {

constexpr std::size_t kLongestLine = std::size_t{64} << 10;

// The sampled lines at the front of an input, behind which 64 bytes can be read.
std::string sampled_front(const InputHead& head) {
  std::size_t end = 0;
  for (std::size_t lines = 0; lines < LogChoice::kSampledLines && end < head.text.size(); ++lines) {
    const std::size_t next = std::min(head.text.find('\n', end), head.text.size() - 1) + 1;
    if (is_blank_line(head.text.substr(end, next - end))) --lines;
    end = next;
  }
  std::string front(head.text.substr(0, end));
  front.append(kChunkPadding, '\0');
  return front;
}

std::vector<SampledLine> lines_of(const InputHead& head, std::string_view front) {
  std::vector<SampledLine> lines;
  std::string_view text = front.substr(0, front.size() - kChunkPadding);
  for (std::size_t number = 1; !text.empty() && lines.size() < LogChoice::kSampledLines; ++number) {
    const std::size_t end = text.find('\n');
    // A line that goes on behind the front says nothing.
    if (end == std::string_view::npos && !head.is_all && !lines.empty()) break;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_blank_line(line)) continue;
    const SampledLine sampled{line, number, log_front(line)};
    // A line as long as that is no request, and all formats would look through it.
    if (line.size() - sampled.front.begins[0] <= kLongestLine) lines.push_back(sampled);
  }
  return lines;
}

}  // namespace

LogSamples::LogSamples(const InputHead& head) : front_(sampled_front(head)) {
  all_.push_back({{}, lines_of(head, front_)});
  objects_of(head);
  std::vector<JsonPath> paths;
  for (const std::string_view key : kLogWrappers) paths.push_back({std::string(key)});
  const JsonLayout layout(paths);
  JsonRowParser parser;
  parser.begin(layout);
  std::vector<std::vector<SampledLine>> inner(kLogWrappers.size());
  for (const SampledLine& line : all_.front().lines) {
    const std::string_view text = line.text.substr(marks_before(line.text));
    if (!text.starts_with('{')) continue;
    std::string padded(text);
    padded += '\n';
    padded.append(kChunkPadding, '\0');
    if (parser.parse(padded.data()) == nullptr) continue;
    for (std::size_t key = 0; key < kLogWrappers.size(); ++key) {
      const Field& value = parser.fields()[key];
      if (value.kind != FieldKind::text || value.text.size() < 16) continue;
      std::string_view written = value.text;
      while (written.ends_with('\n') || written.ends_with('\r')) written.remove_suffix(1);
      texts_.push_back(std::make_unique<std::string>(written));
      texts_.back()->append(kChunkPadding, '\0');
      written = std::string_view(*texts_.back()).substr(0, written.size());
      inner[key].push_back({written, line.number, log_front(written)});
    }
  }
  for (std::size_t key = 0; key < inner.size(); ++key)
    if (!inner[key].empty())
      all_.push_back({std::string(kLogWrappers[key]), std::move(inner[key])});
}

// Objects that are no lines, each as one.
void LogSamples::objects_of(const InputHead& head) {
  const JsonShape shape = log_json_shape(head);
  if (shape.form == JsonShape::Form::lines) return;
  std::vector<SampledLine> lines;
  for (const std::string_view record : first_records(head.text, shape, LogChoice::kSampledLines)) {
    const auto at = static_cast<std::size_t>(record.data() - head.text.data());
    texts_.push_back(std::make_unique<std::string>(as_json_line(record)));
    std::string_view text = *texts_.back();
    while (text.ends_with('\0') || text.ends_with('\n')) text.remove_suffix(1);
    const auto before = std::ranges::count(head.text.substr(0, at), '\n');
    lines.push_back({text, 1 + static_cast<std::size_t>(before), log_front(text)});
  }
  if (!lines.empty()) all_.front().lines = std::move(lines);
}

}  // namespace footfall
