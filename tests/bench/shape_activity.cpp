#include <algorithm>
#include <array>

#include "tests/bench/shape.h"
#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

constexpr std::array<std::string_view, 4> kTypes = {"click", "view", "purchase", "share"};

/// id, user_id, type, price: 85 bytes a row as NDJSON. Events repeat; a price is a number or a
/// text, and the repeat of an event may write it in the other way.
class Activity : public Shape {
 public:
  Activity(const Settings& settings, bool ndjson)
      : settings_(settings), ndjson_(ndjson), type_({55, 33, 9, 3}) {}

  void header(std::string& out) const override {
    if (!ndjson_) out += "id,user_id,type,price\n";
  }
  void row(std::string& out, std::uint64_t, Random& random) override {
    const bool again = next_ > 0 && random.chance(0.03);
    const std::uint64_t event =
        again ? next_ - 1 - random.below(std::min<std::uint64_t>(next_, 5000)) : next_++;
    Random content(scramble(settings_.seed) + event);
    const std::uint64_t user = skewed(settings_.keys, content);
    const std::size_t type = type_.draw(content);
    std::uint64_t cents = 250 + content.below(40000);
    const bool priced = type == 2 ? !content.chance(0.02) : content.chance(0.1);
    if (again && random.chance(0.02)) cents += 1;  // a conflict: the same id, another price
    const bool as_text = random.chance(0.3);
    const bool zeros = random.chance(0.2);
    if (ndjson_) {
      out += "{\"id\":\"ev-";
      append_padded(out, event, 8);
      out += "\",\"user_id\":\"u-";
      append_padded(out, user, 6);
      out += "\",\"type\":\"";
      out += kTypes[type];
      out += "\",\"metadata\":";
      if (priced) {
        out += as_text ? "{\"price\":\"" : "{\"price\":";
        append_hundredths(out, cents);
        out += zeros ? "00" : "";
        out += as_text ? "\"}}\n" : "}}\n";
      } else {
        out += type == 0   ? "{\"button\":\"buy\"}}\n"
               : type == 1 ? "{\"price\":null}}\n"
                           : "null}\n";
      }
    } else {
      std::string field = "ev-";
      append_padded(field, event, 8);
      append_csv(out, field, settings_.quoted);
      out += ',';
      field.assign("u-", 2);
      append_padded(field, user, 6);
      if (settings_.quoted && user % 89 == 3) field += " \"admin\", night shift";
      append_csv(out, field, settings_.quoted);
      out += ',';
      append_csv(out, kTypes[type], settings_.quoted);
      out += ',';
      field.clear();
      if (priced) append_hundredths(field, cents);
      if (priced && zeros) field += "00";
      append_csv(out, field, settings_.quoted);
      out += '\n';
    }
  }
  void dirty(std::string& out, Random& random) override {
    static constexpr std::array<std::string_view, 10> csv = {
        "\"e1\"x,u1,click,",  // malformed row
        "e1,u1,click,\"5",    // unclosed quote, or text after a later quote
        "e1,u1,click,5,6",    // too many fields
        ",u1,click,",         // missing value
        "e1,,click,",           "e1",
        "e1,u1,purchase,free",  // bad number
        "e1,u1,view,nan",
        "e1,u1,purchase,1e19",  // out of range
        "e1,u1,purchase,-1e400"};
    static constexpr std::array<std::string_view, 14> json = {
        R"({"id":"e1","user_id":"u1","type":"click")",  // malformed row
        R"({"id":"e1","user_id":"u1","type":"click",})",
        R"({"id":"e1","user_id":"u1","type":"click","metadata":{"price":.5}})",
        R"({'id':'e1','user_id':'u1'})",
        R"({"id":["e1"],"user_id":"u1","type":"click"})",  // wrong type
        R"({"id":"e1","user_id":"u1","type":"click","metadata":"none"})",
        R"({"id":"e1","user_id":"u1","type":"click","metadata":{"price":false}})",
        R"({"user_id":"u1","type":"click"})",  // missing value
        R"({"id":"","user_id":"u1","type":"click"})",
        R"({"id":"e1","user_id":null,"type":"click"})",
        R"({"id":"e1","user_id":"u1","type":"view","metadata":{"price":"free"}})",  // bad number
        R"({"id":"e1","user_id":"u1","type":"purchase","metadata":{"price":"1,5"}})",
        R"({"id":"e1","user_id":"u1","type":"purchase","metadata":{"price":1e19}})",  // out of
                                                                                      // range
        R"({"id":"e1","user_id":"u1","type":"purchase","metadata":{"price":-1e400}})"};
    out += ndjson_ ? random.one_of(json) : random.one_of(csv);
    out += '\n';
  }

 private:
  Settings settings_;
  bool ndjson_;
  WeightedIndex type_;
  std::uint64_t next_ = 0;
};

}  // namespace

std::unique_ptr<Shape> make_activity(const Settings& settings, bool ndjson) {
  Settings own = settings;
  if (own.keys == 0) own.keys = 20'000;
  return std::make_unique<Activity>(own, ndjson);
}

}  // namespace footfall::bench
