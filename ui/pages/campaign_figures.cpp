#include "ui/pages/campaign_figures.h"

#include <QCoreApplication>

#include "ui/pages/compared_figures.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct CampaignFigures {
  Q_DECLARE_TR_FUNCTIONS(footfall::CampaignFigures)
};

QString count_text(CountSum value) {
  std::string text;
  append_integer(text, WideInt<3>(static_cast<Int128>(value)));
  return localized_number(text);
}

int form_of(CountSum value) { return value == 1 ? 1 : 2; }

}  // namespace

std::vector<FiguresRow::Figure> campaign_figures(const CampaignRankingReport& now,
                                                 const CampaignRankingReport* before,
                                                 const QString& spend_name) {
  std::string spend;
  append_fixed(spend, now.spend, Decimal::kDigits, 2);
  std::string conversions;
  append_exact(conversions, now.conversions, Decimal::kDigits, 0);
  std::vector<FiguresRow::Figure> shown{
      {localized_number(now.campaigns.size()),
       CampaignFigures::tr("campaigns", nullptr, plural(now.campaigns.size()))},
      {count_text(now.impressions),
       CampaignFigures::tr("impressions", nullptr, form_of(now.impressions))},
      {count_text(now.clicks), CampaignFigures::tr("clicks", nullptr, form_of(now.clicks))},
      {localized_number(spend), spend_name},
      {localized_number(conversions),
       CampaignFigures::tr("conversions", nullptr, conversions == "1" ? 1 : 2)},
  };
  if (before) {
    const auto compare = [&](std::size_t at, const auto& present, const auto& then, QString text) {
      compare_figure(shown[at], exact_number(present), exact_number(then), text);
    };
    std::string spend_before, conversions_before;
    append_fixed(spend_before, before->spend, Decimal::kDigits, 2);
    append_exact(conversions_before, before->conversions, Decimal::kDigits, 0);
    compare(0, now.campaigns.size(), before->campaigns.size(),
            localized_number(before->campaigns.size()));
    compare(1, now.impressions, before->impressions, count_text(before->impressions));
    compare(2, now.clicks, before->clicks, count_text(before->clicks));
    compare(3, now.spend, before->spend, localized_number(spend_before));
    compare(4, now.conversions, before->conversions, localized_number(conversions_before));
  }
  if (now.impressions > 0) {
    const double rate =
        100 * static_cast<double>(now.clicks) / static_cast<double>(now.impressions);
    shown.insert(shown.begin() + 3, {figure_text(rate) + QStringLiteral(" %"),
                                     CampaignFigures::tr("click-through rate")});
    if (before && before->impressions > 0) {
      const double rate_before =
          100 * static_cast<double>(before->clicks) / static_cast<double>(before->impressions);
      shown[3].label = CampaignFigures::tr("%1 · before %2")
                           .arg(shown[3].label, figure_text(rate_before) + QStringLiteral(" %"));
    }
  }
  return shown;
}

}  // namespace footfall
