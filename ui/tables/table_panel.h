#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "ui/tables/report_table_view.h"

class QLabel;
class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace footfall {

class TabStrip;
class TotalsRow;

/// Tables in tabs, with one field that filters the one in front, the number of matches, and "No
/// rows match" instead of an empty grid; below them their totals, where they have such. A single
/// table shows its title in place of tabs.
class TablePanel : public QWidget {
  Q_OBJECT
 public:
  explicit TablePanel(QWidget* parent = nullptr);

  /// Takes the view. `find_hint` is the field's placeholder: "Find a page".
  int add_table(ReportTableView* view, const QString& title, const QString& find_hint);
  void set_title(int index, const QString& title);
  void set_find_hint(int index, const QString& hint);
  /// A tab that is not shown gives way to the first, and comes again with it unless another one
  /// was chosen meanwhile.
  void set_shown(int index, bool shown);
  /// Words in place of a table, and of what a search says of it; a null text: the table.
  void set_notice(int index, const QString& words);
  void set_current(int index);
  [[nodiscard]] int current() const;
  /// The same, or the one that was asked for and is not shown.
  [[nodiscard]] int wanted() const { return wanted_.value_or(current()); }
  [[nodiscard]] ReportTableView* view(int index) const {
    return tables_[static_cast<std::size_t>(index)].view;
  }
  [[nodiscard]] QLineEdit* find_field() const { return find_; }
  [[nodiscard]] TablePtr current_table() const;
  /// The table in front as it is seen; null without one.
  [[nodiscard]] TablePtr seen_table() const;
  /// What the table in front was searched for; empty: nothing.
  [[nodiscard]] QString searched() const;
  /// A widget that stands left of the find field: an action on the selection.
  void add_tool(QWidget* tool);

 signals:
  void current_changed(int index);
  /// Only the names that the search shows.
  void found_requested();

 private:
  void bring_to_front(int index);
  void apply_filter();
  void show_state();
  void follow_row();

  struct Entry {
    ReportTableView* view;
    QString find_hint;
    QString filter;
    QString notice = {};
  };
  std::vector<Entry> tables_;
  std::optional<int> wanted_;  // as soon as it is shown
  int front_ = 0;              // the table the find field speaks of
  TabStrip* tabs_;
  QLabel* matches_;
  QToolButton* row_;    // the menu of the selected row
  QToolButton* found_;  // only the names that the search shows
  QLineEdit* find_;
  QWidget* notice_;  // that nothing was found
  QLabel* words_;    // in place of a table
  QStackedLayout* stack_;
  TotalsRow* totals_;
  QTimer typing_;
};

}  // namespace footfall
