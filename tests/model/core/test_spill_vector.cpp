#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <string>

#include "model/core/spill_vector.h"
#include "model/core/text_pool.h"

using namespace footfall;

namespace {

struct Pair {
  std::uint64_t number;
  std::uint64_t square;
};

Pair pair_of(std::uint64_t i) { return {i, i * i}; }

// Of this process, in bytes; pages of files count.
std::size_t resident_bytes() {
  std::ifstream status("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  status >> all >> resident;
  return resident * 4096;
}

// $TMPDIR for as long as it lives.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const QString& path) { qputenv("TMPDIR", path.toUtf8()); }
  ~TemporaryFolder() {
    if (before_.isNull())
      qunsetenv("TMPDIR");
    else
      qputenv("TMPDIR", before_);
  }

 private:
  QByteArray before_ = qgetenv("TMPDIR");
};

constexpr std::size_t kFew = 1000;
constexpr std::size_t kMany = 4'000'000;  // 64 MB of pairs

}  // namespace

// Long vectors and texts that leave memory.
class TestSpillVector : public QObject {
  Q_OBJECT

 private slots:
  void few_elements_stay_in_memory() {
    const TemporaryFolder nowhere("/proc/no such folder");
    SpillVector<Pair> pairs(Keep::spilled);
    for (std::size_t i = 0; i < kFew; ++i) pairs.push_back(pair_of(i));
    QVERIFY(!pairs.spilled());
    QCOMPARE(pairs.size(), kFew);
    QCOMPARE(pairs.back().square, (kFew - 1) * (kFew - 1));
  }

  void many_elements_leave_it() {
    const std::size_t before = resident_bytes();
    SpillVector<Pair> pairs(Keep::spilled);
    for (std::size_t i = 0; i < kMany; ++i) pairs.push_back(pair_of(i));
    QVERIFY(pairs.spilled());
    QCOMPARE(pairs.memory(), std::size_t{0});
    QVERIFY2(resident_bytes() < before + (std::size_t{32} << 20), "growing keeps all in memory");
    for (std::size_t i = 0; i < kMany; ++i)
      if (pairs[i].number != i || pairs[i].square != i * i) QFAIL("an element was lost");
    QVERIFY(resident_bytes() > before + (std::size_t{48} << 20));
    pairs.release();
    QVERIFY2(resident_bytes() < before + (std::size_t{32} << 20), "nothing was given back");
    pairs[kMany / 2].square = 7;
    pairs.release();
    QCOMPARE(pairs[kMany / 2].square, std::uint64_t{7});
    QCOMPARE(pairs.back().number, kMany - 1);
  }

  void copies_and_moves() {
    SpillVector<Pair> pairs(Keep::spilled);
    for (std::size_t i = 0; i < kMany / 8; ++i) pairs.push_back(pair_of(i));
    SpillVector<Pair> copy = pairs;
    QVERIFY(copy.spilled());
    pairs[3].square = 0;
    QCOMPARE(copy[3].square, std::uint64_t{9});
    const SpillVector<Pair> moved = std::move(copy);
    QCOMPARE(moved.size(), kMany / 8);
    QCOMPARE(moved.back().number, kMany / 8 - 1);
    pairs = SpillVector<Pair>{pair_of(1), pair_of(2)};
    QCOMPARE(pairs.size(), std::size_t{2});
    QCOMPARE(pairs[1].square, std::uint64_t{4});
  }

  // An element of the vector itself can be appended, also where it is about to move.
  void appends_its_own_elements() {
    for (const Keep keep : {Keep::in_memory, Keep::spilled}) {
      SpillVector<Pair> pairs(keep);
      pairs.push_back(pair_of(5));
      for (std::size_t i = 1; i < kMany / 16; ++i) pairs.push_back(pairs[i / 2]);
      for (const Pair& pair : pairs)
        if (pair.number != 5) QFAIL("an element was lost");
    }
  }

  void no_folder_keeps_everything_in_memory() {
    const TemporaryFolder nowhere("/proc/no such folder");
    SpillVector<Pair> pairs(Keep::spilled);
    TextPool texts(Keep::spilled);
    for (std::size_t i = 0; i < kMany / 8; ++i) {
      pairs.push_back(pair_of(i));
      texts.append(std::to_string(i));
    }
    QVERIFY(!pairs.spilled());
    for (std::size_t i = 0; i < kMany / 8; ++i)
      if (pairs[i].square != i * i || texts[static_cast<TextId>(i)] != std::to_string(i))
        QFAIL("an element was lost");
  }

  void the_file_has_no_name() {
    const QTemporaryDir folder;
    const TemporaryFolder here(folder.path());
    SpillVector<Pair> pairs(Keep::spilled);
    for (std::size_t i = 0; i < kMany / 8; ++i) pairs.push_back(pair_of(i));
    QVERIFY(pairs.spilled());
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
  }

  void texts_leave_memory_too() {
    const std::size_t before = resident_bytes();
    TextPool texts(Keep::spilled);
    std::string text;
    const auto text_of = [&](std::size_t i) -> const std::string& {
      text.assign(i % 50, 'x');
      text += std::to_string(i);
      return text;
    };
    constexpr std::size_t kTexts = 1'000'000;
    for (std::size_t i = 0; i < kTexts; ++i)
      QCOMPARE(texts.append(text_of(i)), static_cast<TextId>(i));
    texts.release();
    QVERIFY2(resident_bytes() < before + (std::size_t{32} << 20), "texts stay in memory");
    const TextPool copy = texts;
    for (std::size_t i = 0; i < kTexts; ++i)
      if (texts[static_cast<TextId>(i)] != text_of(i) || copy[static_cast<TextId>(i)] != text)
        QFAIL("a text was lost");
  }
};

QTEST_APPLESS_MAIN(TestSpillVector)
#include "test_spill_vector.moc"
