#include "model/parse/json_row.h"

#include <algorithm>

namespace footfall {

char* TextArena::allocate(std::size_t bytes) {
  constexpr std::size_t kBlockBytes = 64 * 1024;
  constexpr std::size_t kPadding = 16;  // readable behind every piece, as field.h asks
  if (blocks_.empty() || blocks_.back().size - used_ < bytes + kPadding) {
    const std::size_t size = std::max(bytes + kPadding, kBlockBytes);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
    used_ = 0;
  }
  char* const piece = blocks_.back().bytes.get() + used_;
  used_ += bytes;
  return piece;
}

void TextArena::clear() {
  if (blocks_.size() > 1) blocks_.resize(1);
  used_ = 0;
}

// Inlined: it decides about every key of every row.
[[gnu::always_inline]] inline bool JsonKeyTable::Key::matches(const char* p) const {
#if defined(__SSE2__)
  const auto equal_bytes = [this, p](std::size_t at) {
    const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + at));
    const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)));
  };
  if (length <= 16) {
    const unsigned wanted = (1U << length) - 1;
    return (equal_bytes(0) & wanted) == wanted;
  }
  if (equal_bytes(0) != 0xffff) return false;
  if (length <= 32) {
    const unsigned wanted = (1U << (length - 16)) - 1;
    return (equal_bytes(16) & wanted) == wanted;
  }
#endif
  return std::memcmp(p, text.data(), length) == 0;
}

void JsonKeyTable::forget() {
  keys_[0].text[0] = '\n';
  keys_[0].length = 1;
  keys_[0].next = 0;
  count_ = 1;
  oldest_ = 1;
}

std::uint32_t JsonKeyTable::find(const char* p) const {
  for (std::uint32_t i = 1; i < count_; ++i)
    if (keys_[i].matches(p)) return i;
  return 0;
}

std::uint32_t JsonKeyTable::learn(std::string_view text, std::uint32_t node, std::uint32_t role) {
  if (text.size() > kKeyBytes) return 0;
  const std::uint32_t index = oldest_;
  count_ = std::max(count_, index + 1);
  oldest_ = index + 1 == kKeys ? 1 : index + 1;
  Key& key = keys_[index];
  std::memcpy(key.text.data(), text.data(), text.size());
  key.length = static_cast<std::uint32_t>(text.size());
  key.node = node;
  key.role = role;
  key.next = 0;
  return index;
}

void JsonRowParser::begin(const JsonLayout& layout) {
  layout_ = &layout;
  tables_.resize(layout.nodes().size());
  for (JsonKeyTable& table : tables_) table.forget();
  fields_.assign(layout.roles(), Field{});
  texts_.clear();
  found_ = 0;
}

const char* JsonRowParser::parse(const char* p) {
  for (Field& field : fields_) field = Field{};
  return object(p, 0, 1);
}

const char* JsonRowParser::parse_any(const char* p) {
  for (Field& field : fields_) field = Field{};
  return tracked_value(json::skip_blanks(p), 0, 1);
}

const char* JsonRowParser::object(const char* p, std::uint32_t node, unsigned depth) {
  if (depth > json::kMaxDepth) return nullptr;
  JsonKeyTable& table = tables_[node];
  std::uint32_t previous = 0;
  for (;;) {
    // `p` stands on the opening brace or on a comma.
    std::uint32_t current = table[previous].next;
    const JsonKeyTable::Key& predicted = table[current];
    std::uint32_t child = predicted.node;
    std::uint32_t role = predicted.role;
    if (predicted.matches(p)) [[likely]] {
      p += predicted.length;
    } else {
      p = unpredicted_key(p, node, table, current, child);
      if (p == nullptr) return nullptr;
      if (*p == '}') return p + 1;  // only where the object is empty: no value begins so
      table[previous].next = current;
      role = JsonLayout::kNone;
    }
    previous = current;
    // A string without escapes is what a value mostly is.
    if (role != JsonLayout::kNone && *p == '"') [[likely]] {
      const char* const end = json::find_string_stop(p + 1);
      if (*end == '"') [[likely]] {
        fields_[role] = {{p + 1, static_cast<std::size_t>(end - p - 1)}, FieldKind::text};
        p = end + 1;
      } else {
        p = leaf(p, fields_[role], depth + 1);
      }
    } else {
      p = value(p, child, depth + 1);
    }
    if (p == nullptr) return nullptr;
    if (*p == ',') continue;
    p = json::skip_blanks(p);
    if (*p == '}') return p + 1;
    if (*p != ',') return nullptr;
  }
}

// Returns the first byte of the key's value with `child` and `predicted` set, the closing brace of
// an empty object, or null.
const char* JsonRowParser::unpredicted_key(const char* p, std::uint32_t node, JsonKeyTable& table,
                                           std::uint32_t& predicted, std::uint32_t& child) {
  predicted = table.find(p);
  if (predicted != 0) {
    child = table[predicted].node;
    p += table[predicted].length;
    return *p == '}' ? nullptr : p;
  }
  const char* const begin = p;
  p = json::skip_blanks(p + 1);
  if (*p == '}' && *begin == '{') return p;
  if (*p != '"') return nullptr;
  const char* const end = json::find_string_end(p + 1);
  if (end == nullptr) return nullptr;
  const std::string_view key(p + 1, static_cast<std::size_t>(end - p - 1));
  if (key.find('\\') == std::string_view::npos) {
    child = layout_->child(node, key);
  } else {
    key_.resize(key.size());
    key_.resize(json::unescape(key, key_.data()));
    child = layout_->child(node, key_);
  }
  p = json::skip_blanks(end + 1);
  if (*p != ':') return nullptr;
  p = json::skip_blanks(p + 1);
  if (*p == '}') return nullptr;
  const std::uint32_t role =
      child == JsonLayout::kNone ? JsonLayout::kNone : layout_->nodes()[child].only_role;
  predicted = table.learn({begin, static_cast<std::size_t>(p - begin)}, child, role);
  return p;
}

