#include "model/sql/table_import.h"

#include <chrono>

#include "model/core/failure.h"
#include "model/input/folder.h"
#include "model/input/input_members.h"
#include "model/parse/input_formats.h"
#include "model/parse/opened_input.h"
#include "model/sql/event_file.h"
#include "model/sql/import_target.h"

namespace footfall {
namespace {

// Rows gathered before they are sent.
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::size_t kMostNames = 200;  // bytes of names in a message

using ImportResult = Result<ImportedFile, ImportError>;

ImportResult import_member(SqlConnection& connection, InputMember member,
                           const ImportRequest& request, std::uint32_t index,
                           const QueryControl& control, const ImportEvents& events) {
  const std::string path = member.name;
  const auto begin = std::chrono::steady_clock::now();
  Result<EventFile> file =
      EventFile::open(std::move(member), request.input, request.columns, control.stop);
  const SqlError cancelled{SqlErrorKind::cancelled, connection.settings().place(), {}};
  if (!file)
    return control.stop.stop_requested() ? ImportError(cancelled) : ImportError(file.error());
  const SqlEngine engine = connection.settings().engine;
  auto target = find_target(connection, request.table, file->columns(), request.create, control);
  if (!target) return ImportError(target.error());
  // A column that PostgreSQL parses needs quotes around the texts of JSON; CSV brings its own.
  if (format_row(file->layout().format).json_values)
    for (RowColumn& column : target->columns) column.event.json |= column.jsonb;

  EventRows rows(*file, target->columns, engine, index, request.source_zone);
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
          fault->where = path + (fault->where.empty() ? "" : ", " + fault->where);
        return cancelled;
      }
      more = *read;
      if (events.on_rejects && !rows.rejects().empty() && !events.on_rejects(rows.rejects()))
        return cancelled;
    }
    if (events.on_progress) {
      const ByteSource& bytes = file->input().source();
      events.on_progress(
          {bytes.position(), bytes.length(), rows.counts().read(),
           std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()});
    }
    return std::string_view(piece);
  };
  // What is thrown here ends the import as a fault of the file does: the server takes all back.
  const RowSource source = [&]() -> SqlResult<std::string_view> {
    try {
      return next_piece();
    } catch (...) {
      fault = current_failure(path);
      return cancelled;
    }
  };

  // An empty file brings nothing, not even columns.
  if (!file->columns().empty()) {
    const SqlStatus done = dialect_of(engine).import(connection, *target, source, control);
    if (fault) return ImportError(*fault);
    if (!done) return ImportError(done.error());
  }
  return ImportedFile{file->layout().description(), rows.counts(), file->input().offset(),
                      !target->exists};
}

}  // namespace

ImportResult import_file(SqlConnection& connection, const ImportRequest& request,
                         const QueryControl& control, const ImportEvents& events) {
  const auto failed = [&](const Error& error) -> ImportResult {
    if (control.stop.stop_requested())
      return ImportError(SqlError{SqlErrorKind::cancelled, connection.settings().place(), {}});
    return ImportError(error);
  };
  const Result<std::vector<GivenFile>> files = files_of({request.path});
  if (!files) return failed(files.error());
  ImportedFile all;
  std::uint32_t index = request.index;
  const auto leave_out = [&](const std::string& name, const Error& error, bool may_be) {
    if (!may_be || !feeds_nothing(error)) return false;
    all.left_out.push_back({name, error});
    return true;
  };
  for (const GivenFile& file : *files) {
    Result<InputMembers> members = members_to_load(file.path, control.stop);
    if (!members) {
      if (leave_out(file.path, members.error(), file.in_folder)) continue;
      return failed(members.error());
    }
    for (;;) {
      Result<std::optional<InputMember>> member = members->next();
      if (!member) return failed(member.error());
      if (!*member) break;
      const std::string name = (*member)->name;
      const bool may_be_left = !(*member)->alone || file.in_folder;
      if (const std::optional<Error> fault = (*member)->fault) {
        if (leave_out(name, *fault, may_be_left)) continue;
        return failed(*fault);
      }
      if (events.on_input) events.on_input(index, name);
      ImportResult imported =
          import_member(connection, std::move(**member), request, index, control, events);
      if (!imported) {
        const auto* const error = std::get_if<Error>(&imported.error());
        if (error != nullptr && leave_out(name, *error, may_be_left)) continue;
        return imported;
      }
      if (events.on_imported) events.on_imported(*imported, name);
      ++index;
      all.format = imported->format;
      all.rows += imported->rows;
      all.bytes += imported->bytes;
      all.created = all.created || imported->created;
    }
  }
  if (index > request.index) return all;
  if (all.left_out.size() == 1) return failed(all.left_out.front().why);
  std::string names;
  for (const LeftOutInput& input : all.left_out)
    if (names.size() < kMostNames) names += (names.empty() ? "" : ", ") + input.path;
  return failed(Error{ErrorKind::nothing_feeds, request.path, names, {}});
}

}  // namespace footfall
