// What was chosen on a page: its tables with their columns and order, its charts, the time in view.
#include <QScopedValueRollback>
#include <utility>

#include "ui/charts/time_plot.h"
#include "ui/frame/choice_bar.h"
#include "ui/pages/page_base.h"
#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

QString zoom_text(const std::optional<QCPRange>& range) {
  return range ? QStringLiteral("%1 %2").arg(QString::number(range->lower, 'f', 0),
                                             QString::number(range->upper, 'f', 0))
               : QString();
}

std::optional<QCPRange> zoom_of(const QString& text) {
  const QStringList ends = text.split(' ');
  if (ends.size() != 2) return std::nullopt;
  const QCPRange range(ends[0].toDouble(), ends[1].toDouble());
  return range.size() > 0 ? std::optional(range) : std::nullopt;
}

// Of names for what there is to choose from, the first at first.
QString name_of(int choice, const QStringList& names) {
  return choice > 0 && choice < names.size() ? names[choice] : QString();
}
int choice_named(const QString& name, const QStringList& names) {
  return std::max(0, static_cast<int>(names.indexOf(name)));
}

}  // namespace

void PageBase::keep_choice(const QString& name, KeptChoice choice) {
  kept_choices_[name] = std::move(choice);
}

void PageBase::note_choice() {
  if (showing_) return;
  resting_.stop();
  emit choices_changed();
}

void PageBase::note_at_rest() {
  if (!showing_) resting_.start();
}

void PageBase::note_pending() {
  if (resting_.isActive()) note_choice();
}

PageChoices PageBase::choices() const {
  PageChoices choices;
  for (const auto& [name, choice] : kept_choices_)
    if (QString text = choice.text(); !text.isEmpty()) choices[name] = std::move(text);
  return choices;
}

void PageBase::set_choices(const PageChoices& choices) {
  const QScopedValueRollback showing(showing_, true);
  resting_.stop();
  for (const auto& [name, choice] : kept_choices_) {
    const auto at = choices.find(name);
    const QString text = at == choices.end() ? QString() : at->second;
    if (choice.text() != text) choice.show(text);
  }
}

void PageBase::keep_table(const QString& name, ReportTableView* view) {
  keep_choice(
      QStringLiteral("columns ") + name,
      {[view] { return view->chosen_columns().join(' '); },
       [view](const QString& text) { view->choose_columns(text.split(' ', Qt::SkipEmptyParts)); }});
  keep_choice(QStringLiteral("sort ") + name,
              {[view] { return view->chosen_sort(); },
               [view](const QString& text) { view->choose_sort(text); }});
  connect(view, &ReportTableView::columns_chosen, this, &PageBase::note_choice);
  connect(view, &ReportTableView::sort_chosen, this, &PageBase::note_choice);
}

void PageBase::keep_tab(TablePanel* panel, const QStringList& names) {
  keep_choice(QStringLiteral("table"), {[panel, names] { return name_of(panel->wanted(), names); },
                                        [panel, names](const QString& text) {
                                          panel->set_current(choice_named(text, names));
                                        }});
  connect(panel, &TablePanel::current_changed, this, &PageBase::note_choice);
}

void PageBase::keep_bar(const QString& name, ChoiceBar* bar, const QStringList& names) {
  keep_choice(name, {[bar, names] { return name_of(bar->choice(), names); },
                     [bar, names](const QString& text) {
                       bar->set_choice(choice_named(text, names));
                       emit bar->chosen(bar->choice());
                     }});
  connect(bar, &ChoiceBar::chosen, this, &PageBase::note_choice);
}

void PageBase::keep_zoom(TimePlot* chart) {
  zoomed_ = chart;
  connect(chart, &PlotBase::view_chosen, this, [this] {
    wanted_zoom_.reset();
    note_at_rest();
  });
  keep_choice(QStringLiteral("time in view"),
              {[this] { return zoom_text(wanted_zoom_ ? wanted_zoom_ : zoomed_->zoomed()); },
               [this](const QString& text) {
                 wanted_zoom_ = zoom_of(text);
                 zoomed_->set_zoomed(wanted_zoom_);
               }});
}

// The user may have gone elsewhere since; else what was wanted may lie in it.
void PageBase::show_kept_zoom() {
  if (wanted_zoom_) zoomed_->set_zoomed(wanted_zoom_);
}

// Of the table that has the keys, else of the one in front.
void PageBase::choose_columns() {
  for (ReportTableView* view : findChildren<ReportTableView*>())
    if (view->hasFocus()) return view->open_columns();
  if (const auto* panel = findChild<TablePanel*>()) panel->view(panel->current())->open_columns();
}

}  // namespace footfall
