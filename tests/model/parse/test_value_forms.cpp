// What values may look like, form by form and against the twin. Long, for all forms share one rig.
#include <QTest>
#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "model/core/blanks.h"
#include "model/core/currency.h"
#include "model/parse/form_choice.h"
#include "model/parse/form_reader.h"
#include "tests/support/padded_field.h"
#include "tests/support/twin_forms.h"
#include "tests/support/twin_number.h"

using namespace footfall;

namespace {

TimeZone zone(const char* name) { return *TimeZone::load(name, "--source-zone"); }

TimeForm form_of(TimeForm::Kind kind, DateOrder order = DateOrder::unknown) {
  return {kind, order, false, false, false};
}
const TimeForm kClear;
const TimeForm kDayFirst = form_of(TimeForm::Kind::ordered, DateOrder::day_first);
const TimeForm kMonthFirst = form_of(TimeForm::Kind::ordered, DateOrder::month_first);
const TimeForm kDates = form_of(TimeForm::Kind::date_alone);
const TimeForm kDigits = form_of(TimeForm::Kind::digits);
const TimeForm kDayNumbers = form_of(TimeForm::Kind::day_number);

// ISO text in UTC, or "bad".
std::string time_of(std::string_view text, const TimeForm& form, const char* source = "UTC",
                    EventType events = EventType::visit) {
  FormReader reader(events, zone(source));
  const std::optional<Instant> instant = reader.read_time(trim_all_blanks(text), form);
  if (!instant) return "bad";
  std::array<char, kTimeText> out;
  return {out.data(), write_time(out.data(), *instant)};
}

std::string number_of(std::string_view text, DecimalMark mark) {
  std::string out;
  return rewrite_number(text, mark, out) ? out : "bad";
}

// A payment through the reader of forms, as field|field|...
struct Rewriting {
  ValueForms forms;
  bool null_ids = true;
  EventType events = EventType::payment;
  NullWordCounts words{};
  std::optional<FormReader::Contradiction> contradiction;

  std::string operator()(const std::vector<std::string>& values) {
    FormReader reader(events, TimeZone());
    reader.follow(forms, value_kinds(events), null_ids);
    std::vector<Field> fields;
    for (const std::string& value : values) fields.push_back(testing::text_field(value));
    const FormReader::Rewritten row = reader.rewrite(fields.data(), words);
    contradiction = row.contradiction;
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Field& field = row.fields[i];
      out += (i > 0 ? "|" : "") +
             (field.kind == FieldKind::missing ? "(missing)" : std::string(field.text));
    }
    return out;
  }
};

std::string twin_value(const std::optional<std::string>& number) {
  if (!number) return "bad";
  const twin::Number value = twin::read_number(*number);
  return value.in_range ? value.units.text() : "far";
}

}  // namespace

