#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "model/session/database_source.h"
#include "model/session/database_thread.h"
#include "model/session/session_states.h"
#include "model/session/source.h"

namespace footfall {

/// How far a question is; written by its thread, read by the session's timer.
struct DatabaseProgress {
  std::mutex mutex;
  SqlProgress latest;
};

/// The report that a database makes of a table, and what was last asked for it.
struct DatabaseReport {
  std::string id;  ///< of its source
  DatabaseSource source;
  std::unique_ptr<DatabaseThread> thread;
  std::uint64_t generation = 0;  ///< of the latest question: answers to others are late
  QuestionStates state{QuestionState::running};
  bool counted = false;   ///< part of the progress shown, till no question is being answered
  bool behind = false;    ///< its page shows what it showed before, till the first answer is there
  bool unbidden = false;  ///< the latest question was asked on its own
  bool failed_before = false;  ///< and the one before it failed, which holds until an answer
  std::chrono::steady_clock::time_point asked_at;
  std::chrono::steady_clock::time_point ended_at;  ///< the latest question that is over
  ReportOptions options;                           ///< of the latest question
  Filter filter;
  std::shared_ptr<DatabaseProgress> progress = std::make_shared<DatabaseProgress>();

  ReportSetPtr shown;           ///< the last good answer
  ReportOptions shown_options;  ///< of its question
  DatabaseAnswer answered;      ///< the same
  ReportSetPtr whole;  ///< the last one without a filter by name, whose names can be picked
  ReportOptions whole_options;
  DatabaseAnswer whole_answered;
  bool whole_current = false;  ///< it may answer again; not after a reload

  /// What is shown does not answer what was asked.
  [[nodiscard]] bool outdated() const {
    return shown &&
           (state == QuestionState::stopped || state == QuestionState::failed || failed_before);
  }
  /// When it is to be asked again on its own; nothing where it is not: while it is asked, after a
  /// person stopped it, and where a wrong password could lock somebody out.
  [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> due(
      const std::optional<SqlError>& error) const;
};

/// Of all questions counted; those that are over are done whole, so that the sum does not fall.
[[nodiscard]] LoadProgress progress_of(const std::vector<std::unique_ptr<DatabaseReport>>& reports);

/// True where the report cannot tell the filters apart: it has no field for the rest.
[[nodiscard]] bool same_filter(ReportKind kind, const Filter& a, const Filter& b);

/// The same reports as answer to a filter that differs only where they have no field.
[[nodiscard]] ReportSetPtr relabelled(const ReportSetPtr& reports, ReportKind kind,
                                      const Filter& filter);

}  // namespace footfall
