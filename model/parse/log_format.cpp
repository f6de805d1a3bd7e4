#include "model/parse/log_format.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/core/decimal.h"
#include "model/parse/find_byte.h"
#include "model/parse/shipped_log_data.h"

namespace footfall {
namespace {

constexpr std::size_t kMostColumns = 4096;  // of a line of names; no server writes as many
constexpr std::size_t kLongestDescription = std::size_t{64} << 10;

// Common and Combined, whatever their files call the parts that do not matter.
bool is_combined(const LogDescription& format) {
  using F = LogField;
  const std::vector<F> common = {F::client,  F::word,   F::user, F::time,
                                 F::request, F::status, F::bytes};
  std::vector<F> combined = common;
  combined.insert(combined.end(), {F::referrer, F::agent});
  std::vector<F> parts;
  std::string texts;
  for (const LogDescription::Part& part : format.parts) {
    parts.push_back(part.field);
    if (part.blanks > 0) return false;
  }
  for (const std::string& text : format.texts) texts += '{' + text;
  return (parts == common && texts == "{{ { { [{] \"{\" { {") ||
         (parts == combined && texts == "{{ { { [{] \"{\" { { \"{\" \"{\"");
}

std::vector<JsonPath> all_paths(const LogDescription& format) {
  std::vector<JsonPath> paths;
  for (const LogDescription::Member& member : format.members)
    paths.insert(paths.end(), member.paths.begin(), member.paths.end());
  return paths;
}

LogFormat::Way way_of(const LogDescription& format) {
  if (!format.members.empty()) return LogFormat::Way::json;
  if (!format.header.empty()) return LogFormat::Way::header;
  return is_combined(format) ? LogFormat::Way::combined : LogFormat::Way::steps;
}

const std::vector<LogFormatPtr>& shipped() {
  static const std::vector<LogFormatPtr> formats = [] {
    std::vector<LogFormatPtr> all;
    for (const ShippedLogFormat& file : shipped_log_formats()) {
      Result<LogDescription> read =
          read_log_description(file.text, std::string(file.name), std::string(file.name));
      if (read) all.push_back(std::make_shared<LogFormat>(std::move(*read)));
    }
    return all;
  }();
  return formats;
}

Result<LogFormatPtr> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorKind::no_permission, path.string(), {}, {}};
  std::string text(kLongestDescription, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  Result<LogDescription> read = read_log_description(text, path.filename().string(), path.string());
  if (!read) return read.error();
  return LogFormatPtr(std::make_shared<LogFormat>(std::move(*read)));
}

// The next value of a line, which moves behind it; quotes around it are taken off.
std::string_view next_value(std::string_view& line, char separator, bool& more) {
  std::string_view value;
  const bool quoted = separator == ',' || separator == ' ' || separator == '\t';
  if (quoted && line.starts_with('"')) {
    std::size_t end = line.find('"', 1);
    while (end != kNotFound && end + 1 < line.size() && line[end + 1] == '"')
      end = line.find('"', end + 2);
    value = line.substr(1, end == kNotFound ? kNotFound : end - 1);
    line.remove_prefix(end == kNotFound ? line.size() : end + 1);
    more = line.starts_with(separator);
    line.remove_prefix(more ? 1 : 0);
    return value;
  }
  const std::size_t end = find_byte(line, 0, separator);
  value = line.substr(0, end);
  more = end != kNotFound;
  line.remove_prefix(more ? end + 1 : line.size());
  return value;
}

}  // namespace

LogFormat::LogFormat(LogDescription description)
    : description_(std::move(description)),
      way_(way_of(description_)),
      steps_(description_),
      json_(all_paths(description_)) {
  for (const LogDescription::Member& member : description_.members)
    json_parts_.insert(json_parts_.end(), member.paths.size(), member.field);
}

Result<std::vector<LogFormatPtr>> known_log_formats(const std::string& folder) {
  std::vector<LogFormatPtr> formats = shipped();
  std::error_code fault;
  std::vector<std::filesystem::path> files;
  if (!folder.empty())
    for (std::filesystem::directory_iterator it(folder, fault), end; !fault && it != end;
         it.increment(fault)) {
      const std::string name = it->path().filename().string();
      std::error_code other;
      if (!name.starts_with('.') && !name.ends_with('~') && name != "README" &&
          it->is_regular_file(other))
        files.push_back(it->path());
    }
  std::ranges::sort(files);
  const auto name_of = [](const LogFormatPtr& format) { return format->description().name; };
  for (const std::filesystem::path& path : files) {
    Result<LogFormatPtr> format = read_file(path);
    if (!format) return format.error();
    const auto same = std::ranges::find(formats, name_of(*format), name_of);
    if (same != formats.end())
      *same = *format;
    else
      formats.push_back(*format);
  }
  std::ranges::sort(formats, {}, name_of);
  return formats;
}

