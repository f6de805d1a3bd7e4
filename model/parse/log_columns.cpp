#include "model/parse/log_columns.h"

#include "model/core/decimal.h"

namespace footfall {
namespace {

// "06/Jan/2025:10:58:58 +0100", which is known to be a time, as "2025-01-06T10:58:58+0100".
void rewrite_time(std::string_view text, std::string& out) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t month = kMonths.find(text.substr(3, 3)) / 3 + 1;
  out.assign(text.substr(7, 4));
  out += month < 10 ? "-0" : "-1";
  out += static_cast<char>('0' + month % 10);
  out += '-';
  out += text.substr(0, 2);
  out += 'T';
  out += text.substr(12, 8);
  if (text.size() > 21) out += text.substr(21);
}

}  // namespace

const LogColumns::Fields& LogColumns::read(const Field* line, std::string_view record) {
  const std::string_view text = trim_blanks(line[kLogTime].text);
  Instant instant;
  if (text.empty()) {
    time_.clear();
  } else if (times_.parse_log(text, instant)) {
    rewrite_time(text, time_);
  } else if (times_.parse(text, instant)) {
    time_.assign(text);
  } else {
    // Written in another form it could be a time of its own.
    time_.assign("[").append(text) += ']';
  }
  visitor_.assign(line[kLogHost].text).append(" ").append(line[kLogAgent].text);
  const auto value = [](std::string_view bytes) { return Field{bytes, FieldKind::text}; };
  const bool target = line[kLogPage].kind != FieldKind::no_target;
  fields_ = {value(time_),
             target ? value(line[kLogPage].text) : Field(),
             value(visitor_),
             value(line[kLogHost].text),
             value(line[kLogAgent].text),
             line[kLogStatus],
             line[kLogBytes],
             value(record)};
  return fields_;
}

}  // namespace footfall
