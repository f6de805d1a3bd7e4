#include "model/input/container_kind.h"

#define ZLIB_CONST  // input is read only
#include <zlib.h>

#include <algorithm>
#include <array>
#include <string>

#include "model/core/letter_case.h"

namespace footfall {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kTarMagic = 257;
constexpr std::size_t kTarSum = 148;
constexpr std::size_t kTarSumBytes = 8;

bool is_text_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 || (byte >= '\t' && byte <= '\r') || byte == 0x1B;
}

// What begins with letters that text may begin with, too, is binary soon.
bool is_binary(std::string_view front) { return !std::ranges::all_of(front, is_text_byte); }

bool begins_in_any_case(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && equal_in_any_case(text.substr(0, word.size()), word);
}

std::string_view without_blanks_in_front(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

bool is_html(std::string_view front) {
  const std::string_view text = without_blanks_in_front(front);
  constexpr std::array words = {"<!doctype html"sv, "<html"sv,  "<head>"sv,
                                "<body"sv,          "<table"sv, "<!--"sv};
  return std::ranges::any_of(words, [&](auto word) { return begins_in_any_case(text, word); });
}

bool is_xml(std::string_view front) {
  const std::string_view text = without_blanks_in_front(front);
  return begins_in_any_case(text, "<?xml") || begins_in_any_case(text, "<svg");
}

struct Signature {
  std::string_view bytes;
  std::size_t offset = 0;
  bool binary = false;  // the bytes are letters: what follows must be no text
  bool (*test)(std::string_view front) = nullptr;  // in place of bytes
  RefusedKind kind;
};

constexpr std::string_view kQuery =
    "export it as CSV or JSON lines with a program that reads it, for example "
    "duckdb -c \"COPY 'FILE' TO 'out.csv'\"";
constexpr std::string_view kSaveAs = "open it in a spreadsheet program and save it as CSV or .xlsx";
constexpr std::string_view kPicture =
    "a picture holds no rows; export the figures behind it as CSV";
constexpr std::string_view kUnpack = "unpack it, and give the files that come out";
constexpr std::string_view kNoData = "it holds no events; export them as CSV, JSON or a log";

// The first that fits counts.
constexpr std::array kSignatures = {
    Signature{"PAR1"sv, 0, true, nullptr, {"a Parquet file", kQuery}},
    Signature{"PARE"sv, 0, true, nullptr, {"an encrypted Parquet file", kQuery}},
    Signature{"ARROW1\0\0"sv, 0, false, nullptr, {"an Arrow (Feather) file", kQuery}},
    Signature{"FEA1"sv, 0, true, nullptr, {"a Feather file", kQuery}},
    Signature{"Obj\x01"sv, 0, false, nullptr, {"an Avro file", kQuery}},
    Signature{"ORC"sv, 0, true, nullptr, {"an ORC file", kQuery}},
    Signature{"\x89HDF\r\n\x1a\n"sv, 0, false, nullptr, {"an HDF5 file", kQuery}},
    Signature{"SEQ\x06"sv, 0, false, nullptr, {"a Hadoop sequence file", kQuery}},
    Signature{"\x93NUMPY"sv, 0, false, nullptr, {"a NumPy array", kQuery}},
    Signature{"DUCK"sv,
              8,
              true,
              nullptr,
              {"a DuckDB database", "export its table with COPY table TO 'out.csv'"}},
    Signature{"SQLite format 3\0"sv,
              0,
              false,
              nullptr,
              {"an SQLite database",
               "export its table, for example sqlite3 -header -csv FILE 'select * from events' "
               "> events.csv"}},
    Signature{"\0\x01\0\0Standard "sv,
              0,
              false,
              nullptr,
              {"a Microsoft Access database", "export its table as CSV"}},
    Signature{
        "PGDMP"sv,
        0,
        true,
        nullptr,
        {"a PostgreSQL dump", "restore it and give the database, or export its table as CSV"}},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
              0,
              false,
              nullptr,
              {"an old Excel or Office file (.xls), or one with a password",
               "open it in a spreadsheet program and save it as CSV or .xlsx, without a password"}},
    Signature{"{\\rtf"sv, 0, false, nullptr, {"a rich-text (RTF) document", kSaveAs}},
    Signature{"%PDF-"sv,
              0,
              false,
              nullptr,
              {"a PDF document", "export the table behind it as CSV, or save it as .xlsx"}},
    Signature{"%!PS"sv,
              0,
              false,
              nullptr,
              {"a PostScript document", "export the table behind it as CSV"}},
    Signature{"\x89PNG\r\n\x1a\n"sv, 0, false, nullptr, {"a PNG image", kPicture}},
    Signature{"\xFF\xD8\xFF"sv, 0, false, nullptr, {"a JPEG image", kPicture}},
    Signature{"GIF87a"sv, 0, true, nullptr, {"a GIF image", kPicture}},
    Signature{"GIF89a"sv, 0, true, nullptr, {"a GIF image", kPicture}},
    Signature{"II*\0"sv, 0, false, nullptr, {"a TIFF image", kPicture}},
    Signature{"MM\0*"sv, 0, false, nullptr, {"a TIFF image", kPicture}},
    Signature{"BM"sv, 0, true, nullptr, {"a BMP image", kPicture}},
    Signature{"WEBP"sv, 8, true, nullptr, {"a WebP image", kPicture}},
    Signature{"ftyp"sv, 4, true, nullptr, {"a video or HEIF image", kPicture}},
    Signature{"OggS\0"sv, 0, false, nullptr, {"a sound or video file", kNoData}},
    Signature{"ID3"sv, 0, true, nullptr, {"a sound file", kNoData}},
    Signature{"RIFF"sv, 0, true, nullptr, {"a sound or video file", kNoData}},
    Signature{"\x1A\x45\xDF\xA3"sv, 0, false, nullptr, {"a Matroska video", kNoData}},
    Signature{"7z\xBC\xAF\x27\x1C"sv, 0, false, nullptr, {"a 7z archive", kUnpack}},
    Signature{"Rar!\x1A\x07"sv, 0, false, nullptr, {"a RAR archive", kUnpack}},
    Signature{"MSCF\0\0\0\0"sv, 0, false, nullptr, {"a cabinet archive", kUnpack}},
    Signature{"!<arch>\n"sv, 0, false, nullptr, {"an ar archive or Debian package", kUnpack}},
    Signature{"\xED\xAB\xEE\xDB"sv, 0, false, nullptr, {"an RPM package", kUnpack}},
    Signature{
        "\x1F\x9D"sv,
        0,
        false,
        nullptr,
        {"a file packed with compress (.Z)", "unpack it with gunzip, and give what comes out"}},
    Signature{"\x1F\xA0"sv,
              0,
              false,
              nullptr,
              {"a file packed with compress -H", "unpack it, and give what comes out"}},
    Signature{"\x02\x21\x4C\x18"sv,
              0,
              false,
              nullptr,
              {"an lz4 file in its legacy form", "unpack it with lz4 -d, and give what comes out"}},
    Signature{"LZIP\x01"sv,
              0,
              false,
              nullptr,
              {"a file packed with lzip", "unpack it with lzip -d, and give what comes out"}},
    Signature{"\x89LZO\0\r\n\x1a\n"sv,
              0,
              false,
              nullptr,
              {"a file packed with lzop", "unpack it with lzop -d, and give what comes out"}},
    Signature{"\xFF\x06\0\0sNaPpY"sv,
              0,
              false,
              nullptr,
              {"a file packed with Snappy", "unpack it, and give what comes out"}},
    Signature{"Salted__"sv,
              0,
              true,
              nullptr,
              {"an encrypted file", "decrypt it, and give what comes out"}},
    Signature{"age-encryption.org/"sv,
              0,
              false,
              nullptr,
              {"an encrypted file (age)", "decrypt it, and give what comes out"}},
    Signature{"-----BEGIN PGP MESSAGE"sv,
              0,
              false,
              nullptr,
              {"an encrypted file (PGP)", "decrypt it, and give what comes out"}},
    Signature{"\x7F"
              "ELF"sv,
              0,
              false,
              nullptr,
              {"a program (ELF)", kNoData}},
    Signature{"MZ"sv, 0, true, nullptr, {"a program (EXE)", kNoData}},
    Signature{"\xCA\xFE\xBA\xBE"sv, 0, false, nullptr, {"a Java class or macOS program", kNoData}},
    Signature{"\xCF\xFA\xED\xFE"sv, 0, false, nullptr, {"a macOS program", kNoData}},
    Signature{
        "\xD4\xC3\xB2\xA1"sv, 0, false, nullptr, {"a capture of network packets (pcap)", kNoData}},
    Signature{
        "\x0A\x0D\x0D\x0A"sv, 0, true, nullptr, {"a capture of network packets (pcapng)", kNoData}},
    Signature{"ElfFile\0"sv,
              0,
              false,
              nullptr,
              {"a Windows event log (.evtx)", "export it as CSV in the event viewer"}},
    Signature{"bplist00"sv,
              0,
              false,
              nullptr,
              {"a macOS property list", "convert it with plutil -convert json"}},
    Signature{{},
              0,
              false,
              is_html,
              {"an HTML page, not the data itself",
               "open it in a browser to see what it says, then export the data as CSV (a download "
               "that was refused often saves such a page)"}},
    Signature{{},
              0,
              false,
              is_xml,
              {"an XML file",
               "export it as CSV, JSON or .xlsx (a spreadsheet program opens tables "
               "in XML and saves them so)"}},
};

