#include <QTest>
#include <string>
#include <vector>

#include "model/parse/column_names.h"
#include "model/parse/input_layout.h"
#include "model/parse/role_match.h"
#include "model/parse/role_source.h"
#include "model/parse/saved_plan.h"
#include "model/parse/table_shape.h"

using namespace footfall;

namespace {

const std::string kPath = "a.csv";

Result<std::optional<InputLayout>> plan_of(const std::string& text,
                                           const InputOptions& options = {},
                                           EventTypes wanted = EventTypes::all(),
                                           bool required = false) {
  LayoutRequest request;
  request.wanted = wanted;
  request.required = required;
  return make_layout({kPath, text, true, options, request});
}

// The columns that an event type's roles are read from, as written; empty where it is not fed.
std::vector<std::string> sources(const std::string& text, EventType type,
                                 const InputOptions& options = {}) {
  const auto layout = plan_of(text, options, type, true);
  std::vector<std::string> names;
  if (!layout || !*layout) return names;
  for (const RoleFound& role : (*layout)->matches[type].roles) {
    std::string& name = names.emplace_back();
    for (const auto& joined : role.words.alternatives) {
      if (!name.empty()) name += '|';
      for (std::size_t i = 0; i < joined.size(); ++i) name += (i > 0 ? "+" : "") + joined[i].name;
    }
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

class TestReadingPlan : public QObject {
  Q_OBJECT
 private slots:
  void names_are_compared_in_three_turns() {
    const ColumnNames names({"\xEF\xBB\xBF\xC2\xA0 \"Page\" ", "page_url", "Campaign ID",
                             "Amount spent (USD)", "Created (UTC)", "Clicks (all)", "PAGE-URL"});
    QCOMPARE(names.find("page")->column, std::size_t{0});
    QCOMPARE(names.find("page_url")->column, std::size_t{1});
    QVERIFY(!names.find("page_url")->doubled);
    QVERIFY(names.find("pageurl")->doubled);
    QCOMPARE(names.find("campaign_id")->column, std::size_t{2});
    QCOMPARE(names.find("amount_spent")->column, std::size_t{3});
    QVERIFY(names.find("created")->utc);
    QVERIFY(!names.find("amount_spent")->utc);
    // "all" is the code of a currency, too.
    QVERIFY(!names.find("clicks"));
    QCOMPARE(names.find("clicks_all")->column, std::size_t{5});
    QVERIFY(!names.find("visitor"));
  }
  void near_names_are_proposed() {
    const ColumnNames names({"id", "conversion", "cost", "outlay"});
    QCOMPARE(names.nearest("conversions", 3), std::vector<std::size_t>{1});
    QVERIFY(names.nearest("impressions", 3).empty());
  }
  void sources_are_read() {
    const auto words = parse_source(" date + time | \"a,b\" | 3 | a[key=x|y].b");
    QVERIFY(words);
    QCOMPARE(words->alternatives.size(), std::size_t{4});
    QCOMPARE(words->alternatives[0].size(), std::size_t{2});
    QCOMPARE(words->alternatives[0][1].name, std::string("time"));
    QCOMPARE(words->alternatives[1][0].name, std::string("a,b"));
    QVERIFY(words->alternatives[1][0].quoted);
    QCOMPARE(words->alternatives[2][0].number, std::optional<std::size_t>(2));
    QCOMPARE(words->alternatives[3][0].name, std::string("a[key=x|y].b"));
    QVERIFY(parse_source("@row")->each_row);
    for (const char* wrong : {"", "a+", "|a", "a||b", "\"\""})
      QVERIFY2(!parse_source(wrong), wrong);
    const auto map = parse_map("timestamp=t,page_url=\"a=b\",visitor_id=\"x,y\"");
    QVERIFY(map);
    QCOMPARE(map->size(), std::size_t{3});
    QCOMPARE((*map)[2].source, std::string("\"x,y\""));
    QVERIFY(!parse_map("timestamp"));
    QVERIFY(!parse_map("=a"));
    QCOMPARE(source_word("Amount spent"), std::string("Amount spent"));
    QCOMPARE(source_word("a,b"), std::string("\"a,b\""));
    QCOMPARE(source_word("2"), std::string("\"2\""));
  }
  void own_names_come_before_synonyms() {
    const std::string visits =
        "time,url,timestamp,page_url,visitor_id\nx,/u,2026-01-05T10:00:00Z,/a,v\n";
    QCOMPARE(sources(visits, EventType::visit), (Names{"timestamp", "page_url", "visitor_id"}));
    const std::string amounts = "event_id,customer_id,ts,type,amt\ne,c,1767607200,checkout,1.5\n";
    QCOMPARE(sources(amounts, EventType::payment),
             (Names{"event_id", "customer_id", "ts", "type", "amt", ""}));
  }
  void synonyms_go_by_their_values() {
    const std::string pages =
        "time,page,href,visitor\n2026-01-05T10:00:00Z,Home,/a,v\n2026-01-05T11:00:00Z,Shop,/b,w\n";
    QCOMPARE(sources(pages, EventType::visit), (Names{"time", "href", "visitor"}));
    const std::string joined = "Date,Time,path,ip\n2026-01-05,10:00:00,/a,192.0.2.1\n";
    QCOMPARE(sources(joined, EventType::visit), (Names{"Date+Time", "path", "ip"}));
    const std::string calls = "id,user_id,type,event\n1,u,track,click\n2,u,track,view\n";
    QCOMPARE(sources(calls, EventType::user_event), (Names{"id", "user_id", "event", ""}));
  }
  void a_report_not_asked_for_takes_synonyms_where_none_has_its_names() {
    const std::string both =
        "timestamp,page_url,visitor_id,campaign,impr,clicks,cost,results\n"
        "2026-01-05T10:00:00Z,/a,v,Lamps,10,1,2.5,1\n";
    const auto layout = plan_of(both);
    QVERIFY(layout && *layout);
    QVERIFY((*layout)->feeds == EventTypes(EventType::visit));
    QVERIFY((*layout)->matches[EventType::visit].by_name());
    const auto asked = plan_of(both, {}, EventType::campaign_figures, true);
    QVERIFY(asked && *asked);
  }
  void all_absent_roles_are_named() {
    const auto layout = plan_of("campaign_id;impressions;clicks;outlay;orders\nLamps;10;1;2.5;1\n",
                                {}, EventType::campaign_figures, true);
    QVERIFY(!layout);
    QCOMPARE(layout.error().kind, ErrorKind::missing_roles);
    QCOMPARE(layout.error().expected, std::string("spend, conversions"));
    QCOMPARE(layout.error().found, std::string("campaign_id;impressions;clicks;outlay;orders"));
    QCOMPARE(layout.error().remedy, std::string("spend=COLUMN,conversions=COLUMN"));
  }
  void numbers_of_a_clock_are_no_times() {
    const auto time_of = [](const std::string& times) {
      const std::vector<std::string> found = sources(times, EventType::visit);
      return found.empty() ? std::string() : found.front();
    };
    QCOMPARE(time_of("time,page,visitor\n10,/a,v\n"), "");
    QCOMPARE(time_of("time,page,visitor\n0.416667,/a,v\n-5,/a,v\n"), "");
    QCOMPARE(time_of("date,time,created_at,page,visitor\n2026-01-05,1000,2026-01-05 10:00,/a,v\n"),
             "created_at");
    // One that is no such number is a time for all of them.
    QCOMPARE(time_of("time,page,visitor\n0,/a,v\n1767607200,/a,v\n"), "time");
    QCOMPARE(time_of("time,page,visitor\n100000000,/a,v\n"), "time");
    // Dates of eight digits, and day numbers of a spreadsheet, are told of by their own words.
    QCOMPARE(time_of("time,page,visitor\n20260105,/a,v\n"), "time");
    QCOMPARE(time_of("time,page,visitor\n45306,/a,v\n45307,/a,v\n"), "time");
    InputOptions options;
    options.day_numbers = true;
    QCOMPARE(sources("time,page,visitor\n10,/a,v\n", EventType::visit, options),
             (Names{"time", "page", "visitor"}));
    // A name of its own is not gone by its values.
    QCOMPARE(time_of("timestamp,page_url,visitor_id\n10,/a,v\n"), "timestamp");
  }
  void what_is_proposed_fits() {
    const auto proposed = [](const std::string& text, EventType type) {
      const auto layout = plan_of(text, {}, type, true);
      return layout ? std::string("complete") : layout.error().remedy + layout.error().scale;
    };
    QCOMPARE(proposed("id,created,Customer Amount\n1,2026-01-05 10:00,9.10\n", EventType::payment),
             "customer_id=COLUMN");
    QCOMPARE(proposed("id,created,Customer Note\n1,2026-01-05 10:00,left it there again\n",
                      EventType::payment),
             "customer_id=COLUMN");
    QCOMPARE(proposed("id,created,Customer No\n1,2026-01-05 10:00,17\n", EventType::payment),
             "customer_id=Customer No");
    QCOMPARE(proposed("datetime,page,visitors\n2026-01-05 10:00,/a,9\n", EventType::visit),
             "visitor_id=COLUMN");
    QCOMPARE(
        proposed("SaleDate,SaleTime,id,customer\n2026-01-05,10:00:00,1,c\n", EventType::payment),
        "ts=SaleDate+SaleTime");
    QCOMPARE(proposed("SaleDate,SaleTime,id,customer\n2026-01-05,100000,1,c\n", EventType::payment),
             "ts=SaleDate");
    QCOMPARE(proposed("EndDate,id,customer\n2026-01-05,1,c\n", EventType::payment), "ts=COLUMN");
    QCOMPARE(proposed("user_id,type\nu,view\n", EventType::user_event), "id=@row");
    QCOMPARE(proposed("campaign_id,impressions,clicks,cost_micros,conversions\na,10,1,5000000,1\n",
                      EventType::campaign_figures),
             "spend=cost_microsspend=0.000001");
  }
  void the_header_is_sought() {
    const std::string titled =
        "sep=;\nMonth of January\n\n# made by "
        "hand\ncampaign_id;impressions;clicks;spend;conversions\n"
        "Lamps;10;1;2.5;1\n";
    const auto layout = plan_of(titled);
    QVERIFY(layout && *layout);
    QCOMPARE((*layout)->dialect.delimiter, ';');
    QCOMPARE((*layout)->lines_left_out, std::size_t{4});
    QCOMPARE((*layout)->header_lines, std::size_t{5});
    QCOMPARE((*layout)->width, std::size_t{5});
  }
  void the_delimiter_is_that_of_most_records() {
    // Under commas every name is there, too.
    const std::string text =
        "timestamp,page_url,visitor_id;timestamp;page_url;visitor_id\n"
        "x;2026-01-05T10:00:00Z;/a;v\nx;2026-01-05T10:00:00Z;/a;w\n";
    const auto layout = plan_of(text);
    QVERIFY(layout && *layout);
    QCOMPARE((*layout)->dialect.delimiter, ';');
  }
  void numbers_tell_whether_there_is_a_header() {
    InputOptions options;
    options.columns = {{"timestamp", "1"}, {"page_url", "2"}, {"visitor_id", "3"}};
    const auto without = plan_of("2026-01-05T10:00:00Z,/a,v\n", options, EventType::visit, true);
    QVERIFY(without && *without);
    QVERIFY((*without)->header.empty());
    QCOMPARE((*without)->header_bytes, std::size_t{0});
    const auto with =
        plan_of("When,Where,Who\n2026-01-05T10:00:00Z,/a,v\n", options, EventType::visit, true);
    QVERIFY(with && *with);
    QCOMPARE((*with)->header, (Names{"When", "Where", "Who"}));
  }
  void backslashes_escape_only_where_the_sample_shows_it() {
    const auto dialect = [](const std::string& text) {
      return (*plan_of(text))->dialect.backslash;
    };
    const std::string head = "timestamp,page_url,visitor_id\n";
    QVERIFY(dialect(head + "t,\"a \\\"b\\\" c\",v\n"));
    QVERIFY(!dialect(head + "t,\"a \\\"b\\\" \"\"c\",v\n"));
    QVERIFY(!dialect(head + "t,\"C:\\\",v\n"));
  }
  void a_plan_is_written_and_read() {
    InputOptions options;
    options.columns = {{"timestamp", "When"}, {"page_url", "\"a,b\""}, {"visitor_id", "u|ip"}};
    const std::string text = "When;\"a,b\";u;ip\n2026-01-05T10:00:00Z;/a;v;192.0.2.1\n";
    const auto layout = plan_of(text, options, EventType::visit, true);
    QVERIFY(layout && *layout);
    const TimeZone zone = *TimeZone::load("Asia/Tokyo", "");
    const std::string json = plan_json(**layout, options, zone);
    const Result<SavedPlan> plan = read_plan(json, "plan.json");
    QVERIFY(plan);
    QCOMPARE(plan->source_zone, zone);
    InputOptions again;
    follow_plan(*plan, {"timestamp", "page_url", "visitor_id"}, again);
    QVERIFY(again.columns == options.columns);
    QCOMPARE(again.delimiter, std::optional<char>(';'));
    QCOMPARE(again.expected_header, (Names{"When", "a,b", "u", "ip"}));
    const auto second = plan_of(text, again, EventType::visit, true);
    QVERIFY(second && *second);
    QCOMPARE(plan_json(**second, again, zone), json);
    // UTC stands in none.
    const std::string utc = plan_json(**layout, options, TimeZone());
    QCOMPARE(utc.find("source_zone"), std::string::npos);
    QVERIFY(read_plan(utc, "plan.json")->source_zone.is_utc());
    const auto other = plan_of("When;a;u;ip\n", again, EventType::visit, true);
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::other_header);
    InputOptions beaten;
    beaten.columns = {{"visitor_id", "ip"}};
    follow_plan(*plan, {"timestamp", "page_url", "visitor_id"}, beaten);
    QCOMPARE(beaten.columns.at("visitor_id"), std::string("ip"));
    for (const char* wrong : {"", "{", "[]", "{}", "{\"footfall_plan\":2}",
                              "{\"footfall_plan\":1,\"roles\":{\"ts\":\"a||b\"}}",
                              "{\"footfall_plan\":1,\"source_zone\":\"Mars/Base\"}"})
      QVERIFY2(!read_plan(wrong, "p"), wrong);
  }
};

QTEST_APPLESS_MAIN(TestReadingPlan)
#include "test_reading_plan.moc"
