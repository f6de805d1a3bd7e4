#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/aggregate/block.h"
#include "model/aggregate/hour_index.h"
#include "model/aggregate/visitor_set.h"
#include "model/aggregate/visitor_table.h"
#include "model/core/text_interner.h"
#include "model/parse/rows.h"
#include "model/report/hourly_visitors_report.h"

namespace footfall {

/// Exact distinct visitors per (hour, page). See aggregate.h for the concept.
///
/// The classic solution, a dict of dicts of sets filled first and measured with `len` in a second pass,
/// is slow because of container churn: hundreds of thousands of small sets, their allocation, rehashing
/// and destruction. Here pages and visitors are numbered once (visitor_table.h), an hour is a plain
/// vector of 64-bit (page, visitor) pairs that rows are appended to, and the pairs are sorted and made
/// unique hour by hour: 8 bytes a distinct triple, no set, no allocation per row. Where rows repeat,
/// the vectors are made unique while they grow, so memory follows distinct triples, not rows.
class HourlyVisitors {
 public:
  using Row = VisitRow;
  using Report = HourlyVisitorsReport;
  static constexpr ReportKind kKind = ReportKind::hourly_visitors;

  explicit HourlyVisitors(const AggregateOptions& options);

  void add(const VisitRow& row) {
    Staged& staged = row.log ? log_rows_ : rows_;
    staged.hours.push_back(hours_.number_of(row.time));
    staged.pages.push_back(row.page);
    staged.visitors.push_back(row.visitor);
    if (row.log) staged.agents.push_back(row.agent);
    if (staged.hours.size() == kStaged) spread(staged);
  }
  void end_chunk();

  void merge(std::vector<HourlyVisitors>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options, const Filter& filter,
                                                     const ParallelFor& parallel) const;
  [[nodiscard]] bool can_report(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::size_t memory() const;
  /// Distinct (hour, page, visitor) triples; of a finished state.
  [[nodiscard]] std::uint64_t triples() const { return triples_; }

 private:
  static constexpr std::size_t kStaged = 512;

  using Pair = std::uint64_t;  // page << 32 | visitor
  struct PageCount {
    TextId page = 0;
    std::uint64_t count = 0;
  };
  struct Bucket {
    std::vector<Block<Pair>> fresh;   // as rows came; blocks, so that growing and merging copy nothing
    std::vector<Pair> pairs;          // ascending, distinct; without `fresh` all there is
    std::vector<PageCount> repeats;   // rows dropped as repeats, by page; only where slices are kept
    std::vector<HourlyVisitorsReport::Cell> cells;  // made by finish(), by page
    std::uint64_t pageviews = 0;
    std::uint64_t visitors = 0;       // distinct over all pages; made by finish()
  };
  // Rows on their way to the visitor table; the views end with the chunk.
  struct Staged {
    std::vector<std::uint32_t> hours;
    std::vector<std::string_view> pages;
    std::vector<std::string_view> visitors;
    std::vector<std::string_view> agents;  // of access logs
  };

  void spread(Staged& staged);
  void number_waiting();
  // `cell` is the hour's number << 32 | page.
  void append(std::uint64_t cell, VisitorId visitor) {
    Bucket& bucket = buckets_[cell >> 32];
    if (bucket.fresh.empty() || bucket.fresh.back().room() == 0) [[unlikely]] add_block(bucket);
    Block<Pair>& block = bucket.fresh.back();
    *block.end() = cell << 32 | visitor;
    ++block.used;
    ++bucket.pageviews;
  }
  static void add_block(Bucket& bucket);
  static std::size_t fresh_pairs(const Bucket& bucket);
  void compact_if_it_pays();
  void make_unique(Bucket& bucket, std::vector<Pair>& scratch) const;
  static void add_counts(std::vector<PageCount>& counts, const std::vector<PageCount>& more);
  static void renumber(std::vector<PageCount>& counts, const std::vector<TextId>& new_pages);
  void finish_bucket(Bucket& bucket, const std::vector<TextId>& new_pages, std::vector<Pair>& scratch, VisitorSet& seen) const;
  struct Slice;
  [[nodiscard]] std::vector<Slice> slices_of(const ReportOptions& options, const Filter& filter) const;

  AggregateOptions options_;
  HourIndex hours_;
  TextInterner pages_;
  VisitorTable visitors_;
  std::vector<Bucket> buckets_;  // by hour number
  std::uint64_t appended_ = 0;   // pairs in all buckets, since the last compaction
  std::uint64_t next_check_;
  std::uint64_t triples_ = 0;
  std::uint64_t unique_visitors_ = 0;
  std::shared_ptr<const TextPool> published_pages_;  // in byte order, made by finish()

  Staged rows_;
  Staged log_rows_;
};

}  // namespace footfall
