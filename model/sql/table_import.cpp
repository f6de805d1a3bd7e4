#include "model/sql/table_import.h"

#include <chrono>

#include "model/core/failure.h"
#include "model/parse/input_formats.h"
#include "model/sql/import_target.h"

namespace footfall {
namespace {

// Rows gathered before they are sent.
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

}  // namespace

Result<ImportedFile, ImportError> import_file(SqlConnection& connection,
                                              const ImportRequest& request,
                                              const QueryControl& control,
                                              const ImportEvents& events) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  Result<EventFile> file =
      EventFile::open(request.path, request.input, request.columns, control.stop);
  const SqlError cancelled{SqlErrorKind::cancelled, connection.settings().place(), {}};
  if (!file)
    return control.stop.stop_requested() ? ImportError(cancelled) : ImportError(file.error());
  const SqlEngine engine = connection.settings().engine;
  auto target = find_target(connection, request.table, file->columns(), request.create, control);
  if (!target) return ImportError(target.error());
  // A column that PostgreSQL parses needs quotes around the texts of JSON; CSV brings its own.
  if (format_row(file->layout().format).json_values)
    for (RowColumn& column : target->columns) column.event.json |= column.jsonb;

  EventRows rows(*file, target->columns, engine, request.index, request.source_zone);
  std::optional<Error> fault;
  std::string piece;
  const auto next_piece = [&]() -> SqlResult<std::string_view> {
    piece.clear();
    for (bool more = true; more && piece.size() < kPieceBytes;) {
      if (control.stop.stop_requested()) return cancelled;
      const Result<bool> read = rows.next(request.chunk_bytes, piece);
      if (!read) {
        if (control.stop.stop_requested()) return cancelled;
        fault = read.error();
        if (fault->where.empty() || fault->where.starts_with("line "))
          fault->where = request.path + (fault->where.empty() ? "" : ", " + fault->where);
        return cancelled;
      }
      more = *read;
      if (events.on_rejects && !rows.rejects().empty() && !events.on_rejects(rows.rejects()))
        return cancelled;
    }
    if (events.on_progress) {
      const ByteSource& bytes = file->input().source();
      events.on_progress({bytes.position(), bytes.length(), rows.counts().read(),
                          std::chrono::duration<double>(Clock::now() - begin).count()});
    }
    return std::string_view(piece);
  };
  // What is thrown here ends the import as a fault of the file does: the server takes all back.
  const RowSource source = [&]() -> SqlResult<std::string_view> {
    try {
      return next_piece();
    } catch (...) {
      fault = current_failure(request.path);
      return cancelled;
    }
  };

  // An empty file brings nothing, not even columns.
  if (!file->columns().empty()) {
    const SqlStatus done = engine == SqlEngine::postgresql
                               ? import_into_postgres(connection, *target, source, control)
                               : import_into_clickhouse(connection, *target, source, control);
    if (fault) return ImportError(*fault);
    if (!done) return ImportError(done.error());
  }
  return ImportedFile{file->layout().description(), rows.counts(), file->input().offset(),
                      !target->exists};
}

}  // namespace footfall
