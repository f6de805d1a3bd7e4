#include "model/parse/log_reader.h"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "model/parse/find_byte.h"
#include "model/parse/log_client.h"
#include "model/parse/log_steps.h"

namespace footfall {
namespace {

// Four groups of digits, as most clients are: no port, no name, no time.
bool has_three_dots(unsigned dots) {
  const unsigned two = dots & (dots - 1);
  const unsigned one = two & (two - 1);
  return one != 0 && (one & (one - 1)) == 0;
}
bool is_digits_and_dots(std::string_view host) {
  return host.size() <= 15 &&
         std::ranges::all_of(host, [](char c) { return c >= '.' && c <= '9'; }) &&
         std::ranges::count(host, '.') == 3;
}
// The same where 16 bytes can be read.
bool is_plain_address(std::string_view host) {
#ifdef __SSE2__
  if (host.size() > 15) return false;
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(host.data()));
  // '.', '/' and the digits stand in a row.
  const __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8('.'));
  const __m128i fits = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(11)), above);
  const unsigned inside = (1U << host.size()) - 1U;
  const auto dots =
      static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(above, _mm_setzero_si128())));
  return (~static_cast<unsigned>(_mm_movemask_epi8(fits)) & inside) == 0 &&
         has_three_dots(dots & inside);
#else
  return is_digits_and_dots(host);
#endif
}

bool is_odd_front(std::string_view line) {
  const auto first = static_cast<unsigned char>(line.front());
  return first < 0x20 || first == 0xEF;
}

std::string_view leftmost(std::string_view client) {
  return client.substr(0, std::min(client.find(','), client.size()));
}

std::string_view present(std::string_view text) { return text == "-" ? std::string_view() : text; }

// Of a line that read_access_log_line() read: what stands between the time and the target.
std::string_view method_of(const Field* fields) {
  if (fields[kLogPage].kind != FieldKind::text) return {};
  const std::string_view time = fields[kLogTime].text;
  const char* const request = time.data() + time.size() + 3;
  const auto length = static_cast<std::size_t>(fields[kLogPage].text.data() - request);
  // As most are.
  if (length == 4 && std::memcmp(request, "GET ", 4) == 0) [[likely]]
    return {request, 3};
  return request_method({request, length});
}

void take_answer(const LogAnswer& answer, Field* fields) {
  const auto value = [](std::string_view part) {
    return part.empty() || part == "-" ? Field() : Field{part, FieldKind::text};
  };
  fields[kLogStatus] = value(answer.status);
  fields[kLogBytes] = value(answer.bytes);
}

}  // namespace

bool client_fits(std::string_view line, std::string_view client) {
  const std::string_view first = without_port(leftmost(client));
  if (is_digits_and_dots(first) || is_address(first) || first.starts_with("unix:")) return true;
  if (first == "-" && client.data() != line.data()) return false;
  if (first.empty() || first.find_first_of(" \"[]{}()<>|=") != kNotFound) return false;
  // A time or another number is no name.
  const bool letters = std::ranges::any_of(
      first, [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; });
  if (first[0] >= '0' && first[0] <= '9' && (!letters || first.find(':') != kNotFound))
    return false;
  // The word behind it, or all in front of the time.
  const auto end = static_cast<std::size_t>(client.data() - line.data()) + client.size();
  const std::size_t time = line.find('[', end);
  for (std::size_t at = end;;) {
    const std::size_t begin = std::min(line.find_first_not_of(' ', at), line.size());
    at = std::min(line.find(' ', begin), line.size());
    if (is_address(without_port(line.substr(begin, at - begin)))) return false;
    if (time == kNotFound || at >= time) return true;
  }
}

LogLineReader::LogLineReader(std::shared_ptr<const LogPlan> plan, bool answers)
    : plan_(std::move(plan)),
      format_(*plan_->format),
      way_(format_.way()),
      fast_(way_ == LogFormat::Way::combined && plan_->prefixes.empty() &&
            plan_->cleaning.nothing()),
      answers_(answers),
      cleans_(!plan_->cleaning.leave_out.empty() || !plan_->cleaning.statuses.empty()),
      classes_(plan_->row_classes),
      cleaner_(plan_->cleaning) {}

