// What was chosen on a page: the columns of its tables.
#include "ui/pages/page_base.h"
#include "ui/tables/table_panel.h"

namespace footfall {

void PageBase::keep_columns(const QString& name, ReportTableView* view) {
  kept_columns_[QStringLiteral("columns ") + name] = view;
  connect(view, &ReportTableView::columns_chosen, this, &ReportPage::choices_changed);
}

PageChoices PageBase::choices() const {
  PageChoices choices;
  for (const auto& [name, view] : kept_columns_)
    if (const QStringList chosen = view->chosen_columns(); !chosen.isEmpty())
      choices[name] = chosen.join(QLatin1Char(' '));
  return choices;
}

void PageBase::set_choices(const PageChoices& choices) {
  for (const auto& [name, view] : kept_columns_) {
    const auto at = choices.find(name);
    const QStringList chosen =
        at == choices.end() ? QStringList() : at->second.split(QLatin1Char(' '));
    if (view->chosen_columns() != chosen) view->choose_columns(chosen);
  }
}

// Of the table that has the keys, else of the one in front.
void PageBase::choose_columns() {
  for (ReportTableView* view : findChildren<ReportTableView*>())
    if (view->hasFocus()) return view->open_columns();
  if (const auto* panel = findChild<TablePanel*>()) panel->view(panel->current())->open_columns();
}

}  // namespace footfall
