// What the window's actions do.
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>
#include <QTimeZone>
#include <algorithm>

#include "app/version.h"
#include "model/pipeline/reading_preview.h"
#include "model/session/text_matcher.h"
#include "ui/connect/saved_connections.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/guide_dialog.h"
#include "ui/dialogs/load_report_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/kept_view.h"
#include "ui/frame/pick_popup.h"
#include "ui/frame/rail.h"
#include "ui/frame/recent_files.h"
#include "ui/frame/window_actions.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/resource_files.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/style/theme.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr char kOpenFolderKey[] = "open/folder";
constexpr char kPackedEndings[] = " *.gz *.zst *.zlib *.xz *.bz2 *.lz4 *.zip *.tar *.tgz *.xlsx";

std::vector<std::string> zone_names(const std::string& wanted, std::size_t limit,
                                    const std::stop_token& stop) {
  std::vector<std::string> names = {"UTC"};
  const std::string local = QTimeZone::systemTimeZoneId().toStdString();
  if (local != "UTC" && !local.empty()) names.push_back(local);
  for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
    // "UTC+01:00" and the like are Qt's own names, not the tz database's.
    if (id.startsWith("UTC") || id.toStdString() == local) continue;
    names.push_back(id.toStdString());
  }
  std::vector<std::string> found;
  const std::optional<TextMatcher> matcher =
      wanted.empty() ? std::nullopt : std::optional<TextMatcher>(wanted);
  for (const std::string& name : names) {
    if (stop.stop_requested() || found.size() >= limit) break;
    if (!matcher || matcher->matches(name)) found.push_back(name);
  }
  return found;
}

bool has_method(const QObject* object, const char* method) {
  return object->metaObject()->indexOfMethod((QByteArray(method) + "()").constData()) >= 0;
}

}  // namespace

void MainWindow::connect_actions() {
  const WindowActions& actions = *actions_;
  const auto on = [this](QAction* action, auto act) {
    connect(action, &QAction::triggered, this, act);
  };
  on(actions.open, &MainWindow::choose_files);
  on(actions.connect_database, &MainWindow::choose_table);
  on(actions.open_sample, [this] { open_files(sample_files()); });
  on(actions.reload, &MainWindow::reload_all);
  on(actions.stop, [this] { session_.stop(); });
  on(actions.escape, &MainWindow::escape);
  on(actions.resume, [this] { session_.resume(); });
  on(actions.remove_all, [this] { session_.remove_all_sources(); });
  on(actions.quit, &MainWindow::close);

  on(actions.export_report, [this] { export_as(static_cast<int>(ExportDialog::What::report)); });
  on(actions.export_rankings,
     [this] { export_as(static_cast<int>(ExportDialog::What::rankings)); });
  on(actions.export_table, [this] { export_as(static_cast<int>(ExportDialog::What::table)); });
  on(actions.save_chart, [this] { page()->take_picture(PictureTo::file); });
  on(actions.copy_chart, [this] { page()->take_picture(PictureTo::clipboard); });
  on(actions.save_page, [this] { page()->take_picture(PictureTo::page); });

  on(actions.find, [this] {
    QLineEdit* field = page()->find_field();
    if (!field) return;
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
  });
  on(actions.copy, [this] { copy("copy"); });
  on(actions.copy_with_headers, [this] { copy("copy_with_headers"); });
  on(actions.undo, [this] { session_.set_filter(Filter(filters_before_.back())); });
  on(actions.redo, [this] { session_.set_filter(Filter(filters_before_.forward())); });
  on(actions.columns, [this] { page()->choose_columns(); });
  on(actions.back, [this] {
    page()->note_pending();
    go_to_view(views_.back());
  });
  on(actions.forward, [this] {
    page()->note_pending();
    go_to_view(views_.forward());
  });
  on(actions.choose_range, [this] { filters_->choose_range(); });
  on(actions.compare, [this] { filters_->choose_comparison(); });
  on(actions.add_filter, [this] { filters_->choose_field(); });
  on(actions.clear_filter, [this] { session_.set_filter({}); });
  on(actions.clean, [this] { filters_->choose_cleaning(); });
  on(actions.zone, &MainWindow::choose_zone);

  for (const WindowPageFacts& facts : kWindowPageTable)
    on(actions.pages[facts.page], [this, page = facts.page] {
      follow_.clear();
      go_to(page);
    });
  connect(actions.follow_files, &QAction::toggled, &session_, &AnalysisSession::set_following);
  on(actions.fold_rail, [this](bool folded) { set_rail(folded, true); });
  on(actions.full_screen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
  for (const Step step : all_kinds<Step>())
    on(actions.step[step], [this, step] { set_step(step); });
  for (std::size_t i = 0; i < actions.theme.size(); ++i)
    on(actions.theme[i], [this, i] { themes_.set_theme(static_cast<Theme>(i)); });

  on(actions.explain, [this] { page()->explain(); });
  on(actions.load_report, [this] { show_load_report(kind_); });
  on(actions.settings, &MainWindow::open_settings);
  on(actions.guide, [this] { show_guide(topic_of(front_)); });
  on(actions.about, &MainWindow::show_about);
  connect(actions.recent, &QMenu::aboutToShow, this, &MainWindow::list_recent);
  connect(actions.ask_every, &QMenu::aboutToShow, this, &MainWindow::list_intervals);
  list_intervals();
  connect(actions.views, &QMenu::aboutToShow, this, &MainWindow::list_views);
  connect(actions.reopen, &QAction::toggled, this, &set_reopening);
}

void MainWindow::open_files(const QStringList& paths) {
  std::vector<std::string> files;
  QStringList remembered;
  for (const QString& path : paths) {
    const QString whole = QFileInfo(path).absoluteFilePath();
    files.push_back(to_bytes(whole));
    if (!sample_files().contains(whole)) remembered << whole;
  }
  if (files.empty()) return;
  for (const QString& path : remembered) opened_.insert(path, false);
  follow_ = files;
  to_ask_.insert(files.begin(), files.end());
  session_.add_sources(files);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) return event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  event->acceptProposedAction();
  open_files(paths);
}

