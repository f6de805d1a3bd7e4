#include "model/sql/table_rows.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/failure.h"
#include "model/core/timestamp.h"
#include "model/parse/json_string.h"
#include "model/parse/ndjson_format.h"
#include "model/sql/asking.h"

namespace footfall {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
constexpr std::size_t kMostBlocks = 16;  // that wait to be read

// 2026-01-05T09:30:00Z; nothing beyond the calendar.
std::string shown_instant(std::int64_t seconds, bool local) {
  if (seconds < kFirstInstant.seconds || seconds > kLastInstant.seconds) return {};
  const std::int64_t day = floor_divide(seconds, kSecondsPerDay);
  const std::int64_t clock = seconds - day * kSecondsPerDay;
  std::string out;
  append_date(out, static_cast<Day>(day));
  const auto part = [&](char mark, std::int64_t value) {
    out += mark;
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
  };
  part('T', clock / 3600);
  part(':', clock / 60 % 60);
  part(':', clock % 60);
  if (!local) out += 'Z';
  return out;
}

}  // namespace

// What the thread that asks and the one that reads share.
class TableRows::Rows {
  class Question : public Asking {
   public:
    Question(SqlConnection& connection, const SqlQuestion& question, const QueryControl& control)
        : Asking(connection, question, control, 1) {
      static_cast<void>(run_the_long_way());
    }

    [[nodiscard]] const ColumnMapping& columns() const { return request_.columns; }
    [[nodiscard]] const std::vector<ReadingNote>& notes() const { return notes_; }

    template <class Take>
    SqlStatus read(Take take) {
      std::uint64_t width = 0;
      for (const auto& source : columns()) width += source ? kOfEach : 0;
      return about(step(writer().role_values(), {width}, std::move(take)));
    }
    [[nodiscard]] SqlStatus about(SqlStatus status) const {
      if (status) return status;
      return about_table(status.error(), question_.table, question_.where);
    }
    [[nodiscard]] const SqlDialect& dialect() const { return dialect_; }

    static constexpr std::size_t kOfEach = 3;  // columns of role_values() for a role
  };

