#pragma once

#include <QString>
#include <vector>

#include "model/sql/sql_report.h"

namespace footfall {

/// The statements of a report to be read and copied: those that make the report first, each under a
/// comment that says what it is for, one clause a line, what stands in brackets further in.
[[nodiscard]] QString sql_layout(const std::vector<ExplainedStatement>& statements,
                                 SqlEngine engine);

/// One statement laid out; only blanks between words change.
[[nodiscard]] QString laid_out(const QString& statement, SqlEngine engine);

/// Where the quoted text or name ends that begins at `at`; its quotes are doubled inside, or behind
/// a backslash.
[[nodiscard]] qsizetype end_of_quoted(const QString& text, qsizetype at, SqlEngine engine);

}  // namespace footfall
