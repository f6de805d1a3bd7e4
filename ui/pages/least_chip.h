#pragma once

#include "model/report/campaign_choice.h"
#include "ui/frame/filter_chip.h"
#include "ui/pages/report_page.h"

class QSpinBox;

namespace footfall {

class Popup;

/// How large a campaign has to be to be shown: a chip that says so where it is set, and opens the
/// choice.
class LeastChip : public FilterChip {
  Q_OBJECT
 public:
  static constexpr int kMost = 1'000'000'000;
  explicit LeastChip(QWidget* parent = nullptr);

  void set_least(const CampaignLeast& least);
  [[nodiscard]] const CampaignLeast& least() const { return least_; }

 signals:
  void chosen(const footfall::CampaignLeast& least);

 private:
  void build_popup();
  void choose(const CampaignLeast& least);

  CampaignLeast least_;
  Popup* popup_;
  QSpinBox* impressions_;
  QSpinBox* conversions_;
};

/// "≥ 1,000 impressions · ≥ 5 conversions"; empty where nothing is set.
[[nodiscard]] QString least_words(const CampaignLeast& least);
/// "fewer than 1,000 impressions or 5 conversions"
[[nodiscard]] QString fewer_words(const CampaignLeast& least);

}  // namespace footfall
