#include <array>
#include <limits>

#include "model/core/decimal.h"
#include "model/report/peak_cause.h"

// What made peaks, as tables: the rows of one after those of another.
namespace footfall {
namespace {

constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();

std::string_view yes_or_no(bool first_seen) { return first_seen ? "yes" : "no"; }

/// Rows of several causes: `Of` tells a cause's rows and what stands in them, of which the first
/// column is the hour.
template <class Of>
class CauseTable final : public Table {
 public:
  explicit CauseTable(PeakCauses causes) : causes_(std::move(causes)) {
    for (std::size_t i = 0; i < causes_.size(); ++i) {
      begins_.push_back(rows_);
      rows_ += Of::rows(*causes_[i]);
    }
  }
  std::string name() const override { return Of::kName; }
  std::span<const Column> columns() const override { return Of::kColumns; }
  std::size_t rows() const override { return rows_; }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const auto [cause, index] = place(row);
    if (column == 0)
      append_hour(out, cause->hour.value_or(Hour()), cause->utc);
    else
      Of::append(out, *cause, index, column);
  }
  double number(std::size_t row, std::size_t column) const override {
    const auto [cause, index] = place(row);
    return column == 0 ? static_cast<double>(cause->span.from) : Of::number(*cause, index, column);
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const auto [a, index_a] = place(row_a);
    const auto [b, index_b] = place(row_b);
    if (column == 0) return order(a->span.from, b->span.from);
    return Of::compare(*a, index_a, *b, index_b, column);
  }

 private:
  struct Place {
    const PeakCause* cause;
    std::size_t index;
  };
  [[nodiscard]] Place place(std::size_t row) const {
    // The last that begins at the row or before; those without rows begin where the next one does.
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), row);
    const auto at = static_cast<std::size_t>(after - begins_.begin()) - 1;
    return {causes_[at].get(), row - begins_[at]};
  }
  PeakCauses causes_;
  std::vector<std::size_t> begins_;
  std::size_t rows_ = 0;
};

struct Pages {
  enum : std::size_t { kHour, kPage, kVisitors, kUsual, kAbove, kShare, kFirst };
  static constexpr const char* kName = "peak_pages";
  static constexpr std::array<Column, 7> kColumns = {{{"hour", ColumnKind::hour},
                                                      {"page_url", ColumnKind::text},
                                                      {"unique_visitors", ColumnKind::count},
                                                      {"usual", ColumnKind::amount},
                                                      {"above_usual", ColumnKind::amount},
                                                      {"share", ColumnKind::amount},
                                                      {"first_seen", ColumnKind::text}}};
  static std::size_t rows(const PeakCause& cause) { return cause.pages.size(); }
  static std::string_view page(const PeakCause& cause, std::size_t row) {
    return (*cause.names)[cause.pages[row].page];
  }
  static bool has(const PeakCause& cause, std::size_t column) {
    return column == kShare ? cause.twice_above().has_value() : cause.usual.known();
  }
  static void append(std::string& out, const PeakCause& cause, std::size_t row,
                     std::size_t column) {
    const PeakCause::Page& of = cause.pages[row];
    switch (column) {
      case kPage:
        out += page(cause, row);
        return;
      case kVisitors:
        out += std::to_string(of.visitors);
        return;
      case kFirst:
        out += yes_or_no(of.first_seen);
        return;
      default:
        if (!has(cause, column)) return;
        if (column == kUsual) return append_half(out, static_cast<std::int64_t>(of.twice_usual));
        if (column == kAbove) return append_half(out, of.twice_above());
        const WideInt<3> above(Int128{of.twice_above()} * power_of_ten(kShareDecimals));
        append_fixed(out, divide_half_even(above, WideInt<3>(Int128{*cause.twice_above()})),
                     kShareDecimals, kShareDecimals);
    }
  }
  static double number(const PeakCause& cause, std::size_t row, std::size_t column) {
    const PeakCause::Page& of = cause.pages[row];
    if (column == kVisitors) return of.visitors;
    if (column == kPage || column == kFirst || !has(cause, column)) return kAbsent;
    if (column == kUsual) return static_cast<double>(of.twice_usual) / 2;
    const auto above = static_cast<double>(of.twice_above());
    return column == kAbove ? above / 2 : above / static_cast<double>(*cause.twice_above());
  }
  static int compare(const PeakCause& a, std::size_t row_a, const PeakCause& b, std::size_t row_b,
                     std::size_t column) {
    const PeakCause::Page &x = a.pages[row_a], &y = b.pages[row_b];
    if (column == kVisitors) return order(x.visitors, y.visitors);
    if (column == kPage) return order(page(a, row_a), page(b, row_b));
    if (column == kFirst) return order(x.first_seen, y.first_seen);
    if (!has(a, column) || !has(b, column)) return order(has(b, column), has(a, column));
    if (column == kUsual) return order(x.twice_usual, y.twice_usual);
    if (column == kAbove) return order(x.twice_above(), y.twice_above());
    return order(Int128{x.twice_above()} * Int128{*b.twice_above()},
                 Int128{y.twice_above()} * Int128{*a.twice_above()});
  }
};

