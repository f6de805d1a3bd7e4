#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/aggregate/aggregate.h"
#include "model/aggregate/answer_counts.h"
#include "model/aggregate/hour_index.h"
#include "model/aggregate/page_variants.h"
#include "model/core/flat_index.h"
#include "model/core/text_interner.h"
#include "model/parse/rows.h"
#include "model/report/requests_report.h"

namespace footfall {

class PageChoice;

/// Requests by hour and by page; where slices are kept, by pairs of both. See aggregate.h for the
/// concept. Memory follows the number of distinct pages (and hours of each): 32 bytes each and
/// their names; 72 to 104 for a pair, of which there is one more where rows of the page and hour
/// may be left out later (page_variants.h).
class Requests {
 public:
  using Row = RequestRow;
  using Report = RequestsReport;
  static constexpr ReportKind kKind = ReportKind::requests;

  explicit Requests(const AggregateOptions& options)
      : options_(options), hours_(options.report.zone) {}

  void add(const RequestRow& row) {
    const std::size_t at = staged_.count++;
    staged_.hours[at] = hours_.number_of(row.time);
    staged_.pages[at] = row.page;
    staged_.bytes[at] = row.bytes;
    staged_.answers[at] = row.answer;
    staged_.classes[at] = row.row_class;
    if (staged_.count == kStaged) count_staged();
  }
  void end_chunk() { count_staged(); }

  void merge(std::vector<Requests>&& others, const ParallelFor& parallel);
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

 private:
  static constexpr std::size_t kStaged = 128;
  // Rows on their way into the sums; the views end with the chunk.
  struct Staged {
    std::size_t count = 0;
    std::array<std::uint32_t, kStaged> hours;
    std::array<std::string_view, kStaged> pages;
    std::array<std::uint64_t, kStaged> bytes;
    std::array<AnswerClass, kStaged> answers;
    std::array<RowClass, kStaged> classes;
  };
  // The cell that a page had last, which it mostly has again: files tend to be in order of time.
  struct LastCell {
    std::uint32_t hour = ~std::uint32_t{0};
    std::uint32_t cell = 0;
  };
  // Sums for a report.
  struct Sums {
    std::vector<RequestTotals> hours;
    std::vector<RequestTotals> pages;
  };

  void count_staged();
  [[nodiscard]] static std::uint64_t key_of(std::uint32_t hour, PageVariants::Id page) {
    return std::uint64_t{page} << 32 | hour;
  }
  void prefetch_cell(std::uint32_t hour, PageVariants::Id page) const;
  [[nodiscard]] std::uint32_t cell_of(std::uint32_t hour, PageVariants::Id page);
  [[nodiscard]] std::uint32_t new_cell(std::uint64_t key);
  template <class Each>
  void for_each_cell(const ReportOptions& options, const Filter& filter, const PageChoice& choice,
                     StopCheck check, const Each& each) const;
  [[nodiscard]] Sums sums(const ReportOptions& options, const Filter& filter,
                          const PageChoice& choice, StopCheck check) const;
  [[nodiscard]] PageChoice choice_of(const ReportOptions& options, const Filter& filter,
                                     StopCheck check) const;

  AggregateOptions options_;
  HourIndex hours_;
  TextInterner pages_;
  // Without slices:
  AnswerCounts by_hour_;
  AnswerCounts by_page_;
  // With them, by number of the cell:
  AnswerCounts by_cell_;
  PageVariants variants_;
  std::vector<std::uint64_t> cells_;  // page or variant << 32 | hour
  FlatIndex index_;                   // of cells_; empty where it has to be made again
  std::vector<LastCell> last_cells_;  // by page

  std::shared_ptr<const TextPool> published_;  // pages in byte order, made by finish()
  Staged staged_;
};

static_assert(Aggregate<Requests>);

}  // namespace footfall
