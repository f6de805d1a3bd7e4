#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include <random>

#include "model/parse/access_log_format.h"
#include "model/parse/log_cleaning.h"
#include "model/parse/log_client.h"
#include "model/parse/log_parser.h"
#include "model/parse/shipped_log_data.h"
#include "tests/support/log_layout.h"
#include "tests/support/record_dump.h"

using namespace footfall;
using footfall::testing::log_layout;
using footfall::testing::OwnChunk;
using footfall::testing::RecordDump;

namespace {

/// Parts of a line as name=text; "no" and how far where it is of another form.
std::string parts_of(const std::string& format, std::string_view line) {
  const LogFormatPtr known = named_log_format(format, {}).value();
  std::string padded(line);
  padded.append(kChunkPadding, '\0');
  LogLine parts;
  LogExtent extent;
  if (!known->steps().read(std::string_view(padded).substr(0, line.size()), parts, extent))
    return fmt::format("no {} {}", extent.read, extent.wanted);
  std::string out;
  for (const LogFieldFacts& facts : kLogFieldTable)
    if (parts.has(facts.field)) out += fmt::format("{}={};", facts.name, parts[facts.field]);
  return out;
}

/// All records of a text that is cut into chunks of `size` bytes, as their cutter allows.
std::string read_in_chunks(const InputLayout& layout, std::string_view text, std::size_t size) {
  const std::unique_ptr<RecordCutter> cutter = AccessLogFormat::make_cutter(layout);
  AccessLogFormat::RoleParser parser;
  parser.follow(layout, EventType::visit);
  AccessLogFormat::Scratch scratch;
  std::string out;
  std::size_t taken = size;
  for (std::size_t at = 0; at < text.size();) {
    const bool ended = at + taken >= text.size();
    const std::string_view piece = text.substr(at, taken);
    const Cut cut = cutter->cut(piece, at, ended).value();
    if (cut.end == 0) {
      taken += size;
      continue;
    }
    const OwnChunk own(piece.substr(0, cut.end));
    Chunk chunk = own.chunk();
    chunk.offset = at;
    chunk.at_end = ended && cut.end == piece.size();
    RecordDump sink(kLogFields);
    parser.parse(chunk, scratch, sink);
    std::string lines = sink.text();
    // Places count from the chunk.
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = lines.find('\n', begin) + 1;
      const std::string line = lines.substr(begin, end - begin);
      out += line.substr(line.find(' ') + 1);
      begin = end;
    }
    at += cut.end;
    taken = size;
  }
  return out;
}

std::string description_fault(std::string_view text) {
  const Result<LogDescription> read = read_log_description(text, "mine", "/x/mine");
  return read ? "none" : fmt::format("{}: {}", read.error().line, read.error().found);
}

}  // namespace

