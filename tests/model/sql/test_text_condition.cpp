#include <QTest>

#include <algorithm>

#include "model/core/blanks.h"
#include "model/sql/text_condition.h"

namespace footfall {

class TestTextCondition : public QObject {
  Q_OBJECT
 private slots:
  void values_hold_texts_in_order() {
    using Texts = std::vector<std::string_view>;
    const auto texts = [](Match match, const char* value) {
      static Condition condition;
      condition = {ConditionField::page, match, value};
      return texts_in_order(condition);
    };
    QCOMPARE(texts(Match::is, "a*b"), (Texts{"a*b"}));
    QCOMPARE(texts(Match::contains, "a*b"), (Texts{"", "a*b", ""}));
    QCOMPARE(texts(Match::begins, "a*b"), (Texts{"a*b", ""}));
    QCOMPARE(texts(Match::like, "ab"), (Texts{"ab"}));
    QCOMPARE(texts(Match::like, ""), (Texts{""}));
    QCOMPARE(texts(Match::like, "*"), (Texts{"", ""}));
    QCOMPARE(texts(Match::like, "a*b*"), (Texts{"a", "b", ""}));
  }

  void all_blanks_are_those_that_are_trimmed() {
    std::size_t blanks = 0;
    for (char32_t code = 1; code <= 0xFFFF; ++code) {
      const std::string text = QString(QChar(static_cast<char16_t>(code))).toStdString();
      const bool blank = trim_all_blanks(text).empty();
      QCOMPARE(std::ranges::find(kAllBlanks, text) != kAllBlanks.end(), blank);
      blanks += blank ? 1 : 0;
    }
    QCOMPARE(blanks, kAllBlanks.size());
  }
};

}  // namespace footfall

QTEST_APPLESS_MAIN(footfall::TestTextCondition)
#include "test_text_condition.moc"
