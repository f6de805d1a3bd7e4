#include <algorithm>

#include "tests/support/twin_number.h"
#include "tests/support/twin_records.h"

namespace footfall::twin {
namespace {

/// One record as the contract's rules for quotes give it.
struct RawRecord {
  std::vector<std::string> fields;
  std::string fault;
  std::size_t end = 0;   ///< behind the last byte of the record, its line end not counted
  std::size_t next = 0;  ///< where reading goes on
};

/// A line of a table: CR CR LF is an end, too.
std::string_view csv_line(std::string_view bytes, std::size_t begin, std::size_t end) {
  std::string_view line = line_text(bytes, begin, end);
  if (end < bytes.size() && line.size() + 1 == end - begin && line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

class CsvReader {
 public:
  CsvReader(std::string_view bytes, const Options& options) : bytes_(bytes), options_(options) {}

  RawRecord record_at(std::size_t begin) {
    at_ = begin_ = begin;
    limit_ = begin + options_.record_limit;
    RawRecord record;
    while (true) {
      std::string field;
      const std::size_t opening = behind_blanks(at_);
      const bool quotes = opening < bytes_.size() && bytes_[opening] == '"';
      if (quotes) at_ = opening;
      const char* fault = quotes ? quoted(field) : plain(field);
      if (fault != nullptr) return reject(begin, fault);
      record.fields.push_back(field);
      if (at_line_end(at_)) break;
      ++at_;
    }
    if (at_ > limit_) return reject(begin, kTooLong);
    record.end = at_;
    while (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
    record.next = at_ + 1;
    return record;
  }

 private:
  [[nodiscard]] bool at_line_end(std::size_t at) const {
    if (at >= bytes_.size() || bytes_[at] == '\n') return true;
    if (bytes_[at] != '\r') return false;
    if (at + 1 == bytes_.size()) return bytes_.substr(0, begin_).ends_with("\r\n");
    return bytes_.substr(at, 2) == "\r\n" || bytes_.substr(at, 3) == "\r\r\n";
  }

  [[nodiscard]] std::size_t behind_blanks(std::size_t at) const {
    while (at < bytes_.size() && bytes_[at] != options_.delimiter &&
           (bytes_[at] == ' ' || bytes_[at] == '\t'))
      ++at;
    return at;
  }

  const char* plain(std::string& field) {
    while (!at_line_end(at_) && bytes_[at_] != options_.delimiter) field += bytes_[at_++];
    return at_ > limit_ ? kTooLong : nullptr;
  }

  const char* quoted(std::string& field) {
    const std::size_t opening = at_++;
    while (true) {
      if (at_ > limit_) return kTooLong;
      if (at_ >= bytes_.size() || at_ - opening > options_.quote_limit) return "unclosed quote";
      if (bytes_[at_] != '"') {
        field += bytes_[at_++];
      } else if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
        field += '"';
        at_ += 2;
      } else {
        at_ = behind_blanks(at_ + 1);
        break;
      }
    }
    if (at_ > limit_) return kTooLong;
    if (!at_line_end(at_) && bytes_[at_] != options_.delimiter) return "malformed row";
    return nullptr;
  }

  /// Only the first physical line is given up; of a record that is too long, all up to the first
  /// line end at or behind the limit.
  RawRecord reject(std::size_t begin, const char* fault) const {
    RawRecord record;
    const std::size_t end = line_end(bytes_, begin);
    record.fault = fault;
    record.end = begin + csv_line(bytes_, begin, end).size();
    record.next = 1 + (fault == kTooLong ? line_end(bytes_, std::min(limit_, bytes_.size())) : end);
    return record;
  }

  static constexpr const char* kTooLong = "record too long";
  std::string_view bytes_;
  const Options& options_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  ///< of the record
  std::size_t limit_ = 0;  ///< the record's bytes end here at the latest
};

std::string folded(std::string_view name) {
  std::string result(trimmed(name));
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool number_only(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

/// Column of each role; `width` is how many columns there are.
std::vector<std::size_t> columns_of(const Options& options, const std::vector<std::string>& header,
                                    std::size_t& width, std::string& failed) {
  const std::vector<Role> roles = roles_of(options.report);
  width = options.header ? header.size() : roles.size();
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const auto mapped = options.columns.find(roles[i].name);
    if (mapped != options.columns.end() && number_only(mapped->second)) {
      columns.push_back(std::stoul(mapped->second) - 1);
      continue;
    }
    if (!options.header) {
      columns.push_back(i);
      continue;
    }
    const std::string wanted =
        folded(mapped != options.columns.end() ? mapped->second : roles[i].name);
    std::size_t found = kAbsent;
    int times = 0;
    for (std::size_t column = header.size(); column-- > 0;) {
      if (folded(header[column]) != wanted) continue;
      found = column;
      ++times;
    }
    if (roles[i].required && times != 1) failed = roles[i].name;
    columns.push_back(found);
  }
  return columns;
}

}  // namespace

std::vector<Record> read_csv(const std::string& given, const Options& options,
                             std::string& failed) {
  // Where no line ends in LF, a CR outside quotes ends one.
  std::string bytes = given;
  if (bytes.find('\n') == std::string::npos) {
    bool quoted = false;
    for (char& c : bytes) {
      if (c == '"') quoted = !quoted;
      if (c == '\r' && !quoted) c = '\n';
    }
  }
  std::vector<Record> records;
  CsvReader reader(bytes, options);
  std::vector<std::size_t> columns;
  std::size_t width = 0;
  std::uint64_t line = 1;  // of the byte `counted`
  std::size_t counted = 0;
  if (!options.header) columns = columns_of(options, {}, width, failed);
  for (std::size_t at = start_of(bytes); at < bytes.size() && failed.empty();) {
    const std::size_t end = line_end(bytes, at);
    if (blank(csv_line(bytes, at, end))) {
      at = end + 1;
      continue;
    }
    const RawRecord raw = reader.record_at(at);
    if (columns.empty()) {
      columns = columns_of(options, raw.fields, width, failed);
      at = raw.next;
      continue;
    }
    // A record of nothing but empty fields is none.
    if (raw.fault.empty() && raw.fields.size() > 1 &&
        std::all_of(raw.fields.begin(), raw.fields.end(),
                    [](const std::string& field) { return trimmed(field).empty(); })) {
      at = raw.next;
      continue;
    }
    Record record;
    for (; counted < at; ++counted) line += bytes[counted] == '\n' ? 1U : 0U;
    record.line = line;
    record.offset = at;
    record.excerpt = excerpt_of(std::string_view(bytes).substr(at, raw.end - at));
    record.fault = raw.fault;
    for (std::size_t i = width; i < raw.fields.size() && record.fault.empty(); ++i)
      if (!raw.fields[i].empty()) record.fault = "too many fields";
    for (std::size_t column : columns) {
      Cell cell;
      if (column < raw.fields.size() && column < width)
        cell = {Cell::Kind::text, raw.fields[column]};
      record.cells.push_back(cell);
    }
    record.fields = raw.fields;
    records.push_back(record);
    at = raw.next;
  }
  return records;
}

}  // namespace footfall::twin
