#include "ui/frame/filter_words.h"

#include <QLocale>
#include <algorithm>

#include "ui/frame/clean_popup.h"
#include "ui/frame/field_words.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/time_range_popup.h"
#include "ui/style/plain_text.h"

namespace footfall {
namespace {

struct MatchWords {
  Match match{};
  const char* name = nullptr;  // in a choice
  const char* said = nullptr;  // of a field and a value
};
constexpr auto kMatchWords = kind_table<&MatchWords::match, MatchWords>({
    {Match::is, QT_TRANSLATE_NOOP("footfall::FilterBar", "is"), nullptr},
    {Match::is_not, QT_TRANSLATE_NOOP("footfall::FilterBar", "is not"),
     QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 is not %2")},
    {Match::contains, QT_TRANSLATE_NOOP("footfall::FilterBar", "contains"),
     QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 contains %2")},
    {Match::begins, QT_TRANSLATE_NOOP("footfall::FilterBar", "begins with"),
     QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 begins with %2")},
    {Match::like, QT_TRANSLATE_NOOP("footfall::FilterBar", "pattern"),
     QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 is like %2")},
});

constexpr std::size_t kTold = 20;  // of the values of a part
constexpr qsizetype kValueLength = 120;
constexpr std::size_t kListed = 6;  // of them in a line

QString shown_value(const std::string& value) {
  if (value.empty()) return FilterBar::tr("(empty)");
  const QString text = visible_text(value);
  return text.size() > kValueLength ? text.left(kValueLength) + QStringLiteral("…") : text;
}

unsigned index_of(ConditionField field, const std::string& value) {
  unsigned index = 0;
  while (index + 1 < value_count(field) && value_of(field, index) != value) ++index;
  return index;
}

}  // namespace

QString match_words(Match match) { return FilterBar::tr(kMatchWords[match].name); }

QString value_words(ConditionField field, const std::string& value) {
  const auto index = static_cast<int>(index_of(field, value));
  return field == ConditionField::weekday ? QLocale().dayName(index + 1, QLocale::ShortFormat)
                                          : QString::number(index);
}

QString values_words(ConditionField field, const std::vector<std::string>& values) {
  const unsigned count = value_count(field);
  std::vector<bool> in(count);
  for (const std::string& value : values) in[index_of(field, value)] = true;
  if (values.empty()) return FilterBar::tr("none");
  const auto words = [&](unsigned i) { return value_words(field, value_of(field, i % count)); };
  if (values.size() == count) return words(0) + "–" + words(count - 1);
  // Begins behind a gap, so that what goes over midnight or Sunday stays in one piece; then what
  // begins first comes first.
  unsigned begin = 0;
  while (in[begin] && in[(begin + count - 1) % count]) ++begin;
  QStringList runs;
  for (unsigned i = begin; i < begin + count; ++i) {
    if (!in[i % count]) continue;
    const unsigned first = i;
    while (i + 1 < begin + count && in[(i + 1) % count]) ++i;
    runs += i == first       ? words(i)
            : i == first + 1 ? words(first) + ", " + words(i)
                             : words(first) + "–" + words(i);
  }
  return runs.join(", ");
}

QString part_words(const FilterPart& part) {
  const FieldWords& words = field_words(part.field);
  if (value_count(part.field) > 0)
    return FilterBar::tr(words.one).arg(values_words(part.field, part.values));
  if (part.values.size() > 1)
    return FilterBar::tr(part.match == Match::is ? words.several : words.without)
        .arg(QLocale().toString(static_cast<qulonglong>(part.values.size())));
  const QString value = part.values.empty() ? QString() : shown_value(part.values.front());
  if (part.match == Match::is) return FilterBar::tr(words.one).arg(value);
  return FilterBar::tr(kMatchWords[part.match].said).arg(FilterBar::tr(words.name), value);
}

QString part_lines(const FilterPart& part) {
  if (value_count(part.field) > 0 || part.values.size() < 2) return part_words(part);
  QStringList lines{FilterBar::tr(field_words(part.field).name) + QLatin1Char(' ') +
                    match_words(part.match) + QLatin1Char(':')};
  for (std::size_t i = 0; i < part.values.size() && i < kTold; ++i)
    lines += shown_value(part.values[i]);
  if (part.values.size() > kTold)
    lines += FilterBar::tr("and %1 more").arg(part.values.size() - kTold);
  return lines.join(QLatin1Char('\n'));
}

QString part_line(const FilterPart& part) {
  if (value_count(part.field) > 0 || part.values.size() < 2) return part_words(part);
  QStringList names;
  for (std::size_t i = 0; i < part.values.size() && i < kListed; ++i)
    names += shown_value(part.values[i]);
  QString listed = names.join(QStringLiteral(", "));
  if (part.values.size() > kListed)
    listed += FilterBar::tr(" and %1 more").arg(part.values.size() - kListed);
  const FieldWords& words = field_words(part.field);
  return part.match == Match::is
             ? FilterBar::tr(words.one).arg(listed)
             : FilterBar::tr(kMatchWords[part.match].said).arg(FilterBar::tr(words.name), listed);
}

QStringList filter_words(const Filter& filter, EventType events, bool logs) {
  const Filter applied = answered_by(events, filter);
  QStringList words;
  if (applied.from || applied.to) words += range_words(applied);
  for (const FilterPart& part : parts_of(applied)) words += part_line(part);
  if (logs && !applied.cleaning.nothing())
    words += FilterBar::tr("cleaned of %1").arg(cleaning_words(applied.cleaning));
  return words;
}

}  // namespace footfall
