#pragma once

// Long, for the way of a row is one template, which the compiler has to see whole.

#include <array>
#include <concepts>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "model/aggregate/aggregate.h"
#include "model/core/event_type.h"
#include "model/core/null_words.h"
#include "model/core/scratch_text.h"
#include "model/parse/composed_rows.h"
#include "model/parse/event_map.h"
#include "model/parse/form_reader.h"
#include "model/parse/input_formats.h"
#include "model/parse/row_fault.h"
#include "model/parse/table_lines.h"
#include "model/pipeline/report_stage.h"

namespace footfall {

/// The reader of plain rows (csv_parser.h) of those readers that have one.
template <class Reader>
struct PlainRowsOf {};
template <class Reader>
requires requires { typename Reader::PlainRows; }
struct PlainRowsOf<Reader> {
  using PlainRows = typename Reader::PlainRows;
};

/// Turns parsed records into rows of one aggregate and keeps the books: counted, filtered,
/// rejected. A row that the reader does not take, and every row where the forms of values are not
/// plain, goes through the FormReader and to the reader again. `plain_ids`: ids are plain text, of
/// which some words stand for missing ones.
template <class Reader, class RowFilter, class Aggregate, bool plain_ids = false>
class RowSink : public PlainRowsOf<Reader> {
 public:
  static constexpr EventType kEvents = events_of(Aggregate::kKind);
  static constexpr std::size_t kRoles = roles_of(kEvents).size();

  RowSink(Reader& reader, FormReader& forms, const RowFilter& filter, Aggregate& aggregate,
          RowCounts& counts, const InputLayout& layout, const EventMap& event_map)
      : reader_(reader),
        forms_(forms),
        plain_(forms.plain()),
        filter_(filter),
        aggregate_(aggregate),
        counts_(counts),
        layout_(layout),
        event_map_(event_map),
        table_(layout.width > 0) {
    if constexpr (kEvents == EventType::user_event) header_passes_ = table_ && all_text();
  }

  /// Where the next chunk's rejects go.
  void begin_chunk(const Chunk& chunk, bool details, ChunkRejects& rejects) {
    offset_ = chunk.offset;
    input_ = chunk.input;
    details_ = details;
    rejects_ = &rejects;
    noted_ = 0;
  }

  // Inlined so that a field's way from the text to its number is one stretch of registers.
  [[gnu::always_inline]] void row(const Field* fields, const RecordPlace& place) {
    typename Reader::Row row;
    RowFault fault;
    bool rounded = false;
    if (!plain_ || !reader_.read(fields, row, fault, rounded) || has_null_id(fields)) [[unlikely]] {
      // A copy, so that those of other rows need not leave the registers.
      std::array<Field, kWidth> copy;
      for (std::size_t i = 0; i < kWidth; ++i) copy[i] = fields[i];
      return rewritten_row(copy.data(), place);
    }
    if (left_out_in_table(row, place)) [[unlikely]]
      return;
    counts_.rounded += rounded ? 1 : 0;
    mapped_row(row);
  }

  /// A row that needs no more checking.
  [[gnu::always_inline]] void typed_row(const typename Reader::Row& row) {
    if constexpr (requires { row.left_out; }) {
      if (row.left_out != FilterReason::end) [[unlikely]]
        return leave_out(row.left_out);
    }
    if (!filter_.keep(row)) [[unlikely]] {
      ++counts_.filtered_by_reason[filter_.reason(row)];
      return;
    }
    aggregate_.add(row);
    ++counts_.counted;
  }

  void reject(RejectReason reason, const RecordPlace& place) {
    note(reason, kNoColumn, place, nullptr);
  }

  /// A blank line of a table, or one of a log that tells of others.
  void left_out(const RecordPlace& /*place*/) { ++counts_.lines_left_out; }
  void read_over(ReadOver kind, std::uint64_t lines) { counts_.read_over[kind] += lines; }

 private:
  static constexpr std::string_view kNoName = "--";
  // Fields of a record.
  static constexpr std::size_t kWidth = [] {
    if constexpr (requires { Reader::kKinds; })
      return Reader::kKinds.size();
    else
      return kRoles;
  }();

  // Where a role's value stands among the fields.
  [[nodiscard]] static constexpr std::size_t place_of(std::size_t role) {
    if constexpr (requires { Reader::kPlaces; })
      return Reader::kPlaces[role];
    else
      return role;
  }

  void leave_out(FilterReason reason) { ++counts_.filtered_by_reason[reason]; }
  // Nothing that this report reads from the input can be told from a name.
  [[nodiscard]] bool all_text() const {
    const auto& roles = layout_.matches[kEvents].roles;
    return !roles.empty() && roles.back().by == FoundBy::nothing;
  }
  [[nodiscard]] bool is_total_line(const RecordPlace& place) const {
    return table_ && names_total(place.record, layout_);
  }

