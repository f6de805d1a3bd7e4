#include "ui/frame/field_words.h"

#include <QtGlobal>

namespace footfall {

const FieldWords& field_words(ConditionField field) {
  static constexpr auto words = kind_table<&FieldWords::field, FieldWords>({
      {ConditionField::page, QT_TRANSLATE_NOOP("footfall::FilterBar", "Page"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Page: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 pages"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Without %1 pages"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Page…"),
       QT_TRANSLATE_NOOP("footfall::Words", "page")},
      {ConditionField::customer, QT_TRANSLATE_NOOP("footfall::FilterBar", "Customer"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Customer: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 customers"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Without %1 customers"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Customer…"),
       QT_TRANSLATE_NOOP("footfall::Words", "customer")},
      {ConditionField::campaign, QT_TRANSLATE_NOOP("footfall::FilterBar", "Campaign"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Campaign: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 campaigns"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Without %1 campaigns"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Campaign…"),
       QT_TRANSLATE_NOOP("footfall::Words", "campaign")},
      {ConditionField::user, QT_TRANSLATE_NOOP("footfall::FilterBar", "User"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "User: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 users"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Without %1 users"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "User…"),
       QT_TRANSLATE_NOOP("footfall::Words", "user")},
      {ConditionField::event_type, QT_TRANSLATE_NOOP("footfall::FilterBar", "Event type"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Event type: %1"), nullptr, nullptr,
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Event type…"),
       QT_TRANSLATE_NOOP("footfall::Words", "event type")},
      {ConditionField::currency, QT_TRANSLATE_NOOP("footfall::FilterBar", "Currency"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Currency: %1"), nullptr, nullptr,
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Currency…"),
       QT_TRANSLATE_NOOP("footfall::Words", "currency")},
      {ConditionField::hour_of_day, QT_TRANSLATE_NOOP("footfall::FilterBar", "Hour of day"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Hour %1"), nullptr, nullptr,
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Hour of day…"),
       QT_TRANSLATE_NOOP("footfall::Words", "hour of day")},
      {ConditionField::weekday, QT_TRANSLATE_NOOP("footfall::FilterBar", "Weekday"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Weekday %1"), nullptr, nullptr,
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Weekday…"),
       QT_TRANSLATE_NOOP("footfall::Words", "weekday")},
  });
  return words[field];
}

}  // namespace footfall
