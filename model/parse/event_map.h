#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "model/parse/input_layout.h"
#include "model/report/report_options.h"

namespace footfall {

/// ReportOptions::event_map for typed rows, whose views may be read 16 bytes far.
class EventMap {
 public:
  EventMap() = default;
  /// What is said of an input (InputLayout::event_map) holds for the reports that have figures for
  /// its words, unless something else is said of the type.
  EventMap(const ReportOptions& options, ReportKind report, const InputLayout& layout) {
    const auto add = [this](const std::string& type, const std::string& meant) {
      meant_.emplace(type, meant + std::string(kReadable, '\0'));
    };
    for (const auto& [type, meant] : options.event_map) add(type, meant);
    const std::span<const std::string_view> words = usual_types(report);
    for (const auto& [type, meant] : layout.event_map)
      if (std::ranges::find(words, meant) != words.end()) add(type, meant);
  }
  [[nodiscard]] bool empty() const { return meant_.empty(); }
  void apply(std::string_view& type) const {
    const auto found = meant_.find(type);
    if (found != meant_.end())
      type = std::string_view(found->second).substr(0, found->second.size() - kReadable);
  }

 private:
  static constexpr std::size_t kReadable = 16;
  std::map<std::string, std::string, std::less<>> meant_;
};

}  // namespace footfall
