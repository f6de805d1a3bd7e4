#pragma once

#include "model/parse/campaign_rows.h"
#include "model/parse/number_field.h"
#include "model/parse/row_fault.h"
#include "model/parse/row_reader.h"
#include "model/parse/rows.h"

namespace footfall {

/// Fields in the order of the campaign roles: campaign_id, date, impressions, clicks, spend,
/// conversions.
class CampaignReader {
 public:
  using Row = CampaignRow;
  using PlainRows = PlainCampaignRows;

  [[nodiscard]] bool read(const Field* fields, CampaignRow& row, RowFault& fault, bool& rounded) {
    enum : std::size_t { kCampaign, kDate, kImpressions, kClicks, kSpend, kConversions };
    // Presence first, in the order of columns: a value that reads well is present.
    row.campaign = trim_blanks(fields[kCampaign].text);
    // One that cannot be read rejects nothing.
    row.date =
        fields[kDate].kind == FieldKind::wrong_type ? std::string_view() : fields[kDate].text;
    RejectReason reason{};
    std::size_t column = kNoColumn;
    if (!read_count(fields[kImpressions], row.impressions, reason, rounded))
      column = kImpressions;
    else if (!read_count(fields[kClicks], row.clicks, reason, rounded))
      column = kClicks;
    else if (!read_amount(fields[kSpend], row.spend, reason, rounded))
      column = kSpend;
    else if (!read_shares(fields[kConversions], row.conversions, row.conversion_part, reason,
                          rounded))
      column = kConversions;
    const bool id_is_wrong =
        row.campaign.empty() || fields[kCampaign].kind == FieldKind::wrong_type;
    if (column == kNoColumn && !id_is_wrong) [[likely]]
      return true;

    for (std::size_t i : {kCampaign, kImpressions, kClicks, kSpend, kConversions}) {
      if (!value_missing(fields[i])) continue;
      fault = {RejectReason::missing_value, i};
      return false;
    }
    if (fields[kCampaign].kind == FieldKind::wrong_type)
      fault = {RejectReason::wrong_type, kCampaign};
    else
      fault = {reason, column};
    return false;
  }
};
static_assert(RowReader<CampaignReader>);

}  // namespace footfall
