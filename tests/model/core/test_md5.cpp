#include <QCryptographicHash>
#include <QTest>
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "model/core/md5.h"
#include "model/core/sha256.h"

using namespace footfall;

namespace {
QByteArray hex(std::string_view text) {
  const auto digest = md5(text);
  return QByteArray(reinterpret_cast<const char*>(digest.data()),
                    static_cast<qsizetype>(digest.size()))
      .toHex();
}
QByteArray reference(const std::string& text,
                     QCryptographicHash::Algorithm algorithm = QCryptographicHash::Md5) {
  return QCryptographicHash::hash(QByteArray::fromStdString(text), algorithm).toHex();
}
std::string random_text(std::mt19937& random, std::size_t size) {
  std::string text(size, '\0');
  for (char& c : text) c = static_cast<char>(random());
  return text;
}
}  // namespace

class TestMd5 : public QObject {
  Q_OBJECT
 private slots:
  void digests_of_the_standard() {
    QCOMPARE(hex(""), QByteArray("d41d8cd98f00b204e9800998ecf8427e"));
    QCOMPARE(hex("abc"), QByteArray("900150983cd24fb0d6963f7d28e17f72"));
    QCOMPARE(hex("message digest"), QByteArray("f96b697d7cb7938d525a2f31aaf161d0"));
    QCOMPARE(md5_prefix("abc"), 0x90015098U);
  }
  void every_length_agrees_with_another_implementation() {
    std::mt19937 random(1);
    for (std::size_t size = 0; size <= 300; ++size) {
      const std::string text = random_text(random, size);
      QCOMPARE(hex(text), reference(text));
    }
  }
  void sha256_agrees_with_another_implementation_in_pieces_of_any_size() {
    std::mt19937 random(3);
    for (std::size_t size = 0; size <= 300; ++size) {
      const std::string text = random_text(random, size);
      Sha256 hash;
      for (std::size_t at = 0; at < size;) {
        const std::size_t piece = std::min<std::size_t>(random() % 90, size - at);
        hash.add(std::string_view(text).substr(at, piece));
        at += piece;
      }
      QCOMPARE(QByteArray::fromStdString(hash.hex()), reference(text, QCryptographicHash::Sha256));
    }
  }
  void many_at_a_time_give_the_same() {
    std::mt19937 random(2);
    for (std::size_t count = 0; count < 40; ++count) {
      std::vector<std::string> texts;
      // Now and then a text of more than one block among the short ones.
      for (std::size_t i = 0; i < count; ++i)
        texts.push_back(random_text(random, random() % (i % 7 == 3 ? 70 : 56)));
      const std::vector<std::string_view> views(texts.begin(), texts.end());
      std::vector<std::uint32_t> prefixes(count);
      md5_prefixes(views, prefixes.data());
      for (std::size_t i = 0; i < count; ++i) {
        QCOMPARE(prefixes[i], md5_prefix(texts[i]));
        QCOMPARE(QByteArray::number(prefixes[i], 16).rightJustified(8, '0'),
                 reference(texts[i]).left(8));
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestMd5)
#include "test_md5.moc"
