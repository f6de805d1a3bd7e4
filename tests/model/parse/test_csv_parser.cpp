#include <QTest>
#include <random>
#include <sstream>
#include <string>

#include "model/input/chunk_reader.h"
#include "model/parse/csv_cutter.h"
#include "model/parse/csv_parser.h"

using namespace footfall;

namespace {

// Rows as readable text: fields in brackets, rejects with reason, line and offset.
struct Dump {
  static constexpr std::size_t kRoles = 4;
  std::size_t roles;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::string text;

  void row(const Field* fields, const RecordPlace& place) {
    text += std::to_string(line + place.line) + '@' + std::to_string(offset + place.offset);
    for (std::size_t i = 0; i < roles; ++i)
      text += fields[i].kind == FieldKind::missing ? std::string("[-]")
                                                   : "[" + std::string(fields[i].text) + "]";
    text += '\n';
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    text += std::to_string(line + place.line) + '@' + std::to_string(offset + place.offset) + " " +
            std::string(reason_name(reason)) + " {" + std::string(place.record.substr(0, 20)) +
            "}\n";
  }
};

class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string text) : text_(std::move(text)) {}
  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t count = std::min(capacity, text_.size() - used_);
    text_.copy(buffer, count, used_);
    used_ += count;
    return count;
  }
  std::uint64_t position() const override { return used_; }
  std::optional<std::uint64_t> length() const override { return text_.size(); }

 private:
  std::string text_;
  std::size_t used_ = 0;
};

std::string parse_in_chunks(const std::string& text, const CsvLayout& layout,
                            std::size_t chunk_bytes) {
  ChunkReader reader(std::make_unique<TextSource>(text));
  CsvCutter cutter(layout.dialect, layout.path);
  CsvScratch scratch;
  ChunkBuffer buffer;
  ChunkPiece piece;
  Dump dump{layout.width, 0, 0, {}};
  for (;;) {
    Result<bool> more = reader.next(cutter, chunk_bytes, buffer, piece);
    if (!more || !*more) break;
    dump.offset = piece.chunk.offset;
    if (piece.overlong) {
      dump.reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
      dump.line += piece.skipped_lines;
    } else {
      dump.line += parse_csv(piece.chunk, layout, scratch, dump);
    }
  }
  return dump.text;
}

