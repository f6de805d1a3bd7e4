#include <QTest>

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "model/parse/log_parser.h"
#include "tests/support/log_layout.h"
#include "tests/support/record_dump.h"

using namespace footfall;
using footfall::testing::log_layout;
using footfall::testing::OwnChunk;
using footfall::testing::RecordDump;

namespace {

constexpr std::string_view kCombined =
    "203.0.113.9 - frank [06/Jan/2025:10:58:58 +0100] \"GET /a?b=c HTTP/1.1\" 200 2326 "
    "\"https://example.org/start\" \"Mozilla/5.0 (X11; Linux)\"";

std::string dump(std::string_view text, std::size_t* lines = nullptr,
                 std::size_t limit = 16 << 20) {
  const OwnChunk chunk(text);
  RecordDump sink(kLogFields);
  const std::size_t count =
      LogParser(log_layout("combined", limit), false).parse(chunk.chunk(), sink);
  if (lines != nullptr) *lines = count;
  return sink.text();
}
/// Fields of one line as time|page|host|agent; `-` before the request of a line without target.
std::string one(std::string_view line) {
  std::array<Field, kLogFields> fields;
  if (!read_access_log_line(line, fields)) return "malformed";
  const std::string_view mark = fields[kLogPage].kind == FieldKind::no_target ? "-" : "";
  return fmt::format("{}|{}{}|{}|{}", fields[kLogTime].text, mark, fields[kLogPage].text,
                     fields[kLogHost].text, fields[kLogAgent].text);
}
std::string page(std::string_view request) {
  const std::string_view target = request_target(request);
  return target.data() == nullptr ? "none" : std::string(target);
}
/// A line around its parts.
std::string with_request(std::string_view rest) { return fmt::format("h - - [t] {}", rest); }

}  // namespace

