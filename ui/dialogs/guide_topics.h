#pragma once

#include <optional>

#include "ui/window_pages.h"

namespace footfall {

/// What the guide is opened at: the page, or the dialog, that help was asked for in.
enum class GuideTopic : std::uint8_t {
  visitors,
  customers,
  campaigns,
  activity,
  requests,
  database,
  reading_plan,
  exports,
  load_report,
  rates,
  end
};

/// A topic's heading is the one below the line `<!-- anchor: NAME -->`, in every language.
struct GuideTopicFacts {
  GuideTopic topic{};
  const char* anchor = nullptr;
  std::optional<WindowPage> page;
};
// clang-format off
inline constexpr auto kGuideTopicTable = kind_table<&GuideTopicFacts::topic, GuideTopicFacts>({
    {GuideTopic::visitors, "visitors", WindowPage::visitors},
    {GuideTopic::customers, "customers", WindowPage::customers},
    {GuideTopic::campaigns, "campaigns", WindowPage::campaigns},
    {GuideTopic::activity, "activity", WindowPage::activity},
    {GuideTopic::requests, "requests", WindowPage::requests},
    {GuideTopic::database, "databases", {}},
    {GuideTopic::reading_plan, "reading-plan", {}},
    {GuideTopic::exports, "exports", {}},
    {GuideTopic::load_report, "rejected-rows", {}},
    {GuideTopic::rates, "rates", {}},
});
// clang-format on

[[nodiscard]] constexpr GuideTopic topic_of(WindowPage page) {
  for (const GuideTopicFacts& facts : kGuideTopicTable)
    if (facts.page == page) return facts.topic;
  return GuideTopic::end;
}

// Every page has its topic.
static_assert([] {
  for (const WindowPageFacts& facts : kWindowPageTable)
    if (topic_of(facts.page) == GuideTopic::end) return false;
  return true;
}());

}  // namespace footfall
