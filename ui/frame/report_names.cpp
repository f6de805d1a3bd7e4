#include "ui/frame/report_names.h"

#include <utility>

#include "model/session/text_matcher.h"

namespace footfall {
namespace {

constexpr std::size_t kLookForStop = 1 << 14;

// `make_test` gives what tells, of what is wanted, whether a name is found.
template <class MakeTest>
NameSearch search_with(ReportPtr report, FilterField field, MakeTest make_test) {
  return [report = std::move(report), field, make_test](
             const std::string& wanted, std::size_t limit, const std::stop_token& stop) {
    std::vector<std::string> found;
    const auto finds = make_test(wanted);
    const std::size_t count = report ? report->choices(field) : 0;
    for (std::size_t i = 0; i < count && found.size() < limit; ++i) {
      if (i % kLookForStop == 0 && stop.stop_requested()) break;
      const std::string_view name = report->choice(field, i);
      if (wanted.empty() || finds(name)) found.emplace_back(name);
    }
    return found;
  };
}

}  // namespace

NameSearch name_search(ReportPtr report, FilterField field) {
  return search_with(std::move(report), field, [](const std::string& wanted) {
    return [matcher = TextMatcher(wanted)](std::string_view name) { return matcher.matches(name); };
  });
}

NameSearch name_search(ReportPtr report, FilterField field, Match match) {
  return search_with(std::move(report), field, [field, match](const std::string& wanted) {
    Condition condition{field, match, wanted};
    (void)make_canonical(condition);
    return [condition](std::string_view name) { return condition.holds(name); };
  });
}

}  // namespace footfall