  // Lines of a table that read as rows, but are none.
  [[nodiscard, gnu::always_inline]] bool left_out_in_table(const typename Reader::Row& row,
                                                           const RecordPlace& place) {
    if (table_ && begins_as_comment(place.record) && is_left_out(place.record, layout_))
        [[unlikely]] {
      left_out(place);
      return true;
    }
    if constexpr (kEvents == EventType::user_event) {
      if (header_passes_ && repeats_header(place.record, layout_)) [[unlikely]] {
        leave_out(FilterReason::repeated_header);
        return true;
      }
    }
    if constexpr (kEvents == EventType::campaign_figures) {
      if (row.campaign == kNoName && is_total_line(place)) [[unlikely]] {
        leave_out(FilterReason::total_line);
        return true;
      }
    }
    return false;
  }

  [[nodiscard, gnu::always_inline]] static bool has_null_id(const Field* fields) {
    bool found = false;
    if constexpr (plain_ids) {
      constexpr auto ids = id_roles(std::integral_constant<EventType, kEvents>());
      for (const std::size_t id : ids) {
        const std::string_view text = fields[id].text;
        if (!text.empty() && (text[0] == 'N' || text[0] == '\\')) [[unlikely]]
          found = found || is_null_id(text);
      }
    }
    return found;
  }

  [[gnu::noinline]] void rewritten_row(const Field* fields, const RecordPlace& place) {
    const FormReader::Rewritten written = forms_.rewrite(fields, counts_.null_words);
    if (written.contradiction && !rejects_->contradiction)
      rejects_->contradiction = reject_of(RejectReason{}, written.contradiction->role, place,
                                          written.contradiction->value);
    typename Reader::Row row;
    RowFault fault;
    bool rounded = false;
    if (!reader_.read(written.fields.data(), row, fault, rounded))
      return note(fault.reason, fault.column, place, fields);
    if (left_out_in_table(row, place)) return;
    counts_.rounded += rounded ? 1 : 0;
    mapped_row(row);
  }

  [[gnu::always_inline]] void mapped_row(typename Reader::Row& row) {
    if constexpr (requires { row.type; }) {
      if (!event_map_.empty()) [[unlikely]]
        event_map_.apply(row.type);
    }
    if constexpr (requires { row.event_type; }) {
      if (!event_map_.empty()) [[unlikely]]
        event_map_.apply(row.event_type);
    }
    typed_row(row);
  }

  [[gnu::noinline]] void note(RejectReason reason, std::size_t column, const RecordPlace& place,
                              const Field* fields) {
    if (table_ && repeats_header(place.record, layout_))
      return leave_out(FilterReason::repeated_header);
    if (kEvents == EventType::campaign_figures && column != kNoColumn) {
      const std::string_view id = trim_blanks(fields[place_of(0)].text);
      if ((id.empty() || id == kNoName) && is_total_line(place))
        return leave_out(FilterReason::total_line);
    }
    if (table_ && is_left_out(place.record, layout_)) return left_out(place);
    ++counts_.rejected_by_reason[static_cast<std::size_t>(reason)];
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(reason);
    if (!details_ && (noted_ & bit) != 0) return;
    noted_ |= bit;
    Reject reject = reject_of(reason, column, place, place.record);
    if (column != kNoColumn) reject.value = fields[place_of(column)].text.substr(0, kExcerptBytes);
    rejects_->rejects.push_back(std::move(reject));
  }

  [[nodiscard]] Reject reject_of(RejectReason reason, std::size_t column, const RecordPlace& place,
                                 std::string_view excerpt) const {
    Reject reject;
    reject.file = input_;
    reject.line = place.line;
    reject.offset = offset_ + place.offset;
    reject.reason = reason;
    if (column != kNoColumn) reject.column = roles_of(kEvents)[column].name;
    reject.excerpt = excerpt.substr(0, kExcerptBytes);
    return reject;
  }

