#include "ui/frame/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "ui/frame/link_label.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kSteps = 1000;

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QWidget(parent) {
  rows_ = new LinkLabel;
  connect(rows_, &QLabel::linkActivated, this, &StatusLine::rejects_requested);
  zone_ = plain_label();
  rate_ = plain_label();
  bar_ = new QProgressBar;
  bar_->setRange(0, kSteps);
  bar_->setTextVisible(false);
  bar_->setFixedSize(160, 8);
  bar_->setAccessibleName(tr("Loading"));
  stop_ = new QToolButton;
  stop_->setIcon(icon("close"));
  stop_->setIconSize({14, 14});
  stop_->setAutoRaise(true);
  stop_->setFixedSize(24, 24);
  stop_->setToolTip(tr("Stop loading; what was counted stays (Esc)"));
  stop_->setAccessibleName(tr("Stop loading"));
  connect(stop_, &QToolButton::clicked, this, &StatusLine::stop_requested);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 2, 8, 2);
  row->setSpacing(8);
  row->addWidget(rows_);
  row->addSpacing(-4);
  row->addWidget(zone_);
  row->addStretch(1);
  row->addWidget(bar_);
  row->addWidget(rate_);
  row->addWidget(stop_);
  setMinimumHeight(28);
  show_progress({}, false, false);
}

void StatusLine::show_report(const ReportSetPtr& reports, ReportKind kind, const QString& zone,
                             bool slicing, bool old, const std::optional<DatabaseAnswer>& answered,
                             bool followed) {
  if (!reports || !reports->has(kind)) {
    set_html(*rows_, tr("No rows"));
    zone_->clear();
    return;
  }
  const RowCounts& rows = reports->load_of(kind).rows;
  QString text = rows.filtered() > 0
                     ? tr("%1 of %2 rows", nullptr, plural(rows.read()))
                           .arg(whole_number(rows.counted), whole_number(rows.read()))
                     : tr("%1 rows", nullptr, plural(rows.read())).arg(whole_number(rows.read()));
  if (reports->partial) text += tr(" so far");
  const std::uint64_t rejected = rows.rejected();
  text += rejected > 0 ? QString(" · <a href=\"rejects\">%1</a>")
                             .arg(tr("%1 rejected").arg(whole_number(rejected)))
                       : tr(" · none rejected");
  set_html(*rows_, text);
  rows_->setToolTip(
      tr("%1 rows read = %2 counted + %3 rejected + %4 filtered", nullptr, plural(rows.read()))
          .arg(whole_number(rows.read()), whole_number(rows.counted), whole_number(rejected),
               whole_number(rows.filtered())));
  QString right;
  if (kEventTypeTable[events_of(kind)].hourly) {
    const bool hours =
        reports->tables(kind).front()->columns().front().name == kStepTable[Step::hour].name;
    right = (hours ? tr("· hours in %1") : tr("· days in %1")).arg(zone);
  }
  if (kEventTypeTable[events_of(kind)].utc) right = tr("· days in UTC");
  const QString ignored = ignored_words(reports->load_of(kind).ignored_filters);
  if (!ignored.isEmpty()) right += tr(" · not filtered by %1").arg(ignored);
  if (followed) right += tr(" · following");
  if (old)
    right += answered ? tr(" · old: of %1, not answered since").arg(moment_words(answered->at))
                      : tr(" · old");
  else if (answered)
    right += " · " + answer_words(*answered);
  if (slicing) right += tr(" · updating…");
  zone_->setText(right.trimmed());
}

void StatusLine::show_no_report() {
  rows_->clear();
  rows_->setToolTip({});
  zone_->clear();
}

void StatusLine::show_progress(const LoadProgress& progress, bool loading, bool stopping) {
  bar_->setVisible(loading);
  rate_->setVisible(loading);
  stop_->setVisible(loading);
  if (!loading) return;
  const double fraction = progress.fraction();
  bar_->setRange(0, progress.known() ? kSteps : 0);
  bar_->setValue(static_cast<int>(fraction * kSteps));
  stop_->setEnabled(!stopping);
  if (stopping) {
    rate_->setText(tr("stopping…"));
    return;
  }
  rate_->setText(progress_words(progress));
}

QString StatusLine::progress_words(const LoadProgress& progress) {
  if (progress.seconds > 0) {
    QString text =
        progress.rows_total > 0
            ? tr("%1 of %2 rows", nullptr, plural(progress.rows_total))
                  .arg(short_count(progress.rows), short_count(progress.rows_total))
        : progress.rows > 0
            ? tr("%1 rows", nullptr, plural(progress.rows)).arg(short_count(progress.rows))
            : tr("the database works");
    if (progress.steps > 1) text += tr(" · step %1 of %2").arg(progress.step).arg(progress.steps);
    return text + tr(" · for %1").arg(duration_words(progress.seconds));
  }
  QString text = tr("%1 %").arg(static_cast<int>(progress.fraction() * 100));
  if (progress.rows_per_second > 0)
    text +=
        tr(" · %1 rows/s").arg(short_count(static_cast<std::uint64_t>(progress.rows_per_second)));
  if (progress.seconds_left) text += tr(" · %1 left").arg(duration_words(*progress.seconds_left));
  return text;
}

QString StatusLine::text() const {
  return rows_->text() + " " + zone_->text() + " " + rate_->text();
}

}  // namespace footfall