bool fits(const Signature& signature, std::string_view front) {
  if (signature.test != nullptr) return signature.test(front);
  if (front.size() < signature.offset ||
      !front.substr(signature.offset).starts_with(signature.bytes))
    return false;
  return !signature.binary || is_binary(front);
}

// The header of zlib is two bytes that text may begin with; a text does not unpack.
bool is_zlib(std::string_view front) {
  if (front.size() < 2) return false;
  const auto first = static_cast<unsigned char>(front[0]);
  const auto second = static_cast<unsigned char>(front[1]);
  const bool window = (first & 0x0F) == 8 && first >> 4 <= 7 && (second & 0x20) == 0;
  if (!window || (first * 256 + second) % 31 != 0 || !is_binary(front)) return false;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return false;
  std::array<Bytef, 4096> out{};
  stream.next_in = reinterpret_cast<const Bytef*>(front.data());
  stream.avail_in = static_cast<uInt>(front.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  const int code = inflate(&stream, Z_NO_FLUSH);
  // A wrong checksum is one of a zlib stream all the same.
  const bool unpacks =
      code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END || stream.total_out > 0;
  inflateEnd(&stream);
  return unpacks;
}

// A header's checksum counts its own field as blanks; the magic is newer than the format.
bool is_tar(std::string_view front) {
  if (front.size() < kTarBlock) return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < kTarBlock; ++i)
    sum += i >= kTarSum && i < kTarSum + kTarSumBytes ? static_cast<unsigned char>(' ')
                                                      : static_cast<unsigned char>(front[i]);
  unsigned written = 0;
  bool any = false;
  for (const char c : front.substr(kTarSum, kTarSumBytes)) {
    if (c >= '0' && c <= '7') {
      written = written * 8 + static_cast<unsigned>(c - '0');
      any = true;
    } else if (c != ' ' || any) {
      break;
    }
  }
  return any && sum == written && front[0] != '\0';
}

