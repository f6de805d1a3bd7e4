// Chunks of a file whose stretches were read before their turn, in any order.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <deque>
#include <random>
#include <string>
#include <utility>

#include "model/input/chunk_reader.h"

using namespace footfall;

namespace {

constexpr std::size_t kRecordLimit = 3000;

// Lines of all lengths; some over the limit, some ending in CR LF.
std::string lines(unsigned seed, std::size_t bytes) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < bytes) {
    const std::size_t most = random() % 50 == 0 ? 2 * kRecordLimit : 60;
    text.append(random() % most, static_cast<char>('a' + random() % 26));
    text += random() % 3 == 0 ? "\r\n" : "\n";
  }
  if (seed % 2 == 0) text += "a last line without end";
  return text;
}

std::string told(const ChunkPiece& piece) {
  return std::to_string(piece.chunk.offset) + (piece.overlong ? " overlong " : " ") +
         std::to_string(piece.skipped_lines) + (piece.chunk.at_end ? " end " : " ") +
         (piece.chunk.after_crlf ? "crlf" : "") + '{' + std::string(piece.chunk.bytes) + "}\n";
}

// What the chunks hold, whatever pieces they come in.
struct Content {
  std::string text;
  std::string overlong;
};

void take(const ChunkPiece& piece, Content& content) {
  if (piece.overlong)
    content.overlong += told(piece);
  else
    content.text += piece.chunk.bytes;
}

}  // namespace

class TestChunkReader : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  std::string put(const char* name, const std::string& text) {
    const QString path = folder_.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", name);
    file.write(text.data(), static_cast<qint64>(text.size()));
    return path.toStdString();
  }

  static ChunkReader reader_of(const std::string& path) {
    Result<ByteSourcePtr> file = open_file(path);
    if (!file) qFatal("cannot open");
    return ChunkReader(std::move(*file));
  }

  static void read(ReadStretch& stretch, ChunkBuffer& buffer) {
    buffer.clear(stretch.stretch.bytes);
    const Result<std::size_t> got =
        stretch.stretch.file->read(buffer.data(), stretch.stretch.bytes, stretch.stretch.begin);
    QVERIFY(got);
    stretch.got = *got;
  }

 private slots:
  void stretches_read_in_any_order_give_what_reading_in_turn_gives() {
    for (unsigned seed = 0; seed < 40; ++seed) {
      const std::string path = put("lines.txt", lines(seed, 40'000));
      for (const std::size_t chunk_bytes : {16U, 100U, 700U, 5000U, 100'000U}) {
        Content in_turn;
        {
          ChunkReader reader = reader_of(path);
          LineCutter cutter(kRecordLimit);
          ChunkBuffer buffer;
          ChunkPiece piece;
          for (;;) {
            const Result<bool> more = reader.next(cutter, chunk_bytes, buffer, piece);
            QVERIFY(more);
            if (!*more) break;
            take(piece, in_turn);
          }
        }
        Content aside;
        ChunkReader reader = reader_of(path);
        LineCutter cutter(kRecordLimit);
        std::mt19937 random(seed);
        std::size_t set_aside = 0;
        std::size_t voided = 0;
        for (bool more = true; more;) {
          // Several are out; they are read from the last to the first, and given back in order.
          std::deque<std::pair<ReadStretch, ChunkBuffer>> out;
          for (std::size_t wanted = 1 + random() % 4; out.size() < wanted;) {
            std::optional<Stretch> stretch = reader.set_aside(chunk_bytes);
            if (!stretch) break;
            QCOMPARE(stretch->bytes, chunk_bytes);
            out.emplace_back(ReadStretch{std::move(*stretch), 0, {}, false}, ChunkBuffer());
          }
          set_aside += out.size();
          for (auto one = out.rbegin(); one != out.rend(); ++one) read(one->first, one->second);
          ChunkPiece piece;
          if (out.empty()) {
            ChunkBuffer buffer;
            const Result<bool> got = reader.next(cutter, chunk_bytes, buffer, piece);
            QVERIFY(got);
            more = *got;
            if (more) take(piece, aside);
          }
          for (auto& [stretch, buffer] : out) {
            const Result<bool> got = reader.next(cutter, chunk_bytes, buffer, piece, &stretch);
            QVERIFY(got);
            QVERIFY(*got);
            take(piece, aside);
            if (!stretch.others_void) continue;
            ++voided;
            break;
          }
        }
        QVERIFY2(aside.text == in_turn.text, qPrintable(QString::number(chunk_bytes)));
        QCOMPARE(aside.overlong, in_turn.overlong);
        if (chunk_bytes < 20'000) QVERIFY(set_aside > 1);
        if (chunk_bytes == 16) QVERIFY(voided > 0);
      }
    }
  }

  void a_front_that_does_not_fit_before_the_stretch_moves_it() {
    // The rest of a record is longer than the room in front of what is read.
    const std::string text = "a\n" + std::string(50'000, 'b') + "\n" + std::string(200, 'c') + "\n";
    ChunkReader reader = reader_of(put("long.txt", text));
    LineCutter cutter(1 << 20);
    ChunkBuffer buffer;
    ChunkPiece piece;
    std::string got;
    for (std::size_t bytes : {40'000U, 10'100U}) {
      std::optional<Stretch> stretch = reader.set_aside(bytes);
      QVERIFY(stretch);
      ReadStretch one{std::move(*stretch), 0, {}, false};
      read(one, buffer);
      const Result<bool> more = reader.next(cutter, bytes, buffer, piece, &one);
      QVERIFY(more && *more);
      QVERIFY(!one.others_void);
      got += piece.chunk.bytes;
    }
    QCOMPARE(got, text.substr(0, 50'003));
  }

  void a_file_cut_off_while_a_stretch_is_out_has_changed() {
    const std::string path = put("cut.txt", lines(1, 10'000));
    ChunkReader reader = reader_of(path);
    LineCutter cutter(kRecordLimit);
    std::optional<Stretch> stretch = reader.set_aside(8000);
    QVERIFY(stretch);
    QVERIFY(QFile::resize(QString::fromStdString(path), 500));
    ReadStretch one{std::move(*stretch), 0, {}, false};
    ChunkBuffer buffer;
    read(one, buffer);
    QCOMPARE(one.got, std::size_t{500});
    ChunkPiece piece;
    const Result<bool> more = reader.next(cutter, 8000, buffer, piece, &one);
    QVERIFY(!more);
    QCOMPARE(more.error().kind, ErrorKind::input_changed);
  }

  void what_has_no_length_is_read_in_turn() {
    ChunkReader empty = reader_of(put("empty.txt", {}));
    QVERIFY(!empty.set_aside(1));
    ChunkReader device = reader_of("/dev/null");
    QVERIFY(!device.set_aside(1));
    ChunkReader peeked = reader_of(put("peeked.txt", "a\nb\nc\n"));
    QVERIFY(peeked.peek(3));
    QVERIFY(!peeked.set_aside(1));
  }
};

QTEST_GUILESS_MAIN(TestChunkReader)
#include "test_chunk_reader.moc"