struct ByPages {
  enum : std::size_t { kHour, kPages, kVisitors, kNew };
  static constexpr const char* kName = "peak_visitors";
  static constexpr std::array<Column, 4> kColumns = {{{"hour", ColumnKind::hour},
                                                      {"pages", ColumnKind::count},
                                                      {"visitors", ColumnKind::count},
                                                      {"new_visitors", ColumnKind::count}}};
  static std::size_t rows(const PeakCause& cause) {
    return cause.who ? cause.who->by_pages.size() : 0;
  }
  static std::uint64_t value(const PeakCause& cause, std::size_t row, std::size_t column) {
    const PeakCause::Seen& seen = cause.who->by_pages[row];
    return column == kPages ? seen.pages : column == kVisitors ? seen.visitors : seen.new_visitors;
  }
  static void append(std::string& out, const PeakCause& cause, std::size_t row,
                     std::size_t column) {
    out += std::to_string(value(cause, row, column));
  }
  static double number(const PeakCause& cause, std::size_t row, std::size_t column) {
    return static_cast<double>(value(cause, row, column));
  }
  static int compare(const PeakCause& a, std::size_t row_a, const PeakCause& b, std::size_t row_b,
                     std::size_t column) {
    return order(value(a, row_a, column), value(b, row_b, column));
  }
};

struct Top {
  enum : std::size_t { kHour, kId, kAgent, kPages, kFirst };
  static constexpr const char* kName = "peak_top_visitors";
  static constexpr std::array<Column, 5> kColumns = {{{"hour", ColumnKind::hour},
                                                      {"visitor_id", ColumnKind::text},
                                                      {"user_agent", ColumnKind::text},
                                                      {"pages", ColumnKind::count},
                                                      {"first_seen", ColumnKind::text}}};
  static std::size_t rows(const PeakCause& cause) { return cause.who ? cause.who->top.size() : 0; }
  static std::string_view text(const PeakCause& cause, std::size_t row, std::size_t column) {
    const PeakCause::Visitor& of = cause.who->top[row];
    return column == kId ? of.id : column == kAgent ? of.agent : yes_or_no(of.first_seen);
  }
  static void append(std::string& out, const PeakCause& cause, std::size_t row,
                     std::size_t column) {
    if (column == kPages)
      out += std::to_string(cause.who->top[row].pages);
    else
      out += text(cause, row, column);
  }
  static double number(const PeakCause& cause, std::size_t row, std::size_t column) {
    return column == kPages ? static_cast<double>(cause.who->top[row].pages) : kAbsent;
  }
  static int compare(const PeakCause& a, std::size_t row_a, const PeakCause& b, std::size_t row_b,
                     std::size_t column) {
    if (column == kPages) return order(a.who->top[row_a].pages, b.who->top[row_b].pages);
    return order(text(a, row_a, column), text(b, row_b, column));
  }
};

}  // namespace

TablePtr peak_pages_table(PeakCauses causes) {
  return std::make_shared<CauseTable<Pages>>(std::move(causes));
}
TablePtr peak_visitors_table(PeakCauses causes) {
  return std::make_shared<CauseTable<ByPages>>(std::move(causes));
}
TablePtr peak_top_visitors_table(PeakCauses causes) {
  return std::make_shared<CauseTable<Top>>(std::move(causes));
}

}  // namespace footfall
