#include "model/parse/role_match.h"

#include <algorithm>
#include <utility>

#include "model/core/blanks.h"
#include "model/core/decimal.h"
#include "model/parse/json_path.h"
#include "model/parse/role_fit.h"
#include "model/parse/role_notes.h"
#include "model/parse/role_synonyms.h"

namespace footfall {
namespace {

bool holds_calls(const Offer& offer, std::size_t place) {
  bool any = false;
  for (const Field& field : offer.samples(place)) {
    if (empty_value(field)) continue;
    any = true;
    const auto& kinds = kCallKinds;
    if (std::ranges::find(kinds, field.text) == std::end(kinds)) return false;
  }
  return any;
}

// Finds the source of one role.
class RoleFinder {
 public:
  RoleFinder(Offer& offer, const InputOptions& options, const std::string& path, RoleMatch& match)
      : offer_(offer), options_(options), path_(path), match_(match) {}

  void map(const Role& role, std::string_view given, RoleFound& found) {
    const std::optional<SourceWords> words = parse_source(given);
    found.by = FoundBy::map;
    if (!words) {
      fail(ErrorKind::missing_column, given);
      return;
    }
    found.made.each_row = found.words.each_row = words->each_row;
    found.words.none = words->none;
    if (words->none) return;
    const std::string* absent = nullptr;
    for (const std::vector<ColumnRef>& joined : words->alternatives) {
      std::vector<std::size_t> places;
      std::vector<ColumnRef> as_written;
      for (const ColumnRef& ref : joined) {
        const auto place = offer_.find_mapped(ref);
        if (!place) {
          absent = &ref.name;
          break;
        }
        if (place->doubled) fail(ErrorKind::doubled_column, ref.name);
        places.push_back(place->column);
        const std::string& name = offer_.names()[place->column];
        as_written.push_back({name, ref.quoted, name.empty() ? ref.number : std::nullopt});
        found.utc = found.utc || place->utc;
      }
      if (places.size() != joined.size()) continue;
      if (places.size() == 2 && (role.name == "timestamp" || role.name == "ts"))
        add_zone(places, as_written);
      found.made.alternatives.push_back(std::move(places));
      found.words.alternatives.push_back(std::move(as_written));
    }
    if (found.made.alternatives.empty() && !found.made.each_row)
      fail(ErrorKind::missing_column, absent ? *absent : std::string(role.name));
  }

  bool canonical(const RoleNames& names, bool required, RoleFound& found) {
    std::vector<ColumnNames::Found> places;
    for_each_word(names.canonical, [&](std::string_view name) {
      const auto place = offer_.find(name);
      if (place && place->doubled) fail(ErrorKind::doubled_column, name);
      const bool passed_over = place && (names.role == "type" || names.role == "event_type") &&
                               holds_calls(offer_, place->column);
      if (place && !passed_over) places.push_back(*place);
      return false;
    });
    // A broken record that mentions it, or none at all, says nothing against a key.
    if (places.empty() && required)
      if (const auto place = offer_.expect(names.canonical, true)) places.push_back(*place);
    if (places.empty()) return false;
    found.by = FoundBy::canonical_name;
    // What has a place of its own in tables is one column there, the first.
    if (offer_.kind() == Offer::Kind::table) places.resize(1);
    for (const ColumnNames::Found& place : places) take(place, found);
    return true;
  }

  // Later rows of JSON may have what the sampled ones lack.
  void expect(const RoleNames& names, RoleFound& found) {
    const auto place = offer_.expect(names.canonical.substr(0, names.canonical.find(' ')), false);
    if (!place) return;
    found.by = FoundBy::canonical_name;
    found.unseen = true;
    take(*place, found);
  }

  bool synonym(const RoleNames& names, ValueKind kind, RoleFound& found) {
    for_each_word(names.synonyms, [&](std::string_view words) {
      const std::size_t plus = words.find('+');
      if (plus != std::string_view::npos) return joined(words, plus, found);
      const auto place = offer_.find(words);
      if (!place || !usable(names, kind, words, place->column)) return false;
      if (place->doubled) fail(ErrorKind::doubled_column, offer_.names()[place->column]);
      take(*place, found);
      return true;
    });
    if (found.made.alternatives.empty()) return false;
    found.by = FoundBy::synonym;
    std::string column;
    for (const ColumnRef& ref : found.words.alternatives.front())
      column += (column.empty() ? "" : "+") + ref.name;
    match_.notes.push_back(
        {ReadingNoteKind::synonym, std::string(names.role), std::move(column), {}});
    return true;
  }

 private:
  void fail(ErrorKind kind, std::string_view name) {
    if (!match_.fault) match_.fault = Error{kind, path_, {}, std::string(name)};
  }

  void take(const ColumnNames::Found& place, RoleFound& found) const {
    found.made.alternatives.push_back({place.column});
    found.words.alternatives.push_back({{offer_.names()[place.column], false, {}}});
    found.utc = found.utc || place.utc;
  }

