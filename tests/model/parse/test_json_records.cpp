#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "model/input/chunk_reader.h"
#include "model/parse/json_cutter.h"
#include "model/parse/ndjson_parser.h"
#include "model/pipeline/analysis.h"
#include "tests/support/memory_source.h"
#include "tests/support/packed.h"
#include "tests/support/record_dump.h"

// Records of JSON that are no lines.
using namespace footfall;
using footfall::testing::MemorySource;
using footfall::testing::repeat;

template <>
char* QTest::toString(const std::string& text) {
  return qstrdup(text.c_str());
}

namespace {

using Form = JsonShape::Form;

/// The text with quotes for apostrophes, which keeps JSON readable here.
std::string quoted(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

/// One line per record: line from 0, byte offset, the number under `a` or the reason.
struct Records {
  std::string text;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  void row(const Field* fields, const RecordPlace& place) {
    text += fmt::format("{}:{} {}\n", line + place.line, offset + place.offset, fields->text);
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    text += fmt::format("{}:{} {} [{}]\n", line + place.line, offset + place.offset,
                        reason_name(reason), place.record);
  }
};

/// The records of a whole input; of what it fails with, the offset.
std::string read(const std::string& text, const JsonShape& shape, std::size_t chunk_bytes = 1 << 20,
                 std::size_t limit = 1 << 20, std::size_t step = SIZE_MAX) {
  ChunkReader reader(std::make_unique<MemorySource>(text, step));
  if (!reader.peek(shape.begin)) return "no front";
  reader.skip(shape.begin);
  JsonCutter cutter(shape, limit);
  const NdjsonLayout layout{JsonLayout({{"a"}}), limit};
  NdjsonScratch scratch;
  ChunkBuffer buffer;
  ChunkPiece piece;
  Records records;
  records.line = static_cast<std::uint64_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(shape.begin), '\n'));
  for (;;) {
    const Result<bool> more = reader.next(cutter, chunk_bytes, buffer, piece);
    if (!more)
      return records.text + (more.error().kind == ErrorKind::broken_json
                                 ? "broken at " + more.error().found
                                 : "cut in " + more.error().found + " at " + more.error().expected);
    if (!*more) return records.text;
    records.offset = piece.chunk.offset;
    if (piece.overlong) records.reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
    records.line += piece.overlong || piece.between
                        ? piece.skipped_lines
                        : parse_json_records(piece.chunk, layout, scratch, records);
  }
}

JsonShape shape_of(Form form, std::size_t begin = 0, std::string member = {}) {
  return {form, std::move(member), begin};
}

/// What it fails with; the records in front of it do not matter.
std::string fault(const std::string& text, const JsonShape& shape) {
  const std::string all = read(quoted(text), shape);
  const std::size_t line = all.rfind('\n');
  return line == std::string::npos ? all : all.substr(line + 1);
}

std::string array(const char* text) { return read(quoted(text), shape_of(Form::array, 1)); }
std::string objects(const char* text) { return read(quoted(text), shape_of(Form::objects)); }

}  // namespace

