#pragma once

// What every aggregate offers (a concept by agreement; pipeline/ is written against it):
//
//   class X {
//    public:
//     using Row = ...;                          // typed row, parse/rows.h
//     using Report = ...;                       // report/..._report.h
//     explicit X(const AggregateOptions&);
//
//     void add(const Row&);                     // may only stage: views stay valid until
//     end_chunk() void end_chunk();                         // every staged row is in the state
//
//     void merge(std::vector<X>&& others, const ParallelFor&);   // exact; order does not matter
//     void finish(const ParallelFor&);          // canonical compact form; add() and merge() may
//     follow
//
//     // From a finished state, const and thread-safe: the report as if only matching rows had been
//     // added. Without kept slices the filter must be empty.
//     std::shared_ptr<const Report> report(const ReportOptions&, const Filter&, const ParallelFor&)
//     const; bool can_report(const ReportOptions&, const Filter&) const; std::uint64_t rows(const
//     ReportOptions&, const Filter&, const ParallelFor&) const;   // counted rows that match
//     std::size_t memory() const;
//   };
//
// Where the ParallelFor is stopped, each of these throws Stopped every few thousand keys; a state
// that was changing may only be destroyed then.
// A state belongs to one thread until it is moved away.

#include <stop_token>

#include "model/core/parallel.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// What an aggregate keeps beside what the plain report needs.
struct AggregateOptions {
  ReportOptions report;
  bool keep_slices = false;  ///< keep what report() needs for filters and changed options
  /// Once it is requested add() and end_chunk() may throw Stopped.
  std::stop_token abandoned;
};

}  // namespace footfall
