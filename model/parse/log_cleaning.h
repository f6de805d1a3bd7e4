#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/core/hash.h"
#include "model/core/scratch_text.h"
#include "model/parse/log_line.h"
#include "model/parse/log_options.h"
#include "model/report/filter_reason.h"

// Which requests of a log count, and as what page.
namespace footfall {

/// The words by which bots are known, of resources/bots: without case; `|` at an end of a word: no
/// letter stands beside it there; `!` in front: an agent with this word is none, whatever else.
class BotWords {
 public:
  /// The words shipped.
  [[nodiscard]] static const BotWords& shipped();
  explicit BotWords(std::string_view text);

  [[nodiscard]] bool match(std::string_view agent) const;

 private:
  struct Word {
    std::string text;  // in lower case
    bool begins = false;
    bool ends = false;
  };
  std::vector<Word> words_;
  std::vector<Word> others_;
};

/// By the extension of the path: style sheets, scripts, images, fonts, sound and film.
[[nodiscard]] bool is_static_file(std::string_view target);

/// The method of `METHOD target HTTP/x`.
[[nodiscard]] std::string_view request_method(std::string_view request);

/// Follows a LogCleaning; of one thread.
class LogCleaner {
 public:
  explicit LogCleaner(const LogCleaning& rules) : rules_(rules) {}

  /// Why a request does not count; `end`: it does. The page is that of the target as written.
  [[nodiscard]] FilterReason reason(std::string_view method, std::string_view status,
                                    std::string_view target, std::string_view agent);
  /// What the page is called; where the text is a new one, it lies in `texts`.
  [[nodiscard]] std::string_view page(std::string_view target, ScratchText& texts) const;

  /// What cleaning could ask of the request later, whatever the rules.
  [[nodiscard]] RowClass row_class(std::string_view method, std::string_view status,
                                   std::string_view agent);

  [[nodiscard]] bool is_bot(std::string_view agent);

 private:
  [[nodiscard]] bool is_bot_of_late(std::string_view agent);

  LogCleaning rules_;
  // Agents come again and again.
  std::unordered_map<std::string, bool, TextHash, std::equal_to<>> agents_;
  // Those seen lately: made when row classes are asked for.
  struct Agent {
    std::string text;
    bool bot = false;
  };
  std::vector<Agent> of_late_;
};

/// Whether a parameter of a query is one of campaigns and networks, by its name.
[[nodiscard]] bool is_tracking_parameter(std::string_view name);

}  // namespace footfall
