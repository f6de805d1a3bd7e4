#include <QTest>
#include <random>
#include <string>

#include "model/core/decimal.h"
#include "model/parse/campaign_reader.h"
#include "model/parse/csv_parser.h"

using namespace footfall;

namespace {

// Rows of both ways as text: the fast lane's through typed_row(), the others through the reader.
struct Dump {
  static constexpr std::size_t kRoles = 6;
  using PlainRows = PlainCampaignRows;
  std::string text;
  std::size_t plain = 0;

  void typed_row(const CampaignRow& row) {
    ++plain;
    append(row);
  }
  void row(const Field* fields, const RecordPlace& place) {
    CampaignReader reader;
    CampaignRow row;
    RowFault fault;
    bool rounded = false;
    if (reader.read(fields, row, fault, rounded)) {
      append(row);
    } else {
      text += std::to_string(place.line) + ' ' + std::string(reason_name(fault.reason)) + ' ' +
              std::to_string(fault.column) + '\n';
    }
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    text += std::to_string(place.line) + ' ' + std::string(reason_name(reason)) + '\n';
  }
  void append(const CampaignRow& row) {
    text += '[' + std::string(row.campaign) + "][" + std::string(row.date) + ']';
    for (const std::uint64_t count : {row.impressions, row.clicks, row.conversions})
      text += ' ' + std::to_string(count);
    if (row.conversion_part != 0) text += " + " + std::to_string(row.conversion_part);
    text += ' ';
    append_exact(text, DecimalSum(row.spend.units), Decimal::kDigits, 0);
    text += '\n';
  }
};

Dump parse(const std::string& csv, CsvLayout layout, VectorPath path) {
  layout.path = path;
  std::string text = csv + std::string(kChunkPadding, '7');
  Chunk chunk;
  chunk.bytes = std::string_view(text).substr(0, csv.size());
  chunk.at_end = true;
  CsvScratch scratch;
  Dump dump;
  const std::size_t lines = parse_csv(chunk, layout, scratch, dump);
  dump.text += std::to_string(lines) + " lines\n";
  return dump;
}

CsvLayout layout_of(std::size_t width, std::vector<std::size_t> columns) {
  CsvLayout layout;
  layout.width = width;
  layout.columns = std::move(columns);
  return layout;
}
const CsvLayout kContract = layout_of(6, {0, 1, 2, 3, 4, 5});

bool has_lane() { return best_vector_path() != VectorPath::portable; }

}  // namespace

class TestCampaignRows : public QObject {
  Q_OBJECT
 private slots:
  void reads_plain_rows() {
    const Dump dump = parse(
        "first row goes the long way,,1,2,3,4\n"
        "C1,2025-01-02,12345678,1,12345.67,0\r\n"
        "a much longer campaign name,,0,99999999,.5,00000007\n"
        "C2,x,1,2,1234567.,3\n",
        kContract, best_vector_path());
    QCOMPARE(dump.text,
             "[first row goes the long way][] 1 2 4 3\n"
             "[C1][2025-01-02] 12345678 1 0 12345.67\n"
             "[a much longer campaign name][] 0 99999999 7 0.5\n"
             "[C2][x] 1 2 3 1234567\n"
             "4 lines\n");
    if (has_lane()) QCOMPARE(dump.plain, std::size_t{3});
  }

