#include "tests/support/twin_periods.h"

#include <optional>
#include <vector>

namespace footfall::twin {
namespace {

using Line = std::vector<std::string>;

std::vector<Line> lines_of(const std::string& csv) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at < csv.size()) {
    const std::size_t end = csv.find('\n', at);
    Line line(1);
    for (const char c : csv.substr(at, end - at))
      if (c == ',')
        line.emplace_back();
      else
        line.back() += c;
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

struct Sort {
  enum Kind { text, hour, day, week, sum, rate, other } kind = other;
  std::size_t decimals = 0;
};
Sort sort_of(const std::string& column) {
  if (column == "hour") return {Sort::hour};
  if (column == "day") return {Sort::day};
  if (column == "week") return {Sort::week};
  if (column == "page_url" || column == "customer_id" || column == "campaign_id")
    return {Sort::text};
  if (column == "total_spend_usd" || column == "spend_usd") return {Sort::sum, 6};
  if (column == "total_spend") return {Sort::sum, 2};
  if (column == "avg_ticket_usd") return {Sort::rate, 6};
  if (column == "CTR") return {Sort::rate, 4};
  if (column == "CPA") return {Sort::rate, 2};
  if (column == "top_event_type" || column == "latest_event_ts" || column == "shard") return {};
  return {Sort::sum, 0};
}

struct Ratio {
  Big above;
  Big below;
};
Ratio ratio_of(const std::string& digits) {
  return {read_number(digits).units, power_of_ten(kScale)};
}

// What a cell was rounded from; `of` names the other cells of its row.
std::optional<Ratio> exact_of(const Line& row, const Line& header, std::size_t column) {
  const auto cell = [&](const std::string& name) {
    for (std::size_t i = 0; i < header.size(); ++i)
      if (header[i] == name) return ratio_of(row[i]).above;
    return Big(0);
  };
  if (row[column].empty()) return std::nullopt;
  if (header[column] == "CTR")
    return cell("total_impressions").zero()
               ? Ratio{Big(0), Big(1)}
               : Ratio{cell("total_clicks"), cell("total_impressions")};
  if (header[column] == "CPA") return Ratio{cell("total_spend"), cell("total_conversions")};
  return ratio_of(row[column]);
}

std::int64_t floor_of(std::int64_t value, std::int64_t unit) {
  while (value % unit != 0) --value;
  return value;
}

// Where a time stands in its period: hours by their reading, and whether clocks came back to it.
struct Spot {
  std::int64_t reading = 0;
  bool later = false;
  std::string text;  // of texts
  bool operator<(const Spot& other) const {
    return std::tie(reading, later, text) < std::tie(other.reading, other.later, other.text);
  }
};

// The first or second hour in which clocks show a reading, by looking at every quarter of an hour
// around it; empty where there is none.
std::string hour_label(const Zone& zone, std::int64_t reading, bool later) {
  std::string first;
  for (std::int64_t at = reading - 16 * 3600; at < reading + 16 * 3600; at += 900) {
    if (floor_of(at + zone.at(at).offset, 3600) != reading) continue;
    const std::string label = hour_of(zone, at).label;
    if (!later || (!first.empty() && label != first)) return label;
    first = label;
  }
  return {};
}

class Side {
 public:
  Side(const Zone& zone, const Readings& period, bool by_hour)
      : zone_(zone), period_(period), by_hour_(by_hour) {}

  Spot spot(const std::string& cell, Sort sort) const {
    if (sort.kind == Sort::text) return {0, false, cell};
    if (sort.kind != Sort::hour) return {*read_date(cell) - first_day(sort), false, ""};
    const std::int64_t reading =
        *read_date(cell.substr(0, 10)) * 86400 + std::stoi(cell.substr(11, 2)) * 3600;
    const bool later = !zone_.utc() && hour_of(zone_, zone_.from_local(reading)).label != cell;
    return {reading - period_.begin, later, ""};
  }
  std::string shown(const Spot& spot, Sort sort) const {
    if (sort.kind == Sort::text) return spot.text;
    if (sort.kind != Sort::hour) return day_text(spot.reading + first_day(sort));
    return hour_label(zone_, spot.reading + period_.begin, spot.later);
  }

 private:
  std::int64_t first_day(Sort sort) const {
    std::int64_t day = floor_of(period_.begin, 86400) / 86400;
    while (by_hour_ && sort.kind == Sort::week && (day + 3) % 7 != 0) --day;
    return day;
  }
  const Zone& zone_;
  Readings period_;
  bool by_hour_;
};

std::string percent(const Ratio& change, const Ratio& before) {
  const Big size = before.above.magnitude();
  return fixed(change.above * Big(100) * before.below, change.below * size, 2);
}

}  // namespace

Files compared_files(const Files& now, const Files& before, const Readings& period,
                     const Readings& period_before, const Options& options, bool by_hour) {
  const Zone& zone = *Zone::load(options.zone);
  const Side sides[] = {{zone, period, by_hour}, {zone, period_before, by_hour}};
  Files all;
  for (const auto& [name, csv] : now) {
    if (!name.ends_with(".csv")) continue;
    const bool ranking = name.starts_with("top");
    const std::vector<Line> lines = lines_of(csv);
    const std::vector<Line> lines_before =
        lines_of(before.at(ranking ? std::string("campaigns.csv") : name));
    const Line& header = lines.front();
    std::vector<Sort> sorts;
    for (const std::string& column : header) sorts.push_back(sort_of(column));
    std::size_t keys = 0;
    while (sorts[keys].kind <= Sort::week) ++keys;
    // [row of now, row of before] by what names it.
    std::map<std::vector<Spot>, std::pair<const Line*, const Line*>> rows;
    std::vector<std::vector<Spot>> order;
    const auto gather = [&](const std::vector<Line>& from, const Side& side, bool is_before) {
      for (std::size_t i = 1; i < from.size(); ++i) {
        std::vector<Spot> key;
        for (std::size_t k = 0; k < keys; ++k) key.push_back(side.spot(from[i][k], sorts[k]));
        (is_before ? rows[key].second : rows[key].first) = &from[i];
        if (!is_before) order.push_back(key);
      }
    };
    gather(lines, sides[0], false);
    gather(lines_before, sides[1], true);
    if (!ranking) {
      order.clear();
      for (const auto& [key, row] : rows) order.push_back(key);
    }
    std::string out;
    for (std::size_t c = 0; c < header.size(); ++c) {
      out += (c > 0 ? "," : "") + header[c];
      if (sorts[c].kind >= Sort::hour && sorts[c].kind <= Sort::week)
        out += "," + header[c] + "_before";
      if (sorts[c].kind == Sort::sum || sorts[c].kind == Sort::rate)
        out +=
            "," + header[c] + "_before," + header[c] + "_change," + header[c] + "_change_percent";
    }
    out += '\n';
    for (const std::vector<Spot>& key : order) {
      const auto [one, other] = rows.at(key);
      for (std::size_t c = 0; c < header.size(); ++c) {
        const Sort sort = sorts[c];
        if (c > 0) out += ',';
        if (c < keys) {
          out += one != nullptr ? (*one)[c] : sides[0].shown(key[c], sort);
          if (sort.kind != Sort::text)
            out += ',' + (other != nullptr ? (*other)[c] : sides[1].shown(key[c], sort));
          continue;
        }
        if (sort.kind == Sort::other) {
          out += one != nullptr ? (*one)[c] : "";
          continue;
        }
        const std::string nothing =
            sort.kind == Sort::rate ? "" : fixed(Big(0), Big(1), sort.decimals);
        out += one != nullptr ? (*one)[c] : nothing;
        out += ',' + (other != nullptr ? (*other)[c] : nothing) + ',';
        const auto value = [&](const Line* row) -> std::optional<Ratio> {
          if (row != nullptr) return exact_of(*row, header, c);
          if (sort.kind == Sort::rate) return std::nullopt;
          return Ratio{Big(0), Big(1)};
        };
        const auto a = value(one), b = value(other);
        if (!a || !b) {
          out += ',';
          continue;
        }
        const Ratio change{a->above * b->below - b->above * a->below, a->below * b->below};
        if (sort.decimals > 0) {
          out += fixed(change.above, change.below, sort.decimals);
        } else {
          Big units, rest;
          (change.above.magnitude() * power_of_ten(kScale)).divide(change.below, units, rest);
          out += exact(change.above.negative() ? -units : units, kScale, 0);
        }
        out += ',' + (b->above.zero() ? "" : percent(change, *b));
      }
      out += '\n';
    }
    all[name.substr(0, name.size() - 4) + "_compared.csv"] = out;
  }
  return all;
}

}  // namespace footfall::twin