bool is_bzip2(std::string_view front) {
  if (!front.starts_with("BZh") || front.size() < 4 || front[3] < '1' || front[3] > '9')
    return false;
  const std::string_view rest = front.substr(4);
  constexpr std::string_view kBlock = "1AY&SY";
  constexpr std::string_view kEnd = "\x17\x72\x45\x38\x50\x90";
  return rest.starts_with(kBlock) || rest.starts_with(kEnd);
}

ContainerKind sniff_container(std::string_view front) {
  const auto begins = [&](std::string_view magic) { return front.starts_with(magic); };
  if (begins("\x1f\x8b"sv)) return ContainerKind::gzip;
  if (begins("\x28\xb5\x2f\xfd"sv)) return ContainerKind::zstd;
  // A skippable zstd frame may come first.
  if (front.size() >= 4 && (front[0] & 0xf0) == 0x50 && front.substr(1, 3) == "\x2a\x4d\x18"sv)
    return ContainerKind::zstd;
  if (begins("\xfd"
             "7zXZ\0"sv))
    return ContainerKind::xz;
  if (begins("\x04\x22\x4d\x18"sv)) return ContainerKind::lz4;
  if (is_bzip2(front)) return ContainerKind::bzip2;
  if (begins("PK\x03\x04"sv) || begins("PK\x05\x06"sv) || begins("PK\x07\x08"sv))
    return ContainerKind::zip;
  if (is_tar(front)) return ContainerKind::tar;
  if (is_zlib(front)) return ContainerKind::zlib;
  return ContainerKind::none;
}

struct RefusedMember {
  std::string_view member;
  RefusedKind kind;
};
constexpr std::array kRefusedMembers = {
    RefusedMember{"word/document.xml", {"a Word document", kSaveAs}},
    RefusedMember{"ppt/presentation.xml",
                  {"a PowerPoint presentation", "export the table in it as CSV"}},
    RefusedMember{"xl/workbook.bin", {"a binary Excel workbook (.xlsb)", kSaveAs}},
    RefusedMember{"META-INF/manifest.xml", {"an OpenDocument file (.ods)", kSaveAs}},
    RefusedMember{"Index/Document.iwa", {"an Apple Numbers or Pages document", kSaveAs}},
    RefusedMember{"META-INF/container.xml", {"an electronic book", kNoData}},
};

}  // namespace

SniffedKind sniff_kind(std::string_view first_bytes) {
  const std::string_view front = first_bytes.substr(0, kSniffBytes);
  SniffedKind sniffed{sniff_container(front), nullptr};
  if (sniffed.container != ContainerKind::none) return sniffed;
  const auto* const found =
      std::ranges::find_if(kSignatures, [&](const Signature& row) { return fits(row, front); });
  if (found != kSignatures.end()) sniffed.refused = &found->kind;
  return sniffed;
}

std::string_view container_name(ContainerKind kind) {
  constexpr std::array names = {""sv,      "gzip"sv, "zlib"sv, "zstd"sv, "xz"sv,
                                "bzip2"sv, "lz4"sv,  "tar"sv,  "zip"sv};
  return names[static_cast<std::size_t>(kind)];
}

const RefusedKind* refused_by_member(std::string_view member) {
  for (const RefusedMember& row : kRefusedMembers)
    if (row.member == member) return &row.kind;
  return nullptr;
}

}  // namespace footfall
