#include "ui/pages/whole_pages.h"

#include <QMenu>

#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

constexpr int kVisitorsOfAll = 1;
constexpr int kShareOfAll = 2;
constexpr int kViewsOfAll = 3;
constexpr int kCountPatience = 200;  // ms

struct StepOfPage {
  Step step{};
  const char* text = nullptr;
};
constexpr auto kStepsOfPage = kind_table<&StepOfPage::step, StepOfPage>({
    {Step::hour, QT_TRANSLATE_NOOP("footfall::WholePages", "&Hours of this page")},
    {Step::day, QT_TRANSLATE_NOOP("footfall::WholePages", "&Days of this page")},
    {Step::week, QT_TRANSLATE_NOOP("footfall::WholePages", "&Weeks of this page")},
});

struct PagesGap {
  CauseGap gap{};
  const char* text = nullptr;
};
constexpr auto kPagesGaps = kind_table<&PagesGap::gap, PagesGap>({
    {CauseGap::none, nullptr},
    {CauseGap::loading,
     QT_TRANSLATE_NOOP("footfall::WholePages",
                       "Pages over the whole time are counted once the files are read.")},
    {CauseGap::database,
     QT_TRANSLATE_NOOP("footfall::WholePages",
                       "A database tells how many visitors a page has in an hour, not which of "
                       "them came again: over the whole time pages are counted of files alone.")},
    {CauseGap::failed,
     QT_TRANSLATE_NOOP("footfall::WholePages",
                       "The pages could not be counted. Read the files again (F5).")},
});

}  // namespace

WholePages::WholePages(QObject* parent)
    : QObject(parent), view_(new ReportTableView(tr("Pages over the whole time"))) {
  using Part = ComparedTable::Part;
  view_->set_default_sort(kVisitorsOfAll, Qt::DescendingOrder);
  // Beside those of visitors they would push the rest out of sight.
  for (const Part part : {Part::before, Part::change, Part::percent})
    for (const int column : {kShareOfAll, kViewsOfAll}) view_->leave_out(column, part);
  offer_hours(view_);
  patience_.setSingleShot(true);
  patience_.setInterval(kCountPatience);
  connect(&patience_, &QTimer::timeout, this, [this] {
    drop();
    panel_->set_notice(tab_, tr("Counting…"));
  });
}

void WholePages::stand_in(TablePanel* panel, int tab) {
  panel_ = panel;
  tab_ = tab;
  connect(panel, &TablePanel::current_changed, this, &WholePages::look);
}

void WholePages::offer_hours(ReportTableView* view) {
  connect(view, &QAbstractItemView::activated, this, [this, view](const QModelIndex& index) {
    emit hours_requested(view->report_model()->key_of(index.row()));
  });
  connect(view, &ReportTableView::menu_requested, this, [this, view](QMenu* menu) {
    if (view->selected_rows(2).size() != 1) return;
    QAction* hours =
        menu->addAction(tr(kStepsOfPage[step_].text), this,
                        [this, page = view->current_key()] { emit hours_requested(page); });
    hours->setShortcut(Qt::Key_Return);
  });
}

void WholePages::follow_report(Step step) {
  step_ = step;
  any_ = true;
  known_ = false;
  if (panel_->current() != tab_) drop();
  look();
}

void WholePages::clear() {
  any_ = false;
  patience_.stop();
  drop();
}

// Nothing of another report, and no words yet.
void WholePages::drop() {
  view_->set_table(nullptr);
  panel_->set_notice(tab_, QStringLiteral(""));
}

void WholePages::look() {
  if (!any_ || known_ || panel_->current() != tab_) return;
  known_ = true;
  patience_.start();
  emit requested();
}

void WholePages::show_found(const FoundPages& found) {
  if (!known_) return;  // of an earlier report
  patience_.stop();
  view_->set_table(found.table);
  panel_->set_notice(tab_, found.table ? QString() : tr(kPagesGaps[found.gap].text));
}

}  // namespace footfall
