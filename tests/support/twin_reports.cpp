#include "tests/support/twin_reports.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <algorithm>
#include <tuple>

namespace footfall::twin {

namespace {

/// What the names of files begin with.
std::string frequency(const std::string& step) {
  return step == "hour" ? "hourly" : step == "day" ? "daily" : "weekly";
}

}  // namespace

void report_visits(const std::vector<Visit>& visits, const std::string& step, const Zone& zone,
                   Files& files) {
  using Visitors = std::set<std::pair<std::string, std::string>>;
  std::map<Hour, std::map<std::string, Visitors>> pages;
  std::map<Hour, Visitors> visitors;
  std::map<Hour, std::uint64_t> views;
  for (const Visit& visit : visits) {
    const Hour hour = step_of(step, zone, visit.time);
    pages[hour][visit.page].insert(visit.visitor);
    visitors[hour].insert(visit.visitor);
    ++views[hour];
  }
  std::string by_page = step + ",page_url,unique_visitors\n";
  std::string totals = step + ",unique_visitors,pageviews\n";
  std::map<std::string, std::string> by_label;
  for (const auto& [hour, by_name] : pages) {
    std::string line;
    for (const auto& [page, set] : by_name) {
      by_page += hour.label + ',' + csv_field(page) + ',' + std::to_string(set.size()) + '\n';
      line += (line.empty() ? "" : ",") + json_text(page) + ':' + std::to_string(set.size());
    }
    by_label[hour.label] = json_text(hour.label) + ":{" + line + '}';
    totals += hour.label + ',' + std::to_string(visitors[hour].size()) + ',' +
              std::to_string(views[hour]) + '\n';
  }
  files[frequency(step) + "_visitors.csv"] = by_page;
  files[frequency(step) + "_totals.csv"] = totals;
  std::vector<std::string> lines;
  for (const auto& [label, line] : by_label) lines.push_back(line);
  files[frequency(step) + "_visitors.json"] = json_lines('{', lines, '}');
}

namespace {

struct CustomerDay {
  std::uint64_t events = 0;
  Big spend;  // units of 10^-36
};
struct Customer {
  std::uint64_t events = 0;
  Big spend;
  Big ticket_sum;
  std::uint64_t tickets = 0;
  std::map<std::string, std::uint64_t> types;
  std::int64_t latest = 0;
  std::map<std::int64_t, CustomerDay> days;
};

std::string shard_of(const std::string& customer, unsigned shards) {
  const QByteArray id(customer.data(), static_cast<qsizetype>(customer.size()));
  const QByteArray digest = QCryptographicHash::hash(id, QCryptographicHash::Md5).toHex();
  return std::to_string(std::stoul(digest.left(8).toStdString(), nullptr, 16) % shards);
}

/// Drops repeats of whole rows; counts the events that share an id with another one.
std::vector<Payment> distinct_payments(const std::vector<Payment>& payments, Result& result) {
  const auto values = [](const Payment& p) {
    return std::make_tuple(p.customer, p.ts, p.type, p.amount.text(), p.currency);
  };
  std::map<std::string, std::map<decltype(values(Payment())), Payment>> events;
  for (const Payment& payment : payments)
    if (!events[payment.event].emplace(values(payment), payment).second) ++result.duplicates;
  std::vector<Payment> distinct;
  for (const auto& [id, same_id] : events) {
    if (same_id.size() > 1) result.conflicts += same_id.size();
    for (const auto& [key, payment] : same_id) distinct.push_back(payment);
  }
  return distinct;
}

/// Units of 10^-36, written with 6 decimals.
std::string money(const Big& units) { return fixed(units, power_of_ten(2 * kScale), 6); }

}  // namespace

void report_payments(const std::vector<Payment>& rows, const Options& options, Result& result) {
  std::map<std::string, Customer> customers;
  std::map<std::string, Big> unconverted;
  for (const Payment& payment : options.distinct_events ? distinct_payments(rows, result) : rows) {
    const auto rate = std::find_if(
        options.rates.begin(), options.rates.end(),
        [&](const auto& given) { return one_spelling(given.first) == payment.currency; });
    Big factor = power_of_ten(kScale);
    if (rate != options.rates.end()) {
      factor = read_number(rate->second).units;
    } else if (payment.currency != "USD") {
      ++result.unconverted[payment.currency].rows;
      unconverted[payment.currency] = unconverted[payment.currency] + payment.amount;
    }
    const Big usd = payment.amount * factor;
    Customer& customer = customers[payment.customer];
    ++customer.events;
    customer.spend = customer.spend + usd;
    if (payment.type == "checkout" && Big(0) < usd) {
      customer.ticket_sum = customer.ticket_sum + usd;
      ++customer.tickets;
    }
    ++customer.types[payment.type];
    customer.latest = std::max(customer.latest, payment.ts);
    CustomerDay& day = customer.days[payment.ts / 86400];
    ++day.events;
    day.spend = day.spend + usd;
  }
  for (const auto& [currency, sum] : unconverted)
    result.unconverted[currency].amount = exact(sum, kScale, 0);

  std::string table =
      "customer_id,total_events,total_spend_usd,avg_ticket_usd,active_days,top_event_type,latest_"
      "event_ts,shard\n";
  std::string days = "customer_id,day,events,spend_usd\n";
  std::vector<std::string> lines;
  for (const auto& [id, customer] : customers) {
    std::string top;
    std::uint64_t most = 0;
    for (const auto& [type, count] : customer.types)
      if (count > most) most = count, top = type;
    std::string average = "0.000000";
    if (customer.tickets > 0) {
      const Big tickets(static_cast<std::int64_t>(customer.tickets));
      average = fixed(customer.ticket_sum, power_of_ten(2 * kScale) * tickets, 6);
    }
    const std::string events = std::to_string(customer.events);
    const std::string active = std::to_string(customer.days.size());
    const std::string latest = std::to_string(customer.latest);
    const std::string shard = shard_of(id, options.shards);
    table += csv_field(id) + ',' + events + ',' + money(customer.spend) + ',' + average + ',' +
             active + ',' + csv_field(top) + ',' + latest + ',' + shard + '\n';
    std::string by_day;
    for (const auto& [number, day] : customer.days) {
      const std::string count = std::to_string(day.events);
      const std::string spend = money(day.spend);
      days += csv_field(id) + ',' + day_text(number) + ',' + count + ',' + spend + '\n';
      by_day += (by_day.empty() ? "" : ",") + json_text(day_text(number)) +
                ":{\"events\":" + count + ",\"spend_usd\":" + json_decimal(spend) + '}';
    }
    lines.push_back(json_text(id) + ":{\"total_events\":" + events +
                    ",\"total_spend_usd\":" + json_decimal(money(customer.spend)) +
                    ",\"avg_ticket_usd\":" + json_decimal(average) + ",\"active_days\":" + active +
                    ",\"top_event_type\":" + json_text(top) + ",\"latest_event_ts\":" + latest +
                    ",\"by_day\":{" + by_day + "},\"shard\":" + shard + '}');
  }
  result.files["customers.csv"] = table;
  result.files["customer_days.csv"] = days;
  result.files["customers.json"] = json_lines('{', lines, '}');
}

namespace {

struct Campaign {
  std::string id;
  Big impressions;
  Big clicks;
  Big spend;
  Big conversions;

