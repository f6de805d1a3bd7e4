#include "model/report/filter.h"

#include "model/core/decimal.h"
#include "model/core/timestamp.h"

namespace footfall {

std::optional<TimeBound> parse_time_bound(std::string_view text) {
  text = trim_blanks(text);
  Day day = 0;
  if (parse_date(text, day)) return TimeBound{day * kSecondsPerDay, {}};
  TimestampParser parser{TimeZone()};
  Instant instant;
  if (!parser.parse(text, instant)) return std::nullopt;
  // `YYYY-MM-DDTHH:MM` is as short as a reading gets, and its date holds the only other minus
  // signs.
  constexpr std::size_t kShortest = 16;
  const bool reading = text.size() >= kShortest && text[4] == '-';
  if (!reading) return TimeBound{instant.seconds, instant.seconds};
  const std::size_t offset = text.find_first_of("Zz+-", kShortest);
  if (offset == std::string_view::npos) return TimeBound{instant.seconds, {}};
  Instant civil;
  if (!parser.parse(text.substr(0, offset), civil)) return std::nullopt;
  return TimeBound{civil.seconds, instant.seconds};
}

std::vector<std::string> ignored_filters(ReportKind kind, const Filter& filter) {
  std::vector<std::string> ignored;
  const auto note = [&](bool given, bool answered, const char* option) {
    if (given && !answered) ignored.emplace_back(option);
  };
  const bool timed = kind != ReportKind::user_activity;
  note(filter.from.has_value(), timed, "--from");
  note(filter.to.has_value(), timed, "--to");
  note(!filter.pages.empty(), kind == ReportKind::hourly_visitors, "--page");
  note(!filter.customers.empty(), kind == ReportKind::customer_report, "--customer");
  note(!filter.campaigns.empty(), kind == ReportKind::campaign_ranking, "--campaign");
  note(!filter.users.empty(), kind == ReportKind::user_activity, "--user");
  return ignored;
}

}  // namespace footfall
