// What was looked at, as the window keeps it: from one start to the next, and under names.
#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QScopedValueRollback>

#include "ui/frame/banner.h"
#include "ui/frame/kept_view.h"
#include "ui/frame/window_actions.h"
#include "ui/main_window.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {

MainWindow::View MainWindow::view() const {
  View view{front_,
            session_.filter(),
            session_.options().zone,
            session_.options().step,
            session_.compared_with(),
            {}};
  for (const ReportKind kind : kAllReports) view.choices[kind] = report_pages_[kind]->choices();
  return view;
}

KeptView MainWindow::present_view() const {
  KeptView view;
  view.page = front_;
  view.zone = session_.options().zone.name();
  view.step = session_.options().step;
  view.filter = session_.filter();
  view.compared_with = session_.compared_with();
  view.choices = this->view().choices;
  return view;
}

void MainWindow::show_view(const KeptView& view) {
  const Result<TimeZone> zone = TimeZone::load(view.zone, "zone");
  go_to_view({view.page, view.filter, zone ? *zone : session_.options().zone, view.step,
              view.compared_with, view.choices});
  note_view();
  refresh_actions();
}

void MainWindow::note_view() {
  if (moving_) return;
  views_.go(view());
  refresh_actions();
}

void MainWindow::go_to_view(const View& wanted) {
  const View target = wanted;  // it may lie in the history
  {
    const QScopedValueRollback moving(moving_, true);
    ReportOptions options = session_.options();
    if (options.zone != target.zone || options.step != target.step) {
      options.zone = target.zone;
      options.step = target.step;
      session_.set_options(options);
    }
    session_.set_filter(target.filter);
    session_.set_compared_with(target.compared_with);
    for (const ReportKind kind : kAllReports)
      report_pages_[kind]->set_choices(target.choices[kind]);
    follow_.clear();
    go_to(target.page);
  }
  refresh_actions();
}

void MainWindow::reopen() {
  const std::optional<KeptView> view = last_view();
  if (!view) return;
  show_view(*view);
  session_.reopen(view->files, view->tables);
  // Nothing was looked at before.
  filters_before_ = History<Filter>(session_.filter());
  views_ = History<View>(this->view());
  refresh_actions();
}

void MainWindow::keep_open() const {
  KeptView view = present_view();
  for (const Source& source : session_.sources()) {
    if (source.database)
      view.tables.push_back(*source.database);
    else
      view.files.push_back(source.path);
  }
  keep_last_view(view);
}

void MainWindow::list_views() {
  QMenu* const menu = actions_->views;
  menu->clear();
  menu->addAction(tr("&Keep this view…"), this, [this] {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep this view"));
    dialog->setLabelText(
        tr("The page, the filter, the comparison, the time zone, the step and what was chosen on "
           "the pages are kept. A view of the same name is replaced."));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
      if (!name.trimmed().isEmpty()) keep_view_as(name.trimmed(), present_view());
    });
    dialog->open();
  });
  const QStringList names = named_views();
  QMenu* const forget = actions_->forget_view;
  forget->clear();
  menu->addMenu(forget);
  forget->setEnabled(!names.isEmpty());
  if (!names.isEmpty()) menu->addSeparator();
  for (const QString& name : names) {
    const QString shown = visible_text(name).replace("&", "&&");
    menu->addAction(shown, this, [this, name] {
      const std::optional<KeptView> view = named_view(name);
      if (view) return show_view(*view);
      trouble_->set_text(tr("The view %1 was kept by another version and cannot be shown.")
                             .arg(visible_text(name)));
      trouble_->show();
    });
    forget->addAction(shown, this, [name] { forget_view(name); });
  }
}

}  // namespace footfall