  // The zone of a clock time may stand beside it.
  void add_zone(std::vector<std::size_t>& places, std::vector<ColumnRef>& as_written) const {
    for (const std::string_view name : {"time_zone", "tz"}) {
      const auto zone = offer_.find(name);
      if (!zone || zone->doubled || std::ranges::find(places, zone->column) != places.end())
        continue;
      places.push_back(zone->column);
      as_written.push_back({offer_.names()[zone->column], false, {}});
      return;
    }
  }

  // A date and a clock time that stand in two columns.
  bool joined(std::string_view words, std::size_t plus, RoleFound& found) const {
    const auto date = offer_.find(words.substr(0, plus));
    const auto time = offer_.find(words.substr(plus + 1));
    if (!date || !time || date->column == time->column) return false;
    const std::vector<Field>& dates = offer_.samples(date->column);
    const std::vector<Field>& times = offer_.samples(time->column);
    Fit fit;
    for (std::size_t i = 0; i < std::min(dates.size(), times.size()); ++i) {
      if (empty_value(dates[i]) || empty_value(times[i])) continue;
      const std::string_view clock = trim_blanks(times[i].text);
      const std::string both = std::string(trim_blanks(dates[i].text)) + ' ' + std::string(clock);
      fit.add(clock.find(':') < 3 && reads_as_time(both), both);
    }
    if (!fit.good()) return false;
    std::vector<std::size_t> places = {date->column, time->column};
    std::vector<ColumnRef> as_written = {{offer_.names()[date->column], false, {}},
                                         {offer_.names()[time->column], false, {}}};
    add_zone(places, as_written);
    found.made.alternatives.push_back(std::move(places));
    found.words.alternatives.push_back(std::move(as_written));
    found.utc = date->utc || time->utc;
    return true;
  }

  bool usable(const RoleNames& names, ValueKind kind, std::string_view words,
              std::size_t place) const {
    if (holds_calls(offer_, place) && kind == ValueKind::text) return false;
    if (kind == ValueKind::day && !is_date(words, place)) return false;
    Fit fit = fit_of(offer_, place, kind);
    // Hours of the day and the like, which as seconds since 1970 would be times of its first years.
    if (kind == ValueKind::time && !options_.day_numbers)
      if (const Field* const first = first_of_clock_numbers(offer_, place)) {
        fit.misfit = trim_blanks(first->text);
        fit.fitting = 0;
      }
    // A table of nothing but a header says nothing against its names.
    if (fit.values == 0 && offer_.samples(place).empty()) return true;
    if (fit.good()) return true;
    if (!fit.misfit.empty())
      match_.notes.push_back({ReadingNoteKind::misfit, std::string(names.role),
                              offer_.names()[place], fit.misfit.substr(0, 80)});
    return false;
  }

  bool is_date(std::string_view words, std::size_t place) const {
    const auto period = std::ranges::find(kPeriods, words, &PeriodNames::start);
    if (period == std::end(kPeriods)) return true;
    bool equal = false;
    for_each_word(period->ends, [&](std::string_view name) {
      const auto end = offer_.find(name);
      if (!end) return false;
      equal = std::ranges::equal(offer_.samples(place), offer_.samples(end->column), {},
                                 &Field::text, &Field::text);
      return true;
    });
    return equal;
  }

  Offer& offer_;
  const InputOptions& options_;
  const std::string& path_;
  RoleMatch& match_;
};

}  // namespace

bool RoleMatch::by_name() const {
  if (!complete()) return false;
  return std::ranges::none_of(roles, [](const RoleFound& role) { return role.required_synonym; });
}

std::size_t RoleMatch::found() const {
  return static_cast<std::size_t>(std::ranges::count_if(roles, [](const RoleFound& role) {
    return role.by != FoundBy::nothing && !role.words.none;
  }));
}

RoleMatch match_roles(EventType type, Offer& offer, bool synonyms, const InputOptions& options,
                      const std::string& path) {
  RoleMatch match;
  const std::span<const Role> roles = roles_of(type);
  const std::span<const RoleNames> names = role_names(type);
  RoleFinder finder(offer, options, path, match);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    RoleFound& found = match.roles.emplace_back();
    const auto mapped = options.columns.find(roles[i].name);
    if (mapped != options.columns.end())
      finder.map(roles[i], mapped->second, found);
    else if (!finder.canonical(names[i], roles[i].required, found) && roles[i].required)
      match.absent.push_back(i);
    if (found.words.none && roles[i].required) match.absent.push_back(i);
  }
  const bool all_by_name = match.absent.empty();
  if (synonyms || all_by_name) {
    match.absent.clear();
    for (std::size_t i = 0; i < roles.size(); ++i) {
      RoleFound& found = match.roles[i];
      if (found.words.none && roles[i].required) match.absent.push_back(i);
      if (found.by != FoundBy::nothing) continue;
      if (finder.synonym(names[i], value_kinds(type)[i], found))
        found.required_synonym = roles[i].required;
      else if (!roles[i].required)
        finder.expect(names[i], found);
      else if (roles[i].required)
        match.absent.push_back(i);
    }
  }
  if (match.complete()) {
    note_absent_figures(type, offer, match);
    note_columns_beside(type, offer, options, match);
  }
  return match;
}

