#include <QTest>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "model/core/short_text_index.h"

using namespace footfall;

namespace {

std::string random_text(std::mt19937& random) {
  std::string text(random() % (ShortText::kMost + 1), '\0');
  for (char& c : text) c = static_cast<char>("ab\0\xff"[random() % 4]);
  return text;
}

// As rows hold texts: with readable bytes behind, which must not matter.
ShortText short_text(const std::string& text, std::mt19937& random) {
  std::string padded = text;
  while (padded.size() < text.size() + ShortText::kMost) padded += static_cast<char>(random());
  return ShortText::of(std::string_view(padded).substr(0, text.size()));
}

std::uint32_t number(ShortTextIndex& index, const ShortText& text) {
  std::uint32_t result = 0;
  index.number_all(&text, 1, &result);
  return result;
}

}  // namespace

class TestShortTextIndex : public QObject {
  Q_OBJECT
 private slots:
  void texts_name_themselves_unless_zeros_end_them() {
    QVERIFY(ShortText::names(""));
    QVERIFY(ShortText::names("0123456789abcdef"));
    QVERIFY(ShortText::names(std::string_view("a\0b", 3)));
    QVERIFY(!ShortText::names(std::string_view("a\0", 2)));
    QVERIFY(!ShortText::names("0123456789abcdefg"));
  }

  void numbers_are_dense_and_stable() {
    std::mt19937 random(1);
    ShortTextIndex index;
    std::map<std::string, std::uint32_t> twin;
    for (int i = 0; i < 200000; ++i) {
      const std::string text = random_text(random);
      if (!ShortText::names(text)) continue;
      const auto [entry, fresh] = twin.try_emplace(text, static_cast<std::uint32_t>(twin.size()));
      QCOMPARE(number(index, short_text(text, random)), entry->second);
    }
    QCOMPARE(index.size(), twin.size());
    QVERIFY(index.size() > 20000);
  }

  void batches_equal_single_calls() {
    std::mt19937 random(2);
    ShortTextIndex one;
    ShortTextIndex all;
    for (int round = 0; round < 500; ++round) {
      std::vector<ShortText> texts(random() % (ShortTextIndex::kBatch + 1));
      for (ShortText& text : texts) {
        std::string name = random_text(random);
        while (!ShortText::names(name)) name.pop_back();
        text = short_text(name, random);
      }
      std::vector<std::uint32_t> numbers(texts.size());
      all.number_all(texts.data(), texts.size(), numbers.data());
      for (std::size_t i = 0; i < texts.size(); ++i) QCOMPARE(number(one, texts[i]), numbers[i]);
    }
  }

  void merge_maps_every_number() {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
      ShortTextIndex a;
      ShortTextIndex b;
      std::vector<ShortText> texts;
      for (auto i = random() % 3000; i > 0; --i) {
        std::string name = random_text(random).substr(0, 6);
        while (!ShortText::names(name)) name.pop_back();
        texts.push_back(short_text(name, random));
        (void)number(random() % 2 == 0 ? a : b, texts.back());
      }
      const ShortTextIndex before = b;
      const std::vector<std::uint32_t> mapped = a.merge(b);
      for (const ShortText& text : texts) {
        const std::size_t known = a.size();
        const std::uint32_t merged = number(a, text);
        QCOMPARE(a.size(), known);
        ShortTextIndex copy = before;
        if (const std::uint32_t theirs = number(copy, text); theirs < before.size())
          QCOMPARE(mapped[theirs], merged);
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestShortTextIndex)
#include "test_short_text_index.moc"
