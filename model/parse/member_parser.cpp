#include "model/parse/member_parser.h"

#include <algorithm>

#include "model/parse/json_scanner.h"

namespace footfall {
namespace {

constexpr std::size_t kNoMember = static_cast<std::size_t>(-1);
constexpr unsigned kValueDepth = 2;  // the row's object has depth 1

}  // namespace

void MemberParser::begin(const MemberLayout::Keys& keys) {
  texts_.reset();
  if (begun_) return;
  begun_ = true;
  collect_ = keys.collect;
  columns_ = keys.columns;
  for (std::size_t i = 0; i < columns_.size(); ++i) index_.emplace(columns_[i].key, i);
  fields_.resize(columns_.size());
}

std::size_t MemberParser::column_of(std::string_view key, std::size_t expected) {
  if (expected < columns_.size() && columns_[expected].key == key) return expected;
  if (const auto found = index_.find(key); found != index_.end()) return found->second;
  if (!collect_) {
    if (unknown_.empty()) unknown_ = key;
    return kNoMember;
  }
  if (columns_.size() > kMostColumns) return kNoMember;
  columns_.push_back({std::string(key), false});
  index_.emplace(key, columns_.size() - 1);
  fields_.emplace_back();
  return columns_.size() - 1;
}

const char* MemberParser::parse(const char* p) {
  const std::size_t known = columns_.size();
  p = read_object(p);
  // What is no row brings no columns.
  while (p == nullptr && columns_.size() > known) {
    index_.erase(columns_.back().key);
    columns_.pop_back();
    fields_.pop_back();
  }
  return p;
}

const char* MemberParser::read_object(const char* p) {
  std::fill(fields_.begin(), fields_.end(), Field());
  unknown_.clear();
  p = json::skip_blanks(p + 1);
  if (*p == '}') return p + 1;
  for (std::size_t expected = 0;;) {
    if (*p != '"') return nullptr;
    const char* const end = json::find_string_end(p + 1);
    if (end == nullptr) return nullptr;
    std::string_view key(p + 1, static_cast<std::size_t>(end - p - 1));
    if (key.find('\\') != std::string_view::npos) {
      key_.resize(key.size());
      key_.resize(json::unescape(key, key_.data()));
      key = key_;
    }
    p = json::skip_blanks(end + 1);
    if (*p != ':') return nullptr;
    p = json::skip_blanks(p + 1);
    const std::size_t column = column_of(key, expected);
    if (column == kNoMember) {
      p = json::skip_value(p, kValueDepth);
    } else {
      expected = column + 1;
      const bool nested = *p == '{' || *p == '[';
      p = read_value(p, columns_[column].json && !collect_, fields_[column]);
      if (collect_ && nested && p != nullptr) columns_[column].json = true;
    }
    if (p == nullptr) return nullptr;
    p = json::skip_blanks(p);
    if (*p == '}') return p + 1;
    if (*p != ',') return nullptr;
    p = json::skip_blanks(p + 1);
  }
}

const char* MemberParser::read_value(const char* p, bool as_json, Field& field) {
  const char* const begin = p;
  if (*p == 'n') {
    field = {};
    return json::skip_literal(p);
  }
  if (*p == '"') {
    const char* const end = json::find_string_end(p + 1);
    if (end == nullptr) return nullptr;
    const std::string_view content(p + 1, static_cast<std::size_t>(end - p - 1));
    if (as_json) {
      field = {{begin, content.size() + 2}, FieldKind::wrong_type};
    } else if (content.find('\\') == std::string_view::npos) {
      field = {content, FieldKind::text};
    } else {
      char* const text = texts_.allocate(content.size());
      field = {{text, json::unescape(content, text)}, FieldKind::text};
    }
    return end + 1;
  }
  const bool number = *p == '-' || is_digit(*p);
  p = json::skip_value(p, kValueDepth);
  if (p == nullptr) return nullptr;
  field = {{begin, static_cast<std::size_t>(p - begin)},
           number && !as_json ? FieldKind::number : FieldKind::wrong_type};
  return p;
}

}  // namespace footfall
