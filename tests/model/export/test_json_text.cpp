#include <QTest>

#include "model/export/json.h"

using namespace footfall;

namespace {
QByteArray quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return QByteArray::fromStdString(out);
}
QByteArray decimal(std::string_view digits) {
  std::string out;
  append_json_decimal(out, digits);
  return QByteArray::fromStdString(out);
}
}  // namespace

class TestJsonText : public QObject {
  Q_OBJECT
 private slots:
  void plain_text_is_kept() {
    QCOMPARE(quoted(""), "\"\"");
    QCOMPARE(quoted("/a b?c='d'&<e>/"), "\"/a b?c='d'&<e>/\"");
    QCOMPARE(quoted("\x7f"), "\"\x7f\"");
  }
  void quotes_backslashes_and_control_characters_are_escaped() {
    QCOMPARE(quoted("a\"b\\c"), "\"a\\\"b\\\\c\"");
    QCOMPARE(quoted("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"");
    QCOMPARE(quoted(std::string_view("\0\x01\x0b\x1f", 4)), "\"\\u0000\\u0001\\u000b\\u001f\"");
  }
  void utf8_is_raw() {
    for (const char* text : {"é", "€", "😀", "\xc2\x80", "\xe0\xa0\x80", "\xed\x9f\xbf",
                             "\xee\x80\x80", "\xf4\x8f\xbf\xbf"})
      QCOMPARE(quoted(text), '"' + QByteArray(text) + '"');
  }
  void bytes_outside_utf8_are_low_surrogates() {
    QCOMPARE(quoted("a\xff"
                    "b"),
             "\"a\\udcffb\"");
    QCOMPARE(quoted("\x80"), "\"\\udc80\"");                        // a continuation alone
    QCOMPARE(quoted("\xc0\x80"), "\"\\udcc0\\udc80\"");             // overlong
    QCOMPARE(quoted("\xe0\x9f\xbf"), "\"\\udce0\\udc9f\\udcbf\"");  // overlong
    QCOMPARE(quoted("\xed\xa0\x80"), "\"\\udced\\udca0\\udc80\"");  // a surrogate
    QCOMPARE(quoted("\xf4\x90\x80\x80"), "\"\\udcf4\\udc90\\udc80\\udc80\"");  // beyond U+10FFFF
    QCOMPARE(quoted("\xe2\x82"), "\"\\udce2\\udc82\"");                        // cut at the end
    QCOMPARE(quoted("\xe2\xc3\xa9"), "\"\\udce2\xc3\xa9\"");  // the next character is whole
  }
  void decimals_lose_trailing_zeros_but_one() {
    QCOMPARE(decimal("12.000000"), "12.0");
    QCOMPARE(decimal("12.340000"), "12.34");
    QCOMPARE(decimal("0.0500"), "0.05");
    QCOMPARE(decimal("-0.10"), "-0.1");
    QCOMPARE(decimal("100.00"), "100.0");
    QCOMPARE(decimal("7"), "7.0");
  }
};

QTEST_APPLESS_MAIN(TestJsonText)
#include "test_json_text.moc"
