#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/aggregate/text_set.h"
#include "model/report/filter.h"

namespace footfall {

/// What a filter asks of visitors. One of an access log is known by its host, and by its host, a
/// blank and its user agent: it is what either of these is.
class VisitorChoice {
 public:
  explicit VisitorChoice(const Filter& filter)
      : names_(filter[FilterField::visitor]),
        conditions_(conditions_on(ConditionField::visitor, filter.conditions)) {}

  [[nodiscard]] bool everything() const { return names_.everything() && conditions_.empty(); }
  /// The agent of those that have none is empty.
  [[nodiscard]] bool admits(std::string_view id, std::string_view agent) const {
    const std::string_view whole = agent.empty() ? id : with_agent(id, agent);
    return (names_.admits(id) || names_.admits(whole)) &&
           std::ranges::all_of(conditions_, [&](const Condition& one) {
             return one.match == Match::is_not ? one.holds(id) && one.holds(whole)
                                               : one.holds(id) || one.holds(whole);
           });
  }

 private:
  [[nodiscard]] std::string_view with_agent(std::string_view id, std::string_view agent) const {
    text_.assign(id).append(1, ' ').append(agent);
    return text_;
  }
  TextSet names_;
  std::vector<Condition> conditions_;
  mutable std::string text_;  // a choice belongs to one thread
};

}  // namespace footfall
