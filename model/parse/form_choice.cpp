// Long, for what the sample shows of times and numbers is gathered and weighed in one place.
#include "model/parse/form_choice.h"

#include <algorithm>
#include <chrono>

#include "model/core/blanks.h"
#include "model/core/digit.h"
#include "model/core/letter_case.h"
#include "model/core/null_words.h"
#include "model/core/timestamp.h"
#include "model/parse/form_reader.h"
#include "model/parse/input_formats.h"
#include "model/parse/record_sample.h"

namespace footfall {
namespace {

// Where the day numbers of a spreadsheet lie, from 1954 to 2119.
constexpr Int128 kFirstDayNumber = 20'000;
constexpr Int128 kLastDayNumber = 80'000;

// Numbers that are times of before 1990, or of more than a year to come, may be no times at all.
constexpr std::int64_t kFirstLikelyTime = 631'152'000;
constexpr std::int64_t kLikelyAhead = 366 * kSecondsPerDay;

std::int64_t clock_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

void see(std::optional<SeenValue>& seen, std::string_view text, std::uint64_t line) {
  if (!seen) seen = SeenValue{std::string(text), line};
}

// The columns that a role's first source is joined of.
const std::vector<ColumnRef>* joined_columns(const InputLayout& layout, EventType type,
                                             std::size_t role) {
  const auto& roles = layout.matches[type].roles;
  if (role >= roles.size() || roles[role].words.alternatives.empty()) return nullptr;
  return &roles[role].words.alternatives.front();
}
std::string source_of(const InputLayout& layout, EventType type, std::size_t role) {
  std::string names;
  if (const std::vector<ColumnRef>* const joined = joined_columns(layout, type, role))
    for (const ColumnRef& ref : *joined) names += (names.empty() ? "" : " ") + ref.name;
  return names;
}

// Sampled values that have to have a form for the column to have it; what is no day at all is left
// as it is.
std::uint64_t values_to_fit(const TimeTally& tally, EventType type, std::size_t role) {
  return tally.values - (value_kinds(type)[role] == ValueKind::day ? tally.unreadable : 0);
}

// PST, Europe/Berlin; no offset that another language writes.
bool is_zone_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '_';
  });
}

// A column by the name of `ts` is one of seconds since 1970, as few as they may be.
bool counts_seconds(const InputLayout& layout, EventType type, std::size_t role,
                    const std::optional<SeenValue>& value) {
  constexpr std::int64_t kFew = 100'000'000;
  const auto& roles = layout.matches[type].roles;
  const std::optional<EpochTime> time = read_epoch(value->text);
  return role < roles.size() && roles[role].by == FoundBy::canonical_name &&
         roles_of(type)[role].name == "ts" && time && time->instant.seconds < kFew;
}

std::string time_text(std::string_view epoch) {
  const std::optional<EpochTime> time = read_epoch(epoch);
  char text[kTimeText];
  return time && time->instant >= kFirstInstant && time->instant <= kLastInstant
             ? std::string(text, write_time(text, time->instant))
             : std::string(epoch);
}

}  // namespace

void TimeTally::add(std::string_view text, std::uint64_t line) {
  ++values;
  // What most times are.
  Instant instant;
  Day day = 0;
  if (text.size() >= 16 && text[4] == '-' && usual_.parse(text, instant)) {
    see(misfit, text, line);
    return;
  }
  if (parse_date(text, day)) {
    ++dates;
    see(misfit, text, line);
    see(first_date, text, line);
    return;
  }
  const bool all_digits = std::ranges::all_of(text, is_digit);
  if (all_digits && (text.size() == 8 || text.size() == 14)) {
    ++digits;
    std::int64_t seconds = 0;
    if (read_time_digits(text, seconds)) {
      ++possible_digits;
      if (text.size() == 8) see(first_clockless, text, line);
      see(first_digits, text, line);
    } else {
      see(misfit, text, line);
    }
    return;
  }
  see(misfit, text, line);
  if (const ParsedNumber number = parse_number(text); number.fault == NumberFault::none) {
    const std::optional<EpochTime> epoch = read_epoch(text);
    if (epoch && (epoch->instant.seconds < kFirstLikelyTime || epoch->instant.seconds >= limit)) {
      ++far_epochs;
      see(first_far, text, line);
    }
    if (number.value.units < kFirstDayNumber * Decimal::kOne ||
        number.value.units > kLastDayNumber * Decimal::kOne)
      return;
    ++day_numbers;
    if (all_digits) ++whole_days;
    see(first_day_number, text, line);
    return;
  }
  squeeze_blanks(text, squeezed_);
  WrittenTime time;
  if (!read_written_time(squeezed_, time)) {
    ++unreadable;
    return;
  }
  if (time.zone == WrittenTime::Zone::name && is_zone_word(time.zone_name)) ++zoned;
  if (time.zone == WrittenTime::Zone::name && !odd_zone &&
      known_zones_.insert(std::string(time.zone_name)).second &&
      !FormReader::load_zone(time.zone_name))
    see(odd_zone, time.zone_name, line);
  if (!time.ordered) {
    if (time.has_clock) return;
    ++dates;
    see(first_date, text, line);
    return;
  }
  ++ordered;
  if (!time.has_clock) see(first_clockless, text, line);
  if (time.separator == '.') ++dotted;
  const bool reads_day = time.possible(DateOrder::day_first);
  const bool reads_month = time.possible(DateOrder::month_first);
  if (reads_day && !reads_month) see(day_first, text, line);
  if (reads_month && !reads_day) see(month_first, text, line);
  if (reads_day && reads_month && time.first != time.second) see(open, text, line);
}