  Reader& reader_;
  FormReader& forms_;
  const bool plain_;
  const RowFilter& filter_;
  Aggregate& aggregate_;
  RowCounts& counts_;
  const InputLayout& layout_;
  const EventMap& event_map_;
  bool table_;
  bool header_passes_ = false;  // a repeated header would be read as a row
  ChunkRejects* rejects_ = nullptr;
  std::uint64_t offset_ = 0;
  std::uint32_t input_ = 0;
  bool details_ = true;
  std::uint32_t noted_ = 0;  // reasons of the chunk's rejects, a bit each
};

/// The options rows are filtered with while reading: where slices are kept, what a slice can answer
/// later is left in.
inline ReportOptions reading_options(const AnalysisOptions& options) {
  ReportOptions result = options.report;
  if (options.run.keep_slices) result.event_types.reset();
  return result;
}

/// The one of the readers that makes such rows; void where there is none.
template <class Row>
consteval auto reader_among(std::type_identity<std::tuple<>> /*readers*/) {
  return std::type_identity<void>();
}
template <class Row, class First, class... Others>
consteval auto reader_among(std::type_identity<std::tuple<First, Others...>> /*readers*/) {
  if constexpr (std::same_as<typename First::Row, Row>)
    return std::type_identity<First>();
  else
    return reader_among<Row>(std::type_identity<std::tuple<Others...>>());
}

/// The reader of a format's fields: that of the report, or one of the format's own where it tells
/// fields by position; void where those make no rows of this report.
template <class Format, class Reader>
consteval auto reader_of() {
  if constexpr (Format::kFields != FieldsBy::position)
    return std::type_identity<Reader>();
  else
    return reader_among<typename Reader::Row>(std::type_identity<typename Format::Readers>());
}

template <class Reader, class RowFilter, class Aggregate>
class TypedWorker final : public ReportWorker {
 public:
  explicit TypedWorker(const AnalysisOptions& options)
      : forms_(kEvents, options.report.source_zone),
        lanes_(make_lanes(options.report, std::type_identity<Lanes>())),
        report_(options.report),
        filter_(reading_options(options), options.filter),
        aggregate_(AggregateOptions{options.report, options.run.keep_slices, options.run.abandoned,
                                    options.run.keep_visits}) {}

  void consume(const ChunkPiece& piece, const InputLayout& layout, ChunkScratch& scratch,
               bool details, ChunkRejects& rejects) override {
    if (counts_.size() <= piece.chunk.input) counts_.resize(piece.chunk.input + 1);
    visit_format(layout.format, [&]<class Format>(std::type_identity<Format>) {
      if constexpr (!std::is_void_v<ReaderOf<Format>>) {
        auto& lane = std::get<Lane<Format>>(lanes_);
        constexpr bool plain_ids = Format::kFields == FieldsBy::column;
        if (layout_of_ != &layout) {
          lane.parser.follow(layout, kEvents);
          event_map_ = EventMap(report_, Aggregate::kKind, layout);
          if constexpr (Format::kFields == FieldsBy::position)
            forms_.follow(layout.forms[kEvents], ReaderOf<Format>::kKinds, false);
          else
            forms_.follow(layout.forms[kEvents], value_kinds(kEvents), plain_ids);
        }
        forms_.begin_chunk();
        RowSink<ReaderOf<Format>, RowFilter, Aggregate, plain_ids> sink(
            lane.reader, forms_, filter_, aggregate_, counts_[piece.chunk.input], layout,
            event_map_);
        sink.begin_chunk(piece.chunk, details, rejects);
        if (piece.overlong || piece.between) {
          if (piece.overlong) sink.reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
          rejects.lines = piece.skipped_lines;
        } else {
          auto& memory = std::get<ScratchOf<Format>>(scratch).scratch;
          if (layout.composed[kEvents].empty()) [[likely]] {
            rejects.lines = lane.parser.parse(piece.chunk, memory, sink);
          } else {
            composed_text_.reset();
            RowsOf rows(sink);
            ComposedRows composed(layout.composed[kEvents], kEvents, piece.chunk, composed_text_,
                                  rows);
            rejects.lines = lane.parser.parse(piece.chunk, memory, composed);
          }
          if constexpr (requires { lane.parser.found(); })
            counts_[piece.chunk.input].found_places |= lane.parser.found();
        }
      }
    });
    layout_of_ = &layout;
    aggregate_.end_chunk();
  }
  const std::vector<RowCounts>& counts() const override { return counts_; }
  [[nodiscard]] Aggregate take_aggregate() { return std::move(aggregate_); }

 private:
  static constexpr EventType kEvents = events_of(Aggregate::kKind);
  template <class Format>
  using ReaderOf = typename decltype(reader_of<Format, Reader>())::type;

  /// From the bytes of one format to rows.
  template <class Format>
  struct Lane {
    explicit Lane(const ReportOptions& options) : reader(make(options)) {}
    static auto make(const ReportOptions& options) {
      using Own = ReaderOf<Format>;
      if constexpr (std::is_void_v<Own>)
        return std::monostate();
      else if constexpr (std::constructible_from<Own, const ReportOptions&>)
        return Own(options);
      else
        return Own();
    }
    decltype(make(std::declval<const ReportOptions&>())) reader;
    typename Format::RoleParser parser;
  };
  using Lanes = ForEachFormat<Lane>;
  template <class... L>
  static Lanes make_lanes(const ReportOptions& options, std::type_identity<std::tuple<L...>>) {
    return Lanes(L(options)...);
  }

