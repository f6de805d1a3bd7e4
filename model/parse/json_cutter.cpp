#include "model/parse/json_cutter.h"

#include <utility>

namespace footfall {
namespace {

using Form = JsonShape::Form;

constexpr std::size_t kShownText = 40;

Error broken_at(std::uint64_t offset, std::string_view text) {
  return {
      ErrorKind::broken_json, {}, std::to_string(offset), std::string(text.substr(0, kShownText))};
}

// What begins at `begin`, where that is known, is open at the end.
Error cut_short(std::uint64_t end, std::string begin) {
  return {ErrorKind::cut_json, {}, std::move(begin), std::to_string(end)};
}

}  // namespace

JsonCutter::JsonCutter(const JsonShape& shape, std::size_t record_limit)
    : RecordCutter(record_limit), shape_(shape), in_array_(true) {
  // The array of `member` is in an object that is open.
  if (shape.form == Form::member) open_ = "{";
  array_seen_ = true;
}

std::size_t JsonCutter::last_record_end(std::string_view text) {
  const Result<Cut> found = cut(text, 0, false);
  return found ? found->end : 0;
}

Result<Cut> JsonCutter::cut(std::string_view text, std::uint64_t offset, bool ended) {
  return in_array_ ? cut_records(text, offset, ended) : cut_between(text, offset, ended);
}

Result<Cut> JsonCutter::cut_records(std::string_view text, std::uint64_t offset, bool ended) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const auto at = [begin](const char* p) { return static_cast<std::size_t>(p - begin); };
  if (broken_) return broken_at(offset, text);
  std::size_t safe = 0;
  const char* p = begin + looked_at_;
  while (p < end) {
    if (nesting_.open()) {
      const JsonNesting::Stop stop = nesting_.scan(p, end);
      if (stop == JsonNesting::Stop::mismatch) return broken_at(offset + at(p), {p, end});
      if (stop == JsonNesting::Stop::closed) safe = at(p);
      continue;
    }
    p = skip_between_records(p, end);
    safe = at(p);
    if (p == end) break;
    record_at_ = offset + at(p);
    if (*p == '{' || *p == '[') {
      nesting_.begin();
      static_cast<void>(nesting_.scan(p, p + 1));
    } else if (*p == ']' && shape_.form != Form::objects) {
      in_array_ = false;
      looked_at_ = 0;
      return Cut{at(p) + 1, true};
    } else if (*p == ']' || *p == '}') {
      return broken_at(offset + at(p), {p, end});
    } else {
      const char* const stop = JsonStray().scan(p, end);
      if (stop == end && !ended) break;
      p = stop;
    }
  }
  if (ended) {
    const std::uint64_t last = offset + text.size();
    if (nesting_.open()) return cut_short(last, std::to_string(record_at_));
    if (shape_.form != Form::objects) return cut_short(last, {});
    return Cut{text.size(), true};
  }
  looked_at_ = at(p) - safe;
  return Cut{safe, true};
}

Result<Cut> JsonCutter::cut_between(std::string_view text, std::uint64_t offset, bool ended) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!step_between(text[i])) return broken_at(offset + i, text.substr(i));
    if (in_array_) return Cut{i + 1, false};
  }
  if (ended && !open_.empty()) return cut_short(offset + text.size(), {});
  return Cut{text.size(), false};
}

bool JsonCutter::step_between(char c) {
  if (in_string_) {
    const bool closes = c == '"' && !escaped_;
    escaped_ = c == '\\' && !escaped_;
    if (closes) {
      in_string_ = false;
    } else if (open_.size() == 1 && key_.size() <= shape_.member.size()) {
      key_ += c;
    }
    return true;
  }
  if (open_.empty()) {
    if (c == '[' && shape_.form == Form::array) {
      in_array_ = true;
      return true;
    }
    if (c == '{' && shape_.form == Form::member) {
      open_ = "{";
      array_seen_ = valued_ = false;
      key_.clear();
      return true;
    }
    // The last three are a byte-order mark, which may be cut.
    return std::string_view(" \n\r\t,\0\xEF\xBB\xBF", 9).find(c) != std::string_view::npos;
  }
  switch (c) {
    case '"':
      in_string_ = true;
      if (open_.size() == 1) key_.clear();
      break;
    case ':':
      if (open_.size() == 1) valued_ = true;
      break;
    case ',':
      if (open_.size() == 1) valued_ = false;
      break;
    case '[':
      if (open_.size() == 1 && valued_ && !array_seen_ && key_ == shape_.member) {
        array_seen_ = in_array_ = true;
        return true;
      }
      [[fallthrough]];
    case '{':
      open_ += c;
      break;
    case '}':
    case ']':
      // In ASCII a closing bracket stands two behind the opening one.
      if (open_.back() + 2 != c) return false;
      open_.pop_back();
      break;
    default:
      break;
  }
  return true;
}

void JsonCutter::begin_overlong(std::string_view front) {
  const char* p = front.data();
  const char* const end = p + front.size();
  nesting_.begin();
  stray_.reset();
  looked_at_ = 0;
  if (*p != '{' && *p != '[') {
    stray_.emplace();
    static_cast<void>(stray_->scan(p, end));
  } else if (nesting_.scan(p, end) == JsonNesting::Stop::mismatch) {
    broken_ = true;
  }
}

std::size_t JsonCutter::overlong_end(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  if (broken_) return 0;
  if (stray_) {
    p = stray_->scan(p, end);
    return p == end ? std::string_view::npos : static_cast<std::size_t>(p - text.data());
  }
  const JsonNesting::Stop stop = nesting_.scan(p, end);
  if (stop == JsonNesting::Stop::end_of_text) return std::string_view::npos;
  broken_ = stop == JsonNesting::Stop::mismatch;
  return static_cast<std::size_t>(p - text.data());
}

}  // namespace footfall
