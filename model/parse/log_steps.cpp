#include "model/parse/log_steps.h"

#include <algorithm>

#include "model/core/digit.h"
#include "model/parse/find_byte.h"

namespace footfall {
namespace {

bool stands_at(std::string_view line, std::size_t at, std::string_view text) {
  if (at > line.size() || line.size() - at < text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (line[at + i] != text[i]) return false;
  return true;
}

std::size_t find_text(std::string_view line, std::size_t at, std::string_view text) {
  for (at = find_byte(line, at, text[0]); at != kNotFound; at = find_byte(line, at + 1, text[0]))
    if (stands_at(line, at, text)) return at;
  return kNotFound;
}

// Only blanks stand from there to the end.
bool ends_at(std::string_view line, std::size_t at) {
  return at >= line.size() || (line.back() == ' ' && line.find_first_not_of(' ', at) == kNotFound);
}

bool is_number(std::string_view text) {
  if (text == "-") return true;
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; });
}

// What cannot stand where a part is sought, whatever else it is.
bool fits(LogField field, std::string_view text) {
  switch (field) {
    case LogField::number:  // -1 is a duration that never began
      return is_number(text.starts_with('-') && text.size() > 1 ? text.substr(1) : text);
    case LogField::bytes:
      return is_number(text);
    case LogField::status:
      return text == "-" || (text.size() <= 4 && !text.empty() &&
                             (is_digit(text[0]) || (text[0] == '-' && is_number(text.substr(1)))));
    case LogField::method:
      return !text.empty() && std::ranges::all_of(text, [](char c) {
        return static_cast<unsigned char>((c | 0x20) - 'a') < 26 || c == '-' || c == '_';
      });
    case LogField::time:
    case LogField::date:
    case LogField::client:
      return !text.empty();
    default:
      return true;
  }
}

std::string_view name_of(LogField field) {
  return field == LogField::word ? std::string_view("a word") : kLogFieldTable[field].name;
}

}  // namespace

