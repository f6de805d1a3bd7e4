#include <QTest>
#include <random>

#include "model/input/decoders.h"
#include "model/input/open_input.h"
#include "tests/support/memory_source.h"
#include "tests/support/packed.h"

using namespace footfall;
using namespace std::string_literals;
using footfall::testing::gzip;
using footfall::testing::MemorySource;
using footfall::testing::zstd;

namespace {

/// Text that compresses well in parts only, longer than every buffer on the way.
std::string long_text() {
  std::mt19937 random(6);
  std::string text;
  while (text.size() < 700'000) {
    text += std::to_string(random()) + ",some,words,that,repeat\n";
    if (random() % 1000 == 0) text.append(20'000, 'x');
  }
  return text;
}

std::string in_words(const Error& error) {
  const char* kind = error.kind == ErrorKind::damaged_compression ? "damaged"
                     : error.kind == ErrorKind::large_window      ? "large window"
                                                                  : "binary";
  return "error: "s + kind + " " + error.where + " " + error.found;
}
/// All that comes out of a source, and the error where there is one.
std::string drain(ByteSource& source, std::size_t capacity) {
  std::string out;
  std::string buffer(capacity, '\0');
  for (;;) {
    const Result<std::size_t> got = source.read(buffer.data(), buffer.size());
    if (!got) return out + in_words(got.error());
    if (*got == 0) return out;
    out.append(buffer, 0, *got);
  }
}
std::string decoded(const std::string& bytes, const std::string& encoding = {},
                    std::size_t step = SIZE_MAX, std::size_t capacity = 5000,
                    std::string* words = nullptr) {
  Result<ByteSourcePtr> source =
      decode_input(std::make_unique<MemorySource>(bytes, step), "file", encoding, words);
  if (!source) return in_words(source.error());
  const std::string out = drain(**source, capacity);
  if (out.find("error:") != std::string::npos) return out;
  // The end stays the end.
  char more = 0;
  return (*source)->read(&more, 1).value() == 0 ? out : out + " and more";
}
bool is_damaged(const std::string& bytes, std::size_t step = SIZE_MAX) {
  return decoded(bytes, {}, step).find("error: damaged file ") != std::string::npos;
}
std::string utf16le(std::u16string_view text) {
  std::string out;
  for (char16_t unit : text) {
    out += static_cast<char>(unit & 0xff);
    out += static_cast<char>(unit >> 8);
  }
  return out;
}
std::string swapped(std::string bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
  return bytes;
}

}  // namespace

class TestDecoders : public QObject {
  Q_OBJECT
 private slots:
  void leaves_plain_text_alone() {
    for (const std::string& text : {""s, "a"s, "a,b\n"s, "\x1f"s,
                                    "\xef\xbb\xbf"
                                    "a,b\n"s,
                                    "\xff\xfd"s, "P*M"s, "BZh,x\n"s, "a\0b"s}) {
      QCOMPARE(decoded(text), text);
      QCOMPARE(decoded(text, "UTF-8", 1, 1), text);
    }
  }
  void unpacks_gzip_and_zstd() {
    for (const std::string& text : {""s, "a\n"s, long_text()}) {
      for (const std::string& packed : {gzip(text), zstd(text)}) {
        for (std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{1000}, SIZE_MAX}) {
          if (step < 1000 && packed.size() > 100'000) continue;
          QCOMPARE(decoded(packed, {}, step, 4096), text);
          QCOMPARE(decoded(packed, {}, step, 1'000'000), text);
        }
      }
      QCOMPARE(decoded(gzip(text), {}, 17, 3), text);
      QCOMPARE(decoded(zstd(text), {}, 17, 3), text);
    }
  }
  void says_what_was_done() {
    std::string words;
    QCOMPARE(decoded(zstd("\xff\xfe" + utf16le(u"a\n")), {}, SIZE_MAX, 100, &words),
             "\xef\xbb\xbf"
             "a\n");
    QCOMPARE(words, "zstd, UTF-16LE");
    words.clear();
    QCOMPARE(decoded(gzip("a"), "latin1", SIZE_MAX, 100, &words), "a");
    QCOMPARE(words, "gzip, latin1");
    words.clear();
    QCOMPARE(decoded("a", "utf-8", SIZE_MAX, 100, &words), "a");
    QCOMPARE(words, "");
  }
  void goes_on_behind_the_first_member() {
    const std::string text = long_text();
    for (std::size_t step : {std::size_t{1}, SIZE_MAX}) {
      QCOMPARE(decoded(gzip("a") + gzip("") + gzip("b\n"), {}, step), "ab\n");
      QCOMPARE(decoded(gzip("a") + gzip("b") + std::string(1000, '\0'), {}, step), "ab");
      QCOMPARE(decoded(zstd("a") + zstd("") + zstd("b\n"), {}, step), "ab\n");
      const std::string skippable = "\x52\x2a\x4d\x18\x03\0\0\0xyz"s;
      QCOMPARE(decoded(skippable + zstd("a") + skippable + zstd("b"), {}, step), "ab");
    }
    QCOMPARE(decoded(gzip(text) + gzip(text)), text + text);
    QCOMPARE(decoded(zstd(text) + zstd(text)), text + text);
  }
  void finds_every_cut() {
    for (const std::string& packed : {gzip("some text, some text"), zstd("some text, some text")}) {
      for (std::size_t size = 4; size < packed.size(); ++size) {
        QVERIFY(is_damaged(packed.substr(0, size)));
        QVERIFY(is_damaged(packed + packed.substr(0, size), 3));
      }
    }
    const std::string text = long_text();
    for (const std::string& packed : {gzip(text), zstd(text)}) {
      QVERIFY(is_damaged(packed.substr(0, packed.size() - 1)));
      QVERIFY(is_damaged(packed.substr(0, packed.size() / 2)));
    }
  }
  void finds_damage() {
    std::string packed = gzip(long_text());
    packed[packed.size() - 6] ^= 1;  // checksum
    QVERIFY(is_damaged(packed));
    packed = gzip(long_text());
    packed[5000] ^= 0x10;
    QVERIFY(is_damaged(packed));
    packed = zstd("some text");
    packed[4] = '\xff';
    QVERIFY(is_damaged(packed));
    for (const std::string& whole : {gzip("a"), zstd("a")}) {
      QVERIFY(is_damaged(whole + "trailing text"));
      QVERIFY(is_damaged(whole + "x"));
    }
    QVERIFY(is_damaged(gzip("a") + "\0\0x"s));
    QVERIFY(is_damaged(gzip("a") + "\0"s + gzip("b")));
  }
  void names_compressions_it_cannot_unpack() {
    for (const std::string& bytes : {"Rar!\x1a\x07\0xx"s, "7z\xbc\xaf\x27\x1cxx"s}) {
      const Result<ByteSourcePtr> source =
          decode_input(std::make_unique<MemorySource>(bytes), "file", {});
      QVERIFY(!source);
      QVERIFY(source.error().kind == ErrorKind::unreadable_kind);
      QCOMPARE(source.error().where, "file");
      QVERIFY(!source.error().found.empty());
    }
  }
  void takes_any_beginning_of_a_mark_as_text() {
    for (const std::string& mark : {"\x1f\x8b"s, "\x28\xb5\x2f\xfd"s, "\x50\x2a\x4d\x18"s,
                                    "\xfd"
                                    "7zXZ\0"s,
                                    "BZh91AY&SY"s, "PK\x03\x04"s, "\xff\xfe\0\0"s, "\xfe\xff"s,
                                    "\0\0\xfe\xff"s, "\xef\xbb\xbf"s}) {
      for (std::size_t size = 0; size < mark.size(); ++size) {
        const std::string front = mark.substr(0, size);
        for (std::size_t step : {std::size_t{1}, SIZE_MAX}) {
          if (front == "\xff\xfe" || front == "\xff\xfe\0"s) continue;  // a mark of its own
          QCOMPARE(decoded(front, {}, step), front);
          QCOMPARE(decoded(front + "x", {}, step), front + "x");
          QCOMPARE(decoded(front, "UTF-8", step), front);
        }
      }
      // Whole, it is never plain text in silence but where it marks UTF-8.
      const std::string whole = decoded(mark, "UTF-8");
      QVERIFY(whole == mark || whole.find("error: ") == 0);
    }
  }
  void reads_windows_up_to_128_mib() {
    // A frame of one raw block with "a"; the byte behind the mark's flags holds the window.
    const auto frame = [](char window) { return "\x28\xb5\x2f\xfd\0"s + window + "\x09\0\0a"s; };
    QCOMPARE(decoded(frame('\x88')), "a");                          // 2^27
    QCOMPARE(decoded(frame('\x89')), "error: large window file ");  // an eighth more
    QCOMPARE(decoded(frame('\x90')), "error: large window file ");
    QCOMPARE(decoded(zstd("first\n") + frame('\xa8')), "first\nerror: large window file ");
  }
  void converts_named_encodings() {
    for (std::size_t step : {std::size_t{1}, SIZE_MAX}) {
      for (std::size_t capacity :
           {std::size_t{1}, std::size_t{2}, std::size_t{63}, std::size_t{64}, std::size_t{5000}}) {
        QCOMPARE(decoded("caf\xe9,1\n", "latin1", step, capacity), "caf\u00e9,1\n");
        QCOMPARE(decoded("\x80 5", "windows-1252", step, capacity), "\u20ac 5");
        QCOMPARE(decoded("\x83\x65", "Shift_JIS", step, capacity), "\u30c6");
        QCOMPARE(decoded(utf16le(u"a\u00e9\u20ac\U0001F600z"), "UTF-16LE", step, capacity),
                 "a\u00e9\u20ac\U0001F600z");
        QCOMPARE(decoded(swapped(utf16le(u"a\U0001F600z")), "UTF-16BE", step, capacity),
                 "a\U0001F600z");
        // This encoding combines letters: its decoder holds the last one back.
        QCOMPARE(decoded("\x88\x66", "BIG5-HKSCS", step, capacity), "\u00ca");
      }
    }
    std::string latin;
    std::string utf8;
    for (int i = 0; i < 300'000; ++i) {
      latin += i % 5 == 0 ? "\xe9" : "e";
      utf8 += i % 5 == 0 ? "\u00e9" : "e";
    }
    QCOMPARE(decoded(latin, "ISO-8859-1", 1000), utf8);
    QCOMPARE(decoded(gzip(latin), "ISO-8859-1"), utf8);
  }
  void knows_encodings_by_their_mark() {
    // The mark stays, as that of UTF-8.
    const std::string marked = "\ufeffa,\u00e9\n";
    const std::string utf16 = utf16le(u"\ufeffa,\u00e9\n");
    for (std::size_t step : {std::size_t{1}, SIZE_MAX}) {
      QCOMPARE(decoded(utf16, {}, step), marked);
      QCOMPARE(decoded(swapped(utf16), {}, step), marked);
      QCOMPARE(decoded("\xff\xfe\0\0a\0\0\0"s, {}, step), "\ufeffa");
      QCOMPARE(decoded("\0\0\xfe\xff\0\0\0a"s, {}, step), "\ufeffa");
    }
    QCOMPARE(decoded("\xff\xfe"s), "\ufeff");
    QCOMPARE(decoded("\xff\xfe", "latin1"), "\u00ff\u00fe");
  }
  void names_the_offset_of_invalid_bytes() {
    for (std::size_t step : {std::size_t{1}, SIZE_MAX}) {
      for (std::size_t capacity : {std::size_t{1}, std::size_t{1000}}) {
        // A low surrogate alone.
        QCOMPARE(decoded(utf16le(u"ab") + "\x01\xdc" + utf16le(u"c"), "UTF-16LE", step, capacity),
                 "aberror: binary file byte 0x01 at offset 4 is no UTF-16LE text");
        QCOMPARE(decoded("abc\x81 def", "windows-1252", step, capacity),
                 "abcerror: binary file byte 0x81 at offset 3 is no windows-1252 text");
        // Half a character at the end.
        QCOMPARE(decoded(utf16le(u"ab") + "c", "UTF-16LE", step, capacity),
                 "aberror: binary file byte 0x63 at offset 4 is no UTF-16LE text");
      }
    }
    const std::string far(200'000, 'x');
    QCOMPARE(decoded(far + "\x81", "windows-1252"),
             far + "error: binary file byte 0x81 at offset 200000 is no windows-1252 text");
  }
  void refuses_unknown_encodings() {
    for (const char* name : {"klingon", "UTF-16//IGNORE", "latin1//TRANSLIT", "/", " "}) {
      const Result<ByteSourcePtr> source =
          decode_input(std::make_unique<MemorySource>("a"), "file", name);
      QVERIFY(!source);
      QVERIFY(source.error().kind == ErrorKind::bad_encoding);
      QCOMPARE(source.error().found, name);
    }
  }
  void counts_bytes_of_the_file() {
    const std::string packed = gzip(long_text());
    const Result<ByteSourcePtr> source =
        decode_input(std::make_unique<MemorySource>(packed), "file", "latin1");
    QVERIFY(source);
    QCOMPARE((*source)->length().value(), std::uint64_t{packed.size()});
    QVERIFY(drain(**source, 10'000).size() == long_text().size());
    QCOMPARE((*source)->position(), std::uint64_t{packed.size()});
  }
};

QTEST_APPLESS_MAIN(TestDecoders)
#include "test_decoders.moc"
