#include "ui/frame/interval_menu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <algorithm>
#include <array>

namespace footfall {
namespace {

struct IntervalMenu {
  Q_DECLARE_TR_FUNCTIONS(footfall::IntervalMenu)
};

struct Interval {
  std::chrono::seconds length;
  const char* choice;
  const char* words;
};
constexpr std::array kIntervals = {
    Interval{std::chrono::seconds(0),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "&Only when I ask"), nullptr},
    Interval{std::chrono::minutes(1), QT_TRANSLATE_NOOP("footfall::IntervalMenu", "Every &minute"),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "asked again every minute")},
    Interval{std::chrono::minutes(5),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "Every &5 minutes"),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "asked again every 5 minutes")},
    Interval{std::chrono::minutes(15),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "Every &15 minutes"),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "asked again every 15 minutes")},
    Interval{std::chrono::hours(1), QT_TRANSLATE_NOOP("footfall::IntervalMenu", "Every &hour"),
             QT_TRANSLATE_NOOP("footfall::IntervalMenu", "asked again every hour")},
};

}  // namespace

void fill_interval_menu(QMenu* menu, std::optional<std::chrono::seconds> now,
                        const std::function<void(std::chrono::seconds)>& choose) {
  menu->clear();
  auto* group = new QActionGroup(menu);
  for (const Interval& interval : kIntervals) {
    QAction* action = menu->addAction(IntervalMenu::tr(interval.choice));
    action->setCheckable(true);
    action->setChecked(now && *now == interval.length);
    action->setEnabled(now.has_value());
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu,
                     [choose, length = interval.length] { choose(length); });
  }
}

QString interval_words(std::chrono::seconds interval) {
  const auto* const found = std::ranges::find(kIntervals, interval, &Interval::length);
  return found == kIntervals.end() || !found->words ? QString() : IntervalMenu::tr(found->words);
}

std::chrono::seconds known_interval(std::chrono::seconds interval) {
  const bool known = std::ranges::find(kIntervals, interval, &Interval::length) != kIntervals.end();
  return known ? interval : std::chrono::seconds(0);
}

}  // namespace footfall
