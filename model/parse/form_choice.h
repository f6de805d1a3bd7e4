#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/timestamp.h"
#include "model/input/chunk.h"
#include "model/parse/field.h"
#include "model/parse/input_layout.h"
#include "model/parse/value_forms.h"

// Which forms the values of an input have, as its front shows them.
namespace footfall {

/// A value, and the line that it was first seen in.
struct SeenValue {
  std::string text;
  std::uint64_t line = 0;
};

/// What the sampled values of a column of times look like.
struct TimeTally {
  void add(std::string_view text, std::uint64_t line);

  std::uint64_t values = 0;  ///< that are there
  std::uint64_t digits = 0;  ///< of eight or fourteen digits, a possible date or not
  std::uint64_t possible_digits = 0;
  std::uint64_t unreadable = 0;
  std::uint64_t dates = 0;    ///< without clock, each clear for itself
  std::uint64_t ordered = 0;  ///< 03/04/2026
  std::uint64_t dotted = 0;   ///< 03.04.2026
  std::uint64_t day_numbers = 0;
  std::uint64_t plain_dates = 0;          ///< YYYY-MM-DD
  std::optional<SeenValue> day_first;     ///< takes no other order
  std::optional<SeenValue> month_first;   ///< takes no other order
  std::optional<SeenValue> open;          ///< takes both, and they differ
  std::optional<SeenValue> first_digits;  ///< of eight or fourteen
  std::optional<SeenValue> misfit;        ///< not of eight or fourteen digits, or impossible
  std::optional<SeenValue> first_day_number;
  std::optional<SeenValue> first_date;
  std::uint64_t whole_days = 0;              ///< of the day numbers
  std::optional<SeenValue> first_clockless;  ///< without clock, in a form that the column has
  std::uint64_t far_epochs = 0;              ///< numbers that mean before 1990, or behind the limit
  std::optional<SeenValue> first_far;
  std::uint64_t zoned = 0;            ///< written times with a word for a zone
  std::optional<SeenValue> odd_zone;  ///< what follows a clock and names no one zone
  std::int64_t limit = 0;             ///< from when on times are far: seconds since 1970

 private:
  TimestampParser usual_{TimeZone()};
  std::set<std::string> known_zones_;
  std::string squeezed_;
};

/// Which decimal mark the sampled numbers speak for.
struct MarkTally {
  void add(std::string_view text, bool whole, std::string_view role, std::uint64_t line);

  std::uint64_t points = 0;
  std::uint64_t commas = 0;
  std::optional<SeenValue> open;  ///< takes both, and they differ
  std::string_view open_role;
  std::optional<SeenValue> comma;  ///< speaks for the comma
  std::string_view comma_role;

 private:
  std::string with_point_;
  std::string with_comma_;
};

/// Chooses the forms of one input. Use: sample(), then read_on() while order_to_find(), then
/// choose().
class FormChoice {
 public:
  /// `path` is named in errors. The layout stays as it is until choose().
  FormChoice(const std::string& path, const InputOptions& options, const LayoutRequest& request);

  /// The records of the front behind the header; `is_all`: the input ends with it.
  void sample(const InputLayout& layout, std::string_view front, bool is_all);

  /// A column whose order of day and month no value has settled.
  struct OpenOrder {
    EventType type{};
    std::size_t role = 0;
  };
  [[nodiscard]] std::optional<OpenOrder> order_to_find() const;
  /// Another chunk behind those before, of which that column alone matters; true: it is settled.
  [[nodiscard]] bool read_on(const InputLayout& layout, OpenOrder order, const Chunk& chunk);
  /// There are no more records.
  void read_to_end(OpenOrder order);

  /// Sets the layout's forms; event types that cannot be read are left out, and an error where none
  /// is left or all are required.
  [[nodiscard]] Status choose(InputLayout& layout);

 private:
  struct Tallies {
    std::vector<TimeTally> times;    // by role
    std::vector<std::string> names;  // of their columns
    bool other_days = false;         // the times are not all exactly YYYY-MM-DD
    bool complete = true;            // nothing is behind what was looked at
  };
  void add(EventType type, const InputLayout& layout, const Field* fields, std::size_t line);
  void choose_mark(InputLayout& layout, EventType type) const;
  [[nodiscard]] Result<TimeForm> choose_time(EventType type, std::size_t role, bool day) const;
  [[nodiscard]] Result<TimeForm> choose_order(EventType type, std::size_t role,
                                              const TimeTally& tally) const;
  void note(InputLayout& layout, EventType type, std::size_t role, const TimeForm& form) const;
  [[nodiscard]] Error error_of(ErrorKind kind, EventType type, std::size_t role,
                               const SeenValue& value) const;
  [[nodiscard]] static std::size_t time_role(EventType type);

  const std::string& path_;
  const InputOptions& options_;
  const LayoutRequest& request_;
  ByKind<EventType, Tallies> tallies_;
  /// One decimal mark of all numbers that feed an event type: the same whether other reports are
  /// asked for, too.
  ByKind<EventType, MarkTally> marks_;
};

}  // namespace footfall
