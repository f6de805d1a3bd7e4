#include "model/aggregate/campaign_filter.h"
#include "model/aggregate/campaign_ranking.h"
#include "model/parse/campaign_reader.h"
#include "model/pipeline/typed_stage.h"

namespace footfall {
namespace {

// Total lines are told by the sums of all rows.
struct EveryRow {
  EveryRow(const ReportOptions& /*options*/, const Filter& /*filter*/) {}
  [[nodiscard]] static constexpr bool keep(const CampaignRow& /*row*/) { return true; }
  [[nodiscard]] static constexpr FilterReason reason(const CampaignRow& /*row*/) { return {}; }
};

}  // namespace

std::unique_ptr<ReportStage> make_campaign_stage(const AnalysisOptions& options) {
  AnalysisOptions by_date = options;
  by_date.run.keep_slices = options.run.keep_slices || CampaignFilter::needs_dates(options.filter);
  return std::make_unique<TypedStage<CampaignReader, EveryRow, CampaignRanking>>(by_date);
}

}  // namespace footfall
