#pragma once

#include <cstdint>
#include <string>

#include "model/core/error.h"

namespace footfall {

/// What happened to an input that is followed, and a person should know.
enum class FollowNoteKind : std::uint8_t {
  read_once,      ///< it is packed, or no regular file: what comes later is not read
  folder,         ///< given; files that come into it later are not read
  waiting,        ///< nothing in it can be read as yet; `why` where something is in it
  gone,           ///< no file has its name; one that comes is read
  replaced,       ///< another file has its name; the old one is read to its end
  cut,            ///< it was cut and is read from its beginning; its last lines may be lost
  cut_copied,     ///< the same, and the rest of what it held was read from its copy, `other`
  rewritten,      ///< other content stands in it, which is read from its beginning
  known,          ///< it is what `other` was before, which was read: it is not read again
  left_out,       ///< nothing in it could be read in the end: `why`
  other_reading,  ///< its first rows speak for another reading by now, and cannot be read again
};

struct FollowNote {
  FollowNoteKind kind{};
  std::string path;
  std::string other{};
  std::uint64_t bytes = 0;  ///< read of it before
  Error why{};
};

}  // namespace footfall
