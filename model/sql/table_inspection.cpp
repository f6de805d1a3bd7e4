#include "model/sql/table_inspection.h"

#include <algorithm>
#include <tuple>

#include "model/core/calendar.h"
#include "model/sql/asking.h"

namespace footfall {
namespace {

SqlQuestion unfiltered(SqlQuestion question) {
  question.filter = {};
  return question;
}

class Inspection : public Asking {
 public:
  Inspection(SqlConnection& connection, const SqlQuestion& question, const QueryControl& control)
      : Asking(connection, question, control, 1) {}

  SqlResult<ColumnCheck> check() {
    request_.sample = ColumnCheck::kRows;
    const std::size_t roles = request_.columns.size();
    ColumnCheck found;
    found.filled.resize(roles);
    const SqlStatus done =
        step(writer().column_check(), {3 + roles, roles * kRejectReasons + 2}, [&](ResultRow row) {
          FieldReader field(dialect_, row);
          const std::int64_t blame = field.number();
          const std::uint64_t rows = field.natural();
          const std::string_view example = field.text();
          for (std::uint64_t& filled : found.filled) filled += field.natural();
          if (field.fault()) return false;
          found.rows += rows;
          if (blame == -kCountedState) {
            found.counted = rows;
          } else if (blame == -kFilteredState) {
            found.filtered = rows;
          } else {
            const std::int64_t role = blame / kBlamedRole;
            const std::int64_t reason = blame % kBlamedRole;
            if (blame < 0 || role >= static_cast<std::int64_t>(roles) ||
                reason >= static_cast<std::int64_t>(kRejectReasons))
              return false;
            found.faults.push_back({static_cast<std::size_t>(role),
                                    static_cast<RejectReason>(reason), rows, std::string(example)});
          }
          return true;
        });
    if (!done) return done.error();
    std::sort(found.faults.begin(), found.faults.end(),
              [](const ColumnFault& a, const ColumnFault& b) {
                return std::tie(b.rows, a.role, a.reason) < std::tie(a.rows, b.role, b.reason);
              });
    return found;
  }

  SqlResult<std::optional<ClockSpan>> span() {
    std::optional<ClockSpan> found;
    ZoneCursor zone(question_.options.zone);
    const bool dates = events_of(question_.kind) == EventType::campaign_figures;
    const auto read = [&](FieldReader& field) -> std::optional<std::int64_t> {
      if (!dates) {
        const std::int64_t instant = field.instant();
        const bool hourly = kEventTypeTable[events_of(question_.kind)].hourly;
        return hourly ? instant + zone.offset_at(instant) : instant;
      }
      Day day = 0;
      if (!parse_date(field.text(), day)) return std::nullopt;
      return std::int64_t{day} * kSecondsPerDay;
    };
    const SqlStatus done = step(writer().time_span(), {3, 1}, [&](ResultRow row) {
      FieldReader field(dialect_, row);
      if (field.natural() == 0) return true;  // the first and the last of nothing are anything
      const auto first = read(field);
      const auto last = read(field);
      if (field.fault() || !first || !last) return false;
      found = ClockSpan{*first, std::max(*first, *last)};  // a clock put back may swap them
      return true;
    });
    if (!done) return done.error();
    return found;
  }

  SqlResult<SqlPreview> preview(std::size_t rows) {
    SqlPreview preview;
    for (const ColumnInfo& column : columns_) preview.columns.push_back(column.name);
    const SqlStatus done =
        step(writer().counted_rows(columns_, rows), {columns_.size(), rows}, [&](ResultRow row) {
          preview.rows.emplace_back(row.begin(), row.end());
          return true;
        });
    if (!done) return done.error();
    return preview;
  }
};

}  // namespace

SqlResult<ColumnCheck> check_columns(SqlConnection& connection, const SqlQuestion& question,
                                     const QueryControl& control) {
  const SqlQuestion all = unfiltered(question);
  Inspection asking(connection, all, control);
  return ask_prepared(asking, question, [&] { return asking.check(); });
}

SqlResult<std::optional<ClockSpan>> find_time_span(SqlConnection& connection,
                                                   const SqlQuestion& question,
                                                   const QueryControl& control) {
  if (!kEventTypeTable[events_of(question.kind)].timed) return std::optional<ClockSpan>();
  const SqlQuestion all = unfiltered(question);
  Inspection asking(connection, all, control);
  return ask_prepared(asking, question, [&] { return asking.span(); });
}

SqlResult<SqlPreview> preview_counted(SqlConnection& connection, const SqlQuestion& question,
                                      std::size_t rows, const QueryControl& control) {
  Inspection asking(connection, question, control);
  return ask_prepared(asking, question, [&] { return asking.preview(rows); });
}

}  // namespace footfall
