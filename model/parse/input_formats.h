#pragma once

#include <array>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>

#include "model/parse/access_log_format.h"
#include "model/parse/csv_format.h"
#include "model/parse/input_format.h"
#include "model/parse/ndjson_format.h"

namespace footfall {

/// One place for something of each format, one list of them.
template <template <class> class Of, InputFormatType... Formats>
using OfFormats = std::tuple<Of<Formats>...>;

/// The input formats: a new one adds its type here and its name to InputFormat, in the same order.
/// The first is what an input is taken for that nothing speaks for.
template <template <class> class Of>
using ForEachFormat = OfFormats<Of, CsvFormat, NdjsonFormat, AccessLogFormat>;

/// Working memory of one thread, whatever it reads.
template <class F>
struct ScratchOf {
  typename F::Scratch scratch;
};
using ChunkScratch = ForEachFormat<ScratchOf>;

/// What is known of a format where its type is not.
struct InputFormatRow {
  InputFormat format;
  std::string_view name;          ///< on the command line
  std::string_view display_name;  ///< for people
  FieldsBy fields;
  std::string_view endings;
  bool (*recognizes)(Evidence, const InputHead&);
  Result<std::optional<InputLayout>> (*read_layout)(const InputHead&);
  std::unique_ptr<RecordCutter> (*make_cutter)(const InputLayout&);
  std::string (*details)(const InputLayout&);
  ShownRecords (*show_records)(const InputLayout&, std::string_view front, bool is_all);
  bool json_values;
  Result<std::vector<EventColumn>> (*table_columns)(const TableInput&);
};

/// All formats, in the order of InputFormat.
[[nodiscard]] std::span<const InputFormatRow> input_formats();
[[nodiscard]] const InputFormatRow& format_row(InputFormat format);

/// Calls visit(std::type_identity<F>()) with the type of the format, which is never `detect`.
template <class Visit>
void visit_format(InputFormat format, Visit&& visit) {
  const auto one = [&]<class F>(std::type_identity<F> type) {
    if (F::kFormat != format) return false;
    visit(type);
    return true;
  };
  [&]<class... F>(std::type_identity<std::tuple<std::type_identity<F>...>>) {
    static_cast<void>((one(std::type_identity<F>()) || ...));
  }(std::type_identity<ForEachFormat<std::type_identity>>());
}

}  // namespace footfall