class TestValueForms : public QObject {
  Q_OBJECT
 private slots:
  void times_that_tell_for_themselves() {
    for (const char* text : {"2026-01-05 10:07:09 UTC",
                             "2026-01-05 10:07:09 GMT",
                             "2026-01-05 10:07:09 Z",
                             "2026-01-05 10:07:09.250 utc",
                             "2026-01-05 05:07:09 -0500",
                             "2026-01-05 15:37:09 +05:30",
                             "2026-01-05T11:07:09 +01",
                             "2026/01/05 10:07:09",
                             "2026/1/5 10:07:09",
                             "2026-1-5 10:07:09",
                             "2026-01-05  10:07:09",
                             "2026-01-05\xC2\xA0"
                             "10:07:09",
                             "2026-01-05 10:07:09 AM",
                             "20260105T100709Z",
                             "20260105T100709",
                             "20260105T110709.5+0100",
                             "05/Jan/2026:10:07:09 +0000",
                             "05/Jan/2026:11:07:09.125 +0100",
                             "5/Jan/2026:10:07:09",
                             "5 Jan 2026 10:07:09",
                             "05 January 2026 10:07:09",
                             "5-Jan-2026 10:07:09",
                             "Jan 5, 2026 10:07:09 AM",
                             "January 5, 2026, 10:07:09\xE2\x80\xAF"
                             "am",
                             "Jan. 5 2026 10:07:09",
                             "Mon, 05 Jan 2026 10:07:09 GMT",
                             "Monday, January 5, 2026 10:07:09",
                             "1767607629",
                             "1767607629123",
                             "1767607629123456",
                             "1767607629123456789"})
      QVERIFY2(time_of(text, kClear) == "2026-01-05T10:07:09Z", text);
    QCOMPARE(time_of("Jan 5, 2026 12:00 AM", kClear), "2026-01-05T00:00:00Z");
    QCOMPARE(time_of("Jan 5, 2026 12:30 PM", kClear), "2026-01-05T12:30:00Z");
    QCOMPARE(time_of("2026-1-5 9:05", kClear), "2026-01-05T09:05:00Z");
    QCOMPARE(time_of("2026/01/05 23:59:60", kClear), "2026-01-05T23:59:59Z");
    QCOMPARE(time_of("5 Jan 2026 10:00", kClear, "Europe/Berlin"), "2026-01-05T09:00:00Z");
  }
  void times_that_are_none() {
    for (const char* text : {"2026-01-05 10:00:00 CET",
                             "2026-01-05 10:00:00 America/New_York",
                             "2026-01-05",
                             "2026/01/05",
                             "5 Jan 2026",
                             "31 Feb 2026 10:00",
                             "2026/02/29 10:00",
                             "0 Jan 2026 10:00",
                             "5 Foo 2026 10:00",
                             "2026-01-05 25:00",
                             "2026-01-05 13:00 PM",
                             "2026-01-05 0:30 AM",
                             "2026-01-05 10:7",
                             "2026-01-05 10:07:9",
                             "03/04/2026 10:00",
                             "05.01.2026",
                             "-5",
                             "20260105T1007",
                             "20260105T250709Z",
                             "noon",
                             "Mon 10:00",
                             "2026-01/05 10:00",
                             "0000/01/01 10:00",
                             "2026-01-05 10:07 +1",
                             "2026-01-05 10:07 +24:00",
                             "253402300800e9"})
      QVERIFY2(time_of(text, kClear) == "bad", text);
    QCOMPARE(time_of("-5", kClear, "UTC", EventType::payment), "1969-12-31T23:59:55Z");
  }
  void times_by_column() {
    QCOMPARE(time_of("03/04/2026 10:00", kDayFirst), "2026-04-03T10:00:00Z");
    QCOMPARE(time_of("03/04/2026 10:00", kMonthFirst), "2026-03-04T10:00:00Z");
    QCOMPARE(time_of("3.4.26", kDayFirst), "2026-04-03T00:00:00Z");
    QCOMPARE(time_of("3-4-2026, 1:05:06 PM", kMonthFirst), "2026-03-04T13:05:06Z");
    QCOMPARE(time_of("13/04/2026 10:00", kMonthFirst), "bad");
    QCOMPARE(time_of("31/04/2026", kDayFirst), "bad");
    QCOMPARE(time_of("3/4.2026", kDayFirst), "bad");
    QCOMPARE(time_of("5/5/2026", form_of(TimeForm::Kind::ordered)), "2026-05-05T00:00:00Z");
    QCOMPARE(time_of("5/6/2026", form_of(TimeForm::Kind::ordered)), "bad");
    QCOMPARE(time_of("2026-01-05", kDates), "2026-01-05T00:00:00Z");
    QCOMPARE(time_of("Jan 5, 2026", kDates, "Europe/Berlin"), "2026-01-04T23:00:00Z");
    QCOMPARE(time_of("20260105", kDigits), "2026-01-05T00:00:00Z");
    QCOMPARE(time_of("20260105100709", kDigits), "2026-01-05T10:07:09Z");
    for (const char* text : {"20261305", "20260230", "20260105250000", "00000101"})
      QVERIFY2(time_of(text, kDigits) == "bad", text);
    QCOMPARE(time_of("1767607629", kDigits), "2026-01-05T10:07:09Z");
  }
  void day_numbers_of_spreadsheets() {
    QCOMPARE(time_of("45663", kDayNumbers), "2025-01-06T00:00:00Z");
    QCOMPARE(time_of("45663.5", kDayNumbers, "Europe/Berlin"), "2025-01-06T11:00:00Z");
    // 11:00:00 and 10:59:59 as a spreadsheet writes them.
    QCOMPARE(time_of("45663.4583333333", kDayNumbers), "2025-01-06T11:00:00Z");
    QCOMPARE(time_of("45663.4583217593", kDayNumbers), "2025-01-06T10:59:59Z");
    QCOMPARE(time_of("61", kDayNumbers), "1900-03-01T00:00:00Z");
    QCOMPARE(time_of("60", kDayNumbers), "bad");
    QCOMPARE(time_of("2958466", kDayNumbers), "bad");
    QCOMPARE(time_of("2026-01-05 10:00", kDayNumbers), "2026-01-05T10:00:00Z");
  }
  void names_of_zones_behind_a_clock_of_its_own() {
    TimeForm form = kMonthFirst;
    form.zone_names = true;
    QCOMPARE(time_of("1/13/2026 07:22:17 America/New_York", form), "2026-01-13T12:22:17Z");
    QCOMPARE(time_of("1/13/2026 07:22:17 GMT", form), "2026-01-13T07:22:17Z");
    for (const char* text : {"1/13/2026 07:22:17 PST", "1/13/2026 07:22:17 CET",
                             "1/13/2026 07:22:17 Nowhere/City", "1/13/2026 07:22:17 ../passwd"})
      QVERIFY2(time_of(text, form) == "bad", text);
  }

