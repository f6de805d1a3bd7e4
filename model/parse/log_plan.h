#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/parse/log_choice.h"
#include "model/parse/log_options.h"
#include "model/parse/log_prefix.h"

// How the lines of one access log are read.
namespace footfall {

/// The part of a line that says whether it belongs to what is left out.
[[nodiscard]] LogField told_by(LogPart part);

class LogPlan {
 public:
  LogFormatPtr format;
  LogClient client = LogClient::connection;  ///< never detect
  LogCleaning cleaning;
  bool row_classes = false;  ///< LayoutRequest::row_classes
  LogPrefixes prefixes;
  std::string wrapper;
  /// A last line without end must have: nothing more, status and bytes, every part.
  enum class Tail : std::uint8_t { request, answer, whole };
  Tail tail = Tail::request;
  std::shared_ptr<LogNamesByPlace> names = std::make_shared<LogNamesByPlace>();

  // Of the sampled lines that it reads.
  std::size_t sampled = 0;
  std::array<std::size_t, kKinds<LogPart>> parts{};  ///< that each would leave out
  std::array<std::size_t, kKinds<LogPart>> told{};   ///< that say whether they belong to it
  std::array<std::vector<std::string>, 5> examples;  ///< times, pages, visitors, statuses, bytes
  std::string forwarded;                             ///< an address that is not the connection's
  /// All connections are private, or of fewer addresses than there are others, such as the first,
  /// and an address like the second stands in most lines where the format has no part for it;
  /// empty: it is not so.
  std::string connection, beside;
  bool all_private = false;  ///< the former
  std::shared_ptr<const LogChoice> choice;
};

/// The plan of the best format. Error: bad_option.
[[nodiscard]] Result<std::shared_ptr<const LogPlan>> make_log_plan(const InputHead& head);

}  // namespace footfall
