#include "model/input/open_input.h"

namespace footfall {

Result<ByteSourcePtr> open_input(const std::string& path, const std::string& encoding) {
  if (!encoding.empty() && encoding != "UTF-8" && encoding != "utf-8")
    return Error{ErrorKind::bad_encoding, path, encoding, "UTF-8"};
  return open_file(path);
}

}  // namespace footfall