class TestJsonRecords : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  std::string put(const std::string& name, const std::string& text) {
    QFile file(folder_.filePath(QString::fromStdString(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", name.c_str());
    file.write(text.data(), static_cast<qint64>(text.size()));
    return file.fileName().toStdString();
  }

  /// Everything that a run says of visits.
  static std::string run(const std::string& path, unsigned threads, std::size_t chunk_bytes) {
    AnalysisOptions options;
    options.report.kinds = ReportKind::hourly_visitors;
    options.run.threads = threads;
    options.run.chunk_bytes = chunk_bytes;
    Analysis analysis({path}, options);
    const Outcome outcome = analysis.run({});
    if (outcome.kind != Outcome::Kind::done) return "failed: " + outcome.error->found;
    std::string out;
    const TablePtr table = outcome.reports->tables(ReportKind::hourly_visitors).front();
    for (std::size_t row = 0; row < table->rows(); ++row) {
      for (std::size_t column = 0; column < table->columns().size(); ++column) {
        table->append_cell(out, row, column);
        out += ',';
      }
      out += '\n';
    }
    const LoadReport& load = outcome.reports->load_of(ReportKind::hourly_visitors);
    out += fmt::format("{} counted, {} rejected\n", load.rows.counted, load.rows.rejected());
    for (const Reject& reject : load.rejects)
      out += fmt::format("{}:{} {}\n", reject.line, reject.offset, reject.excerpt);
    return out;
  }

 private slots:
  void reads_objects_wherever_they_stand() {
    QCOMPARE(objects("{'a':1}{'a':2} {\n'a'\n:\n3\n}\n,{'a':4}"), "0:0 1\n0:7 2\n0:15 3\n5:28 4\n");
    QCOMPARE(read(quoted("\xEF\xBB\xBF{'a':1}\xEF\xBB\xBF{'a':2}") + std::string(300, '\0') +
                      quoted("{'a':3}") + '\0',
                  shape_of(Form::objects)),
             "0:3 1\n0:13 2\n0:320 3\n");
    QCOMPARE(array("[{'a':1},{'a':2}]\n"), "0:1 1\n0:9 2\n");
    QCOMPARE(array("[]"), "");
    QCOMPARE(array("[ {'b':[{'a':[]}],'a':1} , ] "), "0:2 1\n");
    QCOMPARE(array("[{'a':1}]\n[{'a':2}\n]"), "0:1 1\n1:11 2\n");
  }
  void rejects_what_is_balanced_but_invalid() {
    QCOMPARE(array("[{'a':tru},{'a':1}]"), "0:1 malformed row [{\"a\":tru}]\n0:11 1\n");
    QCOMPARE(array("[{'a':'x\ny'},{'a':1}]"), "0:1 malformed row [{\"a\":\"x\ny\"}]\n1:13 1\n");
    QCOMPARE(array("[{'a':1,},{'a':[1 2]},{}]"),
             "0:1 malformed row [{\"a\":1,}]\n0:10 malformed row [{\"a\":[1 2]}]\n0:22 \n");
    QCOMPARE(array("[1,'a,]',null,[{'a':1}],{'a':2}]"),
             "0:1 malformed row [1]\n0:3 malformed row [\"a,]\"]\n0:9 malformed row [null]\n"
             "0:14 malformed row [[{\"a\":1}]]\n0:24 2\n");
    QCOMPARE(array("[{'a':'\xFF'},{'a':1}]"), "0:1 malformed row [{\"a\":\"\xFF\"}]\n0:11 1\n");
    QCOMPARE(objects("{'a':1} x y\n{'a':2}"), "0:0 1\n0:8 malformed row [x y]\n1:12 2\n");
  }
  void fails_where_brackets_do_not_match() {
    const JsonShape array = shape_of(Form::array, 1);
    QCOMPARE(fault("[{'a':1},{'a':[2}]", array), "broken at 16");
    QCOMPARE(fault("[{'a':1}}]", array), "broken at 8");
    QCOMPARE(fault("[{'a':1},{'a':2", array), "cut in 9 at 15");
    QCOMPARE(fault("[{'a':1},{'a':'2}]", array), "cut in 9 at 18");
    QCOMPARE(fault("[{'a':1},\n", array), "cut in  at 10");
    QCOMPARE(fault("[", array), "cut in  at 1");
    QCOMPARE(fault("[{'a':1}] x", array), "broken at 10");
    QCOMPARE(fault("{'a':1}]", shape_of(Form::objects)), "broken at 7");
    QCOMPARE(fault("{'a':1}{'a':", shape_of(Form::objects)), "cut in 7 at 12");
    const JsonShape member = shape_of(Form::member, 9, "rows");
    QCOMPARE(fault("{'rows':[{'a':1}],'b':{]", member), "broken at 23");
    QCOMPARE(fault("{'rows':[{'a':1}],'b':1", member), "cut in  at 23");
    QCOMPARE(fault("{'rows':[{'a':1}]}]", member), "broken at 18");
  }
  void reads_the_named_array_of_every_object() {
    const std::string text = quoted(
        "{'rows':[{'a':1}],'errors':[{'a':9}],\n'rows':[{'a':8}]}\n"
        "{'x':{'rows':[{'a':7}]},'y':'rows','z':[{'a':6}],'rows':\n[{'a':2},{'a':3}\n]}, {} "
        "{'rows':[]}\n{'s':'}]\\\\','rows':[{'a':4}]}");
    QCOMPARE(read(text, shape_of(Form::member, 9, "rows")), "0:9 1\n3:114 2\n3:122 3\n5:169 4\n");
  }
  void limits_each_record() {
    const std::string text = quoted("[{'a':1},{'a':12345678901},\n{'a':[[\n]],'b':1},{'a':2}]");
    const std::string expected =
        "0:1 1\n0:9 record too long [{\"a\":12345]\n1:28 record too long [{\"a\":[[\n]]]\n2:46 2\n";
    for (std::size_t chunk = 1; chunk < 60; ++chunk)
      QCOMPARE(read(text, shape_of(Form::array, 1), chunk, 10), expected);
    QCOMPARE(read(quoted("[{'a':1},{'a':[12345678901}}]"), shape_of(Form::array, 1), 4, 10),
             "0:1 1\n0:9 record too long [{\"a\":[1234]\nbroken at 26");
    QCOMPARE(read(quoted("[{'a':[12345678901"), shape_of(Form::array, 1), 4, 10),
             "0:1 record too long [{\"a\":[1234]\ncut in 1 at 18");
    QCOMPARE(read(quoted("[12345678901234,{'a':1}]"), shape_of(Form::array, 1), 4, 10),
             "0:1 record too long [1234567890]\n0:16 1\n");
  }
  void gives_the_same_for_any_chunks() {
    std::mt19937 random(13);
    const auto one_of = [&random](const std::vector<std::string>& all) {
      return all[random() % all.size()];
    };
    for (int round = 0; round < 60; ++round) {
      const Form form = static_cast<Form>(1 + random() % 3);
      std::string text = form == Form::array ? "[" : form == Form::member ? "{\"m\":[" : "";
      const std::size_t begin = text.size();
      std::string expected;
      for (std::size_t records = random() % 12; records-- > 0;) {
        text += one_of({"\n", " , ", "\xEF\xBB\xBF", std::string(70, '\0'), ",", "\r\n"});
        const std::string place =
            fmt::format("{}:{} ", std::count(text.begin(), text.end(), '\n'), text.size());
        const std::string value = one_of({"7", "\"x\"", "\"}],[{\"", "\"\\\"{\"", "\"\\\\\"",
                                          "\"" + std::string(200, 'x') + "\""});
        std::string record;
        if (random() % 4 == 0) {
          record = one_of({"{\"a\":\n" + value + ",}", "[" + value + "]", "{\"a\" [\n]}", "nul"});
          expected += place + "malformed row [" + record + "]\n";
        } else {
          record = one_of(
              {"{\"a\":" + value + "}", "{\n\"b\" : [\n{ }, \"]\"],\"a\": " + value + "\n}"});
          std::string shown = value;
          if (value.front() == '"') {
            shown = value.substr(1, value.size() - 2);
            if (shown.front() == '\\') shown.erase(0, 1);
          }
          expected += place + shown + "\n";
        }
        text += record + (record == "nul" ? "\n" : "");
      }
      text += one_of({"", "\n", " ,\n"});
      if (form == Form::array) text += "]";
      if (form == Form::member) text += "],\"n\":[{\"a\":1},\"]}\"]}\n";
      const JsonShape shape = shape_of(form, begin, "m");
      QCOMPARE(read(text, shape), expected);
      for (const std::size_t chunk : {1U, 2U, 3U, 7U, 17U, 64U, 65U, 200U, 1000U})
        QCOMPARE(read(text, shape, chunk, 1 << 20, 1 + random() % 100), expected);
      // However it is cut, all but the last shape says so.
      if (form == Form::objects) continue;
      const std::string cut = text.substr(0, text.find_last_of("]}"));
      const std::string whole = read(cut, shape);
      QVERIFY(whole.find("cut in") != std::string::npos);
      for (const std::size_t chunk : {1U, 5U, 100U})
        QVERIFY(read(cut, shape, chunk).ends_with(whole.substr(whole.rfind("cut in"))));
    }
  }
  void every_way_gives_the_same_report() {
    std::vector<std::string> rows;
    for (int i = 0; i < 3000; ++i) {
      const std::string visitor = i % 500 == 99 ? "tru" : fmt::format("\"v{}\"", i % 70);
      rows.push_back(fmt::format("{{\"timestamp\":{},\"page_url\":\"/{{{}\",\"visitor_id\":{}}}",
                                 1736157600 + i * 7, i % 5, visitor));
    }
    const auto joined = [&rows](const std::string& between) {
      std::string text;
      for (const std::string& row : rows) text += (text.empty() ? "" : between) + row;
      return text;
    };
    const std::string lines = joined("\n");
    const std::string plain = run(put("lines", lines), 1, 0);
    const std::string report = plain.substr(0, plain.find(" counted"));
    QVERIFY(plain.find("2994 counted, 6 rejected\n100:") != std::string::npos);
    const std::pair<const char*, std::string> shapes[] = {
        {"array", "[\n" + joined(",\n") + "\n]\n"},
        {"one line", "[" + joined(",") + "]"},
        {"member", "{\"n\":[1],\"rows\":[" + joined(" ,\n") + "],\"more\":[{\"timestamp\":1}]}"},
        {"joined", joined("")},
        {"commas", joined(",\n")},
        {"marks", joined("\n\xEF\xBB\xBF")},
        {"zeros", joined(std::string("\n\0\0", 3))}};
    for (const auto& [name, text] : shapes) {
      std::string spread = text;
      const std::string path = put(name, text);
      const std::string expected = run(path, 1, 0);
      QCOMPARE(expected.substr(0, expected.find(" counted")), report);
      for (unsigned threads = 1; threads <= 3; ++threads)
        for (const std::size_t chunk : {std::size_t{1}, std::size_t{333}, std::size_t{40'000}})
          QCOMPARE(run(path, threads, chunk), expected);
      QCOMPARE(run(put(std::string(name) + ".gz", footfall::testing::gzip(text)), 2, 1000),
               expected);
    }
    // Spread over lines, with the numbers of those lines.
    std::string pretty = joined("\n");
    for (std::size_t at = 0; (at = pretty.find(",\"", at)) != std::string::npos; at += 3)
      pretty.insert(at + 1, "\n");
    const std::string spread = run(put("pretty", pretty), 3, 100);
    QCOMPARE(spread.substr(0, spread.find(" counted")), report);
    QVERIFY(spread.find("\n298:") != std::string::npos);
    QCOMPARE(run(put("pretty", pretty), 1, 0), spread);
  }
};

QTEST_APPLESS_MAIN(TestJsonRecords)
#include "test_json_records.moc"