void MarkTally::add(std::string_view text, bool whole, std::string_view role, std::uint64_t line) {
  // What most numbers are: digits, perhaps with one point that can be nothing but the mark.
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == text.size()) return;
  if (text[digits] == '.' && !whole && text.size() > 1) {
    std::size_t end = digits + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool group = end - digits == 4 && digits >= 1 && digits <= 3 && text[0] != '0';
    if (end == text.size() && !group) {
      ++points;
      return;
    }
  }
  const bool with_point =
      rewrite_number(text, DecimalMark::point, with_point_) && (!whole || is_whole(with_point_));
  const bool with_comma =
      rewrite_number(text, DecimalMark::comma, with_comma_) && (!whole || is_whole(with_comma_));
  if (with_point && !with_comma) ++points;
  if (with_comma && !with_point) {
    ++commas;
    if (!comma) comma_role = role;
    see(comma, text, line);
  }
  if (with_point && with_comma && with_point_ != with_comma_ && !open) {
    see(open, text, line);
    open_role = role;
  }
}

FormChoice::FormChoice(const std::string& path, const InputOptions& options,
                       const LayoutRequest& request)
    : path_(path), options_(options), request_(request) {}

// The one role of times or days; there is at most one.
std::size_t FormChoice::time_role(EventType type) {
  const auto kinds = value_kinds(type);
  const auto found = std::ranges::find_if(
      kinds, [](ValueKind kind) { return kind == ValueKind::time || kind == ValueKind::day; });
  return static_cast<std::size_t>(found - kinds.begin());
}

void FormChoice::add(EventType type, const InputLayout& layout, const Field* fields,
                     std::size_t line) {
  const auto kinds = value_kinds(type);
  Tallies& tallies = tallies_[type];
  if (tallies.times.empty()) {
    tallies.times.resize(kinds.size());
    tallies.names.resize(kinds.size());
    for (std::size_t role = 0; role < kinds.size(); ++role) {
      tallies.names[role] = source_of(layout, type, role);
      tallies.times[role].limit = std::max(request_.now, clock_now()) + kLikelyAhead;
    }
  }
  const bool by_position = format_row(layout.format).fields == FieldsBy::position;
  for (std::size_t role = 0; role < kinds.size(); ++role) {
    const Field& field = fields[role];
    if (is_id(kinds[role]) || (by_position && kinds[role] != ValueKind::time)) continue;
    if (field.kind != FieldKind::text && field.kind != FieldKind::number) continue;
    std::string_view text = field.text;
    // What most values are has no blanks around it, and is no word for a missing one.
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) {
      text = trim_all_blanks(text);
      if (text.empty() || null_word(text) != kNoNullWord) continue;
    }
    const std::uint64_t number = 1 + layout.header_lines + line;
    if (kinds[role] == ValueKind::time || kinds[role] == ValueKind::day) {
      // A header that repeats is no value.
      if (equal_in_any_case(text, tallies.names[role])) continue;
      tallies.times[role].add(text, number);
      Day day = 0;
      tallies.other_days = tallies.other_days || !parse_date(field.text, day);
    } else if (field.kind == FieldKind::text) {
      marks_[type].add(text, kinds[role] == ValueKind::count, roles_of(type)[role].name, number);
    }
  }
}

void FormChoice::sample(const InputLayout& layout, std::string_view front, bool is_all) {
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    tallies_[type].complete = is_all;
    sample_records(layout, type, front, is_all,
                   [&](const Field* fields, std::size_t line) { add(type, layout, fields, line); });
  }
}

