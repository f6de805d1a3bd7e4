#include "ui/frame/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "ui/style/icons.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct Actions {
  Q_DECLARE_TR_FUNCTIONS(footfall::WindowActions)
};

QAction* add(QWidget* window, const QString& text, const QList<QKeySequence>& keys = {},
             const char* icon_name = nullptr) {
  auto* action = new QAction(text, window);
  action->setShortcuts(keys);
  if (icon_name) action->setIcon(icon(icon_name));
  window->addAction(action);
  return action;
}

QMenu* submenu(QMenu* menu, const QString& title, const QList<QAction*>& actions) {
  QMenu* part = menu->addMenu(title);
  part->addActions(actions);
  return part;
}

QAction* separator(QWidget* window) {
  auto* line = new QAction(window);
  line->setSeparator(true);
  return line;
}

}  // namespace

WindowActions::WindowActions(QWidget* window) {
  const auto keys = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
  const auto key = [](QKeyCombination combination) {
    return QList<QKeySequence>{QKeySequence(combination)};
  };

  open = add(window, Actions::tr("&Open files…"), keys(QKeySequence::Open), "open");
  connect_database = add(window, Actions::tr("Connect to a &database…"),
                         key(Qt::CTRL | Qt::SHIFT | Qt::Key_O), "database");
  open_sample = add(window, Actions::tr("Open &sample data"));
  reload = add(window, Actions::tr("Re&load all sources"), keys(QKeySequence::Refresh), "reload");
  escape = add(window, {}, keys(QKeySequence::Cancel));
  stop = add(window, Actions::tr("S&top loading") + "\t" +
                         QKeySequence(QKeySequence::Cancel).toString(QKeySequence::NativeText));
  resume = add(window, Actions::tr("&Continue loading"), key(Qt::CTRL | Qt::Key_Return));
  remove_all = add(window, Actions::tr("Close &all sources"), keys(QKeySequence::Close));
  reopen = add(window, Actions::tr("Open this a&gain at the next start"));
  reopen->setCheckable(true);
  quit = add(window, Actions::tr("&Quit"), keys(QKeySequence::Quit));

  export_report =
      add(window, Actions::tr("Export this &report…"), key(Qt::CTRL | Qt::Key_E), "export");
  export_rankings =
      add(window, Actions::tr("Export the two ran&kings…"), key(Qt::CTRL | Qt::Key_K));
  export_table = add(window, Actions::tr("Export the &table in front…"),
                     key(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
  save_chart = add(window, Actions::tr("Save the &chart…"), keys(QKeySequence::Save));
  copy_chart = add(window, Actions::tr("Cop&y the chart"), key(Qt::CTRL | Qt::ALT | Qt::Key_C));
  save_page = add(window, Actions::tr("Save this &page…"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_S));

  undo = add(window, Actions::tr("&Undo the filter change"), key(Qt::CTRL | Qt::Key_Z));
  redo = add(window, Actions::tr("R&edo the filter change"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
  find = add(window, Actions::tr("&Find in table"), keys(QKeySequence::Find), "search");
  copy = add(window, Actions::tr("&Copy rows"), keys(QKeySequence::Copy));
  copy_with_headers =
      add(window, Actions::tr("Copy rows with &headers"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  columns =
      add(window, Actions::tr("&Columns of the table…"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
  choose_range = add(window, Actions::tr("&Time range…"), key(Qt::CTRL | Qt::Key_T), "calendar");
  compare =
      add(window, Actions::tr("Co&mpare with…"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_T), "compare");
  add_filter = add(window, Actions::tr("&Add a filter…"), key(Qt::CTRL | Qt::Key_L), "filter");
  clear_filter =
      add(window, Actions::tr("C&lear all filters"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  clean =
      add(window, Actions::tr("Clea&n the logs…"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_K), "clean");
  zone = add(window, Actions::tr("Time &zone…"), {}, "globe");

  for (const WindowPageFacts& facts : kWindowPageTable)
    pages[facts.page] = add(window, page_title(facts.page), key(Qt::ALT | facts.key));
  back = add(window, Actions::tr("&Back"), key(Qt::ALT | Qt::Key_Left));
  forward = add(window, Actions::tr("&Forward"), key(Qt::ALT | Qt::Key_Right));
  follow_files =
      add(window, Actions::tr("Foll&ow files that grow"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
  follow_files->setCheckable(true);
  fold_rail = add(window, Actions::tr("Fold the side to &icons"), key(Qt::CTRL | Qt::Key_B));
  fold_rail->setCheckable(true);
  full_screen = add(window, Actions::tr("F&ull screen"), keys(QKeySequence::FullScreen));
  steps = new QActionGroup(window);
  step = {{{add(window, Actions::tr("&Hours"), key(Qt::CTRL | Qt::Key_1)),
            add(window, Actions::tr("&Days"), key(Qt::CTRL | Qt::Key_2)),
            add(window, Actions::tr("&Weeks"), key(Qt::CTRL | Qt::Key_3))}}};
  for (QAction* action : step) {
    action->setCheckable(true);
    steps->addAction(action);
  }
  themes = new QActionGroup(window);
  theme = {add(window, Actions::tr("S&ystem")), add(window, Actions::tr("&Light")),
           add(window, Actions::tr("&Dark"))};
  for (QAction* action : theme) {
    action->setCheckable(true);
    themes->addAction(action);
  }

  explain = add(window, Actions::tr("&What made it"), key(Qt::CTRL | Qt::Key_M));
  load_report = add(window, Actions::tr("&Load report and rejected rows…"),
                    key(Qt::CTRL | Qt::Key_I), "report");
  settings = add(window, Actions::tr("&Rates and event types…"), key(Qt::CTRL | Qt::Key_Comma),
                 "settings");
  guide = add(window, Actions::tr("User &guide and shortcuts"), keys(QKeySequence::HelpContents),
              "help");
  about = add(window, Actions::tr("&About Footfall"));

  recent = new QMenu(Actions::tr("Open &recent"), window);
  ask_every = new QMenu(Actions::tr("Ask the database again on its o&wn"), window);
  views = new QMenu(Actions::tr("&Views"), window);
  forget_view = new QMenu(Actions::tr("&Forget a view"), views);
  export_menu = new QMenu(Actions::tr("&Export"), window);
  export_menu->addActions({export_report, export_rankings, export_table, separator(window),
                           save_chart, copy_chart, save_page});

  main_menu = new QMenu(window);
  QMenu* file = submenu(main_menu, Actions::tr("&File"), {open, connect_database, open_sample});
  file->insertMenu(open_sample, recent);
  file->addActions(
      {separator(window), reload, stop, resume, separator(window), remove_all, reopen, quit});
  file->insertMenu(stop, ask_every);
  main_menu->addMenu(export_menu);
  submenu(main_menu, Actions::tr("E&dit"),
          {undo, redo, separator(window), find, copy, copy_with_headers, separator(window),
           choose_range, add_filter, clear_filter, clean, zone});
  QMenu* view = submenu(main_menu, Actions::tr("&View"), {back, forward, separator(window)});
  view->addActions({pages.begin(), pages.end()});
  view->addAction(separator(window));
  view->addMenu(views);
  submenu(view, Actions::tr("&Theme"), themes->actions());
  view->addAction(separator(window));
  submenu(view, Actions::tr("Ste&p"), steps->actions());
  view->addActions({compare, columns, separator(window)});
  view->addActions({fold_rail, full_screen, separator(window), follow_files});
  submenu(main_menu, Actions::tr("&Report"), {explain, load_report, settings});
  submenu(main_menu, Actions::tr("&Help"), {guide, about});
}

}  // namespace footfall