std::string user_log_formats() {
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  const char* const home = std::getenv("HOME");
  // Only whole paths count.
  if (config != nullptr && config[0] == '/') return std::string(config) + "/footfall/log-formats";
  if (home != nullptr && home[0] == '/') return std::string(home) + "/.config/footfall/log-formats";
  return {};
}

Result<LogFormatPtr> named_log_format(const std::string& words, const std::string& folder) {
  Result<std::vector<LogFormatPtr>> known = known_log_formats(folder);
  if (!known) return known.error();
  std::string names;
  for (const LogFormatPtr& format : *known) {
    if (format->description().name == words) return format;
    names += (names.empty() ? "" : ", ") + format->description().name;
  }
  std::optional<LogDescription> description = read_log_notation(words);
  if (!description)
    return Error{ErrorKind::bad_option, "--log-format", words,
                 "one of " + names +
                     ", or a format in the notation of Apache (%h %l %u %t \"%r\" %>s %b), nginx "
                     "($remote_addr - $remote_user [$time_local] \"$request\"), Envoy, GoAccess, "
                     "Gunicorn, HAProxy, morgan, Squid or W3C (#Fields: ...), its parts apart"};
  if (const std::string lacking = description->lacks(); !lacking.empty())
    return Error{ErrorKind::bad_option, "--log-format", words,
                 "a format that has " + lacking + ", which a visit needs"};
  return LogFormatPtr(std::make_shared<LogFormat>(std::move(*description)));
}

LogNamesPtr read_log_names(const LogDescription& description, std::string_view line) {
  if (description.header.empty() || !line.starts_with(description.header)) return nullptr;
  auto names = std::make_shared<LogNames>();
  names->separator = description.separator;
  const bool directive = description.header.ends_with(':');
  std::string_view rest = directive ? line.substr(description.header.size()) : line;
  std::vector<std::string_view> columns;
  while (!rest.empty() && columns.size() <= kMostColumns) {
    if (directive) {
      const std::size_t begin = rest.find_first_not_of(" \t");
      if (begin == kNotFound) break;
      const std::size_t end = std::min(rest.find_first_of(" \t", begin), rest.size());
      columns.push_back(rest.substr(begin, end - begin));
      rest.remove_prefix(end);
    } else {
      bool more = false;
      columns.push_back(next_value(rest, description.separator, more));
    }
  }
  if (columns.size() > kMostColumns) return names;
  names->columns.assign(columns.size(), LogField::word);
  bool client = false;
  bool time = false;
  bool target = false;
  for (const LogDescription::Column& column : description.columns)
    for (const std::string& name : column.names) {
      const auto at = std::ranges::find(columns, name);
      if (at == columns.end()) continue;
      names->columns[static_cast<std::size_t>(at - columns.begin())] = column.field;
      client = client || column.field == LogField::client || column.field == LogField::forwarded;
      time = time || column.field == LogField::time;
      target = target || column.field == LogField::target || column.field == LogField::request;
      break;
    }
  names->complete = client && time && target;
  return names;
}

bool read_named_line(const LogNames& names, std::string_view line, LogLine& parts) {
  parts = {};
  if (!names.complete) return false;
  bool more = true;
  for (const LogField field : names.columns) {
    if (!more) return false;
    const std::string_view value = next_value(line, names.separator, more);
    if (field != LogField::word) parts.parts[field] = value;
  }
  return !more && line.empty();
}

void LogNamesByPlace::add(std::uint64_t offset, LogNamesPtr names) {
  const std::lock_guard lock(mutex_);
  names_.insert_or_assign(offset, std::move(names));
}

LogNamesPtr LogNamesByPlace::before(std::uint64_t offset) const {
  const std::lock_guard lock(mutex_);
  const auto next = names_.lower_bound(offset);
  return next == names_.begin() ? nullptr : std::prev(next)->second;
}

}  // namespace footfall