void want_telling_roles(EventType type, const Offer& offer, bool synonyms, RoleMatch& match) {
  const std::span<const Role> roles = roles_of(type);
  const auto is_there = [&](const RoleFound& role) {
    if (role.by == FoundBy::map) return !role.words.none;
    if (role.by == FoundBy::nothing || (role.by == FoundBy::synonym && !synonyms)) return false;
    return std::ranges::any_of(role.made.alternatives,
                               [&](const auto& joined) { return joined.front() < offer.size(); });
  };
  std::uint8_t most = 0;
  for (const Role& role : roles) most = std::max(most, role.telling);
  for (std::uint8_t number = 1; number <= most; ++number) {
    bool told = false;
    for (std::size_t i = 0; i < roles.size(); ++i)
      told = told || (roles[i].telling == number && is_there(match.roles[i]));
    for (std::size_t i = 0; i < roles.size(); ++i)
      if (!told && roles[i].telling == number) match.absent.push_back(i);
  }
  std::ranges::sort(match.absent);
}

void keep_examples(const Offer& offer, RoleMatch& match) {
  constexpr std::size_t kExamples = 3;
  constexpr std::size_t kMostBytes = 80;
  for (RoleFound& role : match.roles) {
    if (role.made.alternatives.empty()) continue;
    const std::vector<std::size_t>& joined = role.made.alternatives.front();
    const std::size_t rows = offer.samples(joined.front()).size();
    for (std::size_t row = 0; row < rows && role.examples.size() < kExamples; ++row) {
      std::string value;
      for (const std::size_t place : joined) {
        const std::vector<Field>& samples = offer.samples(place);
        if (row < samples.size())
          value += (value.empty() ? "" : " ") + std::string(trim_blanks(samples[row].text));
      }
      value.resize(std::min(value.size(), kMostBytes));
      if (!value.empty() && std::ranges::find(role.examples, value) == role.examples.end())
        role.examples.push_back(std::move(value));
    }
  }
}

bool names_all_roles(EventType type, const std::vector<std::string>& names,
                     const InputOptions& options, bool asked) {
  const ColumnNames known(names);
  std::uint8_t told = 0;  // a bit for each number of telling roles
  std::uint8_t telling = 0;
  const std::span<const Role> roles = roles_of(type);
  const std::span<const RoleNames> role_words = role_names(type);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const auto bit = static_cast<std::uint8_t>(1U << roles[i].telling);
    const bool tells = !asked && roles[i].telling > 0;
    if (tells) telling |= bit;
    bool found = false;
    const auto in_line = [&](std::string_view word) {
      const std::size_t plus = word.find('+');
      found = plus == std::string_view::npos
                  ? known.find(word).has_value()
                  : known.find(word.substr(0, plus)) && known.find(word.substr(plus + 1));
      return found;
    };
    const auto mapped = options.columns.find(roles[i].name);
    if (mapped != options.columns.end()) {
      const std::optional<SourceWords> words = parse_source(mapped->second);
      if (!words) return false;
      found = words->each_row || (words->none && !roles[i].required) ||
              std::ranges::any_of(words->alternatives, [&](const auto& joined) {
                return std::ranges::all_of(joined, [&](const ColumnRef& ref) {
                  if (ref.number) return *ref.number < names.size();
                  if (known.find(ref.name)) return true;
                  const std::string front = ref.name.substr(0, ref.name.find_first_of(".[-"));
                  return !ref.quoted && known.find(front).has_value();
                });
              });
    } else if (roles[i].required || tells) {
      for_each_word(role_words[i].canonical, in_line);
      if (!found) for_each_word(role_words[i].synonyms, in_line);
    } else {
      continue;
    }
    if (found && tells) told |= bit;
    if (!found && !(tells && !roles[i].required)) return false;
  }
  return told == telling;
}

bool is_role_name(std::string_view name) {
  const std::vector<std::string> one = {std::string(name)};
  const ColumnNames known(one);
  for (const EventType type : kEventTypes)
    for (const RoleNames& names : role_names(type))
      for (const std::string_view words : {names.canonical, names.synonyms}) {
        bool found = false;
        for_each_word(words, [&](std::string_view word) {
          const std::size_t plus = word.find('+');
          found = known.find(word.substr(0, plus)) ||
                  (plus != std::string_view::npos && known.find(word.substr(plus + 1)));
          return found;
        });
        if (found) return true;
      }
  return false;
}

}  // namespace footfall
