#include <fmt/format.h>

#include <random>

#include "model/sql/clickhouse_dialect.h"
#include "model/sql/import_target.h"

namespace footfall {
namespace {

constexpr std::uint64_t kMostPartitions = 1'000'000;

// The target and the table beside it.
class Staging {
 public:
  Staging(const SqlDialect& dialect, SqlConnection& connection, const ImportTarget& target)
      : dialect_(dialect), connection_(connection), target_(target) {
    std::random_device random;
    const std::string& given = target.table.schema;
    database_ = given.empty() ? connection.settings().database : given;
    name_ = fmt::format("footfall_load_{:08x}{:08x}", random(), random());
    staging_ = dialect_.table({database_, name_});
    table_ = dialect_.table({database_, target.table.name});
  }

  SqlStatus make(const QueryControl& control) {
    if (!target_.exists)
      return run(fmt::format("CREATE TABLE {} ({}) ENGINE = MergeTree ORDER BY tuple()", staging_,
                             column_definitions(dialect_, target_)),
                 control);
    std::string engine;
    if (SqlStatus asked =
            ask(fmt::format("SELECT engine FROM system.tables WHERE database = {} AND "
                            "name = {}",
                            dialect_.literal(database_), dialect_.literal(target_.table.name)),
                {1, 1}, control, [&](std::string_view text) { engine = text; });
        !asked)
      return asked;
    // Parts can be handed over between tables that are alike and belong to this server alone.
    attach_ = engine.ends_with("MergeTree") && !engine.starts_with("Replicated") &&
              !engine.starts_with("Shared");
    distributed_ = engine == "Distributed";
    return run(fmt::format("CREATE TABLE {} AS {}{}", staging_, table_,
                           attach_ ? "" : " ENGINE = MergeTree ORDER BY tuple()"),
               control);
  }

  SqlStatus fill(const RowSource& rows, const QueryControl& control) {
    return connection_.send_rows(fmt::format("INSERT INTO {} ({}) FORMAT TabSeparated", staging_,
                                             column_names(dialect_, target_)),
                                 rows, control);
  }

  // From here on there is no way back.
  SqlStatus hand_over() {
    if (!target_.exists)
      return certain(run(fmt::format("RENAME TABLE {} TO {}", staging_, table_), {}));
    if (attach_) return attach_parts();
    // A shard that is down is better found before the first row is written.
    if (distributed_) {
      if (SqlStatus whole =
              ask(fmt::format("SELECT count() FROM {}", table_), {1, 1}, {}, [](auto) {});
          !whole)
        return whole;
    }
    const std::string names = column_names(dialect_, target_);
    SqlStatus moved = run(
        fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", table_, names, names, staging_), {});
    if (!moved) return in_part(moved.error());
    return moved;
  }

  // `done` is how the import ended so far.
  SqlStatus drop(SqlStatus done) {
    const SqlStatus dropped = run("DROP TABLE IF EXISTS " + staging_, {});
    if (done || dropped) return done;
    SqlError error = done.error();
    error.detail += fmt::format("; the table {} may be left behind, drop it", name_);
    return error;
  }

 private:
  SqlStatus attach_parts() {
    std::vector<std::string> partitions;
    if (SqlStatus asked = ask(fmt::format("SELECT DISTINCT partition_id FROM system.parts WHERE "
                                          "active AND database = {} AND table = {}",
                                          dialect_.literal(database_), dialect_.literal(name_)),
                              {1, kMostPartitions}, {},
                              [&](std::string_view id) { partitions.emplace_back(id); });
        !asked)
      return asked;
    for (std::size_t i = 0; i < partitions.size(); ++i) {
      SqlStatus attached = run(fmt::format("ALTER TABLE {} ATTACH PARTITION ID {} FROM {}", table_,
                                           dialect_.literal(partitions[i]), staging_),
                               {});
      if (!attached) return i == 0 ? certain(attached) : in_part(attached.error());
    }
    return Done{};
  }

  // Without an answer to the last statement nobody knows what it did.
  static SqlStatus certain(SqlStatus last) {
    if (last || (last.error().kind != SqlErrorKind::connection_lost &&
                 last.error().kind != SqlErrorKind::timed_out))
      return last;
    SqlError error = last.error();
    error.detail += "; whether the file was loaded is not known, look into the table";
    return error;
  }

  static SqlError in_part(SqlError error) {
    error.detail += "; a part of the file may be in the table, which has no transactions";
    return error;
  }

  SqlStatus run(const std::string& statement, const QueryControl& control) {
    return connection_.run(statement, control);
  }

  template <class Take>
  SqlStatus ask(const std::string& statement, const AnswerShape& shape, const QueryControl& control,
                Take take) {
    return connection_.query(
        statement, shape,
        [&](std::span<const std::string_view> row) -> SqlStatus {
          take(row[0]);
          return Done{};
        },
        control);
  }

  const SqlDialect& dialect_;
  SqlConnection& connection_;
  const ImportTarget& target_;
  std::string database_;
  std::string name_;
  std::string staging_;
  std::string table_;
  bool attach_ = false;
  bool distributed_ = false;
};

}  // namespace

SqlStatus ClickHouseDialect::import(SqlConnection& connection, const ImportTarget& target,
                                    const RowSource& rows, const QueryControl& control) const {
  Staging staging(*this, connection, target);
  SqlStatus done = staging.make(control);
  if (done) done = staging.fill(rows, control);
  if (done && control.stop.stop_requested())
    done = SqlError{SqlErrorKind::cancelled, connection.settings().place(), {}};
  if (done) done = staging.hand_over();
  done = staging.drop(std::move(done));
  if (!done) return writing_error(done.error(), connection);
  return done;
}

}  // namespace footfall