void LogLineReader::begin_chunk(const Chunk& chunk) {
  texts_.reset();
  if (way_ == LogFormat::Way::header) names_ = plan_->names->before(chunk.offset);
  if (way_ == LogFormat::Way::json) json_.begin(format_.json());
}

std::string_view LogLineReader::joined(std::string_view a, std::string_view between,
                                       std::string_view b, std::string_view end) {
  const std::size_t size = a.size() + between.size() + b.size() + end.size();
  char* const begin = texts_.allocate(size);
  char* to = begin;
  for (const std::string_view part : {a, between, b, end}) {
    if (!part.empty()) std::memcpy(to, part.data(), part.size());
    to += part.size();
  }
  return {begin, size};
}

void LogLineReader::take_members(const Field* values) {
  parts_ = {};
  const std::vector<LogField>& fields = format_.json_parts();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (values[i].kind != FieldKind::text && values[i].kind != FieldKind::number) continue;
    std::string_view& part = parts_.parts[fields[i]];
    if (part.empty() || part == "-") part = values[i].text;
  }
}

bool LogLineReader::read_from(std::string_view line, LogExtent& extent) {
  switch (way_) {
    case LogFormat::Way::header:
      extent = {};
      if (names_ == nullptr || !read_named_line(*names_, line, parts_)) {
        extent.wanted = names_ == nullptr  ? std::string_view(format_.description().header)
                        : names_->complete ? std::string_view("the number of columns named")
                                           : std::string_view("columns that a visit needs");
        return false;
      }
      extent.read = line.size();
      extent.whole = true;
      return true;
    case LogFormat::Way::json: {
      extent = {};
      extent.wanted = "a JSON object of this format";
      if (!line.starts_with('{')) return false;
      json_line_.assign(line);
      json_line_ += '\n';
      json_line_.append(kChunkPadding, '\0');
      const char* const begin = json_line_.data();
      const char* const end = json_.parse(begin);
      if (end == nullptr || json::skip_blanks(end) < begin + line.size()) return false;
      take_members(json_.fields());
      const auto has = [&](LogField a, LogField b) { return parts_.has(a) || parts_.has(b); };
      if (!parts_.has(LogField::time) || !has(LogField::client, LogField::forwarded) ||
          !has(LogField::target, LogField::request))
        return false;
      // The line's copy does not last.
      for (std::string_view& part : parts_.parts)
        if (!part.empty() && part.data() >= begin && part.data() < begin + json_line_.size())
          part = joined(part, {}, {});
      extent.read = line.size();
      extent.whole = true;
      return true;
    }
    case LogFormat::Way::combined: {
      // The reader by hand has the last word.
      std::array<Field, kLogFields> fields;
      if (!format_.steps().read(line, parts_, extent)) return false;
      if (read_access_log_line(line, fields)) return true;
      extent.wanted = "\"";
      return false;
    }
    default:
      if (!format_.steps().read(line, parts_, extent)) return false;
      if (std::string_view& client = parts_.parts[LogField::client];
          format_.description().client_has_port) {
        if (client.find(':') == kNotFound) {
          extent.wanted = "a client's port";
          extent.read = 0;
          return false;
        }
        client = without_sure_port(client);
      }
      take_address_for_host(line);
      return true;
  }
}

// Of a host and a client that stand the other way round, the address is the client's.
void LogLineReader::take_address_for_host(std::string_view line) {
  std::string_view& client = parts_.parts[LogField::client];
  std::string_view& host = parts_.parts[LogField::host];
  if (host.data() != line.data() || client.empty() || client == "-" || is_plain_address(client))
    return;
  if (is_address(without_port(host)) && !is_address(without_port(leftmost(client))))
    std::swap(host, client);
}

