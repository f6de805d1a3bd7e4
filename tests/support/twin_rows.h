#pragma once

#include <optional>
#include <string>
#include <utility>

#include "tests/support/twin_number.h"
#include "tests/support/twin_records.h"
#include "tests/support/twin_time.h"

namespace footfall::twin {

struct Visit {
  std::int64_t time = 0;
  std::string page;
  std::pair<std::string, std::string> visitor;  ///< id and nothing; host and agent
};

struct Payment {
  std::string event;
  std::string customer;
  std::int64_t ts = 0;
  std::string type;
  Big amount;  ///< units of 10^-18
  std::string currency;
};

struct CampaignDay {
  std::string campaign;
  std::string date;
  Big impressions;
  Big clicks;
  Big spend;        ///< units of 10^-18
  Big conversions;  ///< in units of 10^-18, like the spend
};

struct Action {
  std::string id;
  std::string user;
  std::string type;
  std::optional<Big> price;  ///< units of 10^-18
};

struct Request {
  std::int64_t time = 0;
  std::string page;
  int answer = 0;  ///< 2 to 5: hundreds of the status; else 0
  Big bytes;
};

/// Why a record is no row; nothing where it is one.
struct Fault {
  std::string reason;
  std::string column;
};

/// A currency without blanks around, in capital letters.
std::string one_spelling(const std::string& currency);

// Each returns the row, or sets `fault`; `rounded` where digits behind the 18th decimal were lost.
std::optional<Visit> visit_of(const Record& record, const Options& options, const Zone& source,
                              Fault& fault);
std::optional<Payment> payment_of(const Record& record, Fault& fault, bool& rounded);
std::optional<CampaignDay> campaign_day_of(const Record& record, Fault& fault, bool& rounded);
std::optional<Request> request_of(const Record& record, const Options& options, const Zone& source,
                                  Fault& fault, bool& rounded);
std::optional<Action> action_of(const Record& record, Fault& fault, bool& rounded);

}  // namespace footfall::twin
