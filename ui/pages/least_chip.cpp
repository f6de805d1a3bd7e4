#include "ui/pages/least_chip.h"

#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>

#include "ui/frame/bar_button.h"
#include "ui/frame/popup.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

QSpinBox* least_box(const QString& name) {
  auto* box = new QSpinBox;
  box->setRange(0, LeastChip::kMost);
  box->setSpecialValueText(LeastChip::tr("off"));
  box->setGroupSeparatorShown(true);
  box->setKeyboardTracking(false);
  box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  box->setAccessibleName(name);
  return box;
}

}  // namespace

QString least_words(const CampaignLeast& least) {
  QStringList words;
  if (least.impressions > 0)
    words << LeastChip::tr("≥ %1 impressions").arg(whole_number(least.impressions));
  if (least.conversions > 0)
    words << LeastChip::tr("≥ %1 conversions").arg(whole_number(least.conversions));
  return words.join(QStringLiteral(" · "));
}

QString fewer_words(const CampaignLeast& least) {
  const QString impressions = whole_number(least.impressions),
                conversions = whole_number(least.conversions);
  return least.conversions == 0   ? LeastChip::tr("fewer than %1 impressions").arg(impressions)
         : least.impressions == 0 ? LeastChip::tr("fewer than %1 conversions").arg(conversions)
                                  : LeastChip::tr("fewer than %1 impressions or %2 conversions")
                                        .arg(impressions, conversions);
}

LeastChip::LeastChip(QWidget* parent)
    : FilterChip({}, tr("Show campaigns of any size"), parent),
      popup_(new Popup(this)),
      impressions_(least_box(tr("Least number of impressions"))),
      conversions_(least_box(tr("Least number of conversions"))) {
  build_popup();
  open_button()->set_arrow(true);
  connect(open_button(), &QToolButton::clicked, this, [this] {
    popup_->open_below(open_button());
    impressions_->setFocus();
    impressions_->selectAll();
  });
  connect(clear_button(), &QToolButton::clicked, this, [this] { choose({}); });
  for (QSpinBox* box : {impressions_, conversions_})
    connect(box, &QSpinBox::valueChanged, this, [this] {
      choose({static_cast<std::uint64_t>(impressions_->value()),
              static_cast<std::uint64_t>(conversions_->value())});
    });
  set_least({});
}

void LeastChip::build_popup() {
  popup_->setAccessibleName(tr("Least size of campaigns"));
  auto* form = new QFormLayout(popup_);
  form->setContentsMargins(16, 12, 16, 12);
  form->setSpacing(8);
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* words = plain_label(tr("Show only campaigns with at least"));
  form->addRow(words);
  form->addRow(tr("impressions"), impressions_);
  form->addRow(tr("conversions"), conversions_);
}

void LeastChip::choose(const CampaignLeast& least) {
  if (least == least_) return;
  set_least(least);
  emit chosen(least);
}

void LeastChip::set_least(const CampaignLeast& least) {
  least_ = least;
  const QSignalBlocker first(impressions_), second(conversions_);
  impressions_->setValue(static_cast<int>(least.impressions));
  conversions_->setValue(static_cast<int>(least.conversions));
  const bool on = !least.none();
  set_look(on ? Look::active : Look::plain);
  clear_button()->setVisible(on);
  show_text(on ? least_words(least) : tr("At least"),
            tr("Leave campaigns with few impressions or conversions out of charts, rankings and "
               "tables"),
            {});
}

}  // namespace footfall
