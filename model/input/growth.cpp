#include "model/input/growth.h"

#include <algorithm>

#include "model/input/decoders.h"

namespace footfall {

void ReadMark::append(std::string_view more) {
  if (more.empty()) return;
  head += more.substr(0, kEndBytes - head.size());
  bytes += more.size();
  if (more.size() >= kEndBytes) {
    tail = more.substr(more.size() - kEndBytes);
    return;
  }
  tail += more;
  tail.erase(0, tail.size() - std::min(tail.size(), kEndBytes));
}

Growth growth_of(const ReadMark& mark, const FoundFile& found) {
  if (found.bytes < mark.bytes) return Growth::shorter;
  if (found.head != mark.head || found.tail != mark.tail) return Growth::other;
  return found.bytes > mark.bytes ? Growth::more : Growth::none;
}

std::size_t end_of_whole_lines(std::string_view front) {
  std::size_t last = front.rfind('\n');
  if (last == std::string_view::npos) {
    last = front.rfind('\r');
    // A single one may be half of a line end.
    if (last == std::string_view::npos || front.find('\r') == last) return 0;
  }
  std::string_view encoding = encoding_of_mark(front.substr(0, kByteOrderMarkBytes));
  if (encoding.empty()) encoding = encoding_of_zeros(front);
  const std::size_t unit = encoding.starts_with("UTF-32") ? 4 : encoding.empty() ? 1 : 2;
  const std::size_t end = (last + unit) / unit * unit;
  return end <= front.size() ? end : end - unit;
}

}  // namespace footfall