  [[nodiscard]] std::string ctr() const {
    return impressions.zero() ? "0.0000" : fixed(clicks, impressions, 4);
  }
  [[nodiscard]] std::string cpa() const {
    return conversions.zero() ? "" : fixed(spend, conversions, 2);
  }
  [[nodiscard]] std::string total_spend() const { return fixed(spend, power_of_ten(kScale), 2); }
  /// Without a point where they are whole.
  [[nodiscard]] std::string total_conversions() const {
    std::string text = fixed(conversions, power_of_ten(kScale), kScale);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  }
  [[nodiscard]] std::string csv() const {
    return csv_field(id) + ',' + impressions.text() + ',' + clicks.text() + ',' + total_spend() +
           ',' + total_conversions() + ',' + ctr() + ',' + cpa() + '\n';
  }
  [[nodiscard]] std::string json() const {
    return "\"total_impressions\":" + impressions.text() + ",\"total_clicks\":" + clicks.text() +
           ",\"total_spend\":" + json_decimal(total_spend()) +
           ",\"total_conversions\":" + total_conversions() + ",\"CTR\":" + json_decimal(ctr()) +
           ",\"CPA\":" + (cpa().empty() ? "null" : json_decimal(cpa()));
  }
};

/// Compares a/b with c/d; a quotient over nothing is 0.
int compare_quotients(const Big& a, const Big& b, const Big& c, const Big& d) {
  const Big none(0);
  const Big one(1);
  return compare((b.zero() ? none : a) * (d.zero() ? one : d),
                 (d.zero() ? none : c) * (b.zero() ? one : b));
}

void write_top(const std::vector<Campaign>& ranked, const std::string& name, const Options& options,
               Files& files) {
  std::string table =
      "campaign_id,total_impressions,total_clicks,total_spend,total_conversions,CTR,CPA\n";
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < ranked.size() && i < options.top; ++i) {
    table += ranked[i].csv();
    lines.push_back("{\"campaign_id\":" + json_text(ranked[i].id) + ',' + ranked[i].json() + '}');
  }
  const std::string stem = "top" + std::to_string(options.top) + '_' + name;
  files[stem + ".csv"] = table;
  files[stem + ".json"] = json_lines('[', lines, ']');
}

}  // namespace

