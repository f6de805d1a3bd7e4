#include "model/parse/input_layout.h"

#include <algorithm>

#include "model/parse/csv_record.h"
#include "model/parse/input_formats.h"

namespace footfall {
namespace {

constexpr std::size_t kSampleLines = 20;

// The first lines that are not blank, at most kSampleLines.
std::vector<std::string_view> sample_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kSampleLines) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!is_blank_line(line)) lines.push_back(line);
  }
  return lines;
}

const InputFormatRow& recognized(const InputHead& head) {
  for (std::size_t evidence = 0; evidence < kEvidences; ++evidence)
    for (const InputFormatRow& row : input_formats())
      if (row.recognizes(static_cast<Evidence>(evidence), head)) return row;
  // Its message tells what was looked for.
  return input_formats().front();
}

}  // namespace

InputHead::InputHead(const std::string& path_of_input, std::string_view front, bool front_is_all,
                     const InputOptions& input_options, const LayoutRequest& wanted)
    : path(path_of_input),
      text(front),
      is_all(front_is_all),
      options(input_options),
      request(wanted),
      lines(sample_lines(front)) {}

std::string InputLayout::description() const {
  const InputFormatRow& row = format_row(format);
  std::string words = std::string(row.display_name) + row.details(*this);
  if (!decoding.empty()) words += ", " + decoding;
  return words;
}

Result<std::optional<InputLayout>> make_layout(const InputHead& head) {
  const InputFormat given = head.options.format;
  return (given == InputFormat::detect ? recognized(head) : format_row(given)).read_layout(head);
}

}  // namespace footfall
