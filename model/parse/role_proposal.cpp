#include "model/parse/role_proposal.h"

#include <algorithm>
#include <array>

#include "model/core/blanks.h"
#include "model/core/currency.h"
#include "model/core/decimal.h"
#include "model/core/null_words.h"
#include "model/core/number_forms.h"
#include "model/parse/role_fit.h"

namespace footfall {
namespace {

constexpr std::size_t kNearest = 4;  // names looked at for an absent role

// Names that no synonym is, but that a person may well mean; as RoleNames::synonyms.
struct OtherNames {
  std::string_view role;
  std::string_view names;
};
constexpr std::array kOtherNames = {
    OtherNames{"event_id",
               "order_number order_no order_name psp_reference reference receipt_number "
               "invoice_number transaction_number"},
    OtherNames{"customer_id", "email_address billing_email buyer client"},
    OtherNames{"visitor_id", "session_id domain_userid"},
};

// How names end that are of something else, in letters and digits alone.
constexpr std::string_view kNoIds[] = {
    "amount", "note",     "notes",   "comment", "comments", "date",  "time",  "datetime", "price",
    "fee",    "currency", "country", "state",   "city",     "phone", "total", "revenue"};
// Of what is counted; with whole numbers they are no ids.
constexpr std::string_view kCounts[] = {"visitors", "users",  "customers", "sessions",     "visits",
                                        "views",    "events", "buyers",    "transactions", "count",
                                        "counts",   "orders", "clients"};
// Parts of names of figures that are no amount that was paid.
constexpr std::string_view kNoAmounts[] = {"discount", "refund",   "debit", "fee",
                                           "tax",      "shipping", "tip",   "balance"};
// Fronts and parts of names of times that are not those of the event.
constexpr std::string_view kNoTimes[] = {"end",    "expir",    "birth",    "dob", "until",
                                         "update", "modified", "duration", "etl"};

bool ends_with_any(std::string_view letters, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return letters.ends_with(word); });
}
bool holds_any(std::string_view letters, std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return letters.find(word) != std::string_view::npos; });
}

// What the values of a column are that could be ids.
struct IdTally {
  std::set<std::string_view> distinct;
  std::size_t values = 0;
  std::size_t whole = 0;    // numbers
  std::size_t figures = 0;  // with decimals or a currency
  std::size_t times = 0;    // written ones
  std::size_t prose = 0;    // of four words and more
};

IdTally tally_ids(const Offer& offer, std::size_t place) {
  IdTally tally;
  std::string rewritten;
  for (const Field& field : offer.samples(place)) {
    const std::string_view text = trim_blanks(field.text);
    if (empty_value(field) || null_word(text) != kNoNullWord) continue;
    ++tally.values;
    tally.distinct.insert(text);
    if (parse_number(text).fault == NumberFault::none) {
      ++(text.find('.') == std::string_view::npos ? tally.whole : tally.figures);
    } else if (rewrite_number(text, DecimalMark::point, rewritten) ||
               rewrite_number(text, DecimalMark::comma, rewritten)) {
      ++tally.figures;
    } else if (reads_as_time(text)) {
      ++tally.times;
    } else if (std::ranges::count(text, ' ') >= 3) {
      ++tally.prose;
    }
  }
  return tally;
}

bool may_be_id(std::string_view role, const Offer& offer, std::size_t place) {
  const std::string letters = name_letters(offer.names()[place]);
  const bool campaign = role == "campaign_id";
  if (ends_with_any(letters, kNoIds) && !campaign) return false;
  if (role == "visitor_id" && letters.ends_with("visitid")) return false;
  if (letters.find("useragent") != std::string::npos) return false;
  // Each event has an id of its own, nearly.
  const bool of_events = role == "event_id" || role == "id";
  if (of_events && letters.ends_with("name")) return false;
  const IdTally tally = tally_ids(offer, place);
  if (tally.values == 0) return true;
  if (of_events && tally.distinct.size() * 10 < tally.values * 9) return false;
  if (tally.whole == tally.values && ends_with_any(letters, kCounts)) return false;
  return 2 * tally.figures < tally.values && 2 * tally.times < tally.values &&
         (campaign || 2 * tally.prose < tally.values);
}

bool may_be_time(const Offer& offer, std::size_t place) {
  const std::string letters = name_letters(offer.names()[place]);
  return !holds_any(letters, kNoTimes) && first_of_clock_numbers(offer, place) == nullptr;
}

bool may_be_currency(const Offer& offer, std::size_t place) {
  return std::ranges::all_of(offer.samples(place), [](const Field& field) {
    const std::string_view text = trim_blanks(field.text);
    return empty_value(field) || is_currency_code(text) || is_currency_sign(text);
  });
}

// Whether a column's values, and what its name says of them, may be those of a role.
bool may_be(EventType type, std::size_t role, const Offer& offer, std::size_t place) {
  if (offer.holds_objects(place)) return false;
  const std::string_view name = roles_of(type)[role].name;
  const ValueKind kind = value_kinds(type)[role];
  const Fit fit = fit_of(offer, place, kind);
  if (fit.values > 0 && fit.fitting == 0) return false;
  switch (kind) {
    case ValueKind::time:
    case ValueKind::day:
      return may_be_time(offer, place);
    case ValueKind::text:
      if (name == "currency") return may_be_currency(offer, place);
      return !name.ends_with("id") || may_be_id(name, offer, place);
    case ValueKind::number:
      return !holds_any(name_letters(offer.names()[place]), kNoAmounts);
    case ValueKind::page:
    case ValueKind::code:
    case ValueKind::count:
      return true;
  }
  return true;
}

