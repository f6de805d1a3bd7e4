#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "model/core/event_type.h"
#include "model/parse/offer.h"
#include "model/parse/role_match.h"

namespace footfall {

/// What may be said of a role with --map: the column whose name is most like the role's, a
/// synonym's or one of those that it goes by now and then, of those whose sampled values it can
/// have; for want of such a column of times one that holds dates, of ids of events `@row`. No
/// value: nothing is likely. Columns that roles of the match are read from, and those
/// `passed_over`, are none.
[[nodiscard]] std::optional<std::string> source_proposed(EventType type, std::size_t role,
                                                         const RoleMatch& match, const Offer& offer,
                                                         const std::set<std::size_t>& passed_over,
                                                         std::size_t* place = nullptr);

}  // namespace footfall
