#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "model/pipeline/reading_preview.h"
#include "model/report/reject_summary.h"
#include "model/report/report_set.h"
#include "model/session/source.h"

// Sentences about how files are read.
namespace footfall {

/// "CSV · ; · Windows-1252 · 3 title lines left out"
[[nodiscard]] QString plan_words(const InputLayout& layout);
/// The same of a source, with who said so; empty where it is not known yet.
[[nodiscard]] QString plan_words(const Source& source);
/// Which columns feed which roles, one line a report.
[[nodiscard]] QStringList role_lines(const InputLayout& layout);
/// "date + time | created"
[[nodiscard]] QString source_words(const RoleFound& role);

/// "3 lines with a comma at the end": what stands beside the records of a file, short.
[[nodiscard]] QStringList read_over_words(const RowCounts& rows);
/// The same in sentences, with what was left out and which words stood for missing values.
[[nodiscard]] QStringList passed_over_sentences(const RowCounts& rows);

/// What the way to be read rests on.
[[nodiscard]] QString note_words(const ReadingNote& note);
/// "3 of 20 rows were rejected, …, first in line 7: …"
[[nodiscard]] QString reject_summary_words(const RejectSummary& summary, const LoadReport& load);
[[nodiscard]] QString remark_words(const Remark& remark, ReportKind report);

/// "308 of 308 rows: bad number in spend, such as “12,50”."
[[nodiscard]] QString rejected_words(const RejectedRows& rejected, std::uint64_t rows);
/// What stands on the button of an answer.
[[nodiscard]] QString answer_words(const ReadingAnswer& answer);

/// Of a character: "tab", "blank", or itself.
[[nodiscard]] QString character_words(char character);

}  // namespace footfall
