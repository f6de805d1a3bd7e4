#include "model/parse/role_notes.h"

#include <algorithm>
#include <string>

#include "model/parse/role_proposal.h"

namespace footfall {
namespace {

std::string name_of(const RoleFound& role) {
  const auto& alternatives = role.words.alternatives;
  return alternatives.empty() ? std::string() : alternatives.front().front().name;
}

void note_quantity(const std::string& role, const std::string& column, Offer& offer,
                   RoleMatch& match) {
  if (name_letters(column).find("price") == std::string::npos) return;
  for (const std::string_view name : kQuantityNames)
    if (const auto beside = offer.find(name)) {
      match.notes.push_back(
          {ReadingNoteKind::quantity_beside, role, column, offer.names()[beside->column]});
      return;
    }
}

void note_status(const std::string& role, const std::string& column, Offer& offer,
                 RoleMatch& match) {
  const bool address = std::ranges::any_of(
      kAddressNames, [&](std::string_view name) { return offer.find(name).has_value(); });
  for (const std::string_view name : kStatusNames)
    if (const auto beside = offer.find(name); beside && !(address && name == "state")) {
      bool read = false;
      for (const RoleFound& found : match.roles)
        for (const auto& joined : found.made.alternatives)
          read = read || std::ranges::find(joined, beside->column) != joined.end();
      if (!read)
        match.notes.push_back(
            {ReadingNoteKind::status_beside, role, column, offer.names()[beside->column]});
      return;
    }
}

}  // namespace

void note_absent_figures(EventType type, const Offer& offer, RoleMatch& match) {
  const std::span<const Role> roles = roles_of(type);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const RoleFound& found = match.roles[i];
    const auto& places = found.made.alternatives;
    const bool seen = std::ranges::any_of(places, [&](const std::vector<std::size_t>& joined) {
      return joined.front() < offer.size() || found.by == FoundBy::map;
    });
    if (!roles[i].summed || seen || found.words.none) continue;
    const auto& keys = found.words.alternatives;
    match.notes.push_back({ReadingNoteKind::no_figure, std::string(roles[i].name),
                           keys.empty() ? std::string() : keys.front().front().name,
                           source_proposed(type, i, match, offer, {}).value_or("COLUMN")});
  }
}

void note_columns_beside(EventType type, Offer& offer, RoleMatch& match) {
  const std::span<const Role> roles = roles_of(type);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const RoleFound& found = match.roles[i];
    if (found.by == FoundBy::nothing || found.unseen) continue;
    const std::string role(roles[i].name);
    const std::string column = name_of(found);
    if (role == "amount") note_quantity(role, column, offer, match);
    if (role == "amount") note_status(role, column, offer, match);
  }
}

}  // namespace footfall
