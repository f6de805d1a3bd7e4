// footfall-window-gaps FILE|REPORT=DATABASE-URL...: opens each file or table in the real window,
// uses it, and prints how long the window could not repaint and what memory the process took. Works
// under any platform of Qt; a real display gives real figures.
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QWindow>
#include <cstdio>
#include <fstream>

#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/session/database_source.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/popup.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/style/theme.h"
#include "ui/tables/report_table_view.h"

namespace footfall {
namespace {

constexpr int kBeatMilliseconds = 5;
constexpr double kNanoseconds = 1e-6;  // of a millisecond

/// Notes the event that kept the event loop longest.
class WatchedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    if (depth_ > 0) return QApplication::notify(receiver, event);
    const QByteArray name = receiver->metaObject()->className();
    const int type = event->type();
    ++depth_;
    QElapsedTimer clock;
    clock.start();
    const bool taken = QApplication::notify(receiver, event);
    const double spent = static_cast<double>(clock.nsecsElapsed()) * kNanoseconds;
    --depth_;
    if (spent > longest_) {
      longest_ = spent;
      what_ = name + " " + QByteArray::number(type);
    }
    return taken;
  }
  void forget() {
    longest_ = 0;
    what_.clear();
  }
  [[nodiscard]] double longest() const { return longest_; }
  [[nodiscard]] const QByteArray& what() const { return what_; }

 private:
  int depth_ = 0;
  double longest_ = 0;
  QByteArray what_;
};

/// Beats every 5 ms in the window's event loop; a gap between two beats is a time without repaint.
class Heart {
 public:
  explicit Heart(WatchedApplication& application) : application_(application) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kBeatMilliseconds);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { beat(); });
    timer_.start();
    clock_.start();
  }

  /// Runs the event loop until `done` and a moment beyond; prints the worst gap since the last
  /// call.
  template <class Done>
  double watch(const char* phase, const Done& done) {
    QElapsedTimer all;
    all.start();
    while (!done()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double took = static_cast<double>(all.nsecsElapsed()) * kNanoseconds;
    QElapsedTimer rest;
    rest.start();
    while (rest.elapsed() < 250) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("  %-22s worst gap %6.1f ms   took %8.1f ms   longest event %6.1f ms (%s)\n", phase,
                worst_, took, application_.longest(), application_.what().constData());
    std::fflush(stdout);
    worst_ = 0;
    application_.forget();
    return took;
  }

 private:
  void beat() {
    worst_ = std::max(worst_, static_cast<double>(clock_.nsecsElapsed()) * kNanoseconds);
    clock_.start();
  }

  WatchedApplication& application_;
  QTimer timer_;
  QElapsedTimer clock_;
  double worst_ = 0;
};

QElapsedTimer& program_clock() {
  static QElapsedTimer clock;
  return clock;
}

double since_program_began() {
  return static_cast<double>(program_clock().nsecsElapsed()) * kNanoseconds;
}

bool orders_done(const MainWindow& window) {
  for (const auto* view : window.findChildren<ReportTableView*>())
    if (view->report_model()->busy()) return false;
  return true;
}

ReportTableView* front_table(const MainWindow& window) {
  ReportTableView* widest = nullptr;
  for (auto* view : window.findChildren<ReportTableView*>())
    if (view->isVisible() && (!widest || view->model()->rowCount() > widest->model()->rowCount()))
      widest = view;
  return widest;
}

ReportPage* front_page(const MainWindow& window) {
  for (auto* page : window.findChildren<ReportPage*>())
    if (page->isVisible()) return page;
  return nullptr;
}

// The middle half of the time a report covers.
Filter middle(const ReportSet& reports, ReportKind kind) {
  Filter filter;
  std::int64_t begin = 0, end = 0;
  if (kind == ReportKind::hourly_visitors && !reports.get<HourlyVisitorsReport>()->hours.empty()) {
    begin = reports.get<HourlyVisitorsReport>()->hours.front().hour.start;
    end = reports.get<HourlyVisitorsReport>()->hours.back().hour.start;
  } else if (kind == ReportKind::customer_report) {
    begin = INT64_MAX;
    for (const auto& day : reports.get<CustomerReport>()->days) {
      begin = std::min(begin, day.day * kSecondsPerDay);
      end = std::max(end, day.day * kSecondsPerDay);
    }
  } else {
    begin = day_number(calendar_date(2025, 1, 1)) * kSecondsPerDay;
    end = begin + 60 * kSecondsPerDay;
  }
  filter.from = TimeBound{begin + (end - begin) / 4, {}};
  filter.to = TimeBound{begin + (end - begin) / 4 * 3, {}};
  return filter;
}

void go_to(const MainWindow& window, ReportKind kind) {
  const QKeyCombination keys(Qt::ALT, static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(kind)));
  for (QAction* action : window.actions())
    if (action->shortcuts().contains(QKeySequence(keys))) action->trigger();
}

void print_memory(const char* moment) {
  std::ifstream statm("/proc/self/statm");
  double all = 0;
  double resident = 0;
  statm >> all >> resident;
  std::printf("  %-22s %6.1f MB resident\n", moment, resident * 4096 / 1e6);
}

void wait_milliseconds(int milliseconds) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < milliseconds) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

