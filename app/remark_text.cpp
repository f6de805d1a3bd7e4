#include "app/remark_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/error_text.h"
#include "model/report/report_options.h"

namespace footfall {
namespace {

constexpr std::size_t kNamesShown = 8;

std::string in_words(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i)
    text += (i == 0 ? "" : ", ") + quoted_for_message(names[i]);
  if (names.size() > kNamesShown) text += fmt::format(" and {} more", names.size() - kNamesShown);
  return text;
}

}  // namespace

std::string remark_text(const Remark& remark, ReportKind report) {
  switch (remark.kind) {
    case RemarkKind::no_usual_types: {
      std::string words;
      for (const std::string_view word : usual_types(report))
        words += (words.empty() ? "" : " or ") + std::string(word);
      const bool untyped = remark.names == std::vector<std::string>{""};
      const std::string others = remark.names.empty() ? std::string()
                                 : untyped            ? " (they have none)"
                                           : fmt::format(" (there are {})", in_words(remark.names));
      return fmt::format(
          "no event has the type {}{}, so {}; --event-map {}=TYPE says which type means it", words,
          others,
          report == ReportKind::customer_report ? "the average ticket is 0" : "all columns are 0",
          usual_types(report).back());
    }
    case RemarkKind::no_value:
      return report == ReportKind::customer_report
                 ? "the spend of every customer is 0 on every day; where amounts stand in another "
                   "column, --map amount=COLUMN names it"
                 : "the total value of every user is 0, though there are purchases; where prices "
                   "stand in another column, --map price=COLUMN names it";
    case RemarkKind::rewritten_ids:
      return fmt::format(
          "ids such as {} were rewritten by a spreadsheet, which may have made different ids "
          "equal; "
          "export the data again with ids as text",
          in_words(remark.names));
    case RemarkKind::sums_of_others: {
      std::string conditions;
      for (std::size_t i = 0; i < std::min(remark.names.size(), kNamesShown); ++i)
        conditions += " --where " + shell_quoted("campaign is-not " + remark.names[i]);
      return in_words(remark.names) +
             (remark.names.size() == 1
                  ? " counts as a campaign, but each of its figures is the sum of all the others'; "
                    "leave it out where it is a total line:"
                  : " count as campaigns, but each of their figures is the sum of all the others'; "
                    "leave them out where they are total lines:") +
             conditions;
    }
    case RemarkKind::totals_counted:
      return in_words(remark.names) +
             (remark.names.size() == 1
                  ? " counts as a campaign: it is named like a total line, but its figures are not "
                    "the sums of the others; take its line out where it is one"
                  : " count as campaigns: they are named like total lines, but no figures of "
                    "theirs "
                    "are the sums of the others; take their lines out where they are");
  }
  return {};
}

}  // namespace footfall
