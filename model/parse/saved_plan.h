#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/time_zone.h"
#include "model/parse/input_layout.h"

// How an input is read, as JSON that people can keep, edit and read other files with.
namespace footfall {

/// The plan of an input: one key a line, ends without a line end. `source_zone`: of times without
/// an offset.
[[nodiscard]] std::string plan_json(const InputLayout& layout, const InputOptions& options,
                                    const TimeZone& source_zone);

/// The source of a role in the words of --map; a column without a name by its number.
[[nodiscard]] std::string source_expression(const RoleFound& role);

/// What a plan says about reading an input.
struct SavedPlan {
  InputOptions options;  ///< `columns` of every report that the plan feeds
  TimeZone source_zone;  ///< UTC where the plan names none
};

/// Reads what plan_json() wrote. `where` is named in the error, ErrorKind::bad_plan.
[[nodiscard]] Result<SavedPlan> read_plan(std::string_view text, const std::string& where);

/// Adds to `options` what the plan says and they do not; sources of other roles than `roles` are
/// left out.
void follow_plan(const SavedPlan& plan, const std::vector<std::string_view>& roles,
                 InputOptions& options);

}  // namespace footfall