  void numbers_with_a_point() {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"1,560.00", "1560.00"},
        {"(100.00)", "-100.00"},
        {"($5.00)", "-5.00"},
        {"$(5.00)", "-5.00"},
        {"$25.00", "25.00"},
        {"-$5.00", "-5.00"},
        {"$-5.00", "-5.00"},
        {"25.00-", "-25.00"},
        {"12.50 USD", "12.50"},
        {"EUR 3.10", "3.10"},
        {"eur3.10", "3.10"},
        {"EUR\xC2\xA0"
         "3.10",
         "3.10"},
        {"3.10\xE2\x80\xAF"
         "EUR",
         "3.10"},
        {"US$1,000", "1000"},
        {"\xE2\x82\xAC 7", "7"},
        {"7.50\xC2\xA0\xE2\x82\xAC", "7.50"},
        {"\xE2\x88\x92"
         "5.00",
         "-5.00"},
        {"\xE2\x88\x92 5.00", "-5.00"},
        {"104'498", "104498"},
        {"1\xE2\x80\x99"
         "231.5",
         "1231.5"},
        {"104 498", "104498"},
        {"1\xE2\x80\xAF"
         "231.88",
         "1231.88"},
        {"1,234,567", "1234567"},
        {"\xE2\x80\x89 12 ", "12"},
        {"+7", "7"},
        {".5", ".5"},
        {"1e2", "1e2"},
        {"R12.50", "12.50"},
        {"12.50 kr", "12.50"}};
    for (const auto& [text, expected] : cases)
      QVERIFY2(number_of(text, DecimalMark::point) == expected, text);
    for (const char* text : {"nan",       "inf",    "1_000", "0x10",   "",          "-",
                             "()",        "--5",    "(-5)",  "-5-",    "12,34,567", "1,23.50",
                             "12345,678", "0,125",  "1 2",   "1  000", "1,000 000", "1.231.231",
                             "1,231,",    "12 pcs", "EUR",   "$",      "$$5",       "5 EUR USD",
                             "1,000e3",   "1e",     "e5",    "1.5.",   "12,5",      "5 %"})
      QVERIFY2(number_of(text, DecimalMark::point) == "bad", text);
  }
  void numbers_with_a_comma() {
    const std::vector<std::pair<const char*, const char*>> cases = {{"12,5", "12.5"},
                                                                    {"1.231,88", "1231.88"},
                                                                    {"1.231", "1231"},
                                                                    {"2.500.000,5", "2500000.5"},
                                                                    {"1 231,88", "1231.88"},
                                                                    {",5", ".5"},
                                                                    {"(1,50) EUR", "-1.50"},
                                                                    {"1,5e3", "1.5e3"},
                                                                    {"12", "12"}};
    for (const auto& [text, expected] : cases)
      QVERIFY2(number_of(text, DecimalMark::comma) == expected, text);
    for (const char* text : {"12.5", "1,231.88", "0.125", "1,231,231", "1.23", "12.0000"})
      QVERIFY2(number_of(text, DecimalMark::comma) == "bad", text);
  }
  void the_mark_is_what_most_values_speak_for() {
    struct Case {
      std::vector<std::pair<const char*, bool>> values;  // text, whole
      std::uint64_t points, commas;
      bool open;
    };
    const std::vector<Case> cases = {
        {{{"12.5", false}, {"1,231.88", false}, {"0.125", false}, {"1234.567", false}},
         4,
         0,
         false},
        {{{"12,5", false}, {"1.231,88", false}, {"0,125", false}}, 0, 3, false},
        {{{"1.231", false}, {"2,500", false}}, 0, 0, true},
        {{{"1.231", true}, {"12", true}}, 0, 1, false},
        {{{"12.000", true}}, 0, 0, true},
        {{{"1,231", true}}, 1, 0, false},
        {{{"1 231", false}, {"12", false}, {"$5", false}, {"word", false}}, 0, 0, false}};
    for (const Case& c : cases) {
      MarkTally tally;
      for (const auto& [text, whole] : c.values) tally.add(text, whole, "spend", 1);
      QCOMPARE(tally.points, c.points);
      QCOMPARE(tally.commas, c.commas);
      QCOMPARE(tally.open.has_value(), c.open);
    }
  }

  void rows_are_rewritten() {
    Rewriting row;
    QCOMPARE(row({"e1", "c1", "2026-01-05 10:07:09 UTC", "sale", "$1,560.00", "eur"}),
             "e1|c1|1767607629|sale|1560.00|eur");
    QCOMPARE(row({"\\N", "NULL", "N/A", "null", "NaN", "\\N"}),
             "(missing)|(missing)|(missing)|null|(missing)|(missing)");
    QCOMPARE(row.words, (NullWordCounts{1, 0, 2, 1, 0, 0, 1, 0, 0}));
    QCOMPARE(row({"e1", "c1", "soon", "sale", "much", ""}), "e1|c1|?|sale|?|");
    row.null_ids = false;
    QCOMPARE(row({"\\N", "NULL", "1", "", "-", ""}), "\\N|NULL|1||(missing)|");
    // Beyond the year 5138 seconds would be thousandths.
    QCOMPARE(row({"e", "c", "9999-12-31 00:00:00 UTC", "", "1", ""}),
             "e|c|253402214400000000000||1|");
    // Digits that are lost are for the reader to count.
    QCOMPARE(row({"e", "c", "17.1234567890123456789", "", "n/a", ""}),
             "e|c|17.1234567890123456789||(missing)|");
  }
  void figures_are_scaled_and_blanks_filled() {
    Rewriting row;
    row.events = EventType::campaign_figures;
    row.forms.scales.resize(6);
    row.forms.scales[4] = Decimal{Decimal::kOne / 1'000'000};
    row.forms.blank_is_zero = true;
    QCOMPARE(row({"c", "2026/01/05", "", "--", "5500000", " "}), "c|2026-01-05|0|0|5500000e-6|0");
    QCOMPARE(row({"c", "week 2", "1", "1", "1", "1"}), "c|week 2|1|1|1e-6|1");
  }
  void days_are_written_the_one_way() {
    Rewriting row;
    row.events = EventType::campaign_figures;
    row.forms.times.resize(6);
    const auto day = [&](const char* text) {
      return row({"c", text, "1", "1", "1", "1"}).substr(2);
    };
    QCOMPARE(day("Jan 5, 2026"), "2026-01-05|1|1|1|1");
    QCOMPARE(day("2026-1-5 10:00"), "2026-01-05|1|1|1|1");
    QCOMPARE(day("1767607629123"), "2026-01-05|1|1|1|1");
    QCOMPARE(day("2026"), "2026|1|1|1|1");
    QCOMPARE(day("01/02/2026"), "01/02/2026|1|1|1|1");
    row.forms.times[1] = kDayFirst;
    QCOMPARE(day("01/02/2026"), "2026-02-01|1|1|1|1");
    QCOMPARE(day("01/14/2026"), "01/14/2026|1|1|1|1");
    row.forms.times[1] = kDigits;
    QCOMPARE(day("20260105"), "2026-01-05|1|1|1|1");
    row.forms.times[1] = kDayNumbers;
    QCOMPARE(day("45663"), "2025-01-06|1|1|1|1");
  }
  void values_speak_against_a_guess() {
    Rewriting row;
    row.forms.mark_known = false;
    static_cast<void>(row({"e", "c", "1", "", "0,5", ""}));
    QVERIFY(row.contradiction.has_value());
    QCOMPARE(row.contradiction->role, std::size_t{4});
    static_cast<void>(row({"e", "c", "1", "", "half", ""}));
    QVERIFY(!row.contradiction);
    row.forms.mark_known = true;
    static_cast<void>(row({"e", "c", "1", "", "0,5", ""}));
    QVERIFY(!row.contradiction);
    row.forms.times.resize(6);
    row.forms.times[2] = kDayFirst;
    static_cast<void>(row({"e", "c", "03.25.2026", "", "1", ""}));
    QVERIFY(row.contradiction.has_value());
    static_cast<void>(row({"e", "c", "33.25.2026", "", "1", ""}));
    QVERIFY(!row.contradiction);
    row.forms.times[2].order_given = true;
    static_cast<void>(row({"e", "c", "03.25.2026", "", "1", ""}));
    QVERIFY(!row.contradiction);
    row.forms.times[2] = form_of(TimeForm::Kind::ordered);
    static_cast<void>(row({"e", "c", "03/04/2026", "", "1", ""}));
    QVERIFY(row.contradiction.has_value());
    // In a column of figures a number that is not whole speaks for thousands.
    row.events = EventType::campaign_figures;
    row.forms = {};
    row.forms.mark_known = false;
    static_cast<void>(row({"c", "", "1.234", "1", "1", "1"}));
    QVERIFY(row.contradiction.has_value());
    static_cast<void>(row({"c", "", "1.5", "1", "1", "1"}));
    QVERIFY(!row.contradiction);
  }
  void currencies_have_one_spelling() {
    std::string buffer;
    for (const char* text : {"EUR", " eur", "Eur\xC2\xA0", "\teUR "})
      QCOMPARE(canonical_currency(text, buffer), std::string_view("EUR"));
    QVERIFY(!CurrencyOrder()("eur ", "EUR") && !CurrencyOrder()("EUR", "eur "));
    QVERIFY(CurrencyOrder()("eur", "GBP"));
  }

  void random_times_as_the_twin_reads_them() {
    const std::vector<std::string> pieces = {
        "2026",     "26",       "1",          "05",          "13",       "31",         "Jan",
        "february", "Mon, ",    "T",          " ",           ":",        ":07",        "/",
        "-",        ".",        ",",          "AM",          "pm",       "Z",          " UTC",
        "+01",      "0100",     "5",          "10:07",       "10:07:09", "12:59 PM",   "20260105",
        "a.m.",     "\xC2\xA0", "2026-01-05", "05/Jan/2026", "5/6/2026", "06.05.2026", " GMT",
        "24",       "0",        ".5",         "e",           "CET"};
    std::mt19937 random(20260105);
    const twin::Zone* const source = twin::Zone::load("Europe/Berlin");
    FormReader reader(EventType::visit, zone("Europe/Berlin"));
    int good = 0;
    for (int turn = 0; turn < 40'000; ++turn) {
      std::string text;
      // Most begin as a time does, so that what follows is looked at.
      if (turn % 4 != 0)
        text = pieces[30 + random() % 4] + (random() % 2 == 0 ? " " : "") +
               (random() % 2 == 0 ? pieces[24 + random() % 3] : "");
      for (std::size_t more = random() % 5; more > 0; --more)
        text += pieces[random() % pieces.size()];
      if (text.empty() || text.find_first_of("eE") != std::string::npos) continue;
      const std::array<std::pair<TimeForm, twin::Forms::Time>, 5> forms = {
          {{kClear, twin::Forms::Time::clear},
           {kDayFirst, twin::Forms::Time::day_first},
           {kMonthFirst, twin::Forms::Time::month_first},
           {kDates, twin::Forms::Time::date_alone},
           {kDigits, twin::Forms::Time::digits}}};
      const auto& [form, twin_form] = forms[static_cast<std::size_t>(turn) % forms.size()];
      const auto expected = twin::any_time(text, twin_form, *source, false);
      const auto got = reader.read_time(trim_all_blanks(text), form);
      QVERIFY2(expected.has_value() == got.has_value() && (!got || got->seconds == *expected),
               text.c_str());
      good += got ? 1 : 0;
    }
    QVERIFY2(good > 2'000, std::to_string(good).c_str());
  }
  void random_numbers_as_the_twin_reads_them() {
    const std::vector<std::string> pieces = {"1",
                                             "23",
                                             "456",
                                             "000",
                                             "0",
                                             ",",
                                             ".",
                                             "'",
                                             " ",
                                             "-",
                                             "(",
                                             ")",
                                             "$",
                                             "EUR",
                                             "+",
                                             "e2",
                                             "1,234",
                                             "1.234",
                                             "\xC2\xA0",
                                             "\xE2\x88\x92",
                                             "\xE2\x82\xAC",
                                             "12,5",
                                             "12.5",
                                             "\xE2\x80\xAF",
                                             "kr"};
    std::mt19937 random(4);
    int good = 0;
    for (int turn = 0; turn < 40'000; ++turn) {
      std::string text;
      for (std::size_t more = 1 + random() % 5; more > 0; --more)
        text += pieces[random() % pieces.size()];
      for (const DecimalMark mark : {DecimalMark::point, DecimalMark::comma}) {
        std::string out;
        const bool read = rewrite_number(text, mark, out);
        const std::string expected = twin_value(twin::plain_number(text, static_cast<char>(mark)));
        const std::string got = read ? twin_value(out) : "bad";
        QVERIFY2(
            expected == got,
            (text + " with " + static_cast<char>(mark) + ": " + expected + ", got " + got).c_str());
        good += read ? 1 : 0;
      }
    }
    QVERIFY(good > 4'000);
  }
};

QTEST_APPLESS_MAIN(TestValueForms)
#include "test_value_forms.moc"