  FormReader forms_;
  Lanes lanes_;
  ReportOptions report_;
  EventMap event_map_;  // of layout_of_
  RowFilter filter_;
  Aggregate aggregate_;
  std::vector<RowCounts> counts_;
  const InputLayout* layout_of_ = nullptr;
  ScratchText composed_text_;
};

template <class Aggregate>
class TypedCells final : public ReportCells {
 public:
  explicit TypedCells(std::shared_ptr<const Aggregate> aggregate)
      : aggregate_(std::move(aggregate)) {}
  ReportPtr report(const ReportOptions& options, const Filter& filter,
                   const ParallelFor& parallel) const override {
    return aggregate_->report(options, filter, parallel);
  }
  bool can_report(const ReportOptions& options, const Filter& filter) const override {
    return aggregate_->can_report(options, filter);
  }
  bool filters_later() const override {
    return requires { Aggregate::kFiltersLater; };
  }
  void count_filtered(const ReportOptions& options, const Filter& filter,
                      const ParallelFor& parallel, RowCounts& rows) const override {
    if constexpr (requires { Aggregate::kFiltersLater; })
      aggregate_->count_filtered(options, filter, parallel, rows);
    else
      count_filtered_step_by_step(*this, events_of(Aggregate::kKind), options, filter, parallel,
                                  rows);
  }
  std::uint64_t rows(const ReportOptions& options, const Filter& filter,
                     const ParallelFor& parallel) const override {
    return aggregate_->rows(options, filter, parallel);
  }
  CleaningCounts cleaning_counts(const ParallelFor& parallel) const override {
    if constexpr (requires { aggregate_->cleaning_counts(parallel); })
      return aggregate_->cleaning_counts(parallel);
    else
      return {};
  }
  PeakCauses peak_causes(const ReportOptions& options, const Filter& filter,
                         std::span<const TimeSpan> spans,
                         const ParallelFor& parallel) const override {
    if constexpr (requires { aggregate_->peak_causes(options, filter, spans, parallel); })
      return aggregate_->peak_causes(options, filter, spans, parallel);
    else
      return {};
  }
  PageTotalsPtr page_totals(const ReportOptions& options, const Filter& filter,
                            const ParallelFor& parallel) const override {
    if constexpr (requires { aggregate_->page_totals(options, filter, parallel); })
      return aggregate_->page_totals(options, filter, parallel);
    else
      return nullptr;
  }
  CampaignDays campaign_days(const ReportOptions& options, const Filter& filter,
                             const std::vector<std::string>& names,
                             const ParallelFor& parallel) const override {
    if constexpr (requires { aggregate_->campaign_days(options, filter, names, parallel); })
      return aggregate_->campaign_days(options, filter, names, parallel);
    else
      return {};
  }
  std::size_t memory() const override { return aggregate_->memory(); }

 private:
  std::shared_ptr<const Aggregate> aggregate_;
};

template <class Reader, class RowFilter, class Aggregate>
class TypedStage final : public ReportStage {
  using Worker = TypedWorker<Reader, RowFilter, Aggregate>;

 public:
  explicit TypedStage(const AnalysisOptions& options)
      : options_(options),
        gathered_(std::make_shared<Aggregate>(
            AggregateOptions{options.report, options.run.keep_slices, options.run.abandoned,
                             options.run.keep_visits})) {}
  ReportKind kind() const override { return Aggregate::kKind; }
  std::unique_ptr<ReportWorker> make_worker() const override {
    return std::make_unique<Worker>(options_);
  }
  void gather(std::vector<std::unique_ptr<ReportWorker>>&& workers,
              const ParallelFor& parallel) override {
    std::vector<Aggregate> states;
    for (auto& worker : workers) states.push_back(static_cast<Worker&>(*worker).take_aggregate());
    workers.clear();
    // Slices made of the state so far keep it; a copy goes on.
    if (gathered_.use_count() > 1) gathered_ = std::make_shared<Aggregate>(*gathered_);
    gathered_->merge(std::move(states), parallel);
    gathered_->finish(parallel);
  }
  std::shared_ptr<const ReportCells> cells() const override {
    return std::make_shared<TypedCells<Aggregate>>(gathered_);
  }
  std::shared_ptr<const void> state() const override { return gathered_; }
  void go_back_to(const std::shared_ptr<const void>& state) override {
    gathered_ = std::make_shared<Aggregate>(*std::static_pointer_cast<const Aggregate>(state));
  }
  void set_clock(std::int64_t now) override { options_.report.now = now; }

 private:
  AnalysisOptions options_;
  std::shared_ptr<Aggregate> gathered_;
};

}  // namespace footfall
