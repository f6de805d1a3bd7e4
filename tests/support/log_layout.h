#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "model/parse/input_layout.h"
#include "model/parse/log_plan.h"

namespace footfall::testing {

/// The layout of an access log of a known format, or one in a server's notation; nothing is cut or
/// left out.
inline InputLayout log_layout(const std::string& format,
                              std::size_t limit = std::size_t{16} << 20) {
  InputLayout layout;
  layout.format = InputFormat::access_log;
  layout.dialect.record_limit = limit;
  layout.feeds = EventType::visit;
  auto plan = std::make_shared<LogPlan>();
  plan->format = named_log_format(format, {}).value();
  layout.log = std::move(plan);
  return layout;
}

}  // namespace footfall::testing