// The slow twin: a byte-by-byte machine written from the contract.
std::string twin(const std::string& whole, const CsvLayout& layout) {
  std::string out;
  std::size_t at = 0;
  std::size_t line = 0;
  while (at < whole.size()) {
    // Behind a record that ends in CR LF a last CR alone is a line end.
    const bool half = whole.back() == '\r' && whole.substr(0, at).ends_with("\r\n");
    const std::string text = half ? whole.substr(0, whole.size() - 1) : whole;
    const auto line_end_of = [&](std::size_t from) {
      while (from < text.size() && text[from] != '\n') ++from;
      return from;
    };
    std::vector<std::string> fields;
    std::size_t p = at;
    std::string fault;
    std::size_t content_end = 0;
    for (;;) {
      std::string field;
      const auto is_blank = [&](std::size_t i) {
        return i < text.size() && (text[i] == ' ' || text[i] == '\t');
      };
      std::size_t opening = p;
      while (is_blank(opening)) ++opening;
      if (opening < text.size() && text[opening] == '"') {
        p = opening;
        const std::size_t open = p++;
        for (;;) {
          if (p >= text.size() || p - open > layout.dialect.quoted_limit) {
            fault = "unclosed quote";
            break;
          }
          if (text[p] != '"') {
            field += text[p++];
          } else if (p + 1 < text.size() && text[p + 1] == '"') {
            field += '"';
            p += 2;
          } else {
            ++p;
            break;
          }
        }
        if (!fault.empty()) break;
        while (is_blank(p)) ++p;
        content_end = p;
        if (text.substr(p, 2) == "\r\n") p += 1;
        if (text.substr(p, 3) == "\r\r\n") p += 2;
        if (p < text.size() && text[p] != layout.dialect.delimiter && text[p] != '\n') {
          fault = "malformed row";
          break;
        }
      } else {
        while (p < text.size() && text[p] != layout.dialect.delimiter && text[p] != '\n')
          field += text[p++];
        content_end = p;
        for (int i = 0; i < 2; ++i)
          if (p < text.size() && text[p] == '\n' && !field.empty() && field.back() == '\r') {
            field.pop_back();
            --content_end;
          }
      }
      fields.push_back(field);
      if (p >= text.size() || text[p] == '\n') break;
      ++p;
    }
    std::size_t next = std::min(p + 1, text.size());
    // Over the limit: whatever follows, the record is skipped up to a line end at or behind the
    // limit.
    const std::size_t first_end = line_end_of(at);
    // Behind which byte it was known what is wrong.
    std::size_t decided = at;
    if (fault == "unclosed quote") decided = p;
    if (fault == "malformed row") {
      decided = p + 1;
      while (decided < text.size() && decided < p + 3 && text[decided - 1] == '\r') ++decided;
    }
    std::size_t returns = 0;
    while (returns < 2 && first_end > at + returns && first_end < text.size() &&
           text[first_end - 1 - returns] == '\r')
      ++returns;
    const bool reached =
        (fault.empty() ? content_end : first_end - returns) - at > layout.dialect.record_limit ||
        decided - at > layout.dialect.record_limit + 3;
    if (reached) {
      fault = "record too long";
      const std::size_t end = line_end_of(at + layout.dialect.record_limit);
      next = std::min(end + 1, text.size());
      content_end = at + layout.dialect.record_limit;
    } else if (!fault.empty()) {
      content_end = first_end - returns;
      next = std::min(first_end + 1, text.size());
    }
    const std::string record = text.substr(at, content_end - at);
    if (fault.empty()) {
      bool blank = true;
      for (char c : record) blank = blank && (c == ' ' || c == '\t');
      if (blank) fault = "blank";
      for (std::size_t i = layout.width; fault.empty() && i < fields.size(); ++i)
        if (!fields[i].empty()) fault = "too many fields";
    }
    if (fault != "blank") {
      out += std::to_string(line) + '@' + std::to_string(at);
      if (!fault.empty()) {
        out += " " + fault + " {" + record.substr(0, 20) + "}\n";
      } else {
        for (std::size_t column = 0; column < layout.width; ++column)
          out += column < fields.size() ? "[" + fields[column] + "]" : std::string("[-]");
        out += '\n';
      }
    }
    if (half && next == text.size() && (next == at || text.back() != '\n')) next = whole.size();
    for (std::size_t i = at; i < next; ++i) line += whole[i] == '\n' ? 1 : 0;
    at = next;
  }
  return out;
}

std::string first_difference(const std::string& expected, const std::string& got) {
  std::size_t at = 0;
  while (at < expected.size() && at < got.size() && expected[at] == got[at]) ++at;
  at = at < 60 ? 0 : at - 60;
  return "\nexpected ..." + expected.substr(at, 120) + "\ngot ..." + got.substr(at, 120);
}

CsvLayout layout_of(std::size_t width, VectorPath path = best_vector_path()) {
  CsvLayout layout;
  layout.width = width;
  for (std::size_t i = 0; i < Dump::kRoles; ++i)
    layout.columns.push_back(i < width ? i : CsvLayout::kAbsent);
  layout.path = path;
  return layout;
}

}  // namespace