bool LogLineReader::read_parts(std::string_view line, const LogFront& front, LogExtent& extent,
                               std::size_t& taken) {
  // The furthest of those that fail.
  LogExtent failed;
  bool first = true;
  for (std::size_t i = front.pieces + 1; i-- > 0;) {
    const std::string_view text = line.substr(front.begins[i]);
    if (!text.empty() && read_from(text, extent)) {
      const bool by_place = way_ == LogFormat::Way::steps || way_ == LogFormat::Way::combined;
      const std::string_view client = parts_[LogField::client];
      if (!by_place || client.data() == nullptr || is_plain_address(client) ||
          client_fits(text, parts_[LogField::client])) {
        taken = i;
        return true;
      }
      extent.wanted = "a client's address";
      extent.read = 0;
    }
    if (first || front.begins[i] + extent.read > failed.read) {
      failed = extent;
      failed.read += front.begins[i];
      first = false;
    }
  }
  extent = failed;
  return false;
}

std::string_view LogLineReader::client() const {
  if (plan_->client == LogClient::forwarded) {
    const std::string_view first = first_forwarded(parts_[LogField::forwarded]);
    if (!first.empty()) return first;
  }
  return present(without_port(leftmost(parts_[LogField::client])));
}

void LogLineReader::clean(std::string_view method, std::string_view status, std::string_view target,
                          Field* fields) {
  const std::string_view agent = fields[kLogAgent].text;
  const FilterReason reason =
      cleans_ ? cleaner_.reason(present(method), status, target, agent) : FilterReason::end;
  fields[kLogLeftOut] = classes_ && reason == FilterReason::end
                            ? log_class_field(cleaner_.row_class(present(method), status, agent))
                            : log_left_out_field(reason);
}

// `11/Mar/2025:22:15:00.655 +0100`: a fraction means nothing, and readers are quick without it.
std::string_view LogLineReader::without_fraction(std::string_view time) {
  constexpr std::size_t kSeconds = 20;
  // Seconds since 1970.
  if (time.size() > 11 && time[10] == '.' &&
      time.substr(0, 10).find_first_not_of("0123456789") == kNotFound &&
      time.find_first_not_of("0123456789", 11) == kNotFound)
    return time.substr(0, 10);
  if (time.size() <= kSeconds || time[2] != '/' || time[11] != ':' ||
      (time[kSeconds] != '.' && time[kSeconds] != ','))
    return time;
  const std::size_t end = std::min(time.find_first_not_of("0123456789", kSeconds + 1), time.size());
  if (end == kSeconds + 1) return time;
  return end == time.size() ? time.substr(0, kSeconds)
                            : joined(time.substr(0, kSeconds), {}, time.substr(end));
}

LogLineKind LogLineReader::finish(Field* fields) {
  const auto text = [](std::string_view value) { return Field{value, FieldKind::text}; };
  std::string_view time = parts_[LogField::time];
  if (parts_.has(LogField::offset))
    time = joined(without_fraction(time), time.size() > 2 && time[2] == '/' ? " " : "",
                  parts_[LogField::offset]);
  if (parts_.has(LogField::date)) time = joined(parts_[LogField::date], " ", time, "Z");
  fields[kLogTime] = text(without_fraction(time));
  fields[kLogHost] = text(client());
  fields[kLogAgent] = text(parts_[LogField::agent]);
  std::string_view method = parts_[LogField::method];
  std::string_view target = present(parts_[LogField::target]);
  std::string_view written = parts_[LogField::target];
  if (target.empty() && parts_.has(LogField::request)) {
    written = parts_[LogField::request];
    target = request_target(written);
    if (method.empty() && target.data() != nullptr) method = request_method(written);
  }
  if (target.empty()) {
    fields[kLogPage] = {written, FieldKind::no_target};
  } else {
    const std::string_view query = present(parts_[LogField::query]);
    if (!query.empty()) target = joined(target, query[0] == '?' ? "" : "?", query);
    fields[kLogPage] = text(cleaner_.page(target, texts_));
  }
  fields[kLogLeftOut] = {};
  if (cleans_ || classes_) clean(method, parts_[LogField::status], target, fields);
  if (answers_) {
    const auto answer = [&](std::string_view value) {
      value = present(value);
      return value.empty() ? Field() : text(value);
    };
    fields[kLogStatus] = answer(parts_[LogField::status]);
    fields[kLogBytes] = answer(parts_[LogField::bytes]);
  } else {
    fields[kLogStatus] = {};
    fields[kLogBytes] = {};
  }
  return LogLineKind::row;
}

