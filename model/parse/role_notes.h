#pragma once

#include "model/core/event_type.h"
#include "model/parse/offer.h"
#include "model/parse/role_match.h"

// What of the columns beside those of the roles a person should know.
namespace footfall {

/// Figures that nothing gives, so that all rows count as 0.
void note_absent_figures(EventType type, const Offer& offer, RoleMatch& match);

/// Quantities and states that stand beside an amount.
void note_columns_beside(EventType type, Offer& offer, RoleMatch& match);

}  // namespace footfall