class TestLogFormats : public QObject {
  Q_OBJECT
 private slots:
  void reads_every_shipped_description() {
    QVERIFY(shipped_log_formats().size() > 30);
    const auto formats = known_log_formats({}).value();
    QCOMPARE(formats.size(), shipped_log_formats().size());
    for (const ShippedLogFormat& file : shipped_log_formats()) {
      const Result<LogDescription> read =
          read_log_description(file.text, std::string(file.name), std::string(file.name));
      QVERIFY2(static_cast<bool>(read), std::string(file.name).c_str());
      QVERIFY2(read->title != read->name, read->name.c_str());
    }
  }
  void reads_descriptions_of_a_folder() {
    const QTemporaryDir folder;
    const auto put = [&](const char* name, const char* text) {
      QFile file(folder.filePath(name));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(text);
    };
    put("mine", "title: Mine\nline: {time} {client} {request}\n");
    put("combined", "title: Another\nline: {time} {client} {request}\n");
    put("README", "nothing\n");
    put(".hidden", "nothing\n");
    const std::string path = folder.path().toStdString();
    const auto formats = known_log_formats(path).value();
    QCOMPARE(formats.size(), shipped_log_formats().size() + 1);
    QCOMPARE(named_log_format("mine", path).value()->description().title, "Mine");
    QCOMPARE(named_log_format("combined", path).value()->description().title, "Another");
    put("broken", "\nline {client}\n");
    const auto read = known_log_formats(path);
    QVERIFY(!read && read.error().kind == ErrorKind::bad_log_format && read.error().line == 2);
    QVERIFY(read.error().where.ends_with("/broken"));
    QVERIFY(static_cast<bool>(known_log_formats(path + "/none")));
  }
  void says_what_is_wrong_with_a_description() {
    QCOMPARE(description_fault("line: {client} [{time}] \"{request}\"\n"), "none");
    QCOMPARE(description_fault("# c\n\nline: {client} [{tim}] \"{request}\"\n"),
             "3: line: {client} [{tim}] \"{request}\"");
    QCOMPARE(description_fault("line: {client}{time} {request}\n"),
             "1: line: {client}{time} {request}");
    QCOMPARE(description_fault("nonsense\n"), "1: nonsense");
    QCOMPARE(description_fault("line: {client} {status}\n"),
             "1: a description without the time (%t, $time_local) and the request (%r, $request)");
    QCOMPARE(description_fault("header: #F\ntime: t\nclient: c\ntarget: u\n"),
             "4: a header without separator");
    QCOMPARE(description_fault("time: t\n"), "1: time: t");
  }
  void reads_the_notation_of_servers() {
    const std::string combined =
        "%h %l %u %t \\\"%r\\\" %>s %b \\\"%{Referer}i\\\" \\\"%{User-agent}i\\\"";
    const std::string line =
        "203.0.113.9 - ann lee [06/Jan/2025:10:58:58 +0100] \"GET /a HTTP/1.1\" 200 5 \"-\" \"x "
        "y\"";
    const std::string expected =
        "time=06/Jan/2025:10:58:58 +0100;client=203.0.113.9;user=ann lee;request=GET /a HTTP/1.1;"
        "status=200;bytes=5;referrer=-;agent=x y;";
    QCOMPARE(parts_of(combined, line), expected);
    QCOMPARE(parts_of("$remote_addr - $remote_user [$time_local] \"$request\" $status "
                      "$body_bytes_sent \"$http_referer\" \"${http_user_agent}\"",
                      line),
             expected);
    QCOMPARE(
        parts_of("%a %{%d/%b/%Y %T}t %m \"%U%q\" %>s", "::1 06/Jan/2025 10:00:00 GET \"/a?b\" 200"),
        "time=06/Jan/2025 10:00:00;client=::1;method=GET;target=/a?b;status=200;");
    QCOMPARE(parts_of("$time_local $remote_addr $request_uri?$args",
                      "06/Jan/2025:10:58:58 +0100 ::1 /a?b"),
             "time=06/Jan/2025:10:58:58 +0100;client=::1;target=/a?b;");
    QVERIFY(!named_log_format("combine", {}));
    QVERIFY(!named_log_format("%h %t", {}));
    QVERIFY(!named_log_format("$remote_addr [$time_local] ${request", {}));
    QVERIFY(!read_log_notation("%"));
    QVERIFY(!read_log_notation("no notation"));
  }
  void finds_parts_from_both_ends() {
    const std::string front = "::1 - - [1] \"GET / HTTP/2.0\" 200 6 \"-\" ";
    const auto agent = [&](const std::string& rest) {
      const std::string parts = parts_of("traefik", front + rest);
      const std::size_t begin = parts.find("agent=");
      return begin == std::string::npos ? parts : parts.substr(begin + 6);
    };
    const std::string back = " 110 \"web@file\" \"http://10.0.0.1:3001\" 1ms";
    QCOMPARE(agent("\"plain\"" + back), "plain;");
    QCOMPARE(agent("\"app \"one\" 1\"" + back), "app \"one\" 1;");
    QCOMPARE(agent("\"app \"one\"\"" + back), "app \"one\";");
    QCOMPARE(agent("\"a \\\" b\"" + back), "a \\\" b;");
    QCOMPARE(agent("\"not closed"), "no 40 \" ");
    QCOMPARE(parts_of("nginx-forwarded", front + "\"a\" b\" \"203.0.113.7, 10.0.0.1\""),
             "time=1;client=::1;forwarded=203.0.113.7, 10.0.0.1;user=-;request=GET / HTTP/2.0;"
             "status=200;bytes=6;referrer=-;agent=a\" b;");
  }
  void passes_parts_over_that_may_be_missing() {
    QCOMPARE(parts_of("combined", "::1 - - [1] \"GET /\" 304 -"),
             "time=1;client=::1;user=-;request=GET /;status=304;bytes=-;");
    QCOMPARE(parts_of("combined", "::1 - - [1] \"GET /\""),
             "time=1;client=::1;user=-;request=GET /;");
    QCOMPARE(parts_of("combined", "::1 - - [1] \"GET /\" anything [at] all"),
             "time=1;client=::1;user=-;request=GET /;");
    QCOMPARE(parts_of("squid", "1741687267.100      3 ::1 TCP_MISS/200 2904 GET /a - D/h t"),
             "number=3;time=1741687267.100;client=::1;method=GET;target=/a;status=200;bytes=2904;");
  }
  void reads_combined_by_steps_as_by_hand() {
    const LogFormatPtr combined = named_log_format("combined", {}).value();
    std::mt19937 random(11);
    const std::string whole =
        "203.0.113.9 - frank [06/Jan/2025:10:58:58 +0100] \"GET /a?b=c HTTP/1.1\" 200 2326 "
        "\"https://example.org/start\" \"Mozilla/5.0 (X11; Linux)\"";
    std::size_t both = 0;
    for (int i = 0; i < 30'000; ++i) {
      std::string line = whole;
      for (std::size_t damages = random() % 3; damages > 0; --damages) {
        const std::size_t at = random() % line.size();
        // Quotes make other parts, which the steps find from both ends.
        line[at] = "  x-1/ab"[random() % 8];
      }
      if (random() % 4 == 0) line.resize(random() % line.size());
      const std::size_t size = line.size();
      line.append(kChunkPadding, '\0');
      const std::string_view text = std::string_view(line).substr(0, size);
      std::array<Field, kLogFields> fields;
      LogLine parts;
      LogExtent extent;
      const bool by_hand = read_access_log_line(text, fields);
      const bool by_steps = combined->steps().read(text, parts, extent);
      // The hand takes anything behind the request; the steps know what it is.
      if (!by_hand) {
        QVERIFY2(!by_steps || !extent.whole, line.c_str());
        continue;
      }
      if (!by_steps || !extent.whole) continue;
      ++both;
      QCOMPARE(parts[LogField::time], fields[kLogTime].text);
      QCOMPARE(parts[LogField::client], fields[kLogHost].text);
      QCOMPARE(parts[LogField::agent], fields[kLogAgent].text);
      QCOMPARE(parts[LogField::status], read_log_answer(text, fields.data()).status);
    }
    QVERIFY(both > 5'000);
  }
  void cuts_prefixes() {
    const auto cut = [](std::string_view line) {
      const LogFront front = log_front(line);
      return std::string(line.substr(front.begins[front.pieces]));
    };
    for (const std::string prefix :
         {"Mar 11 10:01:07 web1 nginx: ", "Mar  1 10:01:07 web1 nginx[7]: ",
          "<134>Mar 11 10:01:07 w n: ", "Mar 11 2025 10:01:07 web1 nginx: ",
          "2025-03-11T10:01:07.164920+00:00 lb1 httpd[229]: ",
          "<134>1 2025-03-11T10:01:07Z web nginx 7 - - ", "<134>1 - - nginx - - [a@1 b=\"c\"] ",
          "2025-03-11T10:01:07.123456789Z ", "2025-03-11T10:01:07.1Z stdout F ",
          "[pod/web-7d9f0/nginx] ", "web-1  | ", "\x1b[36mweb-1  | \x1b[0m",
          "web-1  | 2025-03-11T10:01:07.123Z ", "[pod/a/b] 2025-03-11T10:01:07Z ", "\xEF\xBB\xBF",
          "\xEF\xBB\xBFweb | "})
      QCOMPARE(cut(prefix + "::1 - -"), "::1 - -");
    for (const char* line :
         {"::1 - - [1] \"GET\"", "Mar 11 no time", "[pod/x", "a b | c", "Marx - - ["})
      QCOMPARE(cut(line), line);
  }
  void knows_clients() {
    for (const char* good : {"1.2.3.4", "255.255.255.255", "::", "::1", "2001:db8::7",
                             "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "fe80::1%eth0"})
      QVERIFY2(is_address(good), good);
    for (const char* bad :
         {"", "-", "1.2.3", "1.2.3.256", "1.2.3.4.5", "host", "1:2", ":::", "1::2::3",
          "12345::", "10:58:58", "1.2.3.4:80", "1:2:3:4:5:6:7:8:9", ":1"})
      QVERIFY2(!is_address(bad), bad);
    for (const char* good :
         {"10.0.0.1", "127.0.0.1", "192.168.9.9", "172.16.0.1", "172.31.0.1", "169.254.1.1", "::1",
          "fd00::1", "fe80::1", "::ffff:10.0.0.1", "unix:"})
      QVERIFY2(is_private_address(good), good);
    for (const char* bad :
         {"11.0.0.1", "172.32.0.1", "192.169.0.1", "2001:db8::1", "ff02::1", "host"})
      QVERIFY2(!is_private_address(bad), bad);
    QCOMPARE(without_port("1.2.3.4:80"), "1.2.3.4");
    QCOMPARE(without_port("[::1]:80"), "::1");
    QCOMPARE(without_port("[::1]"), "::1");
    QCOMPARE(without_port("::1"), "::1");
    QCOMPARE(without_port("host:8080"), "host");
    QCOMPARE(without_port("2001:db8::9:40003"), "2001:db8::9");
    QCOMPARE(without_port("2001:db8::9:4000"), "2001:db8::9:4000");
    QCOMPARE(without_port("host:http"), "host:http");
    QCOMPARE(first_forwarded(" 198.51.100.1:99 , 10.0.0.1"), "198.51.100.1");
    QCOMPARE(first_forwarded("-"), "");
    QCOMPARE(first_forwarded("unknown, 198.51.100.1"), "");
    QCOMPARE(first_forwarded(", 198.51.100.1"), "198.51.100.1");
    const std::string line = "blog.example.com:443 203.0.113.5 - -";
    QVERIFY(!client_fits(line, std::string_view(line).substr(0, 20)));
    QVERIFY(client_fits("host - -", std::string_view("host - -").substr(0, 4)));
  }
  void leaves_requests_out() {
    const auto reason = [](LogPart part, const char* method, const char* status, const char* target,
                           const char* agent) {
      LogCleaning rules;
      rules.leave_out = part;
      return LogCleaner(rules).reason(method, status, target, agent);
    };
    QCOMPARE(reason(LogPart::methods, "HEAD", "200", "/", ""), FilterReason::method);
    QCOMPARE(reason(LogPart::methods, "POST", "200", "/", ""), FilterReason::end);
    QCOMPARE(reason(LogPart::methods, "", "200", "/", ""), FilterReason::end);
    QCOMPARE(reason(LogPart::errors, "GET", "404", "/", ""), FilterReason::status);
    QCOMPARE(reason(LogPart::errors, "GET", "399", "/", ""), FilterReason::end);
    QCOMPARE(reason(LogPart::redirects, "GET", "304", "/", ""), FilterReason::status);
    for (const char* file : {"/a.css", "/A.PNG?v=3", "/a/b.min.js#x", "http://h/x.woff2", "x.svg"})
      QCOMPARE(reason(LogPart::static_files, "GET", "200", file, ""), FilterReason::static_file);
    for (const char* page :
         {"/", "/a", "/a.html", "http://h.js", "/x?f=a.css", "/a.css/b", "*", ""})
      QCOMPARE(reason(LogPart::static_files, "GET", "200", page, ""), FilterReason::end);
    for (const char* bot :
         {"Mozilla/5.0 (compatible; Googlebot/2.1; +http://x)", "curl/8.1", "ABot", "my bot"})
      QCOMPARE(reason(LogPart::bots, "GET", "200", "/", bot), FilterReason::bot);
    for (const char* person : {"", "-", "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101",
                               "Mozilla/5.0 (Linux; Android 9; CUBOT X18)", "Bottle/1"})
      QCOMPARE(reason(LogPart::bots, "GET", "200", "/", person), FilterReason::end);
    LogCleaning some;
    some.statuses = {{200, 299}, {304, 304}};
    QCOMPARE(LogCleaner(some).reason("GET", "304", "/", ""), FilterReason::end);
    QCOMPARE(LogCleaner(some).reason("GET", "-", "/", ""), FilterReason::status);
  }
  void calls_pages_by_less() {
    ScratchText texts;
    LogCleaning rules;
    rules.pages = PageForm::path;
    QCOMPARE(LogCleaner(rules).page("/a?b#c", texts), "/a");
    rules.pages = PageForm::without_tracking;
    const LogCleaner cleaner(rules);
    QCOMPARE(cleaner.page("/a?utm_source=x", texts), "/a");
    QCOMPARE(cleaner.page("/a?b=1&UTM_x=2&c&fbclid=3#d", texts), "/a?b=1&c#d");
    QCOMPARE(cleaner.page("/a?gclid", texts), "/a");
    QCOMPARE(cleaner.page("/a?utmost=1", texts), "/a?utmost=1");
    QCOMPARE(cleaner.page("/a?", texts), "/a?");
    QCOMPARE(cleaner.page("/a", texts), "/a");
  }
  void follows_lines_of_names_over_chunks() {
    std::string text =
        "#Software: x\r\n#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query\r\n";
    for (int i = 0; i < 40; ++i)
      text += fmt::format("2025-03-11 04:00:{:02} ::1 GET /a{} -\r\n", i, i);
    // Not at the front of a line it is no line of names.
    text += "2025-03-11 04:00:39 ::1 GET /#Fields: #Fields:\r\n";
    text += "#Fields: c-ip cs-uri-stem time date\r\n::2 /b 05:00:00 2025-03-11\r\nshort line\r\n";
    text += "\xEF\xBB\xBF#Fields: date time c-ip\r\n2025-03-11 05:00:00 ::3\r\n";
    const std::string whole = read_in_chunks(log_layout("w3c"), text, text.size() + 1);
    QCOMPARE(std::ranges::count(whole, '\n'), 44);
    QVERIFY(whole.find("text(2025-03-11 04:00:39Z) text(/a39) text(::1) text()") !=
            std::string::npos);
    QVERIFY(whole.find("text(2025-03-11 05:00:00Z) text(/b) text(::2) text()\nmalformed row\n"
                       "malformed row\n") != std::string::npos);
    for (const std::size_t size : {1, 2, 7, 30, 64, 100, 333, 1000})
      QCOMPARE(read_in_chunks(log_layout("w3c"), text, size), whole);
  }
};

QTEST_APPLESS_MAIN(TestLogFormats)
#include "test_log_formats.moc"
