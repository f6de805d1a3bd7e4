#include <array>

#include "tests/bench/names.h"
#include "tests/bench/rhythm.h"
#include "tests/bench/shape.h"
#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

constexpr std::size_t kLandingPage = 2;  // where most go in a peak hour

/// timestamp,page_url,visitor_id: 69 bytes a row as CSV, 113 as NDJSON.
class Pageviews : public Shape {
 public:
  Pageviews(const Settings& settings, bool ndjson)
      : settings_(settings),
        ndjson_(ndjson),
        rhythm_(settings.first_day, settings.days, settings.seed),
        pages_(page_names(settings.pages)),
        page_(zipf_weights(settings.pages, 0.95)) {}

  void header(std::string& out) const override {
    if (!ndjson_) out += "timestamp,page_url,visitor_id\n";
  }
  void row(std::string& out, std::uint64_t number, Random& random) override {
    const std::int64_t time = rhythm_.at(part_of(settings_, number, random));
    std::size_t page = page_.draw(random);
    if (pages_.size() > kLandingPage && rhythm_.peak(time) && random.chance(0.45))
      page = kLandingPage;
    const std::uint64_t visitor = scramble(skewed(settings_.keys, random));
    const bool quoted = settings_.quoted && !ndjson_;
    const std::string_view name = quoted && random.chance(0.01) ? odd_ : pages_[page];
    out += ndjson_ ? "{\"timestamp\":\"" : quoted ? "\"" : "";
    append_day(out, time / 86400);
    out += 'T';
    append_clock(out, time % 86400);
    out += 'Z';
    out += ndjson_ ? "\",\"page_url\":\"" : quoted ? "\"," : ",";
    append_csv(out, name, quoted);
    out += ndjson_ ? "\",\"visitor_id\":\"" : quoted ? ",\"" : ",";
    append_hex(out, visitor);
    out += ndjson_ ? "\"}\n" : quoted ? "\"\n" : "\n";
  }
  void dirty(std::string& out, Random& random) override {
    static constexpr std::array<std::string_view, 16> csv = {
        "2025-01-03T10:00:00Z,\"/cart\"x,a1",  // malformed row
        "\"2025-01-03T10:00:00Z\" ,/cart,a1",  // malformed row
        "2025-01-03T10:00:00Z,/cart,\"a1",     // unclosed quote, or text after a later quote
        "2025-01-03T10:00:00Z,/cart,a1,b2",    // too many fields
        ",/cart,a1",                           // missing value
        "2025-01-03T10:00:00Z,,a1",            // missing value
        "2025-01-03T10:00:00Z,/cart,",         // missing value
        "2025-01-03T10:00:00Z",                // missing value
        "2025-02-30T10:00:00Z,/cart,a1",       // bad timestamp, to the last
        "2025-01-03,/cart,a1",
        "2025-01-03T24:00:00Z,/cart,a1",
        "2025-01-03T10:61:00Z,/cart,a1",
        "03/01/2025 10:00,/cart,a1",
        "2025-01-03T10:00:00 CET,/cart,a1",
        "0000-01-03T10:00:00Z,/cart,a1",
        "yesterday,/cart,a1"};
    static constexpr std::array<std::string_view, 19> json = {
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":"a1")",  // malformed
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":"a1",})",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":NaN})",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"\ud800","visitor_id":"a1"})",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":"a1","x":tru})",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":"a1","x":01})",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":"a1"} 7)",
        R"(["2025-01-03T10:00:00Z","/cart","a1"])",
        "{\"timestamp\":\"2025-01-03T10:00:00Z\",\"page_url\":\"/\xff\",\"visitor_id\":\"a1\"}",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":["/cart"],"visitor_id":"a1"})",  // wrong
                                                                                           // type
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":true})",
        R"({"timestamp":{"at":1},"page_url":"/cart","visitor_id":"a1"})",
        R"({"page_url":"/cart","visitor_id":"a1"})",  // missing
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":null,"visitor_id":"a1"})",
        R"({"timestamp":"2025-01-03T10:00:00Z","page_url":"/cart","visitor_id":""})",
        R"({"timestamp":"2025-02-30T10:00:00Z","page_url":"/cart","visitor_id":"a1"})",  // bad
                                                                                         // timestamp
        R"({"timestamp":"2025-01-03","page_url":"/cart","visitor_id":"a1"})",
        R"({"timestamp":-5,"page_url":"/cart","visitor_id":"a1"})",
        R"({"timestamp":"soon","page_url":"/cart","visitor_id":"a1"})"};
    out += ndjson_ ? random.one_of(json) : random.one_of(csv);
    out += '\n';
  }

 private:
  Settings settings_;
  bool ndjson_;
  Rhythm rhythm_;
  std::vector<std::string> pages_;
  WeightedIndex page_;
  std::string odd_ = "/search?q=\"round table\",oak";
};

}  // namespace

std::unique_ptr<Shape> make_pageviews(const Settings& settings, bool ndjson) {
  Settings own = settings;
  if (own.keys == 0) own.keys = 1'000'000;
  if (own.pages == 0) own.pages = 5'000;
  if (own.days == 0) own.days = 14;
  return std::make_unique<Pageviews>(own, ndjson);
}

}  // namespace footfall::bench
