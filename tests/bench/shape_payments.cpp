#include <array>

#include "tests/bench/rhythm.h"
#include "tests/bench/shape.h"
#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

constexpr std::array<std::string_view, 6> kCurrencies = {"USD", "EUR", "GBP", "JPY", "INR", "XTS"};
constexpr std::array<std::string_view, 7> kTypes = {
    "checkout", "subscription", "refund", "invoice_viewed", "card_added", "login", "trial_started"};
constexpr std::array<std::string_view, 4> kMethods = {"card", "transfer", "wallet", "invoice"};
constexpr std::array<std::string_view, 8> kCountries = {"US", "DE", "GB", "JP",
                                                        "IN", "FR", "ES", "BR"};

/// event_id, customer_id, ts, event_type, amount, currency: 168 bytes a row as NDJSON. Some events
/// come twice, some amounts and times are text, some amounts are absent.
class Payments : public Shape {
 public:
  Payments(const Settings& settings, bool ndjson)
      : settings_(settings),
        ndjson_(ndjson),
        rhythm_(settings.first_day, settings.days, settings.seed),
        currency_({46, 24, 12, 7, 8, 3}),
        type_({38, 17, 4, 16, 5, 17, 3}) {}

  void header(std::string& out) const override {
    if (!ndjson_) out += "event_id,customer_id,ts,event_type,amount,currency\n";
  }
  void row(std::string& out, std::uint64_t number, Random& random) override {
    // A message is sent again now and then; a few come back with another amount.
    const bool again = number > 0 && random.chance(0.004);
    Random content = again ? last_content_ : random;
    if (!again) last_content_ = random;
    Event event = make(again ? last_number_ : number, content);
    if (again && random.chance(0.1)) event.cents += 100;
    if (!again) {
      random = content;
      last_number_ = number;
    }
    if (ndjson_)
      append_json(out, event);
    else
      append_line(out, event);
  }
  void dirty(std::string& out, Random& random) override {
    static constexpr std::array<std::string_view, 16> csv = {
        "\"e1\"x,c1,1735900000,checkout,5.00,USD",  // malformed row
        "e1,c1,1735900000,checkout,5.00,\"USD",     // unclosed quote, or text after a later quote
        "e1,c1,1735900000,checkout,5.00,USD,x",     // too many fields
        ",c1,1735900000,checkout,5.00,USD",         // missing value
        "e1,,1735900000,checkout,5.00,USD",
        "e1,c1, ,checkout,5.00,USD",
        "e1",
        "e1,c1,today,checkout,5.00,USD",  // bad timestamp
        "e1,c1,2025-01-03T10:00:00Z,checkout,5.00,USD",
        "e1,c1,1e,checkout,5.00,USD",
        "e1,c1,1735900000,checkout,5.00 USD,USD",  // bad number
        "e1,c1,1735900000,checkout,\"5,00\",EUR",
        "e1,c1,1735900000,checkout,inf,USD",
        "e1,c1,1735900000,checkout,1e19,USD",  // out of range
        "e1,c1,1735900000,checkout,-1000000000000000000.5,USD",
        "e1,c1,1735900000,checkout,0x10,USD"};
    static constexpr std::array<std::string_view, 19> json = {
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":5.00)",  // malformed
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":+5.00})",
        R"({"event_id":"e1","customer_id":"c1","ts":01735900000,"amount":5.00})",
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":Infinity})",
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"tags":[1,,2]})",
        R"({"event_id":"e\x1","customer_id":"c1","ts":1735900000})",
        R"("event_id")",
        R"({"event_id":{"a":1},"customer_id":"c1","ts":1735900000})",  // wrong type
        R"({"event_id":"e1","customer_id":false,"ts":1735900000})",
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":[5]})",
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"event_type":true})",
        R"({"customer_id":"c1","ts":1735900000,"amount":5})",  // missing
        R"({"event_id":"e1","customer_id":null,"ts":1735900000,"amount":5})",
        R"({"event_id":"e1","customer_id":"c1","ts":" ","amount":5})",
        R"({"event_id":"e1","customer_id":"c1","ts":"today","amount":5})",  // bad timestamp
        R"({"event_id":"e1","customer_id":"c1","ts":"2025-01-03T10:00:00Z","amount":5})",
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":"5 USD"})",  // bad number
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":1e19})",     // out of range
        R"({"event_id":"e1","customer_id":"c1","ts":1735900000,"amount":"-1e400"})"};
    out += ndjson_ ? random.one_of(json) : random.one_of(csv);
    out += '\n';
  }

 private:
  struct Event {
    std::uint64_t number = 0;
    std::uint64_t customer = 0;
    std::int64_t time = 0;
    std::size_t type = 0;
    std::size_t currency = 0;
    std::uint64_t cents = 0;
    bool has_amount = true;
    bool amount_text = false;
    bool time_text = false;
    std::size_t method = 0;
    std::size_t country = 0;
    bool settled = true;
  };
  Event make(std::uint64_t number, Random& random) {
    Event event;
    event.number = number;
    event.time = rhythm_.at(part_of(settings_, number, random));
    event.customer = skewed(settings_.keys, random);
    event.type = type_.draw(random);
    event.currency = currency_.draw(random);
    const double size = random.unit();
    event.cents = 199 + static_cast<std::uint64_t>(size * size * size * 40000);
    if (kCurrencies[event.currency] == "JPY" || kCurrencies[event.currency] == "INR")
      event.cents = event.cents / 100 * 10000;
    event.has_amount = event.type < 3;
    const std::uint64_t bits = random.bits();
    event.amount_text = bits % 20 == 0;
    event.time_text = bits % 33 == 0;
    event.method = (bits >> 16) % kMethods.size();
    event.country = (bits >> 32) % kCountries.size();
    event.settled = (bits >> 48) % 8 != 0;
    return event;
  }
  static void append_amount(std::string& out, const Event& event) {
    if (kTypes[event.type] == "refund") out += '-';
    append_hundredths(out, event.cents);
  }
  static void append_json(std::string& out, const Event& event) {
    out += R"({"event_id":"evt_)";
    append_padded(out, event.number, 9);
    out += R"(","customer_id":"cus_)";
    append_padded(out, event.customer, 7);
    out += event.time_text ? R"(","ts":")" : R"(","ts":)";
    append_number(out, static_cast<std::uint64_t>(event.time));
    out += event.time_text ? R"(","event_type":")" : R"(,"event_type":")";
    out += kTypes[event.type];
    if (event.has_amount) {
      out += event.amount_text ? R"(","amount":")" : R"(","amount":)";
      append_amount(out, event);
      out += event.amount_text ? R"(","currency":")" : R"(,"currency":")";
    } else {
      out += R"(","amount":null,"currency":")";
    }
    out += kCurrencies[event.currency];
    out += R"(","method":")";
    out += kMethods[event.method];
    out += R"(","country":")";
    out += kCountries[event.country];
    out += event.settled ? "\"}\n" : "\",\"settled\":false}\n";
  }
  void append_line(std::string& out, const Event& event) const {
    std::string field;
    const auto next = [&](char end) {
      append_csv(out, field, settings_.quoted);
      out += end;
      field.clear();
    };
    field = "evt_";
    append_padded(field, event.number, 9);
    next(',');
    field = "cus_";
    append_padded(field, event.customer, 7);
    if (settings_.quoted && event.customer % 97 == 5) field += " \"VIP\", gold";
    next(',');
    append_number(field, static_cast<std::uint64_t>(event.time));
    next(',');
    field = kTypes[event.type];
    next(',');
    if (event.has_amount) append_amount(field, event);
    next(',');
    field = kCurrencies[event.currency];
    next('\n');
  }

  Settings settings_;
  bool ndjson_;
  Rhythm rhythm_;
  WeightedIndex currency_;
  WeightedIndex type_;
  Random last_content_{0};
  std::uint64_t last_number_ = 0;
};

}  // namespace

std::unique_ptr<Shape> make_payments(const Settings& settings, bool ndjson) {
  Settings own = settings;
  if (own.keys == 0) own.keys = 390'000;
  if (own.days == 0) own.days = 28;
  return std::make_unique<Payments>(own, ndjson);
}

}  // namespace footfall::bench
