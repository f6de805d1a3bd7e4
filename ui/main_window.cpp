// Long, for it puts the window together from all its parts.
#include "ui/main_window.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QStatusBar>
#include <algorithm>
#include <utility>

#include "ui/connect/connect_dialog.h"
#include "ui/frame/banner.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/kept_rates.h"
#include "ui/frame/pick_popup.h"
#include "ui/frame/rail.h"
#include "ui/frame/recent_files.h"
#include "ui/frame/status_line.h"
#include "ui/frame/window_actions.h"
#include "ui/import/import_dialog.h"
#include "ui/pages/report_page.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/words.h"

namespace footfall {
namespace {

/// The strip above rail and page.
class TopBar : public QWidget {
 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Midlight));
  }
};

BarButton* menu_button(const QString& icon_name, const QString& text, QMenu* menu) {
  auto* button = new BarButton(icon_name, text);
  button->set_arrow(!text.isEmpty() || icon_name.isEmpty());
  button->setPopupMode(QToolButton::InstantPopup);
  button->setMenu(menu);
  return button;
}

}  // namespace

MainWindow::MainWindow(LoadEngine engine, ThemeKeeper& themes, std::unique_ptr<Keychain> keychain,
                       QWidget* parent)
    : QMainWindow(parent),
      session_(std::move(engine)),
      themes_(themes),
      passwords_(std::move(keychain)) {
  setAcceptDrops(true);
  setContextMenuPolicy(Qt::NoContextMenu);
  session_.remember_readings_in(to_bytes(readings_file()));
  actions_ = std::make_unique<WindowActions>(this);
  build_pages();
  connect_actions();
  connect_session();
  restore();
  go_to(WindowPage::visitors);
  views_ = History<View>(view());
  refresh_actions();
  refresh_title();
}

MainWindow::~MainWindow() {
  // The session's threads may still call; nothing of the window is there to listen.
  session_.disconnect(this);
}

void MainWindow::leave() {
  // It asks databases, too.
  delete std::exchange(connect_dialog_, nullptr);
  delete std::exchange(import_dialog_, nullptr);
  session_.leave();
}

QWidget* MainWindow::build_top_bar() {
  auto* bar = new TopBar;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(8, 4, 8, 5);
  row->setSpacing(0);
  auto* open = new BarButton("open", tr("Open"));
  open->setToolTip(tr("Open files (Ctrl+O)"));
  connect(open, &QToolButton::clicked, actions_->open, &QAction::trigger);
  // The filters may take two rows; all else stands in the first.
  const auto add = [row](QWidget* widget) { row->addWidget(widget, 0, Qt::AlignTop); };
  add(open);
  BarButton* recent = menu_button({}, {}, actions_->recent);
  recent->setToolTip(tr("Recent files and tables"));
  recent->setAccessibleName(tr("Recent files and tables"));
  add(recent);
  row->addSpacing(8);
  add(menu_button("export", tr("Export"), actions_->export_menu));
  row->addSpacing(8);
  auto* line = new QFrame;
  line->setFrameShape(QFrame::VLine);
  line->setForegroundRole(QPalette::Mid);
  line->setFrameShadow(QFrame::Plain);
  line->setFixedHeight(open->sizeHint().height());
  line->setContentsMargins(0, 6, 0, 6);
  add(line);
  row->addSpacing(8);
  filters_ = new FilterBar(session_);
  row->addWidget(filters_, 1);
  row->addStretch();
  row->addSpacing(8);
  zone_ = new BarButton("globe", {});
  zone_->set_arrow(true);
  zone_->setToolTip(tr("Time zone of hours and time range"));
  connect(zone_, &QToolButton::clicked, this, &MainWindow::choose_zone);
  add(zone_);
  BarButton* menu = menu_button("menu", {}, actions_->main_menu);
  menu->setToolTip(tr("Menu (F10)"));
  menu->setAccessibleName(tr("Menu"));
  menu->setShortcut(Qt::Key_F10);
  add(menu);
  return bar;
}

