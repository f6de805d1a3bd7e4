#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace footfall::bench {

/// `count` different page paths of a shop, the most visited first.
std::vector<std::string> page_names(std::uint64_t count);

/// `count` different campaign names, `CMP001` or like `spring-sale-search`.
std::vector<std::string> campaign_names(std::uint64_t count, bool speaking);

}  // namespace footfall::bench
