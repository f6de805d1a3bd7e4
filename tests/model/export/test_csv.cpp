#include <QTest>
#include <array>
#include <cmath>

#include "model/export/csv.h"
#include "model/export/export_report.h"

using namespace footfall;

namespace {

// One text column and one count: what quoting and line ends need.
class TextTable final : public Table {
 public:
  explicit TextTable(std::vector<std::string> texts) : texts_(std::move(texts)) {}
  [[nodiscard]] std::string name() const override { return "texts"; }
  [[nodiscard]] std::span<const Column> columns() const override {
    static constexpr std::array<Column, 2> kColumns = {
        {{"text", ColumnKind::text}, {"row", ColumnKind::count}}};
    return kColumns;
  }
  [[nodiscard]] std::size_t rows() const override { return texts_.size(); }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    out += column == 0 ? texts_[row] : std::to_string(row);
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const override {
    return column == 0 ? std::nan("") : static_cast<double>(row);
  }
  [[nodiscard]] int compare(std::size_t a, std::size_t b, std::size_t) const override {
    return a < b ? -1 : a > b ? 1 : 0;
  }

 private:
  std::vector<std::string> texts_;
};

QByteArray field(std::string_view text) {
  std::string out;
  append_csv_field(out, text);
  return QByteArray::fromStdString(out);
}

}  // namespace

class TestCsv : public QObject {
  Q_OBJECT
 private slots:
  void a_field_is_quoted_only_where_it_must_be() {
    QCOMPARE(field(""), "");
    QCOMPARE(field(" a b "), " a b ");
    QCOMPARE(field("a;b\t'c'"), "a;b\t'c'");
    QCOMPARE(field("a,b"), "\"a,b\"");
    QCOMPARE(field("a\"b"), "\"a\"\"b\"");
    QCOMPARE(field("\""), "\"\"\"\"");
    QCOMPARE(field("a\nb"), "\"a\nb\"");
    QCOMPARE(field("a\rb"), "\"a\rb\"");
    QCOMPARE(field("\xff\xfe"), "\xff\xfe");
  }
  void rows_end_in_line_feeds_under_a_header() {
    const TextTable table({"x", "a,\"b\"", ""});
    std::string out;
    append_csv_header(out, table);
    append_csv_rows(out, table, 0, 3);
    QCOMPARE(QByteArray::fromStdString(out), "text,row\nx,0\n\"a,\"\"b\"\"\",1\n,2\n");
    out.clear();
    append_csv_rows(out, table, 1, 2);
    QCOMPARE(QByteArray::fromStdString(out), "\"a,\"\"b\"\"\",1\n");
  }
  void a_reject_names_its_place() {
    Reject reject;
    reject.line = 7;
    reject.offset = 120;
    reject.reason = RejectReason::bad_timestamp;
    reject.column = "timestamp";
    reject.excerpt = "x,\"y\"";
    std::string out(kRejectsHeader);
    append_csv_reject(out, reject, "a,b.csv");
    QCOMPARE(QByteArray::fromStdString(out),
             "file,line,offset,reason,column,excerpt\n\"a,b.csv\",7,120,bad "
             "timestamp,timestamp,\"x,\"\"y\"\"\"\n");
  }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "test_csv.moc"