class TestCsvParser : public QObject {
  Q_OBJECT
 private slots:
  void plain_rows() {
    const CsvLayout layout = layout_of(3);
    QCOMPARE(
        parse_in_chunks("a,b,c\n1,2\r\n\n \t\n1,2,3,\n1,2,3,4\nx,\"y \"\"z\"\"\",w", layout, 4096),
        "0@0[a][b][c]\n1@6[1][2][-]\n4@15[1][2][3]\n5@22 too many fields {1,2,3,4}\n6@30[x][y "
        "\"z\"][w]\n");
  }
  void quotes_follow_the_contract() {
    const CsvLayout layout = layout_of(2);
    QCOMPARE(parse_in_chunks("\"a\nb\",c\n", layout, 64), "0@0[a\nb][c]\n");
    QCOMPARE(parse_in_chunks("\"a\"x,c\nd,e\n", layout, 64),
             "0@0 malformed row {\"a\"x,c}\n1@7[d][e]\n");
    QCOMPARE(parse_in_chunks("a\"b\"\"c,d\n", layout, 64), "0@0[a\"b\"\"c][d]\n");
    QCOMPARE(parse_in_chunks("a,\"b\nc,d\n", layout, 64),
             "0@0 unclosed quote {a,\"b}\n1@5[c][d]\n");
    QCOMPARE(parse_in_chunks("a,\"b\"\nc\r,d\r", layout, 64), "0@0[a][b]\n1@6[c\r][d\r]\n");
    QCOMPARE(parse_in_chunks("a,\"b\"\r", layout, 64), "0@0 malformed row {a,\"b\"\r}\n");
    QCOMPARE(parse_in_chunks("\"\",\"\"\"\"\n", layout, 64), "0@0[][\"]\n");
  }
  void blanks_around_quotes_are_dropped() {
    const CsvLayout layout = layout_of(2);
    for (std::size_t chunk : {1U, 3U, 64U}) {
      QCOMPARE(parse_in_chunks("a, \"b,c\" \n \"x\"\t, y \n", layout, chunk),
               "0@0[a][b,c]\n1@10[x][ y ]\n");
      QCOMPARE(parse_in_chunks("a \"b\",c\n", layout, chunk), "0@0[a \"b\"][c]\n");
    }
    CsvLayout tabs = layout_of(2);
    tabs.dialect.delimiter = '\t';
    QCOMPARE(parse_in_chunks("a\t\"b\"\n", tabs, 64), "0@0[a][b]\n");
  }
  void two_carriage_returns_in_front_of_a_line_feed_are_one_end() {
    const CsvLayout layout = layout_of(2);
    for (std::size_t chunk : {1U, 4U, 64U}) {
      QCOMPARE(parse_in_chunks("a,b\r\r\n\r\r\nc,\"d\"\r\r\ne,f\r\r\r\n", layout, chunk),
               "0@0[a][b]\n2@9[c][d]\n3@17[e][f\r]\n");
    }
  }
  void a_backslash_may_stand_before_a_quote() {
    CsvLayout layout = layout_of(2);
    layout.dialect.backslash = true;
    for (std::size_t chunk : {1U, 4U, 64U})
      QCOMPARE(parse_in_chunks("\"a\\\"b, c\",\"\\\\\"\n\"\\n\",d\n", layout, chunk),
               "0@0[a\"b, c][\\]\n1@15[\\n][d]\n");
  }
  void other_quotes() {
    CsvLayout layout = layout_of(2);
    layout.dialect.quote = '\'';
    for (std::size_t chunk : {1U, 4U, 64U})
      QCOMPARE(parse_in_chunks("'a,''b\n',\"c\"\n", layout, chunk), "0@0[a,'b\n][\"c\"]\n");
  }
  void a_last_cr_behind_lines_in_cr_lf_is_a_line_end() {
    const CsvLayout layout = layout_of(2);
    for (std::size_t chunk : {1U, 2U, 5U, 7U, 8U, 64U}) {
      QCOMPARE(parse_in_chunks("a,b\r\nc\r,d\r", layout, chunk), "0@0[a][b]\n1@5[c\r][d]\n");
      QCOMPARE(parse_in_chunks("a,b\r\nc,\"d\"\r", layout, chunk), "0@0[a][b]\n1@5[c][d]\n");
      QCOMPARE(parse_in_chunks("a,b\r\n\"c\n\",\"d\"\r", layout, chunk),
               "0@0[a][b]\n1@5[c\n][d]\n");
      QCOMPARE(parse_in_chunks("a,b\r\n\r", layout, chunk), "0@0[a][b]\n");
      QCOMPARE(parse_in_chunks("a,b\r\nc,d\r\r", layout, chunk), "0@0[a][b]\n1@5[c][d\r]\n");
      // It is data behind lines that end otherwise.
      QCOMPARE(parse_in_chunks("a,b\r\nc,d\ne,f\r", layout, chunk),
               "0@0[a][b]\n1@5[c][d]\n2@9[e][f\r]\n");
      QCOMPARE(parse_in_chunks("c,d\r", layout, chunk), "0@0[c][d\r]\n");
    }
  }
  void long_records_are_skipped_to_a_line_end() {
    CsvLayout layout = layout_of(2);
    layout.dialect.record_limit = 8;
    for (std::size_t chunk : {1U, 3U, 7U, 64U}) {
      QCOMPARE(parse_in_chunks("12345678,123\nx,y\n", layout, chunk),
               "0@0 record too long {12345678}\n1@13[x][y]\n");
      QCOMPARE(parse_in_chunks("1234,678\r\nx,y\n", layout, chunk), "0@0[1234][678]\n1@10[x][y]\n");
      QCOMPARE(parse_in_chunks("a,b\n123456789012345678901234567890", layout, chunk),
               "0@0[a][b]\n1@4 record too long {12345678}\n");
    }
  }
  void random_text_equals_the_twin() {
    std::mt19937 random(20250106);
    const std::string_view alphabets[] = {"ab,\"\n",    "a,,\"\"\"\n\n\r", "abcdefgh,\n",
                                          "ab,\n\r \t", "\",\n",           "\"a,\r\n"};
    for (int round = 0; round < 20000; ++round) {
      const std::string_view alphabet = alphabets[random() % std::size(alphabets)];
      std::string text(random() % (round % 10 == 0 ? 400 : 40), '\0');
      for (char& c : text) c = alphabet[random() % alphabet.size()];
      const auto paths = vector_paths();
      CsvLayout layout = layout_of(1 + random() % 4, paths[random() % paths.size()]);
      if (random() % 2 == 0) layout.dialect.quoted_limit = 1 + random() % 12;
      if (random() % 3 == 0) layout.dialect.record_limit = 1 + random() % 30;
      const std::string expected = twin(text, layout);
      for (std::size_t chunk :
           {std::size_t{1}, std::size_t{5}, std::size_t{1 + random() % 100}, std::size_t{4096}}) {
        const std::string got = parse_in_chunks(text, layout, chunk);
        if (got != expected)
          QFAIL(("text " + QByteArray::fromStdString(text).toPercentEncoding().toStdString() +
                 " chunk " + std::to_string(chunk) + " width " + std::to_string(layout.width) +
                 " quoted limit " + std::to_string(layout.dialect.quoted_limit) + " record limit " +
                 std::to_string(layout.dialect.record_limit) + first_difference(expected, got))
                    .c_str());
      }
    }
  }
  void regular_text_takes_the_indexed_path() {
    CsvIndex index;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "\"a,\"\"b\"\"\n\",12,\"\"\r\n";
    const std::size_t size = text.size();
    text.append(kChunkPadding, '\0');
    for (const VectorPath path : vector_paths()) {
      index.build(std::string_view(text).substr(0, size), {}, path);
      QVERIFY(index.regular());
      QVERIFY(index.quoted());
      QCOMPARE(index.lines(), std::size_t{200});
    }
  }
};

QTEST_APPLESS_MAIN(TestCsvParser)
#include "test_csv_parser.moc"
