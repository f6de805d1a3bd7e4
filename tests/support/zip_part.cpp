#include "tests/support/zip_part.h"

#include <zlib.h>

namespace footfall_test {

QByteArray zip_part(const QByteArray& zip, const QByteArray& name) {
  const qsizetype header = 30;
  qsizetype at = zip.indexOf(name);
  while (at >= header && zip.mid(at - header, 4) != "PK\x03\x04") at = zip.indexOf(name, at + 1);
  if (at < header) return {};
  const auto extra =
      static_cast<unsigned char>(zip[at - 2]) | static_cast<unsigned char>(zip[at - 1]) << 8;
  QByteArray packed = zip.mid(at + name.size() + extra);
  QByteArray out(1 << 24, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = inflate(&stream, Z_FINISH);
  out.truncate(static_cast<qsizetype>(stream.total_out));
  inflateEnd(&stream);
  return end == Z_STREAM_END ? out : QByteArray();
}

}  // namespace footfall_test
