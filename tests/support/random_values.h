#pragma once

#include <string>
#include <vector>

#include "tests/bench/random.h"

namespace footfall::testing {

using bench::Random;

/// A value before it is written down as CSV or JSON.
struct RandomValue {
  std::string text;
  bool bare = false;  ///< JSON: written as it is, not as a string
  bool absent = false;
};

/// One of few, so that rows meet.
std::string random_choice(Random& random, const std::vector<std::string>& list);

RandomValue random_id(Random& random, bool dirty);
RandomValue random_timestamp(Random& random, bool dirty);
RandomValue random_epoch(Random& random, bool dirty);
RandomValue random_amount(Random& random, bool dirty);
RandomValue random_price(Random& random, bool dirty);
RandomValue random_count(Random& random, bool dirty);
RandomValue random_date(Random& random, bool dirty);
std::string random_log_time(Random& random, bool dirty);
std::string random_request(Random& random, bool dirty);

/// A few bytes of the text changed, dropped, doubled or put in.
void mutate(Random& random, std::string& text);

}  // namespace footfall::testing