 public:
  Rows(SqlConnectionPtr connection, SqlQuestion question, std::stop_token stop)
      : question_(std::move(question)),
        connection_(std::move(connection)),
        on_stop_(std::move(stop), [this] { end_.request_stop(); }) {
    control_.stop = end_.get_token();
    asking_.emplace(*connection_, question_, control_);
  }
  ~Rows() { end(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  SqlStatus find() { return asking_->about(asking_->prepare(false)); }

  [[nodiscard]] InputOptions options() const {
    const auto roles = sql_roles(events_of(question_.kind));
    std::vector<std::string_view> found;
    for (std::size_t role = 0; role < roles.size(); ++role)
      if (asking_->columns()[role]) found.push_back(roles[role].name);
    InputOptions options = NdjsonFormat::options_for(found);
    options.blank_is_zero = question_.numbers.blank_is_zero;
    for (const auto& [role, shift] : question_.numbers.shifts)
      options.scales.emplace(
          role,
          Decimal{power_of_ten(static_cast<unsigned>(static_cast<int>(Decimal::kDigits) + shift))});
    return options;
  }
  [[nodiscard]] const std::vector<ReadingNote>& notes() const { return asking_->notes(); }
  [[nodiscard]] std::string engine_name() const {
    return std::string(kSqlEngineTable[connection_->settings().engine].name);
  }
  [[nodiscard]] std::string name() const { return question_.display; }

  Status begin() {
    const std::lock_guard lock(mutex_);
    try {
      thread_ = std::jthread([this] { ask(); });
    } catch (const std::system_error& error) {
      return Error{ErrorKind::no_threads, name(), error.what(), {}};
    }
    begun_ = true;
    return Done{};
  }
  void end() {
    end_.request_stop();
    {
      const std::lock_guard lock(mutex_);
      abandoned_ = true;
    }
    taken_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  // The next block; empty at the end.
  Result<std::string> take() {
    std::unique_lock lock(mutex_);
    given_.wait(lock, [this] { return ended_ || !blocks_.empty(); });
    if (!blocks_.empty()) {
      std::string block = std::move(blocks_.front());
      blocks_.pop_front();
      taken_.notify_one();
      return block;
    }
    if (failure_) return *failure_;
    if (fault_) return Error{ErrorKind::failed_stream, name(), {}, {}};
    return std::string();
  }

  [[nodiscard]] bool at_work() const {
    const std::lock_guard lock(mutex_);
    return begun_ && !ended_;
  }
  [[nodiscard]] std::optional<SqlError> fault() const {
    const std::lock_guard lock(mutex_);
    return fault_;
  }

 private:
  void ask() noexcept {
    std::optional<SqlError> fault;
    std::optional<Error> failure;
    try {
      const SqlStatus done = asking_->read([this](ResultRow row) { return take_row(row); });
      if (!done) fault = done.error();
      if (!block_.empty()) hand_over();
    } catch (...) {
      failure = current_failure(name());
    }
    {
      const std::lock_guard lock(mutex_);
      fault_ = std::move(fault);
      failure_ = std::move(failure);
      ended_ = true;
    }
    given_.notify_all();
  }

  bool take_row(ResultRow row) {
    const auto roles = sql_roles(events_of(question_.kind));
    std::size_t at = 0;
    char mark = '{';
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const std::optional<ColumnSource>& source = asking_->columns()[role];
      if (!source) continue;
      const std::string_view text = row[at];
      const bool timed = row[at + 2].data() != nullptr && !text.empty();
      FieldReader field(asking_->dialect(), row.subspan(at + 1, timed ? 2 : 1));
      const bool wrong = field.number() == 1;
      const std::int64_t instant = timed ? field.number() : 0;
      if (field.fault()) return false;
      at += Question::kOfEach;
      ((block_ += mark) += '"').append(roles[role].name) += "\":";
      mark = ',';
      std::string shown;
      if (timed)
        shown = shown_instant(
            instant, source->column.kind == ColumnClass::local && roles[role].use == RoleUse::time);
      if (wrong)
        (block_ += '[').append(json_string(text)) += ']';
      else if (text.empty())
        block_ += "null";
      else
        block_ += json_string(shown.empty() ? text : std::string_view(shown));
    }
    block_ += "}\n";
    if (block_.size() >= kBlockBytes) hand_over();
    return true;
  }

  void hand_over() {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [this] { return abandoned_ || blocks_.size() < kMostBlocks; });
    blocks_.push_back(std::exchange(block_, {}));
    block_.reserve(kBlockBytes + kBlockBytes / 8);
    given_.notify_one();
  }

  const SqlQuestion question_;
  const SqlConnectionPtr connection_;
  std::stop_source end_;
  std::stop_callback<std::function<void()>> on_stop_;
  QueryControl control_;
  std::optional<Question> asking_;
  std::string block_;         // of the thread alone
  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable given_;
  std::condition_variable taken_;
  std::deque<std::string> blocks_;
  bool begun_ = false;
  bool ended_ = false;
  bool abandoned_ = false;
  std::optional<SqlError> fault_;
  std::optional<Error> failure_;
  std::jthread thread_;
};

namespace {

template <class Rows>
class RowsSource : public ByteSource {
 public:
  explicit RowsSource(std::shared_ptr<Rows> rows) : rows_(std::move(rows)) {}
  ~RowsSource() override { rows_->end(); }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (at_ == block_.size()) {
      Result<std::string> block = rows_->take();
      if (!block) return block.error();
      block_ = std::move(*block);
      at_ = 0;
    }
    const std::size_t bytes = std::min(capacity, block_.size() - at_);
    std::memcpy(buffer, block_.data() + at_, bytes);
    at_ += bytes;
    position_ += bytes;
    return bytes;
  }
  [[nodiscard]] std::uint64_t position() const override { return position_; }
  [[nodiscard]] std::optional<std::uint64_t> length() const override { return std::nullopt; }

 private:
  std::shared_ptr<Rows> rows_;
  std::string block_;
  std::size_t at_ = 0;
  std::uint64_t position_ = 0;
};

}  // namespace

TableRows::TableRows(std::shared_ptr<Rows> rows) : rows_(std::move(rows)) {}
TableRows::TableRows(TableRows&&) noexcept = default;
TableRows& TableRows::operator=(TableRows&&) noexcept = default;
TableRows::~TableRows() = default;

SqlResult<TableRows> TableRows::find(SqlConnectionPtr connection, SqlQuestion question,
                                     std::stop_token stop) {
  auto rows = std::make_shared<Rows>(std::move(connection), std::move(question), std::move(stop));
  if (SqlStatus found = rows->find(); !found) return found.error();
  return TableRows(std::move(rows));
}

InputStream TableRows::stream() const {
  return [rows = rows_]() -> Result<OpenedStream> {
    if (Status begun = rows->begin(); !begun) return begun.error();
    return OpenedStream{std::make_unique<RowsSource<Rows>>(rows), rows->options(),
                        rows->engine_name(), rows->notes()};
  };
}

bool TableRows::at_work() const { return rows_->at_work(); }

std::optional<SqlError> TableRows::fault() const { return rows_->fault(); }

}  // namespace footfall