void MainWindow::build_pages() {
  rail_ = new Rail;
  stack_ = new QStackedWidget;
  for (const WindowPageFacts& facts : kWindowPageTable)
    pages_[facts.page] = facts.report ? report_pages_[*facts.report] = facts.make_for_report(stack_)
                                      : facts.make(session_, stack_);
  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_banners();
  for (Banner* banner : {failed_, stopped_, findings_, trouble_}) column->addWidget(banner);
  column->addWidget(stack_, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(rail_);
  row->addLayout(column, 1);
  auto* center = new QWidget;
  auto* all = new QVBoxLayout(center);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  all->addWidget(build_top_bar());
  all->addLayout(row, 1);
  setCentralWidget(center);
  status_ = new StatusLine;
  statusBar()->addWidget(status_, 1);
  statusBar()->setSizeGripEnabled(false);

  // The focus begins here, not with the ring on a button that nobody asked for.
  stack_->setFocusPolicy(Qt::ClickFocus);
  stack_->setFocus();
  stack_->setAutoFillBackground(true);
  stack_->setBackgroundRole(QPalette::Base);
  for (QWidget* page : pages_) stack_->addWidget(page);
  for (ReportPage* page : report_pages_) {
    connect(page, &ReportPage::open_requested, this, &MainWindow::choose_files);
    connect(page, &ReportPage::connect_requested, this, &MainWindow::choose_table);
    connect(page, &ReportPage::sample_requested, actions_->open_sample, &QAction::trigger);
    connect(page, &ReportPage::retry_requested, this, &MainWindow::try_page_again);
    connect(page, &ReportPage::rates_requested, this, &MainWindow::open_settings);
    connect(page, &ReportPage::filter_requested, &session_, &AnalysisSession::set_filter);
    connect(page, &ReportPage::cause_requested, this, [this, page = page](const TimeSpan& span) {
      session_.find_peak_cause(span, [page](const FoundCause& found) { page->show_cause(found); });
    });
    connect(page, &ReportPage::pages_requested, this, [this, page = page] {
      session_.find_pages([page](const FoundPages& found) { page->show_found_pages(found); });
    });
    connect(page, &ReportPage::campaign_days_requested, this,
            [this, page = page](const std::vector<std::string>& names) {
              session_.find_campaign_days(
                  names, [page](const FoundDays& found) { page->show_campaign_days(found); });
            });
    connect(page, &ReportPage::top_changed, this, [this](int top) {
      ReportOptions options = session_.options();
      options.top = static_cast<std::size_t>(top);
      session_.set_options(options);
    });
  }
  for (ReportPage* page : report_pages_)
    connect(page, &ReportPage::step_changed, this, &MainWindow::set_step);
  for (ReportPage* page : report_pages_)
    connect(page, &ReportPage::choices_changed, this, &MainWindow::note_view);
  connect(rail_, &Rail::page_chosen, this, [this](WindowPage page) {
    follow_.clear();
    go_to(page);
  });
  connect(rail_, &Rail::fold_requested, this, [this](bool folded) { set_rail(folded, true); });
  connect(rail_, &Rail::add_requested, this, &MainWindow::choose_files);
  connect(rail_, &Rail::connect_requested, this, &MainWindow::choose_table);
  connect(rail_, &Rail::edit_requested, this, &MainWindow::edit_table);
  connect(rail_, &Rail::reading_requested, this, &MainWindow::show_reading);
  connect(rail_, &Rail::forget_requested, this, &MainWindow::forget_reading);
  connect(rail_, &Rail::reload_requested, this, &MainWindow::reload);
  connect(rail_, &Rail::interval_requested, &session_, &AnalysisSession::ask_every);
  connect(rail_, &Rail::remove_requested, &session_, &AnalysisSession::remove_source);
  connect(rail_, &Rail::rejects_requested, this, &MainWindow::show_source_rejects);
  connect(status_, &StatusLine::rejects_requested, this, [this] { show_load_report(kind_); });
  connect(status_, &StatusLine::stop_requested, &session_, &AnalysisSession::stop);
}

void MainWindow::connect_session() {
  connect(&session_, &AnalysisSession::filter_changed, this, [this] {
    filters_before_.go(session_.filter());
    for (ReportPage* page : report_pages_) page->show_filter(session_.filter());
    note_view();
  });
  connect(&session_, &AnalysisSession::compared_with_changed, this, [this] {
    stale_.fill(true);
    note_view();
    refresh();
  });
  connect(&session_, &AnalysisSession::reports_changed, this, [this](ReportKinds kinds) {
    for (const ReportKind kind : kAllReports)
      if (kinds.contains(kind)) stale_[kind] = true;
    refresh();
  });
  connect(&session_, &AnalysisSession::sources_changed, this, [this] {
    rail_->show_sources(session_.sources());
    refresh_title();
    keep_recent();
    follow_new_data();
    ask_passwords();
    ask_about_readings();
  });
  connect(&session_, &AnalysisSession::state_changed, this, [this] {
    // What was put away stays so while a table is asked on its own.
    if (session_.state() == AnalysisSession::State::loading && !session_.unbidden())
      stopped_closed_ = failed_closed_ = false;
    refresh();
  });
  connect(&session_, &AnalysisSession::progress_changed, this, [this] {
    status_->show_progress(session_.progress(), session_.state() == AnalysisSession::State::loading,
                           session_.stopping());
    refresh_loading();
  });
}

void MainWindow::set_step(Step step) {
  ReportOptions options = session_.options();
  options.step = step;
  session_.set_options(options);
  note_view();
  refresh_actions();
}

void MainWindow::go_to(WindowPage page) {
  front_ = page;
  kind_ = kWindowPageTable[page].report.value_or(kind_);
  rail_->set_page(page);
  stack_->setCurrentWidget(pages_[page]);
  note_view();
  refresh();
}

void MainWindow::follow_new_data() {
  // As soon as it is known what the opened files feed, before the first rows are there. Only they
  // lead: what was open before is no reason to stay on its page.
  const auto fed = [this](ReportKind kind) {
    return std::any_of(
        session_.sources().begin(), session_.sources().end(), [&](const Source& source) {
          return source.state != Source::State::detecting && source.kinds.contains(kind) &&
                 std::find(follow_.begin(), follow_.end(), source.path) != follow_.end();
        });
  };
  if (follow_.empty()) return;
  if (shows_report() && fed(kind_)) return follow_.clear();
  const auto kind = std::find_if(kAllReports.begin(), kAllReports.end(), fed);
  if (kind == kAllReports.end()) return;
  follow_.clear();
  go_to(page_of(*kind));
}

// The list of recent files has what could be read: neither what failed nor what is just looked at.
void MainWindow::keep_recent() {
  QStringList readable;
  for (const Source& source : session_.sources()) {
    const QString path = to_text(source.path);
    const auto opened = opened_.find(path);
    if (opened == opened_.end() || source.state == Source::State::detecting) continue;
    if (source.state == Source::State::failed) {
      forget_file(path);
      opened_.erase(opened);
      continue;
    }
    if (!std::exchange(*opened, true)) readable << path;
    if (source.state == Source::State::ready) opened_.erase(opened);
  }
  if (!readable.isEmpty()) remember_files(readable);
}

void MainWindow::show_page() {
  // Pages out of sight are brought up to date when they come into sight.
  if (!std::exchange(stale_[kind_], false)) return;
  page()->show_comparison(session_.comparison(kind_));
  page()->show_reports(session_.reports(kind_));
}

void MainWindow::refresh_loading() {
  QStringList names;
  QString table;
  for (const Source& source : session_.sources()) {
    const bool busy = source.state == Source::State::detecting ||
                      source.state == Source::State::waiting ||
                      source.state == Source::State::loading;
    // What a file feeds is not known until it was looked at.
    if (!busy || !(source.kinds.empty() || source.kinds.contains(kind_))) continue;
    names << source_name(source);
    if (source.is_asked()) table = names.back();
  }
  if (!table.isEmpty()) {
    page()->show_loading(tr("Asking the database for %1").arg(table),
                         tr("The database computes the report; only its result travels."));
    return;
  }
  if (names.isEmpty() && show_failure()) return;
  const QString what = names.isEmpty() ? QString()
                       : names.size() == 1
                           ? tr("Reading %1").arg(names.front())
                           : tr("Reading %n files", nullptr, static_cast<int>(names.size()));
  page()->show_loading(what, tr("The first figures appear in a moment and grow while it is read."));
}

void MainWindow::refresh() {
  const QString rates = kept_rates_words(session_.options().rates);
  for (ReportPage* page : report_pages_) page->show_rates(rates);
  QString rejection;
  const ReportSetPtr reports = shows_report() ? session_.reports(kind_) : nullptr;
  for (const Source& source : session_.sources())
    if (source.database && source.kinds.contains(kind_) && reports && reports->has(kind_) &&
        reports->load_of(kind_).rows.rejected() > 0)
      rejection = rejection_words(reports->load_of(kind_)) + "\n" +
                  tr("Connection and columns… in the menu of the source chooses other columns.");
  page()->show_rejection(rejection);
  show_page();
  refresh_loading();
  filters_->setVisible(shows_report());
  filters_->refresh(kind_);
  const QString zone = to_text(session_.options().zone.name());
  zone_->setText(zone);
  zone_->setAccessibleName(tr("Time zone: %1").arg(zone));
  status_->show_report(reports, kind_, zone, session_.slicing(), session_.outdated(kind_),
                       session_.answered(kind_), session_.follows(kind_));
  if (!shows_report()) status_->show_no_report();
  refresh_banners();
  refresh_actions();
}

void MainWindow::refresh_actions() {
  const ReportSetPtr reports = session_.reports(kind_);
  const bool has = shows_report() && reports && reports->has(kind_);
  const bool nothing_open = session_.sources().empty();
  for (ReportPage* page : report_pages_) page->offer_samples(nothing_open);
  for (const ReportKind kind : kAllReports) {
    const ReportSetPtr fed = session_.reports(kind);
    rail_->set_data(page_of(kind), fed && fed->has(kind));
  }
  actions_->open_sample->setEnabled(nothing_open);
  const auto state = session_.state();
  actions_->export_report->setEnabled(has);
  actions_->export_rankings->setEnabled(has && kind_ == ReportKind::campaign_ranking);
  actions_->export_table->setEnabled(has);
  actions_->save_chart->setEnabled(has);
  actions_->copy_chart->setEnabled(has);
  actions_->save_page->setEnabled(has);
  actions_->find->setEnabled(has);
  actions_->columns->setEnabled(has);
  const auto visitors = shows_report() && reports ? reports->get<HourlyVisitorsReport>() : nullptr;
  actions_->explain->setEnabled(has && kind_ == ReportKind::hourly_visitors &&
                                visitors->step == Step::hour);
  actions_->steps->setEnabled(shows_report() && kEventTypeTable[events_of(kind_)].hourly);
  actions_->step[session_.options().step]->setChecked(true);
  actions_->load_report->setEnabled(has);
  actions_->reload->setEnabled(!nothing_open);
  actions_->remove_all->setEnabled(!nothing_open);
  actions_->stop->setEnabled(state == AnalysisSession::State::loading);
  actions_->resume->setEnabled(state == AnalysisSession::State::stopped);
  actions_->undo->setEnabled(filters_before_.can_go_back());
  actions_->redo->setEnabled(filters_before_.can_go_forward());
  actions_->back->setEnabled(views_.can_go_back());
  actions_->forward->setEnabled(views_.can_go_forward());
  actions_->compare->setEnabled(shows_report() && kEventTypeTable[events_of(kind_)].timed);
  actions_->clear_filter->setEnabled(!session_.filter().empty());
  actions_->clean->setEnabled(session_.shows_logs(kind_));
}

void MainWindow::refresh_title() {
  const auto& sources = session_.sources();
  if (sources.empty()) {
    setWindowTitle("Footfall");
    return;
  }
  const QString name = source_name(sources.front());
  setWindowTitle(sources.size() == 1 ? tr("Footfall — %1").arg(name)
                                     : tr("Footfall — %1 and %n more", nullptr,
                                          static_cast<int>(sources.size()) - 1)
                                           .arg(name));
}

}  // namespace footfall
