#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/report/report_options.h"

namespace footfall {

/// ReportOptions::event_map for typed rows, whose views may be read 16 bytes far.
class EventMap {
 public:
  explicit EventMap(const ReportOptions& options) {
    for (const auto& [type, meant] : options.event_map)
      meant_.emplace(type, meant + std::string(kReadable, '\0'));
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
