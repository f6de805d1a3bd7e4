#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli_options.h"

// The options of footfall-cli, one rule each.
namespace footfall {

/// What is gathered before the report is known.
struct Draft {
  CliOptions options;
  std::vector<std::pair<std::string, std::string>> columns;  ///< --map: role, column
  std::vector<std::string> rates_files;
  std::string plan;  ///< --plan: the file
  bool input_has_dash = false;
  std::optional<DatabaseUrl> target;  ///< --to of load
  std::string sql_where;
  std::string sql_query;
  bool sql_fetch = false;
};

/// A complaint about the value, or nothing.
using Complaint = std::optional<std::string>;
using Setter = Complaint (*)(Draft&, std::string_view value);

struct OptionRule {
  std::string_view name;
  bool takes_value = false;
  ReportKinds concerns;  ///< for the other reports a note says that it does nothing
  Setter set = nullptr;
  bool files_only = false;  ///< refused for a database
  bool idle = false;        ///< with files_only: a note says that it does nothing there
};

[[nodiscard]] std::span<const OptionRule> option_rules();

/// Adds an input; the complaint says what is wrong with its name.
[[nodiscard]] Complaint add_input(Draft& draft, std::string_view value);

}  // namespace footfall
