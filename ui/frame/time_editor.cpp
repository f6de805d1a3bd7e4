#include "ui/frame/time_editor.h"

namespace footfall {

QDateTimeEdit* make_time_editor(const QString& accessible_name) {
  auto* edit = new QDateTimeEdit;
  edit->setTimeSpec(Qt::UTC);
  edit->setDisplayFormat("yyyy-MM-dd HH:mm");
  edit->setCalendarPopup(true);
  edit->setDateTimeRange(QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC),
                         QDateTime(QDate(9999, 12, 31), QTime(23, 59), Qt::UTC));
  edit->setAccessibleName(accessible_name);
  return edit;
}

QDateTime civil_moment(std::int64_t civil) { return QDateTime::fromSecsSinceEpoch(civil, Qt::UTC); }

}  // namespace footfall
