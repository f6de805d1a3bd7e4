#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/core/report_kind.h"
#include "model/report/load_report.h"
#include "model/session/source.h"

// Sentences and figures of the frame, made from the engine's values.
namespace footfall {

/// An error in three parts, each a whole sentence or empty.
struct ErrorWords {
  QString what;
  QString where;   ///< the file's full path or the option
  QString advice;  ///< what to try
};
[[nodiscard]] ErrorWords error_words(const Error& error);
/// The same of a database.
[[nodiscard]] ErrorWords sql_error_words(const SqlError& error);
/// Why a source failed; nothing where it did not.
[[nodiscard]] ErrorWords failure_words(const Source& source);
/// All three in one line.
[[nodiscard]] QString error_sentence(const Error& error);
[[nodiscard]] QString words_sentence(const ErrorWords& words);

/// "Visitors", "Customers", "Campaigns", "Activity"
[[nodiscard]] QString page_name(ReportKind kind);
/// The contract's reason, translated.
[[nodiscard]] QString reason_words(RejectReason reason);
/// Why most rows were rejected, with an example.
[[nodiscard]] QString rejection_words(const LoadReport& load);

/// The beginning of a value of a table or file, to stand between quotation marks.
[[nodiscard]] QString example_text(const std::string& value);

/// The fields that a report does not have, by the options it ignored: "time, page"; empty for none.
[[nodiscard]] QString ignored_words(const std::vector<std::string_view>& filters);

/// The number as tr() takes it to choose between "1 row" and "2 rows".
[[nodiscard]] int plural(std::uint64_t value);
/// 1,204,000
[[nodiscard]] QString whole_number(std::uint64_t value);
/// 950, 10 k, 1.20 M
[[nodiscard]] QString short_count(std::uint64_t value);
/// "less than a second", "3 s", "2 min 5 s"
[[nodiscard]] QString duration_words(double seconds);
/// A moment of this computer's clock, seconds since 1970: "14:32", on another day with the date.
[[nodiscard]] QString moment_words(std::int64_t seconds);
/// "answered 14:03, in 0.4 s"
[[nodiscard]] QString answer_words(const DatabaseAnswer& answer);

[[nodiscard]] QString to_text(const std::string& path_or_id);
[[nodiscard]] std::string to_bytes(const QString& text);
/// The last part of a path, as it is shown.
[[nodiscard]] QString file_name(const std::string& path);
/// A file's name, a table's name.
[[nodiscard]] QString source_name(const Source& source);
/// Where it is: a file's path, a table's URL.
[[nodiscard]] QString source_place(const Source& source);

}  // namespace footfall
