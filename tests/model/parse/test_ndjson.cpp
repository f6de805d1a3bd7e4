#include <QTest>

#include <fmt/format.h>

#include <algorithm>

#include "model/parse/ndjson_parser.h"
#include "tests/support/record_dump.h"

using namespace footfall;
using footfall::testing::dump_ndjson;
using footfall::testing::repeat;

namespace {

const std::vector<JsonPath> kActivityPaths = {{"id"}, {"user_id"}, {"type"}, {"metadata", "price"}};

/// The text with quotes for apostrophes, which keeps JSON readable here.
std::string quoted(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

/// Fields of one line, or the reason.
std::string one(std::string_view line, const std::vector<JsonPath>& paths = {{"a"}}) {
  std::string dump = dump_ndjson(line, paths);
  const std::string prefix = "0:0 ";
  if (dump.starts_with(prefix)) dump.erase(0, prefix.size());
  if (dump.ends_with("\n")) dump.pop_back();
  return dump;
}
bool malformed(std::string_view line, const std::vector<JsonPath>& paths = {{"a"}}) {
  return one(line, paths) == "malformed row";
}

}  // namespace

class TestNdjson : public QObject {
  Q_OBJECT
 private slots:
  void reads_values_of_every_kind() {
    QCOMPARE(one(quoted("{'a':'x'}")), "text(x)");
    QCOMPARE(one(quoted("{'a':''}")), "text()");
    QCOMPARE(one(quoted("{'a':1e2}")), "number(1e2)");
    QCOMPARE(one(quoted("{'a':-0.50E+07}")), "number(-0.50E+07)");
    QCOMPARE(one(quoted("{'a':123456789012345678901234567890123456789012345678901234567890}")),
             "number(123456789012345678901234567890123456789012345678901234567890)");
    QCOMPARE(one(quoted("{'a':null}")), "missing");
    QCOMPARE(one(quoted("{}")), "missing");
    QCOMPARE(one(quoted("{'b':1}")), "missing");
    for (const char* value : {"true", "false", "[]", "{}", "[1,\"x\",{\"a\":2}]", "{\"a\":1}"})
      QCOMPARE(one(std::string("{\"a\":") + value + "}"), "wrong");
  }
  void allows_blanks_where_the_grammar_does() {
    QCOMPARE(one(" \t{ \"a\" :\t1 , \"b\" : [ 1 , 2 ] , \"c\" : { } } \t"), "number(1)");
    QCOMPARE(one("{\r\"a\"\r:\r1\r}\r"), "number(1)");
  }
  void unescapes_strings() {
    QCOMPARE(one(quoted("{'a':'\\'\\\\\\/\\b\\f\\n\\r\\t'}")), "text(\"\\/\b\f\n\r\t)");
    QCOMPARE(one(quoted("{'a':'x\\u0041\\u00e9\\u20AC\\uD83D\\ude00y'}")),
             "text(xA\u00e9\u20ac\U0001F600y)");
    QCOMPARE(one(quoted("{'a':'\\u0000'}")), std::string("text(") + '\0' + ")");
    QCOMPARE(one(quoted("{'a':'plain text over sixteen bytes \\' and more of it'}")),
             "text(plain text over sixteen bytes \" and more of it)");
  }
  void compares_keys_unescaped() {
    QCOMPARE(one(quoted("{'\\u0061':1}")), "number(1)");
    QCOMPARE(one(quoted("{'\\u0061b':1}")), "missing");
    QCOMPARE(one(quoted("{'k\\'\\\\':1}"), {{"k\"\\"}}), "number(1)");
    QCOMPARE(one("{\"caf\u00e9\":1}", {{"caf\u00e9"}}), "number(1)");
  }
  void last_of_a_repeated_key_wins() {
    QCOMPARE(one(quoted("{'a':1,'a':2}")), "number(2)");
    QCOMPARE(one(quoted("{'a':1,'a':null}")), "missing");
    QCOMPARE(one(quoted("{'a':1,'\\u0061':true}")), "wrong");
    const std::vector<JsonPath> price = {{"metadata", "price"}};
    QCOMPARE(one(quoted("{'metadata':{'price':1}}"), price), "number(1)");
    QCOMPARE(one(quoted("{'metadata':{'price':1},'metadata':{}}"), price), "missing");
    QCOMPARE(one(quoted("{'metadata':{'price':1},'metadata':null}"), price), "missing");
    QCOMPARE(one(quoted("{'metadata':{'price':1},'metadata':5}"), price), "wrong");
    QCOMPARE(one(quoted("{'metadata':{'price':1,'price':'2'}}"), price), "text(2)");
    QCOMPARE(one(quoted("{'metadata':7,'metadata':{'price':3}}"), price), "number(3)");
  }
  void follows_paths() {
    const std::vector<JsonPath> price = {{"metadata", "price"}};
    QCOMPARE(one(quoted("{'price':1}"), price), "missing");
    QCOMPARE(one(quoted("{'x':{'metadata':{'price':1}}}"), price), "missing");
    QCOMPARE(one(quoted("{'metadata':{'x':{'price':1}}}"), price), "missing");
    for (const char* value : {"5", "\"x\"", "true", "[{\"price\":1}]"})
      QCOMPARE(one(std::string("{\"metadata\":") + value + "}", price), "wrong");
    QCOMPARE(one(quoted("{'metadata':{'price':{}}}"), price), "wrong");
    QCOMPARE(one(quoted("{'a':{'b':{'c':'deep'},'c':1}}"), {{"a", "b", "c"}}), "text(deep)");
  }
  void roles_may_share_keys() {
    const std::vector<JsonPath> paths = {{"a"}, {"a", "b"}, {"a"}, {"a", "b"}, {}};
    QCOMPARE(one(quoted("{'a':1}"), paths), "number(1) wrong number(1) wrong missing");
    QCOMPARE(one(quoted("{'a':{'b':2}}"), paths), "wrong number(2) wrong number(2) missing");
    QCOMPARE(one(quoted("{'a':null}"), paths), "missing missing missing missing missing");
  }
  void refuses_what_is_no_object() {
    for (const char* line : {"1",
                             "\"a\"",
                             "null",
                             "[]",
                             "[{\"a\":1}]",
                             "x",
                             "{",
                             "}",
                             "{\"a\"",
                             "{\"a\":",
                             "{\"a\":1",
                             "{\"a\":1,",
                             "{\"a\":1}}",
                             "{\"a\":1} 2",
                             "{\"a\":1},x",
                             "{\"a\":1}{",
                             ",",
                             ",{\"a\":1}",
                             "{a:1}",
                             "{'a':1}",
                             "{\"a\" 1}",
                             "{\"a\"::1}",
                             "{,}",
                             "{\"a\":1,}",
                             "{\"a\":1,,\"b\":2}",
                             "{\"a\":}",
                             "{\"a\": }",
                             "{1:1}",
                             "{\"a\":1 \"b\":2}",
                             "\xef\xbb{\"a\":1}",
                             "{\"a\":1}\f",
                             "\v{\"a\":1}"})
      QVERIFY2(malformed(line), line);
  }
  void checks_tracked_and_ignored_values_alike() {
    for (const char* value : {"01",
                              "-01",
                              "1.",
                              "+1",
                              ".5",
                              "-",
                              "-.5",
                              "1e",
                              "1e+",
                              "1.e5",
                              "0x10",
                              "1_000",
                              "00",
                              "NaN",
                              "Infinity",
                              "-Infinity",
                              "nan",
                              "tru",
                              "truee",
                              "True",
                              "nul",
                              "nulll",
                              "fals",
                              "undefined",
                              "[1,,2]",
                              "[1,]",
                              "[,1]",
                              "[",
                              "[1",
                              "[1}",
                              "{\"x\":1]",
                              "{\"x\":01}",
                              "{\"x\":tru}",
                              "[tru]",
                              "{\"x\"}",
                              "{\"x\":1,}",
                              "\"",
                              "\"abc",
                              "\"\\\"",
                              "\"\\x\"",
                              "\"\\u12\"",
                              "\"\\u12g4\"",
                              "\"\\ud800\"",
                              "\"\\ud800x\"",
                              "\"\\ud800\\n\"",
                              "\"\\ud800\\ud800\"",
                              "\"\\ud800\\u0041\"",
                              "\"\\udc00\"",
                              "\"\\udfff\\ud800\"",
                              "\"\ttab\"",
                              "\"\x01\"",
                              "\"\x1f\"",
                              "1 2",
                              "\"a\"\"b\"",
                              ""}) {
      for (const char* key : {"a", "b"}) {
        const std::string line = std::string("{\"") + key + "\":" + value + "}";
        QVERIFY2(malformed(line), line.c_str());
        // Once more with the layout already known.
        QCOMPARE(dump_ndjson("{\"" + std::string(key) + "\":1}\n" + line + "\n", {{"z"}}),
                 "0:0 missing\n1:8 malformed row\n");
      }
    }
  }
  void refuses_nul_bytes_and_invalid_utf8() {
    using namespace std::string_view_literals;
    QVERIFY(malformed("{\"a\":\"x\0y\"}"sv));
    QVERIFY(malformed("{\"a\":1\0}"sv));
    for (const char* bytes :
         {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"}) {
      QVERIFY(malformed(std::string("{\"a\":\"") + bytes + "\"}"));
      QVERIFY(malformed(std::string("{\"b\":\"") + bytes + "\"}"));
      QVERIFY(malformed(std::string("{\"") + bytes + "\":1}"));
    }
    // Bytes of one line never complete those of the next, and good neighbours stay good.
    QCOMPARE(dump_ndjson("{\"a\":\"\xc3\"}\n{\"a\":\"\xc3\xa9\"}\n{\"a\":\"\xa9\"}\n", {{"a"}}),
             "0:0 malformed row\n1:10 text(\xc3\xa9)\n2:21 malformed row\n");
  }
  void steps_into_arrays() {
    const std::vector<JsonPath> paths = {{"a", json_element(1)},
                                         {"a", json_element_with("k", "x"), "v"},
                                         {"a", json_element(0), "k"},
                                         {"a", "v"},
                                         {"a"}};
    const auto values = [&](const char* text) { return one(quoted(text), paths); };
    QCOMPARE(values("{'a':[{'k':'x','v':1},2]}"), "number(2) number(1) text(x) wrong wrong");
    // The first that matches; of a doubled key the last value.
    QCOMPARE(values("{'a':[{'v':1},'s',{'v':2,'k':'\\u0078'},{'k':'x','v':3}]}"),
             "text(s) number(2) missing wrong wrong");
    QCOMPARE(values("{'a':[{'k':'x','k':1,'v':1}, [] ]}"), "wrong missing number(1) wrong wrong");
    QCOMPARE(values("{'a':[]}"), "missing missing missing wrong wrong");
    QCOMPARE(values("{'a':{'v':4}}"), "wrong wrong wrong number(4) wrong");
    QCOMPARE(values("{'a':7}"), "wrong wrong wrong wrong number(7)");
    QCOMPARE(values("{'a':null}"), "missing missing missing missing missing");
    // An array under the same key again.
    QCOMPARE(values("{'a':[1,2],'a':[3]}"), "missing missing wrong wrong wrong");
    QVERIFY(malformed(quoted("{'a':[1,2,]}"), paths));
    QVERIFY(malformed(quoted("{'a':[1,tru]}"), paths));
    QVERIFY(malformed(quoted("{'a':[1 2]}"), paths));
    QVERIFY(malformed(quoted("{'a':[1,{'k':'x','v':01}]}"), paths));
    QVERIFY(
        malformed("{\"a\":" + repeat("[", 256) + repeat("]", 256) + "}", {{"a", json_element(0)}}));
    QCOMPARE(one("{\"a\":" + repeat("[", 255) + repeat("]", 255) + "}", {{"a", json_element(0)}}),
             "wrong");
  }
  void tells_which_paths_lead_anywhere() {
    const JsonLayout layout({{"a", "b"}, {"a"}, {"c", json_element(1)}, {"d"}}, 0b1111);
    const auto found = [&layout](const std::string& text) {
      const std::string line = quoted(text) + "\n" + std::string(kChunkPadding, '\0');
      JsonRowParser parser;
      parser.begin(layout);
      return parser.parse(line.data()) == nullptr ? 99 : parser.found();
    };
    QCOMPARE(found("{}"), 0U);
    QCOMPARE(found("{'a':{},'c':[1]}"), 0b0010U);
    QCOMPARE(found("{'a':{'b':null},'c':[1,null],'d':0}"), 0b1111U);
    QCOMPARE(found("{'a':1,'c':{},'b':1}"), 0b0010U);
  }
  void reads_over_what_stands_around_objects() {
    using namespace std::string_view_literals;
    QCOMPARE(dump_ndjson("{\"a\":1},\n {\"a\":2} , \r\n{\"a\":3},", {{"a"}}),
             "0:0 number(1)\n1:9 number(2)\n2:22 number(3)\n");
    QCOMPARE(dump_ndjson("{\"a\":1}{\"a\":2} {\"a\":tru}\n{\"a\":4},{\"a\":5}", {{"a"}}, nullptr,
                         1000, true),
             "0:0 number(1) [{\"a\":1}]\n0:7 number(2) [{\"a\":2}]\n0:15 malformed row "
             "[{\"a\":tru}]\n1:25 number(4) [{\"a\":4}]\n1:33 number(5) [{\"a\":5}]\n");
    QCOMPARE(dump_ndjson("\xef\xbb\xbf{\"a\":1}\n\0\0\n\0 {\"a\":2}\0"sv, {{"a"}}),
             "0:3 number(1)\n2:16 number(2)\n");
    // What is no object makes the whole line one row.
    QCOMPARE(dump_ndjson("{\"a\":1}{\"a\":2}x\n{\"a\":1}[]\n", {{"a"}}),
             "0:0 malformed row\n1:16 malformed row\n");
    // A backslash outside of strings takes no bracket with it.
    QCOMPARE(dump_ndjson("{\"a\"1\\}{\"a\":2}\n", {{"a"}}), "0:0 malformed row\n0:7 number(2)\n");
    // The limit holds for the line.
    QCOMPARE(dump_ndjson("{\"a\":1}{\"a\":2}\n{\"a\":1},\n", {{"a"}}, nullptr, 8),
             "0:0 record too long\n1:15 number(1)\n");
  }
  void limits_nesting() {
    for (const auto& [open, close] : {std::pair{"[", "]"}, std::pair{"{\"a\":", "}"}}) {
      const std::string core = std::string(open) == "[" ? "" : "1";
      const auto nested = [&](std::size_t depth) {
        return repeat(open, depth) + core + repeat(close, depth);
      };
      QCOMPARE(one("{\"a\":" + nested(255) + "}"), "wrong");
      QVERIFY(malformed("{\"a\":" + nested(256) + "}"));
      QCOMPARE(one("{\"b\":" + nested(255) + "}"), "missing");
      QVERIFY(malformed("{\"b\":" + nested(256) + "}"));
      QVERIFY(malformed("{\"b\":" + repeat(open, 100'000)));
    }
    const std::vector<JsonPath> deep = {JsonPath(300, "a")};
    QCOMPARE(one(repeat("{\"a\":", 256) + "1" + repeat("}", 256), deep), "wrong");
    QVERIFY(malformed(repeat("{\"a\":", 300) + "1" + repeat("}", 300)));
    QVERIFY(malformed(repeat("{\"a\":", 300) + "1" + repeat("}", 300), deep));
  }
  void counts_lines_and_offsets() {
    std::size_t lines = 0;
    QCOMPARE(dump_ndjson("{\"a\":1}\r\n\n  \t\r\nx\r\n{\"a\":2}", {{"a"}}, &lines),
             "0:0 number(1)\n3:15 malformed row\n4:18 number(2)\n");
    QCOMPARE(lines, std::size_t{5});
    QCOMPARE(dump_ndjson("", {{"a"}}, &lines), "");
    QCOMPARE(lines, std::size_t{0});
    QCOMPARE(dump_ndjson("\n\n", {{"a"}}, &lines), "");
    QCOMPARE(lines, std::size_t{2});
    QCOMPARE(dump_ndjson("  ", {{"a"}}, &lines), "");
    QCOMPARE(lines, std::size_t{1});
  }
  void shows_records_without_their_line_end() {
    QCOMPARE(dump_ndjson("bad \r\n\r\r\n {} \r\nbad\r", {{"a"}}, nullptr, 1000, true),
             "0:0 malformed row [bad ]\n1:6 malformed row [\r]\n2:9 missing [ {} ]\n"
             "3:15 malformed row [bad]\n");
    QCOMPARE(dump_ndjson("{}\nbad\r", {{"a"}}, nullptr, 1000, true),
             "0:0 missing [{}]\n1:3 malformed row [bad\r]\n");
    QCOMPARE(dump_ndjson("{}\r\n\r", {{"a"}}), "0:0 missing\n");
  }
  void limits_the_length_of_a_line() {
    QCOMPARE(
        dump_ndjson("{\"a\":1}\n{\"a\":12}\r\n{\"a\":123}\r\nbad bad bad\n          \n{\"a\":1}",
                    {{"a"}}, nullptr, 8),
        "0:0 number(1)\n1:8 number(12)\n2:18 record too long\n3:29 record too long\n"
        "5:52 number(1)\n");
  }
  void learns_changing_key_orders() {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"{'id':1,'user_id':2,'type':3,'metadata':{'price':4}}",
         "number(1) number(2) number(3) number(4)"},
        {"{'type':3,'metadata':{'x':0,'price':4},'user_id':2,'id':1}",
         "number(1) number(2) number(3) number(4)"},
        {"{ 'id': 1, 'user_id': 2, 'type': 3, 'metadata': {'price': 4} }",
         "number(1) number(2) number(3) number(4)"},
        {"{'id':   1,'user_id':2,'type':3,'metadata':{}}", "number(1) number(2) number(3) missing"},
        {"{'id':1}", "number(1) missing missing missing"},
        {"{'id':1,'user_id':}", "malformed row"},
        {"{'id':}", "malformed row"},
        {"{'metadata':{'price':}}", "malformed row"},
        {"{'ids':1,'user_id':2}", "missing number(2) missing missing"},
        {"{}", "missing missing missing missing"}};
    // Every row after every other one.
    std::string text;
    std::string expected;
    std::size_t number = 0;
    const auto add = [&](std::size_t row) {
      expected += fmt::format("{}:{} {}\n", number++, text.size(), rows[row].second);
      text += quoted(rows[row].first) + "\n";
    };
    for (std::size_t first = 0; first < rows.size(); ++first) {
      for (std::size_t second = 0; second < rows.size(); ++second) {
        add(first);
        add(second);
      }
    }
    QCOMPARE(dump_ndjson(text, kActivityPaths), expected);
  }
  void holds_with_more_keys_than_it_remembers() {
    std::string line = "{";
    for (int i = 0; i < 100; ++i)
      line += "\"key" + std::to_string(i) + "\":" + std::to_string(i) + ",";
    line += "\"" + repeat("long", 100) + "\":\"x\"}\n";
    const std::vector<JsonPath> paths = {{"key0"}, {"key99"}, {repeat("long", 100)}};
    const std::string row = " number(0) number(99) text(x)\n";
    const std::string size = std::to_string(line.size());
    QCOMPARE(dump_ndjson(line + line, paths), "0:0" + row + "1:" + size + row);
  }
  void keeps_unescaped_texts_until_the_next_chunk() {
    std::string text;
    std::string expected;
    for (int i = 0; i < 3000; ++i) {
      const std::string offset = std::to_string(text.size());
      const std::string number = std::to_string(i);
      text += "{\"a\":\"" + repeat("\\n", 50) + number + "\"}\n";
      expected += number + ":" + offset + " text(" + repeat("\n", 50) + number + ")\n";
    }
    QCOMPARE(dump_ndjson(text, {{"a"}}), expected);
  }
};

QTEST_APPLESS_MAIN(TestNdjson)
#include "test_ndjson.moc"
