#include "ui/pages/row_menu.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "model/core/step.h"
#include "model/report/filter_part.h"
#include "ui/frame/field_words.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/named_column.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct RowMenu {
  Q_DECLARE_TR_FUNCTIONS(footfall::RowMenu)
};

// What more would take a while for every row that is read.
constexpr std::size_t kMostPicked = 1000;
constexpr std::size_t kMostLeftOut = 100;

constexpr std::array<const char*, 7> kOnlyWeekday = {
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Mondays"),
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Tuesdays"),
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Wednesdays"),
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Thursdays"),
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Fridays"),
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Saturdays"),
    QT_TRANSLATE_NOOP("footfall::RowMenu", "Only Sundays"),
};

QAction* add(QMenu& menu, const QString& text, const FilterAsk& ask, const Filter& filter) {
  return menu.addAction(text, &menu, [take = ask.take, filter] { take(filter); });
}

Filter within(Filter filter, const TimeBound& from, std::int64_t seconds) {
  filter.from = filter.to = from;
  filter.to->civil += seconds;
  if (filter.to->instant) *filter.to->instant += seconds;
  return filter;
}

void add_weekday(QMenu& menu, unsigned weekday, const FilterAsk& ask) {
  if (!kConditionFieldTable[ConditionField::weekday].events.contains(ask.events)) return;
  add(menu, RowMenu::tr(kOnlyWeekday[weekday]), ask,
      with_part(
          ask.filter,
          {ConditionField::weekday, Match::is, {value_of(ConditionField::weekday, weekday)}}));
}

std::string cell_of(const Table& table, std::size_t row, std::size_t column) {
  std::string text;
  table.append_cell(text, row, column);
  return text;
}

}  // namespace

std::optional<Filter> without_names(const FilterAsk& ask, const RowNames& named) {
  if (named.names.empty() || named.names.size() > kMostLeftOut) return std::nullopt;
  return without_names(ask.filter, named.field, named.names);
}

RowNames names_of(const Table& table, const std::vector<std::size_t>& rows) {
  RowNames found;
  const auto named = named_column(table);
  if (!named || rows.size() > kMostPicked) return found;
  found.field = named->field;
  const NamedColumn host{named->column, named->field};
  for (const std::size_t row : rows) {
    found.names.push_back(name_in(table, row, *named));
    std::string id = name_in(table, row, host);
    if (id != found.names.back()) found.hosts.push_back(std::move(id));
  }
  for (std::vector<std::string>* names : {&found.names, &found.hosts}) {
    std::ranges::sort(*names);
    names->erase(std::ranges::unique(*names).begin(), names->end());
  }
  return found;
}

void add_name_entries(QMenu& menu, const RowNames& named, const FilterAsk& ask) {
  const auto add_both = [&](const std::vector<std::string>& names, const char* only,
                            const char* only_all, const char* without, const char* without_all) {
    if (names.empty()) return static_cast<QAction*>(nullptr);
    const auto text = [&](const char* single, const char* several) {
      return names.size() == 1 ? RowMenu::tr(single)
                               : RowMenu::tr(several).arg(whole_number(names.size()));
    };
    add(menu, text(only, only_all), ask, with_part(ask.filter, {named.field, Match::is, names}))
        ->setEnabled(names.size() <= kMostPicked);
    const auto left = without_names(ask, {named.field, names, {}});
    QAction* action = add(menu, text(without, without_all), ask, left.value_or(ask.filter));
    action->setEnabled(left.has_value());
    return action;
  };
  const FieldWords& words = field_words(named.field);
  QAction* without = add_both(named.names, words.only_this, words.only_these, words.without_this,
                              words.without_these);
  if (without && ask.by_key) without->setShortcut(Qt::Key_Delete);
  add_both(named.hosts, QT_TRANSLATE_NOOP("footfall::RowMenu", "Only this host"),
           QT_TRANSLATE_NOOP("footfall::RowMenu", "Only these %1 hosts"),
           QT_TRANSLATE_NOOP("footfall::RowMenu", "Without this host"),
           QT_TRANSLATE_NOOP("footfall::RowMenu", "Without these %1 hosts"));
}

void add_hour_entries(QMenu& menu, const TimeBound& hour, const FilterAsk& ask) {
  add(menu, RowMenu::tr("Only this hour"), ask, within(ask.filter, hour, kSecondsPerHour));
  const std::int64_t day = floor_divide(hour.civil, kSecondsPerDay);
  add_week_hour_entries(
      menu, static_cast<unsigned>(weekday_of(static_cast<Day>(day))),
      static_cast<unsigned>((hour.civil - day * kSecondsPerDay) / kSecondsPerHour), ask);
}

void add_week_hour_entries(QMenu& menu, unsigned weekday, unsigned clock, const FilterAsk& ask) {
  add_weekday(menu, weekday, ask);
  const std::string value = value_of(ConditionField::hour_of_day, clock);
  add(menu, RowMenu::tr("Only %1:00 on all days").arg(to_text(value)), ask,
      with_part(ask.filter, {ConditionField::hour_of_day, Match::is, {value}}));
}

void add_day_entries(QMenu& menu, const TimeBound& midnight, const FilterAsk& ask) {
  add(menu, RowMenu::tr("Only this day"), ask, within(ask.filter, midnight, kSecondsPerDay));
  const auto day = static_cast<Day>(floor_divide(midnight.civil, kSecondsPerDay));
  add_weekday(menu, static_cast<unsigned>(weekday_of(day)), ask);
}

void add_week_entries(QMenu& menu, const TimeBound& monday, const FilterAsk& ask) {
  add(menu, RowMenu::tr("Only this week"), ask,
      within(ask.filter, monday, kStepTable[Step::week].seconds));
}

void add_row_entries(QMenu& menu, const Table& table, const std::vector<std::size_t>& rows,
                     const FilterAsk& ask) {
  add_name_entries(menu, names_of(table, rows), ask);
  if (rows.size() != 1) return;
  const auto columns = table.columns();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].kind != ColumnKind::hour && columns[i].kind != ColumnKind::day) continue;
    // What it is compared with is no part of what is shown.
    if (compared_name(columns[i].name).part != ComparedTable::Part::now) continue;
    // Labels are times as the contract writes them.
    auto time = parse_time_bound(cell_of(table, rows.front(), i));
    if (!time) continue;
    if (columns[i].name == kStepTable[Step::hour].name) {
      // Only those of UTC have no offset; it stays the same hour in another zone.
      if (!time->instant) time->instant = time->civil;
      add_hour_entries(menu, *time, ask);
    } else if (columns[i].name == kStepTable[Step::day].name) {
      add_day_entries(menu, *time, ask);
    } else if (columns[i].name == kStepTable[Step::week].name) {
      add_week_entries(menu, *time, ask);
    }
  }
}

}  // namespace footfall