LogLineKind LogLineReader::read_members(const Field* values, Field* fields) {
  take_members(values);
  // A target or a client that is null is missing; the object is a line all the same.
  const bool any = parts_.has(LogField::client) || parts_.has(LogField::forwarded) ||
                   parts_.has(LogField::target) || parts_.has(LogField::request);
  return any && parts_.has(LogField::time) ? finish(fields) : LogLineKind::malformed;
}

LogLineKind LogLineReader::read(std::string_view line, bool cut, Field* fields) {
  if (fast_ && !cut && !is_odd_front(line)) [[likely]] {
    if (read_access_log_line(line, fields) && is_plain_address(fields[kLogHost].text)) [[likely]] {
      fields[kLogLeftOut] = {};
      if (answers_ || classes_) {
        const LogAnswer answer = read_log_answer(line, fields);
        if (classes_)
          fields[kLogLeftOut] = log_class_field(cleaner_.row_class(
              present(method_of(fields)), answer.status, fields[kLogAgent].text));
        if (answers_) take_answer(answer, fields);
      }
      return LogLineKind::row;
    }
  }
  if (way_ == LogFormat::Way::header) {
    const std::string_view text = line.substr(marks_before(line));
    if (LogNamesPtr names = read_log_names(format_.description(), text)) {
      names_ = std::move(names);
      return LogLineKind::left_out;
    }
    if (text.starts_with('#')) return LogLineKind::left_out;
  }
  if (way_ != LogFormat::Way::combined) {
    LogExtent extent;
    std::size_t taken = 0;
    // Without prefixes a line is read as it is, first of all.
    const bool plain = plan_->prefixes.empty() && !is_odd_front(line);
    if (!(plain && read_parts(line, LogFront(), extent, taken)) &&
        !read_parts(line, log_front(line), extent, taken))
      return LogLineKind::malformed;
    if (cut && plan_->tail == LogPlan::Tail::whole && !extent.whole) return LogLineKind::malformed;
    return finish(fields);
  }
  const LogFront front = log_front(line);
  for (std::size_t i = front.pieces + 1; i-- > 0;) {
    const std::string_view one = line.substr(front.begins[i]);
    if (one.empty() || !read_access_log_line(one, fields) ||
        !client_fits(one, fields[kLogHost].text))
      continue;
    const bool wants_answer = cut || cleans_ || answers_ || classes_;
    const LogAnswer answer = wants_answer ? read_log_answer(one, fields) : LogAnswer();
    if (cut && (plan_->tail == LogPlan::Tail::whole    ? fields[kLogAgent].text.data() == nullptr
                : plan_->tail == LogPlan::Tail::answer ? answer.bytes.empty()
                                                       : false))
      return LogLineKind::malformed;
    // "-" is a host that a server did not know, and counts as one in this format.
    fields[kLogHost].text = without_port(leftmost(fields[kLogHost].text));
    fields[kLogLeftOut] = {};
    if (cleans_ || classes_) {
      const bool target = fields[kLogPage].kind == FieldKind::text;
      clean(method_of(fields), answer.status, target ? fields[kLogPage].text : std::string_view(),
            fields);
    }
    if (fields[kLogPage].kind == FieldKind::text)
      fields[kLogPage].text = cleaner_.page(fields[kLogPage].text, texts_);
    take_answer(answer, fields);
    return LogLineKind::row;
  }
  return LogLineKind::malformed;
}

}  // namespace footfall
