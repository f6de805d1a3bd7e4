#include <QTest>
#include <random>
#include <string>

#include "model/core/csv_text.h"
#include "model/core/decimal.h"

using namespace footfall;

namespace {

// Byte by byte, as RFC 4180 says.
std::string plain_field(const std::string& text) {
  bool quotes = false;
  std::string inner;
  for (const char c : text) {
    quotes |= c == ',' || c == '"' || c == '\r' || c == '\n';
    inner += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quotes ? '"' + inner + '"' : inner;
}

std::string plain_fixed(std::int64_t value, unsigned decimals) {
  std::string digits = std::to_string(value < 0 ? 0 - static_cast<std::uint64_t>(value)
                                                : static_cast<std::uint64_t>(value));
  while (digits.size() <= decimals) digits.insert(0, 1, '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
  return (value < 0 ? "-" : "") + digits;
}

std::string plain_date(Day day) {
  std::string text;
  append_date(text, day);
  return text;
}

}  // namespace

class TestCsvText : public QObject {
  Q_OBJECT
 private slots:
  void rows_equal_plain_ones() {
    std::mt19937_64 random(1);
    std::string out = "kept";
    std::string wanted = out;
    {
      CsvText csv(out);
      for (int row = 0; row < 5000; ++row) {
        std::string text(random() % (random() % 50 == 0 ? 100000 : 40), ' ');
        const bool wild = random() % 4 == 0;
        for (char& c : text) c = wild ? static_cast<char>(random()) : "abc\xc3-+.;"[random() % 8];
        const auto number =
            static_cast<std::int64_t>(random() >> random() % 64) * (random() % 2 == 0 ? 1 : -1);
        const auto decimals = static_cast<unsigned>(random() % 19);
        csv.text(text);
        csv.whole(static_cast<std::uint64_t>(number));
        csv.whole(number);
        csv.fixed(number, decimals);
        const Day day = day_number(calendar_date(2024, 2, 29)) + static_cast<Day>(random() % 200);
        csv.date(day);
        csv.plain(",");
        csv.end_row();
        wanted += plain_field(text) + ',' + std::to_string(static_cast<std::uint64_t>(number)) +
                  ',' + std::to_string(number) + ',' + plain_fixed(number, decimals) + ',' +
                  plain_date(day) + ",,\n";
      }
      csv.end_row();
      wanted += '\n';
    }
    QVERIFY(out == wanted);
  }

  void texts_that_are_formulas_are_escaped_where_wanted() {
    for (int first = 0; first < 256; ++first) {
      for (const std::string rest : {"", "1+1", "a,b", "a \"name\" of some length"}) {
        const std::string text = static_cast<char>(first) + rest;
        const bool formula = std::string("=+-@\t\r\n").find(text[0]) != std::string::npos;
        std::string out;
        {
          CsvText csv(out, true);
          QCOMPARE(csv.is_plain(text), !formula && plain_field(text) == text);
          csv.text(text);
          csv.text("");
          csv.whole(std::int64_t{-1});
          csv.fixed(-105, 2);
        }
        QCOMPARE(out, plain_field((formula ? "'" : "") + text) + ",,-1,-1.05");
        out.clear();
        CsvText(out).text(text);
        QCOMPARE(out, plain_field(text));
      }
    }
  }

  void one_byte_decides_about_quotes() {
    for (std::size_t size = 1; size < 40; ++size) {
      for (std::size_t at = 0; at < size; ++at) {
        for (int byte = 0; byte < 256; ++byte) {
          std::string text(size, 'x');
          text[at] = static_cast<char>(byte);
          std::string out;
          CsvText(out).text(text);
          QVERIFY(out == plain_field(text));
        }
      }
    }
  }

  void numbers_at_their_limits() {
    for (unsigned decimals = 0; decimals <= 18; ++decimals) {
      std::uint64_t power = 1;
      for (int digits = 1; digits <= 19; ++digits, power *= 10) {
        for (const std::uint64_t value : {power - 1, power, power + 1}) {
          if (value > static_cast<std::uint64_t>(INT64_MAX)) continue;
          for (const std::int64_t number :
               {static_cast<std::int64_t>(value), -static_cast<std::int64_t>(value)}) {
            std::string out;
            append_fixed(out, number, decimals);
            QCOMPARE(out, plain_fixed(number, decimals));
          }
        }
      }
      for (const std::int64_t number : {INT64_MAX, INT64_MIN, INT64_MIN + 1}) {
        std::string out;
        append_fixed(out, number, decimals);
        QCOMPARE(out, plain_fixed(number, decimals));
      }
    }
    std::string out;
    CsvText(out).whole(~std::uint64_t{0});
    QCOMPARE(out, std::string("18446744073709551615"));
  }
};

QTEST_APPLESS_MAIN(TestCsvText)
#include "test_csv_text.moc"
