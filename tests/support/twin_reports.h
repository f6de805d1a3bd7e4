#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/twin_rows.h"

namespace footfall::twin {

using Files = std::map<std::string, std::string>;

// The files of each report, from rows that count.
void report_visits(const std::vector<Visit>& visits, const std::string& step, const Zone& zone,
                   Files& files);
void report_payments(const std::vector<Payment>& payments, const Options& options, Result& result);
void report_campaigns(const std::vector<CampaignDay>& days, const Options& options, Files& files);
void report_requests(const std::vector<Request>& requests, const std::string& step,
                     const Zone& zone, Files& files);
void report_actions(const std::vector<Action>& actions, const Options& options, Result& result);

/// A CSV field, quoted where it must be.
std::string csv_field(const std::string& text);
/// A JSON string with its quotes.
std::string json_text(const std::string& text);
/// A CSV decimal as JSON shows it: no trailing zeros, at least one decimal.
std::string json_decimal(const std::string& csv_digits);
/// An object or array over several lines, each element compact.
std::string json_lines(char open, const std::vector<std::string>& elements, char close);

}  // namespace footfall::twin
