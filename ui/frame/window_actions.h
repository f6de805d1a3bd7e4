#pragma once

#include <QObject>
#include <array>

#include "model/core/step.h"
#include "ui/window_pages.h"

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace footfall {

/// Every action of the window with its text, icon and shortcut; the window connects them. Each is
/// in the main menu, also where it has a button of its own.
struct WindowActions {
  explicit WindowActions(QWidget* window);

  QAction* open;
  QAction* open_sample;
  QAction* connect_database;
  QAction* reload;
  QAction* stop;
  QAction* resume;
  QAction* remove_all;
  QAction* reopen;
  QAction* quit;
  QAction* escape;  ///< Esc, which stops only when there is nothing nearer to leave; in no menu

  QAction* export_report;
  QAction* export_rankings;
  QAction* export_table;
  QAction* save_chart;
  QAction* copy_chart;
  QAction* save_page;

  QAction* undo;  ///< of the filter
  QAction* redo;
  QAction* find;
  QAction* copy;
  QAction* copy_with_headers;
  QAction* columns;  ///< of the table in front
  QAction* choose_range;
  QAction* compare;
  QAction* add_filter;
  QAction* clear_filter;
  QAction* clean;
  QAction* zone;

  ByKind<WindowPage, QAction*> pages{};
  QAction* back;  ///< through what was looked at
  QAction* forward;
  QAction* follow_files;
  QAction* fold_rail;
  QAction* full_screen;
  QActionGroup* steps;
  ByKind<Step, QAction*> step{};
  QActionGroup* themes;
  std::array<QAction*, 3> theme{};  ///< by Theme

  QAction* explain;
  QAction* load_report;
  QAction* settings;
  QAction* guide;
  QAction* about;

  QMenu* recent;       ///< filled by the window
  QMenu* ask_every;    ///< the same: the table of the page in front, asked again on its own
  QMenu* views;        ///< the same
  QMenu* forget_view;  ///< the same, in it
  QMenu* export_menu;  ///< for the tool bar
  QMenu* main_menu;    ///< everything
};

}  // namespace footfall
