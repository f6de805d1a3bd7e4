#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/aggregate/block.h"
#include "model/aggregate/hour_index.h"
#include "model/aggregate/page_variants.h"
#include "model/aggregate/visitor_set.h"
#include "model/aggregate/visitor_table.h"
#include "model/core/text_interner.h"
#include "model/parse/rows.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/page_totals.h"
#include "model/report/peak_cause.h"

namespace footfall {

class PageChoice;

/// Exact distinct visitors per (hour, page). See aggregate.h for the concept.
///
/// The classic solution, a dict of dicts of sets filled first and measured with `len` in a second
/// pass, is slow because of container churn: hundreds of thousands of small sets, their allocation,
/// rehashing and destruction. Here pages and visitors are numbered once (visitor_table.h), an hour
/// is a plain vector of 64-bit (page, visitor) pairs that rows are appended to, and the pairs are
/// sorted by page and made unique by a bitmap, hour by hour: 8 bytes a distinct triple, no set, no
/// allocation per row. Where rows repeat, the vectors are made unique while they grow, so memory
/// follows distinct triples, not rows.
///
/// Days and weeks are made of finished hours: their visitors are counted again from the pairs.
///
/// Where slices are kept, rows that cleaning may leave out later stand apart (page_variants.h), in
/// buckets of their own: a triple is there once for each class that its rows have.
class HourlyVisitors {
 public:
  using Row = VisitRow;
  using Report = HourlyVisitorsReport;
  static constexpr ReportKind kKind = ReportKind::hourly_visitors;

  explicit HourlyVisitors(const AggregateOptions& options);

  void add(const VisitRow& row) {
    Staged& staged = row.log ? log_rows_ : rows_;
    const std::size_t at = staged.count++;
    staged.hours[at] = hours_.number_of(row.time);
    staged.pages[at] = row.page;
    staged.visitors[at] = row.visitor;
    staged.classes[at] = row.row_class;
    if (row.log) staged.agents[at] = row.agent;
    if (staged.count == kStaged) spread(staged);
  }
  void end_chunk();

  void merge(std::vector<HourlyVisitors>&& others, const ParallelFor& parallel);
  void finish(const ParallelFor& parallel);

  [[nodiscard]] std::shared_ptr<const Report> report(const ReportOptions& options,
                                                     const Filter& filter,
                                                     const ParallelFor& parallel) const;
  [[nodiscard]] bool can_report(const ReportOptions& options, const Filter& filter) const;
  [[nodiscard]] std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                                   const ParallelFor& parallel = run_in_sequence) const;
  [[nodiscard]] std::size_t memory() const;
  /// What cleanings could leave of the rows, where slices are kept.
  [[nodiscard]] CleaningCounts cleaning_counts(const ParallelFor& parallel) const;
  /// What made spans of time in the report of a filter, where slices are kept; in their order.
  [[nodiscard]] PeakCauses peak_causes(const ReportOptions& options, const Filter& filter,
                                       std::span<const TimeSpan> spans,
                                       const ParallelFor& parallel) const;
  /// The pages of the report of a filter over its whole time, where slices are kept.
  [[nodiscard]] PageTotalsPtr page_totals(const ReportOptions& options, const Filter& filter,
                                          const ParallelFor& parallel) const;

 private:
  static constexpr std::size_t kStaged = 128;

  // A page here is a page, or a variant of one: which of them is a matter of the bucket.
  using Pair = std::uint64_t;  // page << 32 | visitor
  static constexpr unsigned kPageBit = 32;
  static constexpr Pair kOtherPage = Pair{PageVariants::kOther} << kPageBit;
  struct PageCount {
    TextId page = 0;
    std::uint64_t count = 0;
  };
  // Of a page, whose visitor is 0, or where visits are kept of a page and a visitor.
  struct PairCount {
    Pair pair = 0;
    std::uint64_t count = 0;
  };
  struct Bucket {
    std::vector<Block<Pair>>
        fresh;                // as rows came; blocks, so that growing and merging copy nothing
    std::vector<Pair> pairs;  // ascending pages, distinct; without `fresh` all there is
    std::vector<PairCount> repeats;  // rows dropped as repeats, by pair; only where slices are kept
    std::vector<HourlyVisitorsReport::Cell> cells;  // of `pairs`, by page
    std::uint64_t pageviews = 0;
    std::uint64_t visitors = 0;  // of `pairs`, distinct over all pages
  };
  // Of a bucket of variants `visitors` are those that the hour's usual rows have not.
  struct VariantBucket : Bucket {
    // By page: visitors that stand in several of its variants, or in one and the page itself.
    std::vector<PageCount> repeated;
  };
  // Rows on their way to the visitor table; the views end with the chunk.
  struct Staged {
    std::size_t count = 0;
    std::array<std::uint32_t, kStaged> hours;
    std::array<std::string_view, kStaged> pages;
    std::array<std::string_view, kStaged> visitors;
    std::array<std::string_view, kStaged> agents;  // of access logs
    std::array<RowClass, kStaged> classes;
  };
  // The free end of a bucket's last block, apart from the rest so that all of them stay near. A
  // copy of a state has blocks of its own and begins a new one.
  struct Cursor {
    Pair* next = nullptr;
    Pair* end = nullptr;
    Cursor() = default;
    Cursor(const Cursor&) {}
    Cursor(Cursor&&) = default;
    Cursor& operator=(const Cursor&) { return *this = Cursor(); }
    Cursor& operator=(Cursor&&) = default;
    ~Cursor() = default;
  };

