#include <QTest>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <random>

#include "model/parse/ndjson_parser.h"
#include "tests/support/json_oracle.h"
#include "tests/support/record_dump.h"
#include "tests/support/twin_records.h"

// Random rows, sound and damaged, against a plain reader of RFC 8259 and simdjson's DOM.
using namespace footfall;
using footfall::testing::dump_ndjson;
using footfall::testing::JsonValue;
using footfall::testing::read_json;
using footfall::twin::json_pieces;
using footfall::twin::JsonPiece;
using footfall::twin::without_comma;

namespace {

const std::vector<JsonPath> kPaths = {
    {"id"}, {"k"}, {"metadata", "price"}, {"metadata"}, {"a", "b", "c"}};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  std::string object(unsigned depth) {
    std::string out = "{";
    const std::size_t members = below(6);
    for (std::size_t i = 0; i < members; ++i) {
      if (i > 0) out += ",";
      out += blank() + key() + blank() + ":" + blank() + value(depth) + blank();
    }
    return out + blank() + "}";
  }

  /// One damage: a byte dropped, doubled, changed, or a piece moved.
  std::string damaged(std::string text) {
    static constexpr std::string_view kBytes =
        "{}[]\",:\\ue+-.019tn x\t\r\x01\x7f\xc3\xa9\xed\xa0\xff";
    const std::size_t at = below(text.size());
    switch (below(5)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, text[at]);
        break;
      case 2:
        text[at] = kBytes[below(kBytes.size())];
        break;
      case 3:
        text.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      default:
        text.erase(at, below(8));
        break;
    }
    return text;
  }

 private:
  std::string blank() {
    static constexpr const char* kBlanks[] = {"", "", "", "", "", "", " ", "\t", "\r", "  "};
    return kBlanks[below(std::size(kBlanks))];
  }
  std::string key() {
    static constexpr const char* kKeys[] = {
        "id",
        "k",
        "metadata",
        "price",
        "a",
        "b",
        "c",
        "",
        "other",
        "\\u0069d",
        "metadat\\u0061",
        "quo\\\"te",
        "caf\xc3\xa9",
        "a key that is longer than the thirty-two bytes compared first"};
    return fmt::format("\"{}\"", kKeys[below(std::size(kKeys))]);
  }
  std::string string() {
    static constexpr const char* kPieces[] = {"x",
                                              "text",
                                              "\\n",
                                              "\\\"",
                                              "\\\\",
                                              "\\/",
                                              "\\u0041",
                                              "\\ud83d\\ude00",
                                              "\\u0000",
                                              "\xc3\xa9",
                                              "\xe2\x82\xac",
                                              "\xf0\x9f\x98\x80",
                                              " ",
                                              "\x7f",
                                              "\\uD800\\uDC00",
                                              "\\u20ac",
                                              "{",
                                              "}",
                                              ",",
                                              ":",
                                              "sixteen bytes it"};
    std::string out = "\"";
    for (std::size_t i = below(6); i > 0; --i) out += kPieces[below(std::size(kPieces))];
    return out + "\"";
  }
  std::string number() {
    static constexpr const char* kNumbers[] = {"0",
                                               "-0",
                                               "1",
                                               "12",
                                               "-7",
                                               "1.5",
                                               "0.25",
                                               "1e2",
                                               "1E+2",
                                               "2e-7",
                                               "0e0",
                                               "-0.0",
                                               "123456789012345678901234567890",
                                               "1735689600"};
    return kNumbers[below(std::size(kNumbers))];
  }
  std::string value(unsigned depth) {
    switch (below(depth > 4 ? 6 : 9)) {
      case 0:
        return "null";
      case 1:
        return below(2) == 0 ? "true" : "false";
      case 2:
      case 3:
        return number();
      case 4:
      case 5:
        return string();
      case 6: {
        std::string out = "[";
        const std::size_t items = below(4);
        for (std::size_t i = 0; i < items; ++i)
          out += (i > 0 ? "," : "") + blank() + value(depth + 1) + blank();
        return out + "]";
      }
      default:
        return object(depth + 1);
    }
  }

  std::mt19937 random_;
};

/// The value a path leads to, as a dump shows it.
std::string expected_field(const JsonValue& row, const JsonPath& path) {
  const JsonValue* value = &row;
  for (const std::string& step : path) {
    if (value->kind != JsonValue::Kind::object) return "wrong";
    value = value->member(step);
    if (value == nullptr || value->kind == JsonValue::Kind::null) return "missing";
  }
  if (value->kind == JsonValue::Kind::string) return fmt::format("text({})", value->text);
  if (value->kind == JsonValue::Kind::number) return fmt::format("number({})", value->text);
  return "wrong";
}

