#include <QTest>
#include <map>
#include <random>
#include <string>

#include "model/core/text_interner.h"

using namespace footfall;

namespace {
std::string random_text(std::mt19937& random) {
  std::string text(random() % 40, '\0');
  for (char& c : text) c = static_cast<char>("ab\0\xff"[random() % 4]);
  return text;
}
}  // namespace

class TestTextInterner : public QObject {
  Q_OBJECT
 private slots:
  void ids_are_dense_and_stable() {
    std::mt19937 random(1);
    TextInterner interner;
    std::map<std::string, TextId> twin;
    for (int i = 0; i < 20000; ++i) {
      const std::string text = random_text(random);
      const auto [entry, fresh] = twin.try_emplace(text, static_cast<TextId>(twin.size()));
      QCOMPARE(interner.intern(text), entry->second);
    }
    QCOMPARE(interner.size(), twin.size());
    for (const auto& [text, id] : twin) QCOMPARE(std::string(interner[id]), text);
  }

  void batches_equal_single_calls() {
    std::mt19937 random(2);
    std::vector<std::string> texts(5000);
    for (auto& text : texts) text = random_text(random);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    TextInterner one;
    TextInterner all;
    std::vector<TextId> ids(views.size());
    all.intern_all(views, ids.data());
    for (std::size_t i = 0; i < views.size(); ++i) QCOMPARE(one.intern(views[i]), ids[i]);
  }

  void merge_maps_every_id() {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
      TextInterner a;
      TextInterner b;
      for (auto i = random() % 300; i > 0; --i) (void)a.intern(random_text(random));
      for (auto i = random() % 300; i > 0; --i) (void)b.intern(random_text(random));
      std::map<std::string, int> twin;
      for (TextId id = 0; id < a.size(); ++id) twin[std::string(a[id])] = 1;
      for (TextId id = 0; id < b.size(); ++id) twin[std::string(b[id])] = 1;
      const std::vector<TextId> mapped = a.merge(b);
      QCOMPARE(a.size(), twin.size());
      for (TextId id = 0; id < b.size(); ++id) QCOMPARE(a[mapped[id]], b[id]);
      for (const auto& [text, unused] : twin) QVERIFY(a.find(text) != TextInterner::kAbsent);
    }
  }

  void sorted_ids_follow_bytes() {
    std::mt19937 random(4);
    TextInterner interner;
    for (int i = 0; i < 1000; ++i) (void)interner.intern(random_text(random));
    const std::vector<TextId> new_ids = interner.sort_ids();
    QCOMPARE(new_ids.size(), interner.size());
    for (TextId id = 0; id < interner.size(); ++id) {
      if (id > 0) QVERIFY(interner[id - 1] < interner[id]);
      QCOMPARE(interner.find(interner[id]), id);
    }
  }

  void copies_of_a_pool_are_independent() {
    TextPool pool;
    (void)pool.append("one");
    TextPool copy = pool;
    (void)pool.append("two");
    (void)copy.append("other");
    QCOMPARE(pool[1], std::string_view("two"));
    QCOMPARE(copy[1], std::string_view("other"));
    QCOMPARE(copy[0], std::string_view("one"));
  }
};

QTEST_APPLESS_MAIN(TestTextInterner)
#include "test_text_interner.moc"
