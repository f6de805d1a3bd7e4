#include <array>

#include "tests/bench/names.h"
#include "tests/bench/rhythm.h"
#include "tests/bench/shape.h"
#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

constexpr std::array<std::string_view, 8> kAgents = {
    "Safari/18 (iPhone)", "Chrome/131 (Android)", "Firefox/134 (Linux)",     "Safari/18 (Mac)",
    "Edge/131 (Windows)", "Chrome/131 (Windows)", "Feeds \\\"daily\\\" 2.1", "curl/8.11.1"};

/// Combined log format, 127 bytes a line. Visitors behind one host differ by their agent.
class AccessLog : public Shape {
 public:
  explicit AccessLog(const Settings& settings)
      : settings_(settings),
        rhythm_(settings.first_day, settings.days, settings.seed),
        pages_(page_names(settings.pages)),
        page_(zipf_weights(settings.pages, 0.95)) {}

  void row(std::string& out, std::uint64_t number, Random& random) override {
    const std::int64_t time = rhythm_.at(part_of(settings_, number, random));
    const std::uint64_t visitor = skewed(settings_.keys, random);
    const std::size_t page = page_.draw(random);
    const std::uint64_t bits = random.bits();
    append_host(out, visitor / 3);
    out += bits % 50 == 0 ? " - anna [" : " - - [";
    append_log_day(out, time / 86400);
    out += ':';
    append_clock(out, time % 86400);
    out += page == 8 ? " +0000] \"POST " : " +0000] \"GET ";
    out += pages_[page];
    out += (bits >> 8) % 4 == 0 ? " HTTP/2.0\" " : " HTTP/1.1\" ";
    out += (bits >> 16) % 30 == 0 ? "404 " : (bits >> 16) % 9 == 0 ? "304 " : "200 ";
    append_number(out, 200 + (bits >> 24) % 40000);
    out += (bits >> 40) % 3 == 0 ? " \"https://www.example.com/\" \"" : " \"-\" \"";
    out += kAgents[scramble(visitor) % kAgents.size()];
    out += "\"\n";
  }
  void dirty(std::string& out, Random& random) override {
    static constexpr std::array<std::string_view, 14> rows = {
        "203.0.113.9 - - [03/Jan/2025:10:00:00 +0000]",  // malformed row
        "203.0.113.9 - - 03/Jan/2025:10:00:00 \"GET / HTTP/1.1\" 200 1",
        "203.0.113.9 - - [03/Jan/2025:10:00:00 +0000] \"GET / HTTP/1.1",
        "Jan  3 10:00:00 web1 kernel: eth0 is up", "203.0.113.9",
        "203.0.113.9 - - [31/Feb/2025:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1",  // bad timestamp
        "203.0.113.9 - - [03/Jen/2025:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1",
        "203.0.113.9 - - [03/Jan/2025 10:00] \"GET / HTTP/1.1\" 200 1",
        "203.0.113.9 - - [-] \"GET / HTTP/1.1\" 200 1",
        "203.0.113.9 - - [03/Jan/2025:10:00:00 +0000] \"-\" 408 0 \"-\" \"-\"",  // no request
                                                                                 // target
        "203.0.113.9 - - [03/Jan/2025:10:00:00 +0000] \"\" 400 0 \"-\" \"-\"",
        R"(203.0.113.9 - - [03/Jan/2025:10:00:00 +0000] "\x16\x03\x01\x02" 400 0 "-" "-")",
        "203.0.113.9 - - [03/Jan/2025:10:00:00 +0000] \"GET\" 400 0 \"-\" \"-\"",
        "203.0.113.9 - - [03/Jan/2025:10:00:00 +0000] \"GET index.html\" 400 0 \"-\" \"-\""};
    out += random.one_of(rows);
    out += '\n';
  }

 private:
  static void append_host(std::string& out, std::uint64_t host) {
    // A bijection on 24 bits, so that hosts differ; 16.7 million of them.
    const std::uint64_t mixed = (host * 0x9e3779b1U + 12345) & 0xffffffU;
    out += "10.";
    append_number(out, mixed >> 16);
    out += '.';
    append_number(out, (mixed >> 8) & 255);
    out += '.';
    append_number(out, mixed & 255);
  }
  Settings settings_;
  Rhythm rhythm_;
  std::vector<std::string> pages_;
  WeightedIndex page_;
};

}  // namespace

std::unique_ptr<Shape> make_access_log(const Settings& settings) {
  Settings own = settings;
  if (own.keys == 0) own.keys = 600'000;
  if (own.pages == 0) own.pages = 5'000;
  if (own.days == 0) own.days = 14;
  return std::make_unique<AccessLog>(own);
}

}  // namespace footfall::bench
