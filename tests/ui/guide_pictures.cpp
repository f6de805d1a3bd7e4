// footfall-guide-pictures: takes the pictures of the user guide anew, of the window with the sample
// data, in English and light. tests/README.md says how.
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "model/report/comparison.h"
#include "ui/application.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/condition_popup.h"
#include "ui/frame/filter_bar.h"
#include "ui/main_window.h"
#include "ui/resource_files.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

constexpr QSize kNarrow(1040, 680);
constexpr QSize kWide(1270, 680);
constexpr int kBar = 40;   // the bar at the top
constexpr int kSide = 48;  // the side, folded
constexpr int kFoot = 33;  // the status line

class Pictures {
 public:
  explicit Pictures(const QString& folder) : folder_(folder) {
    themes_.set_theme(Theme::light);
    window_.show();
    window_.open_files(sample_files());
    settle();
  }

  void take_all() {
    show(kNarrow, Qt::Key_1);
    keep("visitors", whole());

    show(kNarrow, Qt::Key_3);
    keep("campaigns", page());
    show(kNarrow, Qt::Key_5);
    keep("requests", page());

    take_comparison();
    take_filter();
    take_export();

    show(kWide, Qt::Key_1);
    press(Qt::Key_M, Qt::ControlModifier);
    choose_tab("Peaks");
    keep("peaks", page());
  }

 private:
  void take_comparison() {
    Filter week;
    week.from = parse_time_bound("2025-01-13");
    week.to = parse_time_bound("2025-01-20");
    window_.session().set_filter(week);
    window_.session().set_compared_with(ComparedWith{});
    show(kNarrow, Qt::Key_1);
    keep("comparison", whole());
    window_.session().set_compared_with(std::nullopt);
    window_.session().set_filter({});
    settle();
  }

  void take_filter() {
    Filter office;
    for (const char* day : {"Saturday", "Sunday"})
      office.conditions.push_back({ConditionField::weekday, Match::is_not, day});
    window_.session().set_filter(office);
    show(kNarrow, Qt::Key_1);
    press(Qt::Key_L, Qt::ControlModifier);
    for (auto* menu : window_.findChildren<QMenu*>())
      if (menu->isVisible())
        for (QAction* action : menu->actions())
          if (action->text() == "Page…") {
            menu->close();
            action->trigger();
          }
    auto* popup = window_.findChild<ConditionPopup*>();
    for (auto* match : popup->findChildren<QToolButton*>())
      if (match->text() == "begins with") match->click();
    QTest::keyClicks(popup->findChild<QLineEdit*>(), "/products");
    settle();
    for (auto* button : window_.findChildren<BarButton*>())
      if (button->text() == "+ filter") keep("filter", whole(), popup, button);
    popup->close();
    window_.session().set_filter({});
    settle();
  }

  void take_export() {
    show(kNarrow, Qt::Key_1);
    press(Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window_.findChild<ExportDialog*>();
    for (auto* field : dialog->findChildren<QLineEdit*>())
      if (field->text().startsWith('/')) field->setText("/home/ada/reports");
    settle();
    save("export", dialog->grab());
    dialog->close();
  }

  void show(QSize size, Qt::Key page) {
    window_.resize(size);
    press(page, Qt::AltModifier);
  }
  void press(Qt::Key key, Qt::KeyboardModifiers with) {
    window_.activateWindow();
    QTest::keyClick(&window_, key, with);
    settle();
  }
  void choose_tab(const QString& title) {
    for (auto* tabs : window_.findChildren<QTabBar*>())
      for (int i = 0; i < tabs->count() && tabs->isVisible(); ++i)
        if (tabs->tabText(i) == title) tabs->setCurrentIndex(i);
    settle();
  }
  void settle() {
    (void)QTest::qWaitFor(
        [this] { return window_.session().state() == AnalysisSession::State::idle; });
    QTest::qWait(700);
  }

  [[nodiscard]] QRect whole() const { return window_.rect(); }
  [[nodiscard]] QRect page() const { return window_.rect().adjusted(kSide, kBar, 0, -kFoot); }

  /// What the window shows there, with a panel over it.
  /// The panel is drawn below its button, for the screen it opens on may be small.
  void keep(const QString& name, const QRect& part, QWidget* over = nullptr,
            const QWidget* button = nullptr) {
    QPixmap picture = window_.grab();
    if (over) {
      QPainter painter(&picture);
      painter.drawPixmap(button->mapTo(&window_, button->rect().bottomLeft()), over->grab());
    }
    const qreal ratio = picture.devicePixelRatio();
    save(name, picture.copy(QRect(part.topLeft() * ratio, part.size() * ratio)));
  }
  void save(const QString& name, const QPixmap& picture) const {
    if (!picture.save(folder_ + '/' + name + ".png")) qFatal("%s is not written", qPrintable(name));
  }

  QString folder_;
  ThemeKeeper themes_;
  MainWindow window_{file_engine(), themes_};
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  const QTemporaryDir home;
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  footfall::Application application(argc, argv);
  QCoreApplication::setApplicationName("footfall");
  QCoreApplication::setOrganizationName("footfall");
  if (argc != 2) qFatal("footfall-guide-pictures FOLDER");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  footfall::Pictures(QString::fromLocal8Bit(argv[1])).take_all();
}
