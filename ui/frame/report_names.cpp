#include "ui/frame/report_names.h"

#include <utility>

#include "model/session/text_matcher.h"

namespace footfall {
namespace {

constexpr std::size_t kLookForStop = 1 << 14;

}  // namespace

NameSearch name_search(ReportPtr report, FilterField field) {
  return [report = std::move(report), field](const std::string& wanted, std::size_t limit,
                                             const std::stop_token& stop) {
    std::vector<std::string> found;
    const std::optional<TextMatcher> matcher =
        wanted.empty() ? std::nullopt : std::optional<TextMatcher>(wanted);
    const std::size_t count = report ? report->choices(field) : 0;
    for (std::size_t i = 0; i < count && found.size() < limit; ++i) {
      if (i % kLookForStop == 0 && stop.stop_requested()) break;
      const std::string_view name = report->choice(field, i);
      if (!matcher || matcher->matches(name)) found.emplace_back(name);
    }
    return found;
  };
}

}  // namespace footfall
