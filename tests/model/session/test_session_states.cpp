// The tables of states, written out by hand once more: each pair of a state and an event is a case,
// those that change nothing too.
#include <QTest>

#include "model/session/session_states.h"

namespace footfall {
namespace {

template <class State>
struct Row {
  const char* event;
  State to[4];  // from the states in their order
};

template <class States, class Event, class State>
void check(const char* event, Event on, const State (&to)[4]) {
  for (int from = 0; from < 4; ++from) {
    States state(static_cast<State>(from));
    state.on(on);
    QVERIFY2(state == to[from], qPrintable(QString("%1 from %2").arg(event).arg(from)));
  }
}

}  // namespace

class TestSessionStates : public QObject {
  Q_OBJECT
 private slots:
  void loads() {
    constexpr auto W = LoadState::waiting, R = LoadState::running, S = LoadState::stopped,
                   D = LoadState::done;
    const Row<LoadState> rows[] = {
        {"begin", {R, R, S, D}},   {"add", {W, R, W, W}},    {"grow", {W, R, S, W}},
        {"stop", {S, R, S, D}},    {"resume", {W, R, W, D}}, {"pass", {W, W, S, D}},
        {"halt", {W, S, S, D}},    {"finish", {W, D, S, D}}, {"fail", {D, D, D, D}},
        {"restart", {W, W, W, W}},
    };
    int event = 0;
    for (const auto& row : rows)
      check<LoadStates>(row.event, static_cast<LoadEvent>(event++), row.to);
    QCOMPARE(event, static_cast<int>(LoadEvent::restart) + 1);
  }

  void questions() {
    constexpr auto R = QuestionState::running, S = QuestionState::stopped,
                   F = QuestionState::failed, D = QuestionState::done;
    const Row<QuestionState> rows[] = {
        {"ask", {R, R, R, R}},    {"answer", {D, S, F, D}}, {"recall", {D, D, D, D}},
        {"cancel", {S, S, F, D}}, {"fail", {F, S, F, D}},
    };
    int event = 0;
    for (const auto& row : rows)
      check<QuestionStates>(row.event, static_cast<QuestionEvent>(event++), row.to);
    QCOMPARE(event, static_cast<int>(QuestionEvent::fail) + 1);
  }

  // Each pair stands in its table once, and each step leads elsewhere.
  void steps_are_distinct() {
    const auto check_steps = [](const auto& steps) {
      for (const auto& step : steps) {
        QVERIFY(step.from != step.to);
        QCOMPARE(std::count_if(std::begin(steps), std::end(steps),
                               [&](const auto& other) {
                                 return other.from == step.from && other.on == step.on;
                               }),
                 1);
      }
    };
    check_steps(kLoadSteps);
    check_steps(kQuestionSteps);
  }
};

}  // namespace footfall

QTEST_APPLESS_MAIN(footfall::TestSessionStates)
#include "test_session_states.moc"