// As somebody does who looks for something: page by page at both ends, and leaps between them.
void scroll(const MainWindow& window, Heart& heart) {
  QScrollBar* bar = front_table(window)->verticalScrollBar();
  const auto show = [&](int value) {
    bar->setValue(value);
    QApplication::processEvents();
  };
  for (int i = 0; i < 100; ++i) show(bar->value() + bar->pageStep());
  for (int i = 0; i <= 200; ++i)
    show(static_cast<int>(static_cast<qint64>(bar->maximum()) * i / 200));
  for (int i = 0; i < 100; ++i) show(bar->value() - bar->pageStep());
  heart.watch("scrolling", [] { return true; });
  print_memory("while scrolling");
}

void use(MainWindow& window, Heart& heart) {
  AnalysisSession& session = window.session();
  ReportPage* page = front_page(window);
  const ReportKind kind = page->kind();
  const auto settled = [&] { return !session.slicing() && orders_done(window); };

  for (const ReportKind other : kAllReports) {
    go_to(window, other);
    QApplication::processEvents();
  }
  go_to(window, kind);
  heart.watch("page switching", settled);

  session.set_filter(middle(*session.whole(kind), kind));
  heart.watch("slice by time", settled);
  session.set_filter({});
  heart.watch("slice taken away", settled);

  ReportTableView* table = front_table(window);
  for (int column = 0; column < table->model()->columnCount(); ++column)
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      if (table->isColumnHidden(column)) continue;
      table->horizontalHeader()->setSortIndicator(column, order);
      while (!settled()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
  heart.watch("sorting", settled);

  for (const QString& text :
       {QString("1"), QString("12"), QString("123"), QString("zzzz"), QString()}) {
    page->find_field()->setText(text);
    QElapsedTimer typed;
    typed.start();
    while (typed.elapsed() < 200 || !settled())
      QApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
  heart.watch("text filter", settled);

  table->selectAll();
  table->copy_with_headers();
  heart.watch("copy of all rows", settled);
  window.findChild<FilterBar*>()->choose_range();
  QApplication::processEvents();
  for (auto* popup : window.findChildren<Popup*>()) popup->close();
  heart.watch("time range popup", settled);
}

// True where `text` names a report and a table.
bool open_table(MainWindow& window, const QString& text) {
  const auto url = parse_database_url(text.section('=', 1).toStdString());
  if (!url) return false;
  for (const ReportKind kind : kAllReports) {
    if (text.section('=', 0, 0) != command_name(kind).data()) continue;
    window.open_table({url->settings, url->table, kind, {}},
                      qgetenv("FOOTFALL_PASSWORD").toStdString());
    return true;
  }
  return false;
}

void measure(const QString& input, ThemeKeeper& themes, Heart& heart) {
  std::printf("%s\n", qPrintable(input));
  QElapsedTimer start;
  start.start();
  auto window = std::make_unique<MainWindow>(file_engine(), themes);
  window->resize(1600, 1000);
  window->show();
  while (!window->windowHandle() || !window->windowHandle()->isExposed())
    QApplication::processEvents(QEventLoop::WaitForMoreEvents);
  std::printf("  on the screen after %.0f ms, %.0f ms after the program began\n",
              static_cast<double>(start.nsecsElapsed()) * kNanoseconds, since_program_began());
  heart.watch("window", [] { return true; });

  AnalysisSession& session = window->session();
  QElapsedTimer clock;
  clock.start();
  double first = -1;
  int results = 0;
  QObject::connect(&session, &AnalysisSession::reports_changed, window.get(), [&] {
    ++results;
    if (first < 0) first = static_cast<double>(clock.nsecsElapsed()) * kNanoseconds;
  });
  if (!open_table(*window, input)) window->open_files({input});
  const double load = heart.watch("load", [&] {
    return session.state() == AnalysisSession::State::idle && orders_done(*window);
  });
  std::printf("  first of %d results after %.0f ms, the last after %.0f ms, %llu rows\n", results,
              first, load, static_cast<unsigned long long>(session.progress().rows));
  print_memory("loaded");
  wait_milliseconds(3000);
  print_memory("3 s later");
  if (session.whole(front_page(*window)->kind())) {
    scroll(*window, heart);
    use(*window, heart);
    wait_milliseconds(3000);
    print_memory("used, 3 s later");
  }

  session.reload_all();
  while (session.progress().fraction() < 0.3 ||
         session.state() != AnalysisSession::State::loading) {
    QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (session.state() == AnalysisSession::State::idle) break;
  }
  QElapsedTimer closing;
  closing.start();
  window->close();
  window.reset();
  std::printf("  closed in the middle of a reload in %.1f ms\n",
              static_cast<double>(closing.nsecsElapsed()) * kNanoseconds);
  heart.watch("closing", [] { return true; });
}

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  QTemporaryDir home;  // no setting or recent file of the user is touched
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  footfall::program_clock().start();
  footfall::WatchedApplication application(argc, argv);
  QCoreApplication::setApplicationName("footfall-window-gaps");
  QCoreApplication::setOrganizationName("footfall-window-gaps");
  footfall::ThemeKeeper themes;
  footfall::Heart heart(application);
  for (const QString& file : QCoreApplication::arguments().mid(1))
    footfall::measure(file, themes, heart);
  return 0;
}
