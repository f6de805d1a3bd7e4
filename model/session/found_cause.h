#pragma once

#include <cstdint>

#include "model/report/peak_cause.h"

namespace footfall {

/// Why a cause is without the visitors, or is none at all.
enum class CauseGap : std::uint8_t {
  none,
  loading,   ///< visitors are kept once the files are read
  database,  ///< which tells pages of single hours alone
  failed,
  end
};

/// What made a span of time, as far as it can be told.
struct FoundCause {
  PeakCausePtr cause;  ///< null: nothing can be told
  CauseGap gap = CauseGap::none;
};

}  // namespace footfall
