#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "tests/bench/random.h"

namespace footfall::bench {

/// What is to be generated. Keys, pages and days of 0 mean the shape's own default.
struct Settings {
  std::uint64_t rows = 0;
  std::uint64_t seed = 1;
  double dirty = 0;     ///< share of rows that are to be rejected
  bool quoted = false;  ///< CSV: every field in quotes, some with quotes and commas inside
  bool ordered = true;  ///< rising times; otherwise mixed
  bool names = false;   ///< campaigns: speaking names in place of CMP042
  std::int64_t first_day = 0;
  std::uint64_t days = 0;
  std::uint64_t keys = 0;  ///< visitors, customers, campaigns or users
  std::uint64_t pages = 0;
};

/// One kind of input. Rows follow from the settings and the row's number alone.
class Shape {
 public:
  Shape() = default;
  Shape(const Shape&) = delete;
  Shape& operator=(const Shape&) = delete;
  virtual ~Shape() = default;

  /// What stands before the first row.
  virtual void header(std::string&) const {}
  /// A good row with its line end; `number` counts from 0.
  virtual void row(std::string& out, std::uint64_t number, Random& random) = 0;
  /// A row that the contract rejects, with its line end.
  virtual void dirty(std::string& out, Random& random) = 0;
};

std::unique_ptr<Shape> make_campaigns(const Settings& settings);
std::unique_ptr<Shape> make_pageviews(const Settings& settings, bool ndjson);
std::unique_ptr<Shape> make_payments(const Settings& settings, bool ndjson);
std::unique_ptr<Shape> make_access_log(const Settings& settings);
std::unique_ptr<Shape> make_activity(const Settings& settings, bool ndjson);

/// How far a row is in its file: rising with the number, or anywhere.
inline double part_of(const Settings& settings, std::uint64_t number, Random& random) {
  const double unit = random.unit();
  if (!settings.ordered) return unit;
  return (static_cast<double>(number) + unit) / static_cast<double>(settings.rows);
}

/// 0 <= key < count, small ones more often.
std::uint64_t skewed(std::uint64_t count, Random& random);

}  // namespace footfall::bench
