#pragma once

#include "model/core/event_type.h"
#include "model/parse/input_options.h"
#include "model/parse/offer.h"
#include "model/parse/role_match.h"

// What of the columns beside those of the roles a person should know.
namespace footfall {

/// Figures that nothing gives, so that all rows count as 0.
void note_absent_figures(EventType type, const Offer& offer, RoleMatch& match);

/// Quantities, states, currencies and time zones that stand beside what is read, and figures whose
/// names speak of parts of a unit.
void note_columns_beside(EventType type, Offer& offer, const InputOptions& options,
                         RoleMatch& match);

}  // namespace footfall
