// Numbers, times, access-log lines and JSON objects against the slow readers of tests/support,
// which share no code with the engine. Each line of the input is a value.
//
// Letters: n numbers, t times, l times of access logs, a access-log lines, j JSON objects; z a
// source zone with changes of offset.
#include <vector>

#include "model/core/timestamp.h"
#include "model/parse/log_parser.h"
#include "model/parse/log_prefix.h"
#include "model/parse/number_field.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/json_oracle.h"
#include "tests/support/log_layout.h"
#include "tests/support/record_dump.h"
#include "tests/support/twin_number.h"
#include "tests/support/twin_records.h"
#include "tests/support/twin_time.h"

namespace footfall::fuzz {
namespace {

std::string units_text(Int128 units) {
  std::string out;
  append_integer(out, WideInt<3>(units));
  return out;
}

std::string expected_number(const twin::Number& number) {
  if (!number.good) return "bad number";
  if (!number.in_range) return "out of range";
  return number.units.text() + (number.rounded ? " rounded" : "");
}

// `text` has no blanks around it and 16 readable bytes behind it.
void check_number(std::string_view text) {
  // The twin writes an exponent out.
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos && text.size() - exponent > 6) return;
  const twin::Number number = twin::read_number(text);
  const std::string expected = expected_number(number);

  const ParsedNumber parsed = parse_number(text);
  std::string got = parsed.fault == NumberFault::bad            ? "bad number"
                    : parsed.fault == NumberFault::out_of_range ? "out of range"
                                                                : units_text(parsed.value.units);
  if (parsed.fault == NumberFault::none && parsed.rounded) got += " rounded";
  must_equal("number " + std::string(text), expected, got);
  if (text.empty()) return;  // a missing value, which readers find before

  const Field field{text, FieldKind::text};
  Decimal value;
  RejectReason reason{};
  bool rounded = false;
  if (read_decimal(field, value, reason, rounded))
    got = units_text(value.units) + (rounded ? " rounded" : "");
  else
    got = reason_name(reason);
  must_equal("field " + std::string(text), expected, got);

  std::uint64_t count = 0;
  if (!read_count(field, count, reason, rounded)) return;
  must_equal("count " + std::string(text), number.good ? number.units.text() : expected,
             units_text(static_cast<Int128>(count) * Decimal::kOne));
}

void check_time(std::string_view text, bool zoned, bool log) {
  static const TimeZone berlin = *TimeZone::load("Europe/Berlin", "--source-zone");
  const twin::Zone* const zone = twin::Zone::load(zoned ? "Europe/Berlin" : "UTC");
  const std::size_t exponent = text.find_first_of("eE");
  if (!log && exponent != std::string_view::npos && text.size() - exponent > 6) return;
  const auto expected = log ? twin::read_log_time(text, *zone) : twin::read_timestamp(text, *zone);
  TimestampParser parser(zoned ? berlin : TimeZone());
  // The second time from what the first one left behind.
  for (int turn = 0; turn < 2; ++turn) {
    Instant instant;
    const bool good = log ? parser.parse_log(text, instant) : parser.parse(text, instant);
    must_equal("time " + std::string(text), expected ? std::to_string(*expected) : "bad",
               good ? std::to_string(instant.seconds) : "bad");
  }
}

std::string cell_text(const twin::Cell& cell, bool target) {
  if (cell.kind == twin::Cell::Kind::text) return " text(" + cell.text + ")";
  return target ? " no-target" : " missing";
}

// The twin knows nothing of what other programs put in front of lines.
bool any_prefix(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    if (log_front(text.substr(at)).pieces > 0) return true;
    if (text.find('\n', at) == std::string_view::npos) return false;
  }
  return false;
}

void check_log(std::string_view text) {
  std::string expected;
  for (const twin::Record& record : twin::read_access_log(std::string(text), {}, false)) {
    expected += std::to_string(record.line - 1) + ':' + std::to_string(record.offset);
    for (std::size_t i = 0; i < record.cells.size(); ++i)
      expected += cell_text(record.cells[i], i == kLogPage);
    expected += (record.cells.empty() ? " " + record.fault : "") + '\n';
  }
  const testing::OwnChunk chunk(text);
  static const InputLayout layout = testing::log_layout("combined");
  struct Sink {
    std::string out;
    void row(const Field* fields, const RecordPlace& place) {
      out += std::to_string(place.line) + ':' + std::to_string(place.offset);
      for (std::size_t i = 0; i < kLogFields; ++i)
        out += fields[i].kind == FieldKind::no_target
                   ? " no-target"
                   : " text(" + std::string(fields[i].text) + ")";
      out += '\n';
    }
    void reject(RejectReason reason, const RecordPlace& place) {
      out += std::to_string(place.line) + ':' + std::to_string(place.offset) + ' ' +
             std::string(reason_name(reason)) + '\n';
    }
  } sink;
  LogParser(layout, false).parse(chunk.chunk(), sink);
  must_equal("access log " + std::string(text), expected, sink.out);
}

const std::vector<JsonPath> kPaths = {{"id"}, {"metadata", "price"}, {"metadata"}, {"a", "b", "c"}};

std::string json_field(const testing::JsonValue& row, const JsonPath& path) {
  using Kind = testing::JsonValue::Kind;
  const testing::JsonValue* value = &row;
  for (const std::string& step : path) {
    if (value->kind != Kind::object) return " wrong";
    value = value->member(step);
    if (value == nullptr || value->kind == Kind::null) return " missing";
  }
  if (value->kind == Kind::string) return " text(" + value->text + ")";
  if (value->kind == Kind::number) return " number(" + value->text + ")";
  return " wrong";
}

void check_json(std::string_view line) {
  // A blank line is no row; a CR before the line end, where there is one, is no part of it.
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
  const auto row_of = [](std::string_view text) -> std::optional<std::string> {
    const auto row = testing::read_json(text);
    if (!row || row->kind != testing::JsonValue::Kind::object) return std::nullopt;
    std::string fields;
    for (const JsonPath& path : kPaths) fields += json_field(*row, path);
    return fields;
  };
  std::string expected;
  if (const auto whole = row_of(twin::without_comma(line)))
    expected = "0:0" + *whole + '\n';
  else
    for (const twin::JsonPiece& piece : twin::json_pieces(line))
      expected +=
          "0:" + std::to_string(piece.at) + row_of(piece.text).value_or(" malformed row") + '\n';
  must_equal("JSON " + std::string(line), expected, testing::dump_ndjson(line, kPaths));
  must_equal("JSON line " + std::string(line), expected,
             testing::dump_ndjson(std::string(line) + '\n', kPaths));
}

}  // namespace
}  // namespace footfall::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace footfall::fuzz;
  const Input input(data, size);
  // The twin reads over a byte-order mark, which the engine does before it parses.
  if (input.says('a') && !input.rest.starts_with("\xef\xbb\xbf") && !any_prefix(input.rest))
    check_log(input.rest);
  for (std::string_view rest = input.rest; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const std::string line(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    // Exactly the bytes that may be looked at, so that a step beyond shows.
    std::vector<char> padded(line.begin(), line.end());
    padded.resize(line.size() + 16, '7');
    const std::string_view value =
        footfall::trim_blanks(std::string_view(padded.data(), line.size()));
    if (value.size() > 300) continue;  // the twin's arithmetic is that of a schoolbook
    if (input.says('n')) check_number(value);
    if (input.says('t')) check_time(value, input.says('z'), false);
    if (input.says('l')) check_time(value, input.says('z'), true);
    if (input.says('j')) check_json(line);
  }
  return 0;
}
