#include <QTest>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/report/report_options.h"

using namespace footfall;

namespace {

/// Options in which one alone is other than at first, by its name.
std::map<std::string, ReportOptions> changed_options() {
  std::map<std::string, ReportOptions> changed;
  const TimeZone berlin = *TimeZone::load("Europe/Berlin", "zone");
  changed["zone"].zone = berlin;
  changed["source_zone"].source_zone = berlin;
  changed["step"].step = Step::week;
  changed["now"].now = 1736159400;
  changed["event_types"].event_types = std::vector<std::string>{"checkout"};
  changed["event_map"].event_map = {{"order", "purchase"}};
  changed["rates"].rates = {{"EUR", Decimal{Decimal::kOne}}};
  changed["shards"].shards = 7;
  changed["distinct_events"].distinct_events = true;
  changed["top"].top = 3;
  return changed;
}

}  // namespace

class TestReportOptions : public QObject {
  Q_OBJECT
 private slots:
  // As the guide says what each option is for. The clock alone makes no report another one.
  void a_report_is_another_one_where_an_option_of_its_own_is() {
    using Names = std::set<std::string>;
    const Names of_hours = {"zone", "source_zone", "step"};
    const std::map<std::string, Names> own = {
        {"hourly-visitors", of_hours},
        {"customer-report",
         {"source_zone", "event_types", "event_map", "rates", "shards", "distinct_events"}},
        {"campaign-ranking", {"top"}},
        {"user-activity", {"event_map"}},
        {"requests", of_hours}};
    QCOMPARE(changed_options().size(), kKinds<ReportOption>);
    for (const ReportKind kind : kAllReports) {
      const auto names = own.find(std::string(command_name(kind)));
      QVERIFY2(names != own.end(), command_name(kind).data());
      for (const auto& [name, options] : changed_options()) {
        QVERIFY2(same_for(kind, options, options), name.c_str());
        QVERIFY2(same_for(kind, options, ReportOptions()) != names->second.contains(name),
                 (names->first + " " + name).c_str());
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestReportOptions)
#include "test_report_options.moc"