  void everything_else_goes_the_general_way_data() {
    QTest::addColumn<QByteArray>("row");
    for (const char* row : {"C1,d,1,2,3,",
                            "C1,d,,2,3,4",
                            ",d,1,2,3,4",
                            " C1,d,1,2,3,4",
                            "C1 ,d,1,2,3,4",
                            "C1,d,123456789,2,3,4",
                            "C1,d,1,2,123456789,4",
                            "C1,d,1,2,1.2.3,4",
                            "C1,d,1,2,.,4",
                            "C1,d,1,2,1e2,4",
                            "C1,d,1,2,-3,4",
                            "C1,d,+1,2,3,4",
                            "C1,d,1:,2,3,4",
                            "C1,d,1/,2,3,4",
                            "C1,d, 1,2,3,4",
                            "C1,d,1,2,3,4,",
                            "C1,d,1,2,3,4,x",
                            "C1,d,1,2,3",
                            "C1,d,1.0,2,3,4",
                            "C1,d,1,2,3,4 ",
                            "C1,d,1,2,0.123456789,4",
                            "C1,d,1,2,3,4.5",
                            "--,d,1,2,3,4",
                            "C1,d,1,2,3,\xB4",
                            ""})
      QTest::addRow("%s", row) << QByteArray(row);
  }
  void everything_else_goes_the_general_way() {
    QFETCH(QByteArray, row);
    const std::string csv = "first row goes the long way,,1,2,3,4\n" + row.toStdString() +
                            "\nC2,d,5,6,7,8\nC3,,9,10,11.5,12\n";
    const Dump fast = parse(csv, kContract, best_vector_path());
    QCOMPARE(fast.text, parse(csv, kContract, VectorPath::portable).text);
    // The lane pauses for a row where two rows one after the other were not plain.
    if (has_lane()) QCOMPARE(fast.plain, std::size_t{1});
  }

  void random_rows_read_the_same() {
    std::mt19937 random(20250101);
    const auto pick = [&](std::size_t limit) { return random() % limit; };
    std::size_t plain = 0;
    for (int round = 0; round < 3000; ++round) {
      // Sometimes other columns around the ones that matter, in any order.
      CsvLayout layout = kContract;
      if (round % 3 != 0) {
        layout.width = 6 + pick(round % 2 == 0 ? 3 : 60);
        std::vector<std::size_t> places(layout.width);
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
        std::shuffle(places.begin(), places.end(), random);
        layout.columns.assign(places.begin(), places.begin() + 6);
        if (pick(4) == 0) layout.columns[1] = CsvLayout::kAbsent;
      }
      if (pick(8) == 0) layout.dialect.record_limit = 20 + pick(60);
      const std::string_view alphabet =
          pick(4) == 0 ? std::string_view("0123456789.eE+- \t:/") : std::string_view("0123456789");
      const auto digits = [&](std::size_t most) {
        std::string text;
        for (std::size_t n = pick(12) == 0 ? pick(12) : 1 + pick(most); n > 0; --n)
          text += alphabet[pick(alphabet.size())];
        return text;
      };
      std::string csv;
      const bool returns = pick(3) == 0;
      for (std::size_t rows = pick(200); rows > 0; --rows) {
        const std::size_t width = pick(20) == 0 ? pick(layout.width + 3) : layout.width;
        for (std::size_t column = 0; column < width; ++column) {
          if (column > 0) csv += ',';
          const auto role = std::find(layout.columns.begin(), layout.columns.end(), column) -
                            layout.columns.begin();
          if (role == 0) {
            csv += "campaign " + std::to_string(pick(50));
          } else if (role == 1 || role == 6) {
            csv += std::string(pick(12), 'd');
          } else if (role == 4) {
            csv += digits(6);
            if (pick(4) != 0) csv += '.' + digits(3);
          } else {
            csv += digits(8);
          }
        }
        if (returns) csv += '\r';
        if (rows > 1 || pick(2) == 0) csv += '\n';
      }
      const Dump fast = parse(csv, layout, best_vector_path());
      const Dump general = parse(csv, layout, VectorPath::portable);
      plain += fast.plain;
      QCOMPARE(general.plain, std::size_t{0});
      if (fast.text != general.text) QFAIL(("round " + std::to_string(round) + "\n" + csv).c_str());
    }
    if (has_lane()) QVERIFY(plain > 50'000);
  }
};

QTEST_APPLESS_MAIN(TestCampaignRows)
#include "test_campaign_rows.moc"
