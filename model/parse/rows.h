#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/core/calendar.h"
#include "model/core/decimal.h"
#include "model/report/answer_class.h"
#include "model/report/cleaning.h"
#include "model/report/filter_reason.h"

// Typed rows: what the aggregates add. Views are valid until the aggregate's end_chunk(); 16 bytes
// from the first byte of each may be read.
namespace footfall {

struct VisitRow {
  Instant time;
  std::string_view page;
  std::string_view visitor;
  std::string_view agent;  ///< user agent, where `log`
  bool log = false;        ///< the visitor is the pair of host and user agent
  /// Why the row does not count, whatever the filter says; `end`: it does.
  FilterReason left_out = FilterReason::end;
  RowClass row_class = {};  ///< of logs, where it is asked for (LayoutRequest::row_classes)
};

struct PaymentRow {
  std::string_view event_id;
  std::string_view customer;
  std::int64_t ts = 0;  ///< epoch seconds
  std::string_view event_type;
  Decimal amount;
  std::string_view currency;
};

struct CampaignRow {
  std::string_view campaign;
  std::string_view date;          ///< as written
  std::uint64_t impressions = 0;  ///< <= 10^18, like the other counts
  std::uint64_t clicks = 0;
  Decimal spend;
  std::uint64_t conversions = 0;      ///< whole ones
  std::uint64_t conversion_part = 0;  ///< the rest, in units of 10^-18
};

struct ActivityRow {
  std::string_view id;
  std::string_view user;
  std::string_view type;
  std::optional<Decimal> price;
};

struct RequestRow {
  Instant time;
  std::string_view page;  ///< empty where the request has no target
  std::uint64_t bytes = 0;
  AnswerClass answer = AnswerClass::other;
  FilterReason left_out = FilterReason::end;  ///< as in VisitRow
  RowClass row_class = {};                    ///< as in VisitRow
};

}  // namespace footfall
