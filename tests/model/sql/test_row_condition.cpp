#include <QTest>

#include "model/sql/query_source.h"
#include "model/sql/row_condition.h"
#include "model/sql/sql_dialect.h"

namespace footfall {

class TestRowCondition : public QObject {
  Q_OBJECT
 private slots:
  void marks_that_leave_the_parentheses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("on_postgres");
    QTest::addColumn<QString>("on_clickhouse");
    const auto add = [](const char* text, const char* postgres, const char* clickhouse) {
      QTest::newRow(text) << text << postgres << clickhouse;
    };
    const auto both = [&add](const char* text, const char* fault) { add(text, fault, fault); };
    both("country = 'DE'", "");
    both("a IN ('x', \"b\") AND (c[1] > 2 OR (d))", "");
    both("a = 'it''s; -- ( /* # $ '", "");
    both("a = 'x' OR b = 'y') OR (1 = 1", "stray )");
    both("(a = 1", "open (");
    both("a[1)", "stray )");
    both("a]", "stray ]");
    both("a = 1;", "stray ;");
    both("a = 1 -- b", "stray --");
    both("a = 1 /* b", "stray /*");
    both("a = $x$(", "stray $");
    both("a = \\", "stray \\");
    both("a = 'b", "open '");
    both("a = \"b", "open \"");
    add("a = 1 # b", "", "stray #");
    add("a = `b", "", "open `");
    add("a = 'b\\' OR c = ')'", "", "stray )");
    add("a = 'b\\'", "", "open '");
    add("a = E'b\\') OR (c = 'd'", "stray E'", "open '");
    add("a = e'b'", "stray e'", "");
    add("date'2025-01-01' < a", "", "");
    add("a = “)”", "stray )", "stray “");
    add("a = ‘b’", "", "stray ‘");
    // A name replaces the column of that name, and arrayJoin() gives rows twice.
    add("('x' AS page_url) != ''", "", "word AS");
    add("('x'\vas\fpage_url) != ''", "", "word as");
    add("('x' \u00a0AS\u00a0page_url) != ''", "", "word AS");
    add("CAST('x' AS page_url, 'String') = 'x'", "", "word AS");
    add("arrayJoin([1, 2]) > 0", "", "word arrayJoin");
    add("UNNEST([1, 2]) > 0", "", "word UNNEST");
    add("has([arrayJoin([1, 2])], 1)", "", "word arrayJoin");
    add("\"arrayJoin\"([1, 2]) > 0", "", "stray \"(");
    add("`arrayJoin` \v\u00a0([1, 2]) > 0", "", "stray `(");
    add("a IN (SELECT 'x' AS page_url) AND (b AS c)", "", "word AS");
    both("a IN ( select arrayJoin([(1 AS b), 2]) AS page_url)", "");
    both("(SELECT \"max\"(c) AS n FROM d) > 1 AND \"a\" IN (1) AND was_as.basis = 'AS ('", "");
    both("(SELECT count(*) FROM d) > 1 AND assumed(arrayJoined) != arrayJoin1", "");
  }
  void marks_that_leave_the_parentheses() {
    QFETCH(QString, text);
    QFETCH(QString, on_postgres);
    QFETCH(QString, on_clickhouse);
    const auto fault = [&](SqlEngine engine) {
      const auto found = fault_of_condition(dialect_of(engine), text.toStdString());
      if (!found) return QString();
      const char* const kind = found->kind == SqlErrorKind::open_mark    ? "open "
                               : found->kind == SqlErrorKind::stray_word ? "word "
                                                                         : "stray ";
      return kind + QString::fromStdString(found->where);
    };
    QCOMPARE(fault(SqlEngine::postgresql), on_postgres);
    QCOMPARE(fault(SqlEngine::clickhouse), on_clickhouse);
  }

  void bytes_that_end_a_statement_are_refused() {
    for (const std::string& text : {std::string("a\0", 2), std::string("'a\0'", 4)})
      for (const SqlEngine engine : {SqlEngine::postgresql, SqlEngine::clickhouse})
        QVERIFY(fault_of_condition(dialect_of(engine), text).has_value());
  }

  void a_query_is_one_select_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("on_postgres");
    QTest::addColumn<QString>("on_clickhouse");
    const auto add = [](const char* text, const char* postgres, const char* clickhouse) {
      QTest::newRow(text) << text << postgres << clickhouse;
    };
    const auto both = [&add](const char* text, const char* fault) { add(text, fault, fault); };
    both("SELECT a AS b, arrayJoin(c) FROM \"d\" WHERE e = ';--'", "");
    both("-- the shop's ; ( '\n  select\na FROM b -- last )", "");
    both("WITH x AS (SELECT 1) SELECT * FROM x", "");
    both("(SELECT 1) UNION ALL (SELECT 2)", "");
    both("select(1)", "");
    both("", "no ");
    both("-- SELECT", "no -- SELECT");
    both("DELETE FROM a", "no DELETE FROM a");
    both("INSERT INTO a SELECT 1", "no INSERT INTO a SELECT 1");
    both("selected", "no selected");
    both("SELECT 1) x, (SELECT 2", "mark )");
    both("SELECT 1; DROP TABLE a", "mark ;");
    both("SELECT 1 -- a\rDROP\n", "mark --");
    both("SELECT 1 /* a */", "mark /*");
    both("SELECT (1", "mark (");
    both("SELECT 'a", "mark '");
    both("SELECT $x$", "mark $");
    add("SELECT E'\\') FROM (SELECT '", "mark E'", "");
    add("SELECT 1 # a", "", "mark #");
  }
  void a_query_is_one_select() {
    QFETCH(QString, text);
    QFETCH(QString, on_postgres);
    QFETCH(QString, on_clickhouse);
    const auto fault = [&](SqlEngine engine) {
      const auto found = fault_of_query(dialect_of(engine), text.toStdString());
      if (!found) return QString();
      return (found->kind == SqlErrorKind::no_select ? "no " : "mark ") +
             QString::fromStdString(found->where);
    };
    QCOMPARE(fault(SqlEngine::postgresql), on_postgres);
    QCOMPARE(fault(SqlEngine::clickhouse), on_clickhouse);
  }

  void blanks_are_no_condition() {
    QCOMPARE(in_parentheses(" \t\n"), std::string());
    QCOMPARE(in_parentheses("a OR b"), std::string("(a OR b)"));
  }
};

}  // namespace footfall

QTEST_APPLESS_MAIN(footfall::TestRowCondition)
#include "test_row_condition.moc"
