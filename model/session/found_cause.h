#pragma once

#include <cstdint>

#include "model/report/campaign_ranking_report.h"
#include "model/report/peak_cause.h"

namespace footfall {

/// Why a cause is without the visitors, or an answer is none at all.
enum class CauseGap : std::uint8_t {
  none,
  loading,   ///< more is kept once the files are read
  database,  ///< which tells pages of single hours alone, and no dates of campaigns
  failed,
  end
};

/// Campaigns by date, as far as they can be told.
struct FoundDays {
  CampaignDays days;  ///< empty: nothing can be told
  CauseGap gap = CauseGap::none;
};

/// What made a span of time, as far as it can be told.
struct FoundCause {
  PeakCausePtr cause;  ///< null: nothing can be told
  CauseGap gap = CauseGap::none;
};

}  // namespace footfall