constexpr std::string_view kMalformed = "malformed row";

std::optional<std::string> object_row(std::string_view text) {
  const auto row = read_json(text);
  if (!row || row->kind != JsonValue::Kind::object) return std::nullopt;
  std::string out;
  for (const JsonPath& path : kPaths) out += (out.empty() ? "" : " ") + expected_field(*row, path);
  return out;
}

/// The dump of a line `number` at `offset`.
std::string expected_rows(std::string_view line, std::size_t number, std::size_t offset) {
  if (const auto whole = object_row(without_comma(line)))
    return fmt::format("{}:{} {}\n", number, offset, *whole);
  std::string out;
  for (const JsonPiece& piece : json_pieces(line))
    out += fmt::format("{}:{} {}\n", number, offset + piece.at,
                       object_row(piece.text).value_or(std::string(kMalformed)));
  return out;
}

std::string parsed_row(std::string_view line) {
  const std::string dump = dump_ndjson(line, kPaths);
  return dump.substr(4, dump.size() - 5);
}

}  // namespace

class TestNdjsonRandom : public QObject {
  Q_OBJECT
 private slots:
  void agrees_line_by_line() {
    Writer writer(1);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 30'000; ++i) {
      std::string line = writer.object(0);
      for (std::size_t damages = writer.below(3); damages > 0 && !line.empty(); --damages)
        line = writer.damaged(line);
      if (line.find_first_not_of(" \t") == std::string::npos) continue;
      const std::string expected = expected_rows(line, 0, 0);
      const std::string got = dump_ndjson(line, kPaths);
      QVERIFY2(got == expected, (line + "\n" + expected + got).c_str());
      ++(expected.ends_with("malformed row\n") ? bad : good);
    }
    QVERIFY(good > 5'000);
    QVERIFY(bad > 5'000);
  }
  void agrees_within_one_chunk() {
    Writer writer(2);
    for (int round = 0; round < 100; ++round) {
      std::string text;
      std::string expected;
      for (std::size_t line = 0; line < 100; ++line) {
        std::string row = writer.object(0);
        if (round % 2 == 1 && writer.below(3) == 0) row = writer.damaged(row);
        if (row.find_first_not_of(" \t\r") == std::string::npos)
          row = "[]";  // a blank line is no row
        expected += expected_rows(row, line, text.size());
        text += row + (writer.below(4) == 0 ? "\r\n" : "\n");
      }
      QCOMPARE(dump_ndjson(text, kPaths), expected);
    }
  }
  void every_cut_of_a_row_is_malformed() {
    Writer writer(3);
    for (int i = 0; i < 300; ++i) {
      const std::string row = writer.object(0);
      for (std::size_t length = 1; length < row.size(); ++length)
        QCOMPARE(parsed_row(std::string_view(row).substr(0, length)), kMalformed);
      QVERIFY(parsed_row(row) != kMalformed);
    }
  }
  void agrees_with_simdjson_where_that_is_strict() {
    // Its DOM checks everything but takes deeper nesting and refuses integers over 64 bits and
    // numbers beyond double.
    const auto has_large_exponent = [](std::string_view line) {
      for (std::size_t at = 0; (at = line.find_first_of("eE", at)) != std::string_view::npos;) {
        if (++at < line.size() && (line[at] == '+' || line[at] == '-')) ++at;
        const std::size_t end = std::min(line.find_first_not_of("0123456789", at), line.size());
        if (end >= at + 3) return true;
      }
      return false;
    };
    Writer writer(4);
    simdjson::dom::parser parser;
    int compared = 0;
    for (int i = 0; i < 20'000; ++i) {
      std::string line = writer.object(0);
      if (writer.below(2) == 0) line = writer.damaged(line);
      if (line.find("123456789") != std::string::npos || has_large_exponent(line)) continue;
      if (line.find_first_not_of(" \t") == std::string::npos) continue;
      if (!object_row(without_comma(line)) && json_pieces(line).size() > 1) continue;
      simdjson::dom::element element;
      const simdjson::error_code error = parser.parse(simdjson::padded_string(line)).get(element);
      const bool accepted = error == simdjson::SUCCESS && element.is_object();
      QVERIFY2((parsed_row(line) != kMalformed) == accepted, line.c_str());
      ++compared;
    }
    QVERIFY(compared > 5'000);
  }
};

QTEST_APPLESS_MAIN(TestNdjsonRandom)
#include "test_ndjson_random.moc"