void report_campaigns(const std::vector<CampaignDay>& days, const Options& options, Files& files) {
  std::map<std::string, Campaign> campaigns;
  for (const CampaignDay& day : days) {
    Campaign& campaign = campaigns[day.campaign];
    campaign.id = day.campaign;
    campaign.impressions = campaign.impressions + day.impressions;
    campaign.clicks = campaign.clicks + day.clicks;
    campaign.spend = campaign.spend + day.spend;
    campaign.conversions = campaign.conversions + day.conversions;
  }
  std::string table =
      "campaign_id,total_impressions,total_clicks,total_spend,total_conversions,CTR,CPA\n";
  std::vector<std::string> lines;
  std::vector<Campaign> by_ctr;
  std::vector<Campaign> by_cpa;
  for (const auto& [id, campaign] : campaigns) {
    table += campaign.csv();
    lines.push_back(json_text(id) + ":{" + campaign.json() + '}');
    by_ctr.push_back(campaign);
    if (!campaign.conversions.zero()) by_cpa.push_back(campaign);
  }
  files["campaigns.csv"] = table;
  files["campaigns.json"] = json_lines('{', lines, '}');
  const auto spend_then_id = [](const Campaign& a, const Campaign& b) {
    const int spend = compare(a.spend, b.spend);
    return spend != 0 ? spend > 0 : a.id < b.id;
  };
  std::sort(by_ctr.begin(), by_ctr.end(), [&](const Campaign& a, const Campaign& b) {
    const int order = compare_quotients(a.clicks, a.impressions, b.clicks, b.impressions);
    return order != 0 ? order > 0 : spend_then_id(a, b);
  });
  std::sort(by_cpa.begin(), by_cpa.end(), [&](const Campaign& a, const Campaign& b) {
    const int order = compare_quotients(a.spend, a.conversions, b.spend, b.conversions);
    return order != 0 ? order < 0 : spend_then_id(a, b);
  });
  write_top(by_ctr, "ctr", options, files);
  write_top(by_cpa, "cpa", options, files);
}

