#pragma once

#include <string_view>

#include "model/report/cleaning.h"

namespace footfall {

/// What the parts of logs and the forms of pages are called on the command line, in plans and in
/// kept views.
struct LogPartFacts {
  LogPart part{};
  std::string_view name;
};
inline constexpr auto kLogPartTable = kind_table<&LogPartFacts::part, LogPartFacts>({
    {LogPart::bots, "bots"},
    {LogPart::static_files, "static"},
    {LogPart::errors, "errors"},
    {LogPart::redirects, "redirects"},
    {LogPart::methods, "methods"},
});

struct PageFormFacts {
  PageForm form{};
  std::string_view name;
};
inline constexpr PageFormFacts kPageFormTable[] = {
    {PageForm::whole, "whole"},
    {PageForm::path, "path"},
    {PageForm::without_tracking, "without-tracking"},
};
constexpr std::string_view name_of(PageForm form) {
  return kPageFormTable[static_cast<std::size_t>(form)].name;
}

}  // namespace footfall
