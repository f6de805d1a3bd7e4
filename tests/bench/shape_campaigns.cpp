#include <array>

#include "tests/bench/names.h"
#include "tests/bench/rhythm.h"
#include "tests/bench/shape.h"
#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

/// campaign_id,date,impressions,clicks,spend,conversions; 38 bytes a row.
class Campaigns : public Shape {
 public:
  explicit Campaigns(const Settings& settings) : settings_(settings) {
    names_ = campaign_names(settings.keys, settings.names);
    for (std::uint64_t i = 0; i < names_.size(); ++i) {
      Random random(scramble(settings.seed) + i);
      Traits traits;
      traits.click_rate = 0.004 + 0.05 * random.unit() * random.unit();
      traits.conversion_rate = i % 17 == 11 ? 0 : 0.01 + 0.09 * random.unit();
      traits.cents_per_click = 15 + 180 * random.unit();
      traits.first = random.unit() * 0.4;
      traits.last = 0.6 + random.unit() * 0.4;
      traits_.push_back(traits);
    }
  }
  void header(std::string& out) const override {
    out += "campaign_id,date,impressions,clicks,spend,conversions\n";
  }
  void row(std::string& out, std::uint64_t number, Random& random) override {
    const double part = part_of(settings_, number, random);
    // A campaign runs for a part of the time; another draw where it does not run.
    std::size_t campaign = random.below(names_.size());
    for (int draws = 0; draws < 4; ++draws) {
      if (part >= traits_[campaign].first && part < traits_[campaign].last) break;
      campaign = random.below(names_.size());
    }
    const Traits& traits = traits_[campaign];
    const auto days = static_cast<double>(settings_.days);
    const std::int64_t day = settings_.first_day + static_cast<std::int64_t>(part * days);
    const double impressions = (3000 + 140000 * random.unit()) * Rhythm::day_weight(day);
    const double clicks = impressions * traits.click_rate * (0.7 + 0.6 * random.unit());
    const double conversions = clicks * traits.conversion_rate * (0.5 + random.unit());
    const double cents = clicks * traits.cents_per_click * (0.8 + 0.4 * random.unit());
    const std::string& name = settings_.quoted && random.chance(0.01) ? odd_ : names_[campaign];
    append_csv(out, name, settings_.quoted);
    out += ',';
    if (settings_.quoted) out += '"';
    append_day(out, day);
    if (settings_.quoted) out += '"';
    out += ',';
    append_number(out, static_cast<std::uint64_t>(impressions));
    out += ',';
    append_number(out, static_cast<std::uint64_t>(clicks));
    out += ',';
    append_hundredths(out, static_cast<std::uint64_t>(cents));
    out += ',';
    append_number(out, static_cast<std::uint64_t>(conversions));
    out += '\n';
  }
  void dirty(std::string& out, Random& random) override {
    static constexpr std::array<std::string_view, 22> rows = {
        "\"CMP007\"x,2025-01-03,100,3,4.50,1",  // malformed row
        "CMP007,\"2025\"-01-03,100,3,4.50,1",   // malformed row
        "CMP007,2025-01-03,100,3,4.50,\"1",     // unclosed quote, or text after a later quote
        "CMP007,2025-01-03,100,3,4.50,1,7",     // too many fields
        ",2025-01-03,100,3,4.50,1",             // missing value
        "  ,2025-01-03,100,3,4.50,1",           // missing value
        "CMP007,2025-01-03,,3,4.50,1",          // missing value
        "CMP007,2025-01-03,100,,4.50,1",        // missing value
        "CMP007,2025-01-03,100,3,,1",           // missing value
        "CMP007,2025-01-03,100,3",              // missing value
        "CMP007,2025-01-03,n/a,3,4.50,1",       // bad number
        "CMP007,2025-01-03,100,3.5,4.50,1",     // bad number
        "CMP007,2025-01-03,100,3,$4.50,1",      // bad number
        "CMP007,2025-01-03,100,3,nan,1",        // bad number
        "CMP007,2025-01-03,1_000,3,4.50,1",     // bad number
        "CMP007,2025-01-03,-100,3,4.50,1",      // negative number
        "CMP007,2025-01-03,100,3,-4.50,1",      // negative number
        "CMP007,2025-01-03,100,3,4.50,-1",      // negative number
        "CMP007,2025-01-03,1e19,3,4.50,1",      // out of range
        "CMP007,2025-01-03,100,3,1e400,1",      // out of range
        "CMP007,2025-01-03,100,3,4.50,1000000000000000001",  // out of range
        "CMP007"};                                           // missing value
    out += random.one_of(rows);
    out += '\n';
  }

 private:
  struct Traits {
    double click_rate = 0;
    double conversion_rate = 0;
    double cents_per_click = 0;
    double first = 0;
    double last = 1;
  };
  Settings settings_;
  std::vector<std::string> names_;
  std::vector<Traits> traits_;
  std::string odd_ = "the \"big\" one, 50 % off";
};

}  // namespace

std::unique_ptr<Shape> make_campaigns(const Settings& settings) {
  Settings own = settings;
  if (own.keys == 0) own.keys = 50;
  if (own.days == 0) own.days = 365;
  return std::make_unique<Campaigns>(own);
}

}  // namespace footfall::bench
