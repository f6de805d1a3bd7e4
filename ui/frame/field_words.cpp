#include "ui/frame/field_words.h"

#include <QtGlobal>

namespace footfall {

const FieldWords& field_words(FilterField field) {
  static constexpr auto words = kind_table<&FieldWords::field, FieldWords>({
      {FilterField::page, QT_TRANSLATE_NOOP("footfall::FilterBar", "Page: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 pages"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Page…"),
       QT_TRANSLATE_NOOP("footfall::Words", "page")},
      {FilterField::customer, QT_TRANSLATE_NOOP("footfall::FilterBar", "Customer: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 customers"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Customer…"),
       QT_TRANSLATE_NOOP("footfall::Words", "customer")},
      {FilterField::campaign, QT_TRANSLATE_NOOP("footfall::FilterBar", "Campaign: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 campaigns"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "Campaign…"),
       QT_TRANSLATE_NOOP("footfall::Words", "campaign")},
      {FilterField::user, QT_TRANSLATE_NOOP("footfall::FilterBar", "User: %1"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "%1 users"),
       QT_TRANSLATE_NOOP("footfall::FilterBar", "User…"),
       QT_TRANSLATE_NOOP("footfall::Words", "user")},
  });
  return words[field];
}

}  // namespace footfall
