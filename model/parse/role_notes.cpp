#include "model/parse/role_notes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "model/core/blanks.h"
#include "model/core/currency.h"
#include "model/core/decimal.h"
#include "model/core/letter_case.h"
#include "model/core/null_words.h"
#include "model/core/time_forms.h"
#include "model/parse/role_fit.h"
#include "model/parse/role_proposal.h"

namespace footfall {
namespace {

constexpr std::size_t kCurrenciesNamed = 5;

// The column of a role, where it has one alone.
std::optional<std::size_t> place_of(const RoleFound& role) {
  const auto& alternatives = role.made.alternatives;
  if (alternatives.empty() || alternatives.front().size() != 1) return std::nullopt;
  return alternatives.front().front();
}

std::string name_of(const RoleFound& role) {
  const auto& alternatives = role.words.alternatives;
  return alternatives.empty() ? std::string() : alternatives.front().front().name;
}

// Of JSON also beside it in the same object.
std::optional<ColumnNames::Found> find_beside(Offer& offer, const std::string& column,
                                              std::string_view name) {
  const std::size_t dot = column.rfind('.');
  if (dot != std::string::npos)
    if (const auto found = offer.find(column.substr(0, dot + 1) + std::string(name))) return found;
  return offer.find(name);
}

void note_quantity(const std::string& role, const std::string& column, Offer& offer,
                   RoleMatch& match) {
  if (name_letters(column).find("price") == std::string::npos) return;
  for (const std::string_view name : kQuantityNames)
    if (const auto beside = find_beside(offer, column, name)) {
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

// Spend is added up whatever the currency is.
void note_currencies(const std::string& role, Offer& offer, RoleMatch& match) {
  for (const std::string_view name : kCurrencyNames) {
    const auto found = offer.find(name);
    if (!found) continue;
    const std::string& column = offer.names()[found->column];
    std::set<std::string> currencies;
    std::string buffer;
    for (const Field& field : offer.samples(found->column)) {
      const std::string_view text = trim_blanks(field.text);
      if (empty_value(field) || null_word(text) != kNoNullWord || equal_in_any_case(text, column))
        continue;
      currencies.emplace(canonical_currency(text, buffer));
    }
    if (currencies.size() < 2) continue;
    std::string first;
    std::size_t named = 0;
    for (const std::string& currency : currencies) {
      if (++named > kCurrenciesNamed) break;
      first += (first.empty() ? "" : ", ") + currency;
    }
    if (named > kCurrenciesNamed) first += ", ...";
    match.notes.push_back({ReadingNoteKind::currencies, role, column, first});
    return;
  }
}

bool differs_from_utc(std::string_view zone) {
  for (const std::string_view utc : {"UTC", "GMT", "Z", "+00:00", "+0000", "+00", "Etc/UTC", "0"})
    if (equal_in_any_case(zone, utc)) return false;
  return true;
}

// A time zone beside times that have no offset and are not joined with it.
void note_zone(const std::string& role, const RoleFound& times, const Offer& offer,
               RoleMatch& match) {
  const std::optional<std::size_t> place = place_of(times);
  if (!place || times.utc) return;
  std::string squeezed;
  const bool local = std::ranges::any_of(offer.samples(*place), [&](const Field& field) {
    squeeze_blanks(trim_blanks(field.text), squeezed);
    WrittenTime time;
    return read_written_time(squeezed, time) && time.has_clock &&
           time.zone == WrittenTime::Zone::none;
  });
  if (!local) return;
  const std::string column = name_letters(offer.names()[*place]);
  for (std::size_t i = 0; i < offer.size(); ++i) {
    const std::string letters = name_letters(offer.names()[i]);
    constexpr std::string_view kZone = "timezone";
    // "Created Timezone" is that of "Created Datetime".
    const bool zone =
        letters == "tz" ||
        (letters.ends_with(kZone) &&
         column.starts_with(std::string_view(letters).substr(0, letters.size() - kZone.size())));
    if (!zone || i == *place) continue;
    const bool told = std::ranges::any_of(offer.samples(i), [&](const Field& field) {
      return !empty_value(field) && null_word(trim_blanks(field.text)) == kNoNullWord &&
             differs_from_utc(trim_blanks(field.text));
    });
    if (!told) continue;
    match.notes.push_back(
        {ReadingNoteKind::zone_beside, role, offer.names()[i],
         source_word(offer.names()[*place]) + '+' + source_word(offer.names()[i])});
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
    if (!roles[i].missed || seen || found.words.none) continue;
    const auto& keys = found.words.alternatives;
    match.notes.push_back({ReadingNoteKind::no_figure, std::string(roles[i].name),
                           keys.empty() ? std::string() : keys.front().front().name,
                           source_proposed(type, i, match, offer, {}).value_or("COLUMN")});
  }
}

void note_columns_beside(EventType type, Offer& offer, const InputOptions& options,
                         RoleMatch& match) {
  const std::span<const Role> roles = roles_of(type);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const RoleFound& found = match.roles[i];
    if (found.by == FoundBy::nothing || found.unseen) continue;
    const std::string role(roles[i].name);
    const std::string column = name_of(found);
    const bool money = role == "amount" || role == "price" || role == "spend";
    if (role == "amount" || role == "price") note_quantity(role, column, offer, match);
    if (role == "amount") note_status(role, column, offer, match);
    if (role == "spend") note_currencies(role, offer, match);
    if (money && !scale_of_name(column).empty() && !options.scales.contains(role))
      match.notes.push_back(
          {ReadingNoteKind::scale_meant, role, column, std::string(scale_of_name(column))});
    if (value_kinds(type)[i] == ValueKind::time) note_zone(role, found, offer, match);
  }
}

}  // namespace footfall