std::optional<FormChoice::OpenOrder> FormChoice::order_to_find() const {
  if (options_.date_order != DateOrder::unknown) return std::nullopt;
  for (const EventType type : kEventTypes) {
    const Tallies& tallies = tallies_[type];
    if (tallies.complete || tallies.times.empty()) continue;
    const std::size_t role = time_role(type);
    if (role == tallies.times.size()) continue;
    const TimeTally& tally = tallies.times[role];
    if (tally.ordered > 0 && tally.ordered == values_to_fit(tally, type, role) &&
        tally.dotted < tally.ordered && !tally.day_first && !tally.month_first)
      return OpenOrder{type, role};
  }
  return std::nullopt;
}

bool FormChoice::read_on(const InputLayout& layout, OpenOrder order, const Chunk& chunk) {
  TimeTally& tally = tallies_[order.type].times[order.role];
  read_records(layout, order.type, chunk, [&](const Field* fields, std::size_t) {
    const std::string_view text = trim_all_blanks(fields[order.role].text);
    if (text.empty() || tally.day_first || tally.month_first) return;
    // Whatever else stands there is told by the rows themselves.
    TimeTally one;
    one.add(text, 0);
    if (one.day_first) tally.day_first = one.day_first;
    if (one.month_first) tally.month_first = one.month_first;
    if (one.open && !tally.open) tally.open = one.open;
  });
  return tally.day_first || tally.month_first;
}

void FormChoice::read_to_end(OpenOrder order) { tallies_[order.type].complete = true; }

Error FormChoice::error_of(ErrorKind kind, EventType type, std::size_t role,
                           const SeenValue& value) const {
  Error error{kind, path_, value.text, {}};
  error.column = roles_of(type)[role].name;
  error.line = value.line;
  return error;
}

Result<TimeForm> FormChoice::choose_order(EventType type, std::size_t role,
                                          const TimeTally& tally) const {
  TimeForm form;
  form.kind = TimeForm::Kind::ordered;
  if (tally.day_first && tally.month_first) {
    Error error = error_of(ErrorKind::both_date_orders, type, role, *tally.day_first);
    error.other = tally.month_first->text;
    error.other_line = tally.month_first->line;
    return error;
  }
  if (tally.day_first) {
    form.order = DateOrder::day_first;
  } else if (tally.month_first) {
    form.order = DateOrder::month_first;
  } else if (tally.dotted == tally.ordered) {
    form.order = DateOrder::day_first;
  } else if (tally.open) {
    Error error = error_of(ErrorKind::open_date_order, type, role, *tally.open);
    std::string squeezed;
    squeeze_blanks(tally.open->text, squeezed);
    WrittenTime time;
    static_cast<void>(read_written_time(squeezed, time));
    for (const DateOrder order : {DateOrder::day_first, DateOrder::month_first}) {
      std::string& text = order == DateOrder::day_first ? error.expected : error.other;
      append_date(text, static_cast<Day>(floor_divide(time.local_seconds(order), kSecondsPerDay)));
    }
    return error;
  }
  return form;
}

Result<TimeForm> FormChoice::choose_time(EventType type, std::size_t role, bool day) const {
  const TimeTally& tally = tallies_[type].times[role];
  TimeForm form;
  if (options_.day_numbers) {
    form.kind = TimeForm::Kind::day_number;
    return form;
  }
  if (options_.date_order != DateOrder::unknown && tally.ordered > 0) {
    form = {TimeForm::Kind::ordered, options_.date_order, true, false, false};
    return form;
  }
  const std::uint64_t values = values_to_fit(tally, type, role);
  if (values == 0) return form;
  if (tally.ordered == values) return choose_order(type, role, tally);
  if (tally.day_numbers == values) {
    if (day) return form;
    return error_of(ErrorKind::day_numbers, type, role, *tally.first_day_number);
  }
  if (tally.possible_digits == values) {
    form.kind = TimeForm::Kind::digits;
    return form;
  }
  // Rather than seconds of 1970.
  if (!day && (tally.digits == values || tally.possible_digits > 0)) {
    Error error = error_of(ErrorKind::odd_digits, type, role, *tally.misfit);
    if (tally.first_digits) error.other = tally.first_digits->text;
    return error;
  }
  if (tally.dates == values) form.kind = TimeForm::Kind::date_alone;
  return form;
}