void report_actions(const std::vector<Action>& actions, const Options& options, Result& result) {
  // One event is (user, type, price); no price is not the price 0.
  using Event = std::tuple<std::string, std::string, std::string>;
  std::map<std::string, std::map<Event, Action>> events;
  for (const Action& action : actions) {
    const Event event(action.user, action.type, action.price ? action.price->text() : "none");
    if (!events[action.id].emplace(event, action).second) ++result.duplicates;
  }
  struct User {
    std::map<std::string, std::uint64_t> counts;
    Big value;
  };
  std::map<std::string, User> users;
  for (const std::string& user : options.users) users[user];
  for (const auto& [id, same_id] : events) {
    if (same_id.size() > 1) result.conflicts += same_id.size();
    for (const auto& [event, action] : same_id) {
      User& user = users[action.user];
      ++user.counts[action.type];
      if (action.type == "purchase" && action.price) user.value = user.value + *action.price;
    }
  }
  std::string table = "user_id,click,view,purchase,total_value\n";
  std::vector<std::string> lines;
  for (auto& [id, user] : users) {
    const std::string click = std::to_string(user.counts["click"]);
    const std::string view = std::to_string(user.counts["view"]);
    const std::string purchase = std::to_string(user.counts["purchase"]);
    const std::string value = exact(user.value, kScale, 2);
    table += csv_field(id) + ',' + click + ',' + view + ',' + purchase + ',' + value + '\n';
    lines.push_back(json_text(id) + ":{\"click\":" + click + ",\"view\":" + view +
                    ",\"purchase\":" + purchase + ",\"total_value\":" + json_decimal(value) + '}');
  }
  result.files["user_activity.csv"] = table;
  result.files["user_activity.json"] = json_lines('{', lines, '}');
}

namespace {

struct Answers {
  std::uint64_t requests = 0;
  Big bytes;
  std::map<int, std::uint64_t> by_class;

  void add(const Request& request) {
    ++requests;
    bytes = bytes + request.bytes;
    ++by_class[request.answer];
  }
  [[nodiscard]] std::string csv() {
    std::string text = std::to_string(requests) + ',' + bytes.text();
    for (const int answer : {2, 3, 4, 5, 0}) text += ',' + std::to_string(by_class[answer]);
    return text;
  }
  [[nodiscard]] std::string json() {
    std::string text = "{\"requests\":" + std::to_string(requests) + ",\"bytes\":" + bytes.text();
    for (const int answer : {2, 3, 4, 5, 0})
      text += ",\"status_" + (answer == 0 ? "other" : std::to_string(answer) + "xx") +
              "\":" + std::to_string(by_class[answer]);
    return text + '}';
  }
};

}  // namespace

void report_requests(const std::vector<Request>& requests, const std::string& step,
                     const Zone& zone, Files& files) {
  std::map<Hour, Answers> hours;
  std::map<std::string, Answers> pages;
  for (const Request& request : requests) {
    hours[step_of(step, zone, request.time)].add(request);
    pages[request.page].add(request);
  }
  const std::string columns =
      "requests,bytes,status_2xx,status_3xx,status_4xx,status_5xx,status_other\n";
  std::string by_hour = step + "," + columns;
  std::map<std::string, std::string> by_label;
  for (auto& [hour, answers] : hours) {
    by_hour += hour.label + ',' + answers.csv() + '\n';
    by_label[hour.label] = json_text(hour.label) + ':' + answers.json();
  }
  std::string by_page = "page_url," + columns;
  std::vector<std::string> page_lines;
  for (auto& [page, answers] : pages) {
    by_page += csv_field(page) + ',' + answers.csv() + '\n';
    page_lines.push_back(json_text(page) + ':' + answers.json());
  }
  std::vector<std::string> hour_lines;
  for (const auto& [label, line] : by_label) hour_lines.push_back(line);
  files[frequency(step) + "_requests.csv"] = by_hour;
  files[frequency(step) + "_requests.json"] = json_lines('{', hour_lines, '}');
  files["requests.csv"] = by_page;
  files["requests.json"] = json_lines('{', page_lines, '}');
}

}  // namespace footfall::twin
