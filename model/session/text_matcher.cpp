#include "model/session/text_matcher.h"

#include <algorithm>

#include "model/core/letter_case.h"

namespace footfall {
namespace {

constexpr char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

}  // namespace

TextMatcher::TextMatcher(std::string_view wanted) {
  const bool ascii = std::all_of(wanted.begin(), wanted.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 128; });
  if (!ascii || wanted.empty()) {
    wanted_ = QString::fromUtf8(wanted.data(), static_cast<qsizetype>(wanted.size()));
    return;
  }
  folded_ = lower_case(wanted);
  other_first_ = to_upper(folded_.front());
}

bool TextMatcher::matches(std::string_view text) const {
  if (folded_.empty())
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .contains(wanted_, Qt::CaseInsensitive);
  if (text.size() < folded_.size()) return false;
  const char* const last = text.data() + (text.size() - folded_.size());
  for (const char* at = text.data(); at <= last; ++at) {
    if (*at != folded_.front() && *at != other_first_) continue;
    std::size_t same = 1;
    while (same < folded_.size() && lower_case(at[same]) == folded_[same]) ++same;
    if (same == folded_.size()) return true;
  }
  return false;
}

}  // namespace footfall