void FormChoice::note(InputLayout& layout, EventType type, std::size_t role,
                      const TimeForm& form) const {
  const TimeTally& tally = tallies_[type].times[role];
  const auto add = [&](ReadingNoteKind kind, const std::string& value) {
    layout.notes.push_back({kind, std::string(roles_of(type)[role].name), {}, value});
  };
  const bool marked = form.kind == TimeForm::Kind::ordered || form.kind == TimeForm::Kind::digits;
  if (value_kinds(type)[role] == ValueKind::time) {
    if (form.kind == TimeForm::Kind::date_alone && tally.first_date)
      add(ReadingNoteKind::dates_alone, tally.first_date->text);
    if (marked && tally.first_clockless)
      add(ReadingNoteKind::dates_alone, tally.first_clockless->text);
    if (form.kind == TimeForm::Kind::day_number && tally.whole_days > 0 &&
        tally.whole_days == tally.values)
      add(ReadingNoteKind::dates_alone, tally.first_day_number->text);
    if (form.kind == TimeForm::Kind::clear && tally.far_epochs > 0 &&
        tally.far_epochs == tally.values && !counts_seconds(layout, type, role, tally.first_far))
      layout.notes.push_back({ReadingNoteKind::far_times, std::string(roles_of(type)[role].name),
                              time_text(tally.first_far->text), tally.first_far->text});
  }
  if (form.kind == TimeForm::Kind::ordered && form.order == DateOrder::day_first &&
      !form.order_given && !tally.day_first && tally.open)
    add(ReadingNoteKind::day_by_dots, tally.open->text);
}

void FormChoice::choose_mark(InputLayout& layout, EventType type) const {
  const MarkTally& marks = marks_[type];
  ValueForms& forms = layout.forms[type];
  forms.mark = options_.decimal              ? *options_.decimal
               : marks.commas > marks.points ? DecimalMark::comma
                                             : DecimalMark::point;
  forms.mark_known = options_.decimal || marks.points + marks.commas > 0;
  const auto add = [&](ReadingNoteKind kind, std::string_view role, const SeenValue& value) {
    layout.notes.push_back({kind, std::string(role), {}, value.text});
  };
  if (!options_.decimal && forms.mark == DecimalMark::comma)
    add(ReadingNoteKind::decimal_comma, marks.comma_role, marks.comma.value_or(SeenValue()));
  if (!forms.mark_known && marks.open)
    add(ReadingNoteKind::open_mark, marks.open_role, *marks.open);
}

Status FormChoice::choose(InputLayout& layout) {
  std::optional<Error> fault;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    ValueForms& forms = layout.forms[type];
    choose_mark(layout, type);
    const auto roles = roles_of(type);
    forms.blank_is_zero = options_.blank_is_zero && type == EventType::campaign_figures;
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const auto scale = options_.scales.find(roles[role].name);
      if (scale == options_.scales.end()) continue;
      forms.scales.resize(roles.size());
      forms.scales[role] = scale->second;
    }
    const std::size_t role = time_role(type);
    if (role >= tallies_[type].times.size()) continue;
    const bool day = value_kinds(type)[role] == ValueKind::day;
    Result<TimeForm> form = choose_time(type, role, day);
    if (!form && day && !request_.days_matter) {
      layout.notes.push_back(
          {ReadingNoteKind::days_unread, std::string(roles[role].name), {}, form.error().found});
      form = TimeForm();
    }
    if (!form) {
      if (!fault) fault = form.error();
      if (request_.required) return *fault;
      layout.feeds.erase(type);
      continue;
    }
    const TimeTally& tally = tallies_[type].times[role];
    const bool joined = joined_columns(layout, type, role) != nullptr &&
                        joined_columns(layout, type, role)->size() > 1;
    // A zone may follow the clock in one column, too, where it does everywhere.
    if (!day && (joined || (tally.zoned > 0 && tally.zoned == tally.values))) {
      form->zone_names = true;
      form->other_zones = request_.source_zone_given;
      const std::optional<SeenValue>& odd = tally.odd_zone;
      if (odd && !form->other_zones) {
        const Error error = error_of(ErrorKind::zone_abbreviation, type, role, *odd);
        if (request_.required) return error;
        if (!fault) fault = error;
        layout.feeds.erase(type);
        continue;
      }
    }
    note(layout, type, role, *form);
    form->utc = role < layout.matches[type].roles.size() && layout.matches[type].roles[role].utc;
    forms.times.resize(roles.size());
    forms.times[role] = *form;
    forms.other_days = day && tallies_[type].other_days;
  }
  if (fault && layout.feeds.empty()) return *fault;
  return Done{};
}

}  // namespace footfall