  void spread(Staged& staged);
  void number_waiting(StopCheck check);
  static constexpr std::uint64_t kOtherCell = std::uint64_t{1} << 63;
  // Of a page, or a variant.
  static std::uint64_t cell_of(std::uint32_t hour, PageVariants::Id id) {
    return std::uint64_t{hour | (id & PageVariants::kOther)} << 32 | (id & ~PageVariants::kOther);
  }
  // `cell` is the hour's number << 32 | page; kOtherCell: of a variant.
  void append(std::uint64_t cell, VisitorId visitor) {
    if ((cell & kOtherCell) != 0) [[unlikely]]
      return append_other(cell & ~kOtherCell, visitor);
    Cursor& cursor = cursors_[cell >> 32];
    if (cursor.next == cursor.end) [[unlikely]]
      add_block(buckets_[cell >> 32], cursor);
    *cursor.next++ = cell << 32 | visitor;
  }
  [[gnu::noinline]] void append_other(std::uint64_t cell, VisitorId visitor);
  static void add_block(Bucket& bucket, Cursor& cursor);
  // Brings a bucket's books up to its cursor.
  static void settle(Bucket& bucket, const Cursor& cursor);
  void settle();
  static std::size_t fresh_pairs(const Bucket& bucket);
  static void take_pairs(const Bucket& bucket, std::vector<Pair>& pairs);
  void compact_if_it_pays();
  // Takes over what another state holds, whose pages, or variants, have the numbers `ids` here. A
  // block's pairs of variants are counted.
  std::size_t take_block(std::uint32_t hour, Block<Pair> block,
                         const std::vector<PageVariants::Id>& ids,
                         const VisitorTable::Mapping& visitors);
  void take_bucket(std::uint32_t hour, Bucket& theirs, const std::vector<PageVariants::Id>& ids,
                   const VisitorTable::Mapping& visitors, StopCheck& check);
  // What one thread needs to make buckets unique.
  struct Workspace {
    Workspace(std::size_t visitors, StopCheck stop_check)
        : of_page(visitors), of_hour(visitors), check(std::move(stop_check)) {}
    std::vector<Pair> scratch;
    std::vector<Pair> repeated;  // of a page
    VisitorSet of_page;
    VisitorSet of_hour;
    StopCheck check;
  };
  void gather_by_page(Bucket& bucket, Workspace& space) const;
  // Visitors stay in `of_hour`.
  void make_unique(Bucket& bucket, const VisitorTable::Dense& dense, Workspace& space) const;
  static void clear_hour(std::initializer_list<const Bucket*> buckets,
                         const VisitorTable::Dense& dense, Workspace& space);
  void count_repeated(const Bucket& usual, VariantBucket& others, Workspace& space) const;
  static void count_visits(std::vector<Pair>& repeated, std::vector<PairCount>& counts);
  static void add_counts(std::vector<PairCount>& counts, const std::vector<PairCount>& more);
  // The numbers of pages, and where they are given of visitors.
  static void renumber(std::vector<PairCount>& counts, const std::vector<TextId>& new_pages,
                       const VisitorTable::Mapping* visitors);
  void finish_bucket(Bucket& bucket, const std::vector<TextId>& new_pages, Workspace& space) const;
  [[nodiscard]] const VariantBucket* others_of(std::size_t hour) const {
    return other_buckets_.empty() || other_buckets_[hour].pageviews == 0 ? nullptr
                                                                         : &other_buckets_[hour];
  }
  // Tells what the hour's cells hold: show(id, pairs of distinct visitors, what was repeated).
  template <class Show>
  void for_each_cell(std::size_t hour, const Show& show) const;
  struct Slice;
  class CauseFinder;
  class PageCounter;
  [[nodiscard]] std::vector<HourlyVisitorsReport::Cell> whole_cells(std::size_t hour) const;
  // The visitors that a filter keeps, by their dense numbers; nothing: all of them.
  [[nodiscard]] std::optional<VisitorSet> visitors_kept(const Filter& filter,
                                                        const ParallelFor& parallel) const;
  // `whole`: hours of which everything is chosen come without runs.
  [[nodiscard]] std::vector<Slice> slices_of(const ReportOptions& options, const Filter& filter,
                                             const PageChoice& choice,
                                             const std::optional<VisitorSet>& kept, bool whole,
                                             const ParallelFor& parallel) const;
  // The hours of each day or week as one slice, its runs in no order.
  [[nodiscard]] static std::vector<Slice> joined(std::vector<Slice> hours,
                                                 const ReportOptions& options);
  // Finished hours keep their pairs: filters, or days and weeks, are counted from these.
  [[nodiscard]] bool keeps_pairs() const {
    return options_.keep_slices || options_.report.step != Step::hour;
  }
  [[nodiscard]] PageChoice choice_of(const ReportOptions& options, const Filter& filter,
                                     StopCheck check) const;

  AggregateOptions options_;
  HourIndex hours_;
  TextInterner pages_;
  PageVariants variants_;
  VisitorTable visitors_;
  VisitorTable::Dense dense_;    // of a finished state
  std::vector<Bucket> buckets_;  // by hour number
  std::vector<Cursor> cursors_;  // by hour number
  // Of variants; empty where there are none.
  std::vector<VariantBucket> other_buckets_;
  std::vector<Cursor> other_cursors_;
  std::uint64_t appended_ = 0;  // pairs in all buckets, since the last compaction
  std::uint64_t next_check_;
  std::shared_ptr<const TextPool> published_pages_;  // in byte order, made by finish()

  Staged rows_;
  Staged log_rows_;
};

static_assert(Aggregate<HourlyVisitors>);

}  // namespace footfall