void MainWindow::choose_files() {
  QStringList endings;
  for (const FormatChoice& format : format_choices())
    endings << QString::fromUtf8(format.endings.data(), static_cast<int>(format.endings.size()));
  const QStringList paths = QFileDialog::getOpenFileNames(
      this, tr("Open event files"), QSettings().value(kOpenFolderKey).toString(),
      tr("Event files (%1);;All files (*)").arg(endings.join(' ') + kPackedEndings));
  if (paths.isEmpty()) return;
  QSettings().setValue(kOpenFolderKey, QFileInfo(paths.front()).absolutePath());
  open_files(paths);
}

void MainWindow::list_recent() {
  actions_->recent->clear();
  for (const QString& path : recent_files()) {
    QAction* action = actions_->recent->addAction(actions_->recent->fontMetrics().elidedText(
        visible_text(path).replace("&", "&&"), Qt::ElideMiddle, 480));
    action->setToolTip(plain_tooltip(visible_text(path)));
    connect(action, &QAction::triggered, this, [this, path] { open_files({path}); });
  }
  list_recent_tables();
  if (actions_->recent->isEmpty()) {
    actions_->recent->addAction(tr("No recent files or tables"))->setEnabled(false);
  } else {
    actions_->recent->addSeparator();
    connect(actions_->recent->addAction(tr("Clear this list")), &QAction::triggered, this, [] {
      forget_recent_files();
      forget_recent_tables();
    });
  }
  if (!actions_->recent->actions().contains(actions_->open_sample)) {
    actions_->recent->addSeparator();
    actions_->recent->addActions({actions_->connect_database, actions_->open_sample});
  }
}

void MainWindow::choose_zone() {
  if (!zones_) {
    zones_ = new PickPopup(tr("Find a time zone"), this);
    connect(zones_, &PickPopup::name_picked, this, [this](const std::string& name) {
      const Result<TimeZone> zone = TimeZone::load(name, "zone");
      if (!zone) return;
      ReportOptions options = session_.options();
      options.zone = zone.value();
      session_.set_options(options);
      note_view();
      refresh();
    });
  }
  zones_->set_names(zone_names, session_.options().zone.name());
  zones_->open_below(zone_);
}

void MainWindow::escape() {
  // Esc first empties the field one types in, then stops what runs.
  if (auto* field = qobject_cast<QLineEdit*>(focusWidget()); field && !field->text().isEmpty()) {
    field->clear();
  } else if (session_.state() == AnalysisSession::State::loading) {
    session_.stop();
  }
}

void MainWindow::copy(const char* method) {
  QWidget* focus = focusWidget();
  if (focus && has_method(focus, method)) {
    QMetaObject::invokeMethod(focus, method);
    return;
  }
  for (QWidget* view : pages_[front_]->findChildren<QWidget*>()) {
    if (!view->isVisible() || !has_method(view, "copy_with_headers")) continue;
    QMetaObject::invokeMethod(view, method);
    return;
  }
}

void MainWindow::export_as(int what) {
  if (!export_dialog_) {
    export_dialog_ = new ExportDialog(this);
    offer_guide(export_dialog_, GuideTopic::exports);
  }
  export_dialog_->open_export(session_.reports(kind_), kind_, session_.origin(kind_),
                              session_.comparison(kind_), page()->front_table(),
                              static_cast<ExportDialog::What>(what));
}

void MainWindow::show_load_report(ReportKind kind) {
  if (!load_dialog_) {
    load_dialog_ = new LoadReportDialog(session_, this);
    offer_guide(load_dialog_, GuideTopic::load_report);
    connect(load_dialog_, &LoadReportDialog::rates_requested, this, &MainWindow::open_settings);
  }
  load_dialog_->show_kind(kind);
}

void MainWindow::show_source_rejects(const std::string& path) {
  for (const Source& source : session_.sources()) {
    if (source.path != path) continue;
    // A file that feeds the page in front is explained there, any other on its first page.
    ReportKind kind = kind_;
    for (auto other = kAllReports.rbegin();
         other != kAllReports.rend() && !source.kinds.contains(kind_); ++other)
      if (source.kinds.contains(*other)) kind = *other;
    show_load_report(kind);
  }
}

void MainWindow::open_settings() {
  if (!settings_dialog_) {
    settings_dialog_ = new SettingsDialog(session_, this);
    offer_guide(settings_dialog_, GuideTopic::rates);
  }
  settings_dialog_->open_settings();
}

void MainWindow::show_guide(GuideTopic topic) {
  if (!guide_dialog_) guide_dialog_ = new GuideDialog(guide_folder(), this);
  guide_dialog_->open_at(topic);
}

// The window's own keys do not hold in its dialogs.
void MainWindow::offer_guide(QWidget* dialog, GuideTopic topic) {
  auto* keys = new QShortcut(QKeySequence::HelpContents, dialog);
  connect(keys, &QShortcut::activated, this, [this, topic] { show_guide(topic); });
}

void MainWindow::show_about() {
  auto* box =
      new QMessageBox(QMessageBox::NoIcon, tr("About Footfall"), {}, QMessageBox::Close, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setModal(false);
  box->setText(tr("<b>Footfall %1</b><p>Peak hours, customers and campaigns out of event files.</p>"
                  "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                   .arg(QString::fromLatin1(kVersion)));
  box->show();
}

}  // namespace footfall
