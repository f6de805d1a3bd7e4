#include "model/parse/json_sample.h"

#include <bit>
#include <unordered_map>

#include "model/core/hash.h"
#include "model/parse/json_row.h"
#include "model/parse/json_scanner.h"
#include "model/parse/json_shape.h"

namespace footfall {
namespace {

// Beyond, an input does not name things by keys.
constexpr std::size_t kMostPaths = 4096;

std::string unescaped(std::string_view content) {
  std::string text(content.size(), '\0');
  text.resize(json::unescape(content, text.data()));
  return text;
}

class Sampler {
 public:
  void record(std::string_view record) {
    const std::string line = as_json_line(record);
    const char* const end = json::skip_value(line.data(), 1);
    if (*line.data() != '{' || end == nullptr || *json::skip_blanks(end) != '\n' ||
        !json::valid_utf8(record))
      return;
    keys_.clear();
    object(line.data());
  }
  std::vector<SampledPath> take() { return std::move(paths_); }

 private:
  // Of valid JSON; each returns the byte behind it.
  const char* object(const char* p) {
    for (p = json::skip_blanks(p + 1); *p != '}'; p = json::skip_blanks(p)) {
      if (*p == ',') p = json::skip_blanks(p + 1);
      const char* const end = json::find_string_end(p + 1);
      keys_.push_back(unescaped({p + 1, static_cast<std::size_t>(end - p - 1)}));
      p = value(json::skip_blanks(json::skip_blanks(end + 1) + 1));
      keys_.pop_back();
    }
    return p + 1;
  }
  const char* value(const char* p) {
    if (*p == '{') return object(p);
    const char* const end = json::skip_value(p, 1);
    const std::string_view text(p, static_cast<std::size_t>(end - p));
    if (*p == '"') {
      add({unescaped(text.substr(1, text.size() - 2)), FieldKind::text});
    } else if (*p == 'n') {
      add({{}, FieldKind::missing});
    } else if (*p == 't' || *p == 'f') {
      add({std::string(text), FieldKind::wrong_type});
    } else if (*p != '[') {
      add({std::string(text), FieldKind::number});
    }
    return end;
  }
  void add(SampledPath::Value value) {
    std::string id;
    for (const std::string& key : keys_) id += key + '\0';
    auto found = places_.find(id);
    if (found == places_.end()) {
      if (paths_.size() == kMostPaths) return;
      found = places_.emplace(std::move(id), paths_.size()).first;
      SampledPath path;
      for (const std::string& key : keys_) {
        path.keys.push_back(key);
        path.name += (path.name.empty() ? "" : ".") + key;
      }
      paths_.push_back(std::move(path));
    }
    std::vector<SampledPath::Value>& values = paths_[found->second].values;
    if (values.size() < kSampledValues) values.push_back(std::move(value));
  }

  std::vector<std::string> keys_;  // that lead to where it stands
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> places_;
  std::vector<SampledPath> paths_;
};

}  // namespace

std::vector<SampledPath> sampled_paths(std::span<const std::string_view> records) {
  Sampler sampler;
  for (const std::string_view record : records) sampler.record(record);
  return sampler.take();
}

std::vector<std::optional<JsonPath>> found_readings(std::span<const std::string> texts,
                                                    std::span<const std::string_view> records) {
  std::vector<std::optional<JsonPath>> found;
  for (const std::string& text : texts) {
    std::vector<JsonPath> readings = readings_of_path(text);
    const JsonLayout layout(readings, UINT64_MAX);
    JsonRowParser parser;
    parser.begin(layout);
    for (const std::string_view record : records) {
      const std::string line = as_json_line(record);
      if (line.front() == '{') static_cast<void>(parser.parse(line.data()));
      // The likeliest reading needs no more of them.
      if ((parser.found() & 1) != 0) break;
    }
    const auto first = static_cast<std::size_t>(std::countr_zero(parser.found()));
    found.push_back(first < readings.size() ? std::optional(std::move(readings[first]))
                                            : std::nullopt);
  }
  return found;
}

}  // namespace footfall
