#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/scratch_text.h"
#include "model/input/chunk.h"
#include "model/parse/access_log_line.h"
#include "model/parse/field.h"
#include "model/parse/json_row.h"
#include "model/parse/log_cleaning.h"
#include "model/parse/log_plan.h"

namespace footfall {

/// What a line turned out to be.
enum class LogLineKind : std::uint8_t { row, malformed, left_out };

/// Reads lines of an access log by its plan: their parts, and the fields of visits. Of one thread.
class LogLineReader {
 public:
  /// `answers`: the fields kLogStatus and kLogBytes are wanted.
  LogLineReader(std::shared_ptr<const LogPlan> plan, bool answers);

  /// Views given out before are dead.
  void begin_chunk(const Chunk& chunk);

  /// Reads a line without line end, behind which 64 bytes may be read. `cut`: the input ends with
  /// it, without a line end. The fields, kLogRow of them, live until begin_chunk().
  [[nodiscard]] LogLineKind read(std::string_view line, bool cut, Field* fields);

  /// The same of a row of JSON: the values at the paths of the format.
  [[nodiscard]] LogLineKind read_members(const Field* values, Field* fields);

  /// The parts of the line read last by read(); not of the usual lines of Combined.
  [[nodiscard]] const LogLine& parts() const { return parts_; }
  [[nodiscard]] const LogPlan& plan() const { return *plan_; }

  /// Reads the parts alone of what is behind `front` of a line, or behind a part of that; `taken`:
  /// how many of its pieces.
  [[nodiscard]] bool read_parts(std::string_view line, const LogFront& front, LogExtent& extent,
                                std::size_t& taken);

  /// Makes the fields of a visit from parts().
  [[nodiscard]] LogLineKind finish(Field* fields);

 private:
  void take_address_for_host(std::string_view line);
  [[nodiscard]] bool read_from(std::string_view line, LogExtent& extent);
  void take_members(const Field* values);
  [[nodiscard]] std::string_view client() const;
  [[nodiscard]] std::string_view without_fraction(std::string_view time);
  void clean(std::string_view method, std::string_view status, std::string_view target,
             Field* fields);
  [[nodiscard]] std::string_view joined(std::string_view a, std::string_view between,
                                        std::string_view b, std::string_view end = {});

  std::shared_ptr<const LogPlan> plan_;
  const LogFormat& format_;
  LogFormat::Way way_;
  bool fast_;  // lines as they come are of Combined, and nothing is left out or rewritten
  bool answers_;
  bool cleans_;
  bool classes_;  // of rows are wanted
  LogCleaner cleaner_;
  LogLine parts_;
  LogNamesPtr names_;
  ScratchText texts_;
  JsonRowParser json_;
  std::string json_line_;
};

/// Whether a client may be one: an address, or a name beside which no address stands.
[[nodiscard]] bool client_fits(std::string_view line, std::string_view client);

}  // namespace footfall