class TestAccessLog : public QObject {
  Q_OBJECT
 private slots:
  void reads_combined_and_common_lines() {
    QCOMPARE(one(kCombined),
             "06/Jan/2025:10:58:58 +0100|/a?b=c|203.0.113.9|Mozilla/5.0 (X11; Linux)");
    QCOMPARE(one("::1 - - [06/Jan/2025:10:58:58 +0100] \"GET / HTTP/1.0\" 304 -"),
             "06/Jan/2025:10:58:58 +0100|/|::1|");
    QCOMPARE(one("h - - [t] \"GET / HTTP/1.0\""), "t|/|h|");
    QCOMPARE(one("h - - [t] \"GET / HTTP/1.0\" anything [at] all ]\\"), "t|/|h|");
  }
  void takes_users_with_spaces_and_brackets() {
    QCOMPARE(one("h - Ann Lee [t] \"GET / HTTP/1.0\""), "t|/|h|");
    QCOMPARE(one("h - a[b]c [t] \"GET / HTTP/1.0\""), "t|/|h|");
    QCOMPARE(one("h - \"\" [t] \"GET / HTTP/1.0\""), "t|/|h|");
    QCOMPARE(one("h ident - [t] \"GET / HTTP/1.0\""), "t|/|h|");
    QCOMPARE(one("h  - [t] \"GET / HTTP/1.0\""), "t|/|h|");
    // The time begins with a digit, whatever a user is called.
    QCOMPARE(one("h - joe [admin] [1] \"GET / HTTP/1.0\""), "1|/|h|");
    QCOMPARE(one("h - [x] [1] \"GET / HTTP/1.0\""), "1|/|h|");
  }
  void takes_users_without_a_name() {
    QCOMPARE(one("h - [1] \"GET / HTTP/1.1\""), "1|/|h|");
    QCOMPARE(one("h -  [1] \"GET / HTTP/1.1\""), "1|/|h|");
    QCOMPARE(one("h - [t] \"GET / HTTP/1.1\""), "t|/|h|");
    QCOMPARE(one("h -  [t] \"GET / HTTP/1.1\""), "t|/|h|");
  }
  void refuses_lines_of_another_form() {
    for (const char* line : {"",
                             "h",
                             "h ",
                             "h -",
                             "h - ",
                             "h - -",
                             "h - - ",
                             "h - - [",
                             "h - - [t",
                             "h - - [t]",
                             "h - - [t] ",
                             "h - - [t] \"",
                             "h - - [t] \"GET / HTTP/1.1",
                             "h - - [t] GET / HTTP/1.1",
                             "h - - [t]\"GET / HTTP/1.1\"",
                             "h - - [t]  \"GET / HTTP/1.1\"",
                             " h - - [t] \"GET / HTTP/1.1\"",
                             "h [t] \"GET / HTTP/1.1\"",
                             "h - -[t] \"GET / HTTP/1.1\"",
                             "h - - t] \"GET / HTTP/1.1\"",
                             "timestamp,page_url,visitor_id",
                             "{\"a\":1}"})
      QCOMPARE(one(line), "malformed");
  }
  void hands_empty_parts_on() {
    QCOMPARE(one("h - - [] \"GET / HTTP/1.1\""), "|/|h|");
    QCOMPARE(one("h - - [t] \"\""), "t|-|h|");
  }
  void ends_quoted_parts_at_unescaped_quotes() {
    QCOMPARE(one(with_request("\"GET /a\\\"b HTTP/1.1\" 200 1 \"r\\\"\" \"x \\\"y\\\" z\"")),
             "t|/a\\\"b|h|x \\\"y\\\" z");
    QCOMPARE(one(with_request("\"GET /a\\\\\" 200 1 \"-\" \"agent\\\\\"")), "t|/a\\\\|h|agent\\\\");
    QCOMPARE(one(with_request("\"GET /a\\\\\\\" HTTP/1.1\" 200 1 \"-\" \"agent\"")),
             "t|/a\\\\\\\"|h|agent");
    QCOMPARE(one(with_request("\"GET /\\x22\\xe9 HTTP/1.1\" 200 1 \"-\" \"a\\x5c\"")),
             "t|/\\x22\\xe9|h|a\\x5c");
    QCOMPARE(one(with_request("\"GET /a\\\" 200 1")), "malformed");
  }
  void finds_the_agent_or_none() {
    const std::string request = "\"GET / HTTP/1.1\"";
    QCOMPARE(one(with_request(request + " 200 1 \"-\" \"\"")), "t|/|h|");
    QCOMPARE(one(with_request(request + " 200 1 \"-\" \"-\"")), "t|/|h|-");
    QCOMPARE(one(with_request(request + " 200 1 \"-\"")), "t|/|h|");
    QCOMPARE(one(with_request(request + " 200 1 \"-\" \"cut off")), "malformed");
    QCOMPARE(one(with_request(request + " 200 1 \"cut off")), "malformed");
    QCOMPARE(one(with_request(request + " 200 1 \"-\" \"app \"one\" 1\"")), "t|/|h|app \"one\" 1");
    QCOMPARE(one(with_request(request + " 200 1 \"r?q=\"x\"\" \"agent\"")), "t|/|h|agent");
    QCOMPARE(one(with_request(request + " 200 1 \"\" \"agent\" \"10.0.0.1\" 0.003")),
             "t|/|h|agent");
    QCOMPARE(one(with_request(request + " 200 1 0.5 x=\"1\" \"referer\" \"agent\"")),
             "t|/|h|agent");
    QCOMPARE(one(with_request(request + " \"r\" \"agent\"")), "t|/|h|agent");
  }
  void finds_the_target() {
    QCOMPARE(page("GET / HTTP/1.1"), "/");
    QCOMPARE(page("GET /a b  c HTTP/2"), "/a b  c");
    QCOMPARE(page("GET  /a HTTP/1.1"), " /a");
    QCOMPARE(page("GET /a  HTTP/1.1"), "/a ");
    QCOMPARE(page("CONNECT example.org:443 HTTP/1.1"), "example.org:443");
    QCOMPARE(page("GET http://example.org/ HTTP/1.1"), "http://example.org/");
    QCOMPARE(page("OPTIONS * HTTP/1.0"), "*");
    QCOMPARE(page("VERSION-CONTROL /x HTTP/1.1"), "/x");
    QCOMPARE(page("my_method / HTTP/x"), "/");
    QCOMPARE(page("GET /%7Euser/../x#y HTTP/1.1"), "/%7Euser/../x#y");
    QCOMPARE(page("GET /"), "/");
    QCOMPARE(page("GET https://example.org"), "https://example.org");
    QCOMPARE(page("OPTIONS *"), "*");
    QCOMPARE(page("GET /a HTTP/"), "/a");
  }
  void finds_no_target() {
    for (const char* request : {"",
                                "-",
                                "GET",
                                "GET ",
                                " ",
                                " / HTTP/1.1",
                                "/ HTTP/1.1",
                                "G3T / HTTP/1.1",
                                "GET: / HTTP/1.1",
                                "GET HTTP/1.1",
                                "GET  HTTP/1.1",
                                "GET index.html",
                                "GET /old style",
                                "GET /a\tb",
                                "GET /a http/1.1",
                                "OPTIONS / RTSP/1.0",
                                "OPTIONS * RTSP/1.0",
                                "GET  /a",
                                "GET example.org:443",
                                "GET HTTP://x",
                                "\\x16\\x03\\x01",
                                "\\x16 / HTTP/1.1",
                                "g\xc3\xa9t / HTTP/1.1",
                                "@ / HTTP/1.1",
                                "[ / HTTP/1.1",
                                "` / HTTP/1.1",
                                "{ / HTTP/1.1"})
      QCOMPARE(page(request), "none");
    QCOMPARE(one("h - - [t] \"-\" 408 -"), "t|--|h|");
  }
  void counts_lines_and_drops_line_ends() {
    const std::string line = "h - - [t] \"GET / HTTP/1.0\"";
    const std::string fields = "text(t) text(/) text(h) text()\n";
    std::size_t lines = 0;
    QCOMPARE(dump(line + "\r\n\n \t\r\nx\n" + line, &lines),
             "0:0 " + fields + "3:33 malformed row\n4:35 " + fields);
    QCOMPARE(lines, std::size_t{5});
    QCOMPARE(dump(line + "\n", &lines), "0:0 " + fields);
    QCOMPARE(lines, std::size_t{1});
    QCOMPARE(dump("", &lines), "");
    QCOMPARE(lines, std::size_t{0});
    // Only one CR belongs to the line end, and none without a line feed but behind CR LF.
    QCOMPARE(dump("h - - [t] \"GET / HTTP/1.0\" \"r\" \"a\"\r\r\n"),
             "0:0 text(t) text(/) text(h) text(a)\n");
    QCOMPARE(dump("\r\r\n\r"), "0:0 malformed row\n");
    QCOMPARE(dump("\r\n\n\r"), "2:3 malformed row\n");
  }
  void keeps_bytes_as_they_are() {
    using namespace std::string_view_literals;
    QCOMPARE(one("h\xff - - [t] \"GET /\xe9\0x HTTP/1.0\" 200 1 \"-\" \"\xfe\""sv),
             std::string("t|/\xe9\0x|h\xff|\xfe"sv));
  }
  void limits_the_length_of_a_line() {
    const std::string line = "h - - [t] \"GET / HTTP/1.0\"";
    QCOMPARE(
        dump(line + "\r\n" + line + "x\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", nullptr, line.size()),
        "0:0 text(t) text(/) text(h) text()\n1:28 record too long\n2:56 record too long\n");
  }
  void survives_lines_cut_anywhere() {
    const std::size_t sound = kCombined.find("\" 200") + 1;
    for (std::size_t length = 0; length <= kCombined.size(); ++length) {
      const std::string fields = one(kCombined.substr(0, length));
      const std::string_view cut = kCombined.substr(0, length);
      if (length < sound || std::ranges::count(cut, '"') % 2 == 1) {
        QCOMPARE(fields, "malformed");
      } else {
        const std::string agent = length == kCombined.size() ? "Mozilla/5.0 (X11; Linux)" : "";
        QCOMPARE(fields, "06/Jan/2025:10:58:58 +0100|/a?b=c|203.0.113.9|" + agent);
      }
    }
  }
  void gives_parts_of_any_damaged_line() {
    std::mt19937 random(5);
    for (int i = 0; i < 20'000; ++i) {
      std::string line(kCombined);
      for (std::size_t damages = 1 + random() % 4; damages > 0; --damages)
        line[random() % line.size()] = " \"[]\\-/x"[random() % 8];
      std::array<Field, kLogFields> fields;
      if (!read_access_log_line(line, fields)) continue;
      // Put together again the parts stand in the line in this order.
      const std::string_view rest(line);
      const std::size_t time =
          rest.find(fmt::format(" [{}] \"", fields[kLogTime].text), fields[kLogHost].text.size());
      QVERIFY2(rest.starts_with(fmt::format("{} ", fields[kLogHost].text)), line.c_str());
      QVERIFY2(time != std::string_view::npos, line.c_str());
      QVERIFY2(rest.find(fields[kLogPage].text, time) != std::string_view::npos, line.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(TestAccessLog)
#include "test_access_log.moc"
