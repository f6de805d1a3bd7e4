// footfall-generate: event files of every shape and size for benchmarks, tests and samples. The
// same options give the same bytes on every machine.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "tests/bench/rhythm.h"
#include "tests/bench/shape.h"

namespace footfall::bench {
namespace {

constexpr std::string_view kUsage =
    "usage: footfall-generate SHAPE [options]\n"
    "SHAPE: campaigns | pageviews | pageviews-ndjson | payments | payments-csv | access-log |\n"
    "       activity | activity-csv\n"
    "  --rows N             rows without the header (each shape has its own default)\n"
    "  --output FILE        where to write; standard output by default\n"
    "  --seed N             another file of the same kind (1)\n"
    "  --dirty SHARE        share of rows to be rejected, 0 to 1 (0)\n"
    "  --quoted             CSV: every field in quotes, some with quotes and commas inside\n"
    "  --order time|random  rising times, or mixed (time)\n"
    "  --start YYYY-MM-DD   first day (2025-01-01)\n"
    "  --days N             days covered\n"
    "  --keys N             visitors, customers, campaigns or users\n"
    "  --pages N            different pages\n"
    "  --names              campaigns with speaking names\n";

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

struct Arguments {
  std::string_view shape;
  std::string output;
  Settings settings;
};

template <class Number>
bool parse(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool parse_day(std::string_view text, std::int64_t& day) {
  int year = 0;
  int month = 0;
  int in_month = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!parse(text.substr(0, 4), year) || !parse(text.substr(5, 2), month) ||
      !parse(text.substr(8, 2), in_month))
    return false;
  if (year < 1970 || month < 1 || month > 12 || in_month < 1 || in_month > 31) return false;
  day = day_number(year, month, in_month);
  return true;
}

/// No value where the arguments are wrong.
std::optional<Arguments> read_arguments(int count, char** values) {
  Arguments arguments;
  Settings& settings = arguments.settings;
  settings.first_day = day_number(2025, 1, 1);
  for (int i = 1; i < count; ++i) {
    const std::string_view name = values[i];
    if (name == "--quoted")
      settings.quoted = true;
    else if (name == "--names")
      settings.names = true;
    else if (!name.starts_with("--") && arguments.shape.empty())
      arguments.shape = name;
    else if (i + 1 == count)
      return std::nullopt;
    else {
      const std::string_view value = values[++i];
      bool good = true;
      if (name == "--rows")
        good = parse(value, settings.rows) && settings.rows > 0;
      else if (name == "--seed")
        good = parse(value, settings.seed);
      else if (name == "--dirty")
        good = parse(value, settings.dirty) && settings.dirty >= 0 && settings.dirty <= 1;
      else if (name == "--order") {
        settings.ordered = value == "time";
        good = value == "time" || value == "random";
      } else if (name == "--start")
        good = parse_day(value, settings.first_day);
      else if (name == "--days")
        good = parse(value, settings.days) && settings.days > 0 && settings.days < 20000;
      else if (name == "--keys")
        good = parse(value, settings.keys) && settings.keys > 0;
      else if (name == "--pages")
        good = parse(value, settings.pages) && settings.pages > 0;
      else if (name == "--output")
        arguments.output = value;
      else
        good = false;
      if (!good) return std::nullopt;
    }
  }
  if (arguments.shape.empty()) return std::nullopt;
  return arguments;
}

std::uint64_t default_rows(std::string_view shape) {
  if (shape == "campaigns") return 26'800'000;
  if (shape.starts_with("pageviews")) return 10'000'000;
  return shape.starts_with("activity") ? 1'000'000 : 5'000'000;
}

std::unique_ptr<Shape> make_shape(std::string_view shape, const Settings& settings) {
  if (shape == "campaigns") return make_campaigns(settings);
  if (shape == "pageviews") return make_pageviews(settings, false);
  if (shape == "pageviews-ndjson") return make_pageviews(settings, true);
  if (shape == "payments") return make_payments(settings, true);
  if (shape == "payments-csv") return make_payments(settings, false);
  if (shape == "access-log") return make_access_log(settings);
  if (shape == "activity") return make_activity(settings, true);
  if (shape == "activity-csv") return make_activity(settings, false);
  return nullptr;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool generate(Shape& shape, const Settings& settings, int file) {
  Random random(settings.seed);
  Random dirt(settings.seed ^ 0x5bd1e995);
  std::string buffer;
  buffer.reserve(kBufferBytes + 4096);
  shape.header(buffer);
  for (std::uint64_t i = 0; i < settings.rows; ++i) {
    if (settings.dirty > 0 && dirt.chance(settings.dirty))
      shape.dirty(buffer, dirt);
    else
      shape.row(buffer, i, random);
    if (buffer.size() < kBufferBytes) continue;
    if (!write_all(file, buffer)) return false;
    buffer.clear();
  }
  return write_all(file, buffer);
}

int run(int count, char** values) {
  std::optional<Arguments> arguments = read_arguments(count, values);
  if (!arguments) {
    std::fwrite(kUsage.data(), 1, kUsage.size(), stderr);
    return 2;
  }
  if (arguments->settings.rows == 0) arguments->settings.rows = default_rows(arguments->shape);
  const std::unique_ptr<Shape> shape = make_shape(arguments->shape, arguments->settings);
  if (!shape) {
    std::fwrite(kUsage.data(), 1, kUsage.size(), stderr);
    return 2;
  }
  int file = STDOUT_FILENO;
  if (!arguments->output.empty())
    file = ::open(arguments->output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0 || !generate(*shape, arguments->settings, file) ||
      (!arguments->output.empty() && ::close(file) != 0)) {
    std::fprintf(stderr, "footfall-generate: cannot write %s: %s\n",
                 arguments->output.empty() ? "standard output" : arguments->output.c_str(),
                 std::strerror(errno));
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace footfall::bench

int main(int count, char** values) { return footfall::bench::run(count, values); }