// The column of clock times that go with the dates of another one.
std::optional<std::size_t> clock_beside(const Offer& offer, std::size_t place) {
  const std::vector<Field>& dates = offer.samples(place);
  for (std::size_t i = 0; i < offer.size(); ++i) {
    if (i == place || holds_any(name_letters(offer.names()[i]), kNoTimes)) continue;
    const std::vector<Field>& clocks = offer.samples(i);
    Fit fit;
    for (std::size_t row = 0; row < std::min(dates.size(), clocks.size()); ++row) {
      const std::string_view date = trim_blanks(dates[row].text);
      const std::string_view clock = trim_blanks(clocks[row].text);
      if (date.empty() || clock.empty()) continue;
      if (date.find(':') != std::string_view::npos) return std::nullopt;
      const std::string both = std::string(date) + ' ' + std::string(clock);
      fit.add(clock.find(':') < 3 && reads_as_time(both), both);
    }
    if (fit.good()) return i;
  }
  return std::nullopt;
}

// Dates, written as such.
bool holds_dates(const Offer& offer, std::size_t place) {
  std::size_t dates = 0;
  for (const Field& field : offer.samples(place)) {
    const std::string_view text = trim_blanks(field.text);
    if (empty_value(field) || null_word(text) != kNoNullWord) continue;
    if (parse_number(text).fault == NumberFault::none || !reads_as_time(text)) return false;
    ++dates;
  }
  return dates > 0;
}

}  // namespace

std::optional<std::string> source_proposed(EventType type, std::size_t role, const RoleMatch& match,
                                           const Offer& offer,
                                           const std::set<std::size_t>& passed_over,
                                           std::size_t* proposed) {
  const auto free = [&](std::size_t place) {
    return !passed_over.contains(place) &&
           std::ranges::none_of(match.roles, [&](const RoleFound& found) {
             return std::ranges::any_of(found.made.alternatives, [&](const auto& joined) {
               return std::ranges::find(joined, place) != joined.end();
             });
           });
  };
  std::optional<std::size_t> nearest;
  const auto propose = [&](std::string_view wanted) {
    for (const std::size_t place : offer.nearest(wanted, kNearest))
      if (!nearest && free(place) && may_be(type, role, offer, place)) nearest = place;
    return nearest.has_value();
  };
  const std::string_view name = roles_of(type)[role].name;
  if (!propose(name)) for_each_word(role_names(type)[role].synonyms, propose);
  const auto others = std::ranges::find(kOtherNames, name, &OtherNames::role);
  if (!nearest && others != kOtherNames.end()) for_each_word(others->names, propose);
  if (value_kinds(type)[role] == ValueKind::time)
    for (std::size_t place = 0; place < offer.size() && !nearest; ++place)
      if (free(place) && may_be(type, role, offer, place) && holds_dates(offer, place))
        nearest = place;
  if (nearest) {
    if (proposed != nullptr) *proposed = *nearest;
    std::string source = source_word(offer.names()[*nearest]);
    if (value_kinds(type)[role] == ValueKind::time)
      if (const auto clock = clock_beside(offer, *nearest); clock && free(*clock))
        source += '+' + source_word(offer.names()[*clock]);
    return source;
  }
  if (name == "event_id" || name == "id") return "@row";
  return std::nullopt;
}

void propose_sources(EventType type, const Offer& offer, RoleMatch& match) {
  std::set<std::size_t> passed_over;
  match.proposal.clear();
  match.scale_proposed.clear();
  for (const std::size_t i : match.absent) {
    const std::string role(roles_of(type)[i].name);
    std::size_t place = offer.size();
    const std::optional<std::string> source =
        source_proposed(type, i, match, offer, passed_over, &place);
    match.proposal += (match.proposal.empty() ? "" : ",") + role + '=' + source.value_or("COLUMN");
    if (place == offer.size()) continue;
    passed_over.insert(place);
    const std::string_view scale = scale_of_name(offer.names()[place]);
    if (is_number(value_kinds(type)[i]) && !scale.empty())
      match.scale_proposed +=
          (match.scale_proposed.empty() ? "" : ",") + role + '=' + std::string(scale);
  }
}

Error missing_roles(EventType type, RoleMatch& match, const Offer& offer, const std::string& path,
                    const std::string& header) {
  propose_sources(type, offer, match);
  std::string absent;
  for (const std::size_t i : match.absent)
    absent += (absent.empty() ? "" : ", ") + std::string(roles_of(type)[i].name);
  Error error{ErrorKind::missing_roles, path, header, absent, match.proposal};
  error.scale = match.scale_proposed;
  for (const ReadingNote& note : match.notes)
    if (note.kind == ReadingNoteKind::misfit && error.other.empty() &&
        std::ranges::any_of(match.absent, [&](std::size_t role) {
          return roles_of(type)[role].name == note.role;
        })) {
      error.column = note.column;
      error.other = note.value;
    }
  return error;
}

}  // namespace footfall