// `depth` is that of an array or object beginning at `p`. Blanks may stand before the value where a
// predicted key had fewer of them.
const char* JsonRowParser::value(const char* p, std::uint32_t node, unsigned depth) {
  if (static_cast<unsigned char>(*p) <= ' ') p = json::skip_blanks(p);
  if (node == JsonLayout::kNone) return json::skip_value(p, depth);
  const std::uint32_t role = layout_->nodes()[node].only_role;
  if (role != JsonLayout::kNone) [[likely]]
    return leaf(p, fields_[role], depth);
  return tracked_value(p, node, depth);
}

const char* JsonRowParser::tracked_value(const char* p, std::uint32_t node, unsigned depth) {
  const JsonLayout::Node& here = layout_->nodes()[node];
  Field field;
  if (*p == '{') {
    // What an earlier object under the same key said no longer counts.
    for (std::uint32_t role : here.below) fields_[role] = Field{};
    field.kind = FieldKind::wrong_type;
    for (std::uint32_t role : here.inside) fields_[role] = field;
    p = object(p, node, depth);
  } else if (*p == '[' && !here.elements.empty()) {
    field.kind = FieldKind::wrong_type;
    for (std::uint32_t role : here.below) fields_[role] = field;
    for (std::uint32_t role : here.inside) fields_[role] = Field{};
    p = array(p, node, depth);
  } else {
    p = leaf(p, field, depth);
    const FieldKind below =
        field.kind == FieldKind::missing ? FieldKind::missing : FieldKind::wrong_type;
    for (std::uint32_t role : here.below) fields_[role] = Field{{}, below};
  }
  for (std::uint32_t role : here.roles) fields_[role] = field;
  found_ |= here.watched;
  return p;
}

const char* JsonRowParser::array(const char* p, std::uint32_t node, unsigned depth) {
  if (depth > json::kMaxDepth) return nullptr;
  const std::vector<JsonLayout::Element>& elements = layout_->nodes()[node].elements;
  std::vector<bool> done(elements.size());
  p = json::skip_blanks(p + 1);
  if (*p == ']') return p + 1;
  for (std::size_t index = 0;; ++index) {
    const char* const end = json::skip_value(p, depth + 1);
    if (end == nullptr) return nullptr;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const JsonElement& step = elements[i].step;
      if (done[i] || !(step.key.empty() ? step.index == index : holds(p, step))) continue;
      done[i] = true;
      if (value(p, elements[i].node, depth + 1) == nullptr) return nullptr;
    }
    p = json::skip_blanks(end);
    if (*p == ']') return p + 1;
    if (*p != ',') return nullptr;
    p = json::skip_blanks(p + 1);
  }
}

// `object` is valid JSON.
bool JsonRowParser::holds(const char* object, const JsonElement& step) {
  if (*object != '{') return false;
  const auto text = [this](const char* begin, const char* end) -> std::string_view {
    const std::string_view written(begin, static_cast<std::size_t>(end - begin));
    if (written.front() != '"') return written;
    const std::string_view content = written.substr(1, written.size() - 2);
    if (content.find('\\') == std::string_view::npos) return content;
    key_.resize(content.size());
    key_.resize(json::unescape(content, key_.data()));
    return key_;
  };
  bool equal = false;
  for (const char* p = json::skip_blanks(object + 1); *p != '}'; p = json::skip_blanks(p)) {
    if (*p == ',') p = json::skip_blanks(p + 1);
    const char* const key_end = json::find_string_end(p + 1) + 1;
    const bool same_key = text(p, key_end) == step.key;
    const char* const begin = json::skip_blanks(json::skip_blanks(key_end) + 1);
    p = json::skip_value(begin, 1);
    // Of a doubled key the last value counts.
    if (same_key) equal = text(begin, p) == step.value;
  }
  return equal;
}

const char* JsonRowParser::leaf(const char* p, Field& field, unsigned depth) {
  switch (*p) {
    case '"': {
      const char* const begin = p + 1;
      const char* const end = json::find_string_stop(begin);
      if (*end == '\\') return escaped_string(begin, end, field);
      if (*end != '"') return nullptr;
      field = {{begin, static_cast<std::size_t>(end - begin)}, FieldKind::text};
      return end + 1;
    }
    case '{':
    case '[':
      field = {{}, FieldKind::wrong_type};
      return json::skip_value(p, depth);
    case 't':
    case 'f':
      field = {{}, FieldKind::wrong_type};
      return json::skip_literal(p);
    case 'n':
      field = {{}, FieldKind::missing};
      return json::skip_literal(p);
    default: {
      const char* const end = json::skip_number(p);
      if (end != nullptr) field = {{p, static_cast<std::size_t>(end - p)}, FieldKind::number};
      return end;
    }
  }
}

const char* JsonRowParser::escaped_string(const char* begin, const char* backslash, Field& field) {
  const char* const end = json::find_string_end(backslash);
  if (end == nullptr) return nullptr;
  const std::string_view content(begin, static_cast<std::size_t>(end - begin));
  char* const text = texts_.allocate(content.size());
  field = {{text, json::unescape(content, text)}, FieldKind::text};
  return end + 1;
}

}  // namespace footfall