std::size_t find_closing_quote(std::string_view line, std::size_t at) {
  // A quote behind an even number of backslashes is not escaped: they escape each other.
  for (std::size_t quote = line.find('"', at); quote != kNotFound;
       quote = line.find('"', quote + 1)) {
    std::size_t backslashes = 0;
    while (quote - backslashes > at && line[quote - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return quote;
  }
  return kNotFound;
}

bool leaves_quote_open(std::string_view line, std::size_t at) {
  for (std::size_t open = line.find(" \"", at); open != kNotFound; open = line.find(" \"", at)) {
    const std::size_t close = find_closing_quote(line, open + 2);
    if (close == kNotFound) return true;
    at = close + 1;
  }
  return false;
}

LogSteps::LogSteps(const LogDescription& description) {
  if (description.parts.empty()) return;
  front_ = description.texts.front();
  for (std::size_t i = 0; i < description.parts.size(); ++i) {
    const LogDescription::Part& part = description.parts[i];
    const std::string& before = description.texts[i];
    Step& step = steps_.emplace_back();
    step.field = part.field;
    step.blanks = part.blanks;
    step.text = description.texts[i + 1];
    step.optional = i >= description.optional_from;
    step.ends_optional = i + 1 >= description.optional_from;
    step.checked = step.field != LogField::word;
    step.quoted = before.ends_with('"') && step.text.starts_with('"');
    const bool bracketed = before.ends_with('[') || before.ends_with('(');
    // Without quotes what stands behind says where these end, or the two blanks that a request has.
    const bool spaced = step.field == LogField::agent || step.field == LogField::referrer ||
                        step.field == LogField::request;
    if (step.field == LogField::request && step.text.starts_with(' ')) step.blanks = 2;
    step.wordy = !step.quoted && !bracketed && step.blanks == 0 && step.field != LogField::user &&
                 step.field != LogField::time && !(spaced && !step.text.starts_with(' '));
    const bool next_is_time =
        i + 1 < description.parts.size() && description.parts[i + 1].field == LogField::time;
    if (step.quoted)
      step.until = Until::quote;
    else if (step.field == LogField::user && step.text == " [" && next_is_time)
      step.until = Until::time_behind_user;
    else if (step.text.empty())
      step.until = Until::line_end;
    else if (step.text == " " && step.blanks == 0)
      step.until = Until::blank;
    if (step.quoted && step.field == LogField::agent) agent_ = i;
  }
  for (std::size_t i = 0; i + 1 < steps_.size(); ++i) {
    steps_[i].word_next = steps_[i + 1].wordy;
    steps_[i].next = steps_[i + 1].field;
  }
}

// Inlined, as most steps are words.
[[gnu::always_inline]] inline std::size_t LogSteps::find_end(const Step& step,
                                                             std::string_view line, std::size_t at,
                                                             bool& inner, bool lenient) {
  if (step.until == Until::blank) return find_byte(line, at, ' ');
  if (step.until == Until::quote) {
    const std::size_t end = find_closing_quote(line, at);
    if (end != kNotFound && (step.text.size() == 1 ? end + 1 == line.size() || line[end + 1] == ' '
                                                   : stands_at(line, end, step.text))) [[likely]]
      return end;
  }
  return find_other_end(step, line, at, inner, lenient);
}

bool LogSteps::fits_behind(const Step& step, std::string_view line, std::size_t at) {
  if (!step.word_next) return true;
  const std::string_view word = line.substr(at, find_byte(line, at, ' ') - at);
  return !word.ends_with('"') && (step.next != LogField::number || fits(step.next, word));
}

std::size_t LogSteps::find_other_end(const Step& step, std::string_view line, std::size_t at,
                                     bool& inner, bool lenient) {
  switch (step.until) {
    case Until::blank:
      return kNotFound;
    case Until::text: {
      std::size_t end = find_text(line, at, step.text);
      for (std::size_t i = 0; i < step.blanks && end != kNotFound && step.text[0] == ' '; ++i)
        end = find_text(line, end + 1, step.text);
      return end;
    }
    case Until::quote:
      for (std::size_t end = find_closing_quote(line, at); end != kNotFound;
           end = find_closing_quote(line, end + 1)) {
        const bool last = step.text.size() == 1;
        if (!last && stands_at(line, end, step.text) &&
            fits_behind(step, line, end + step.text.size()))
          return end;
        // Where nothing need follow, a blank behind the quote ends the part, whatever is there.
        if (last || step.ends_optional) {
          if (ends_at(line, end + 1)) return end;
          if (line[end + 1] == ' ') return last || lenient ? end : kNotFound;
        }
        inner = true;
      }
      return kNotFound;
    case Until::time_behind_user: {
      // An empty user takes one of the blanks around it with it.
      if (at < line.size() && line[at] == '[' && at > 0 && line[at - 1] == ' ') return at - 1;
      std::size_t first = kNotFound;
      for (std::size_t end = find_text(line, at, " ["); end != kNotFound;
           end = find_text(line, end + 1, " [")) {
        if (first == kNotFound) first = end;
        if (end + 2 < line.size() && is_digit(line[end + 2])) return end;
      }
      return first;
    }
    case Until::line_end: {
      // More parts may come; words that do not matter take them in.
      const std::size_t blank = step.checked && step.wordy ? find_byte(line, at, ' ') : kNotFound;
      return std::min(blank, line.size());
    }
  }
  return kNotFound;
}

// Reads the parts from `first` to in front of `stop`; the first of them begins at `at`.
bool LogSteps::forward(std::string_view line, std::size_t first, std::size_t at, std::size_t stop,
                       LogLine& parts, LogExtent& extent, bool& inner, bool lenient) const {
  for (std::size_t i = first; i < stop; ++i) {
    const Step& step = steps_[i];
    if (step.until == Until::blank && step.wordy && at < line.size()) [[likely]] {
      while (i > 0 && line[at] == ' ' && at + 1 < line.size()) ++at;
      const std::size_t end = find_byte(line, at, ' ');
      if (end != kNotFound) [[likely]] {
        if (step.checked) {
          const std::string_view part = line.substr(at, end - at);
          if (!fits(step.field, part)) {
            extent.read = at;
            extent.wanted = name_of(step.field);
            return false;
          }
          parts.parts[step.field] = part;
        }
        at = end + 1;
        continue;
      }
    }
    extent.read = std::min(at, line.size());
    if (step.optional && step.wordy && ends_at(line, at)) {
      extent.read = line.size();
      return true;
    }
    if (step.wordy && i > 0)
      while (at < line.size() && line[at] == ' ') ++at;
    if (at > line.size()) at = line.size();
    std::size_t end = find_end(step, line, at, inner, lenient);
    bool ends = false;  // the line ends in place of what may be missing
    if (end == kNotFound && !step.quoted && step.ends_optional &&
        (i + 1 < steps_.size() || step.text.empty())) {
      end = line.size();
      ends = true;
    }
    if (end == kNotFound) {
      extent.wanted = step.text;
      extent.unclosed = step.quoted && find_closing_quote(line, at) == kNotFound;
      return false;
    }
    // A user that is empty, and whose blank was taken for both.
    std::string_view part = end < at ? line.substr(at, 0) : line.substr(at, end - at);
    if (step.wordy && ends) {
      // What is behind the part is no part of it.
      const std::size_t blank = part.find(' ');
      if (blank != kNotFound) part = part.substr(0, blank);
    }
    const bool spaced =
        step.wordy && step.until != Until::blank && find_byte(part, 0, ' ') != kNotFound;
    const bool list = step.field == LogField::client || step.field == LogField::forwarded ||
                      step.until == Until::line_end || step.field == LogField::word;
    if ((step.checked && !fits(step.field, part)) || (spaced && !list)) {
      extent.wanted = name_of(step.field);
      return false;
    }
    if (step.field != LogField::word) parts.parts[step.field] = part;
    // What was to follow does not.
    const bool alone = lenient && step.quoted && step.ends_optional;
    at = end + (alone ? 1 : step.text.size());
    const bool closed_end = step.quoted && step.text.size() > 1 && ends_at(line, end + 1);
    if (ends || closed_end) {
      extent.read =
          ends ? static_cast<std::size_t>(part.data() + part.size() - line.data()) : line.size();
      extent.whole = i + 1 >= steps_.size();
      return true;
    }
  }
  extent.read = std::min(at, line.size());
  extent.whole = stop == steps_.size();
  return true;
}

// The agent is what the parts in front of it and those behind it leave.
bool LogSteps::from_both_ends(std::string_view line, LogLine& parts, LogExtent& extent) const {
  std::size_t stop = line.size();
  for (std::size_t i = steps_.size(); i-- > agent_ + 1;) {
    const Step& step = steps_[i];
    if (!line.substr(0, stop).ends_with(step.text)) return false;
    const std::size_t end = stop - step.text.size();
    const std::string& before = steps_[i - 1].text;
    const std::size_t begin = line.substr(0, end).rfind(before);
    if (begin == kNotFound) return false;
    const std::size_t at = begin + before.size();
    if (at > end) return false;
    const std::string_view part = line.substr(at, end - at);
    if (!fits(step.field, part) || (step.wordy && part.find(' ') != kNotFound)) return false;
    if (step.field != LogField::word) parts.parts[step.field] = part;
    stop = begin + before.size();
  }
  const std::string& behind = steps_[agent_].text;
  std::size_t end = kNotFound;
  if (agent_ + 1 == steps_.size()) {
    end = line.rfind('"');
  } else if (stop >= behind.size()) {
    end = stop - behind.size();
  }
  bool inner = false;
  if (end == kNotFound || !stands_at(line, 0, front_) ||
      !forward(line, 0, front_.size(), agent_, parts, extent, inner, false))
    return false;
  if (extent.read > end) return false;
  // What looks like the end of one part and the front of another is that.
  if (agent_ + 1 < steps_.size() &&
      line.substr(extent.read, end - extent.read).find("\" \"") != kNotFound)
    return false;
  parts.parts[LogField::agent] = line.substr(extent.read, end - extent.read);
  extent.read = agent_ + 1 == steps_.size() ? end + 1 : line.size();
  extent.whole = true;
  return true;
}

bool LogSteps::read(std::string_view line, LogLine& parts, LogExtent& extent) const {
  if (!read_parts(line, parts, extent)) return false;
  if (extent.read >= line.size() || !leaves_quote_open(line, extent.read)) return true;
  extent.unclosed = true;
  extent.wanted = "\"";
  return false;
}

bool LogSteps::read_parts(std::string_view line, LogLine& parts, LogExtent& extent) const {
  extent = {};
  parts = {};
  if (steps_.empty() || !stands_at(line, 0, front_)) {
    extent.wanted = front_;
    return false;
  }
  bool inner = false;
  const bool done = forward(line, 0, front_.size(), steps_.size(), parts, extent, inner, false);
  if ((done && !inner) || agent_ == SIZE_MAX) [[likely]]
    return done;
  LogLine others;
  LogExtent other;
  if (extent.read > 0 && from_both_ends(line, others, other)) {
    parts = others;
    extent = other;
    return true;
  }
  if (done || extent.unclosed) return done;
  // Parts that may be missing, and others stand in their place.
  const LogExtent failed = extent;
  std::size_t needed = 0;
  while (needed < steps_.size() && !steps_[needed].ends_optional) ++needed;
  if (needed >= steps_.size()) return false;
  parts = {};
  inner = false;
  const std::size_t agent_end = agent_ + 1;
  for (const std::size_t stop : {agent_end, needed + 1}) {
    if (stop < needed + 1) continue;
    LogExtent shorter;
    LogLine some;
    if (forward(line, 0, front_.size(), stop, some, shorter, inner, true)) {
      parts = some;
      extent = shorter;
      extent.whole = false;
      return true;
    }
    if (shorter.unclosed) {
      extent = shorter;
      return false;
    }
  }
  extent = failed;
  return false;
}

}  // namespace footfall
