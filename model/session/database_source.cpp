#include "model/session/database_source.h"

#include <array>

namespace footfall {
namespace {

std::string quoted_part(const std::string& part) {
  if (part.find_first_of(".\"") == std::string::npos) return part;
  std::string out = "\"";
  for (const char c : part) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

}  // namespace

std::string table_text(const TableName& table) {
  if (!table.query.empty()) return table.query;
  return table.schema.empty() ? quoted_part(table.name)
                              : quoted_part(table.schema) + '.' + quoted_part(table.name);
}

std::string account_of(const ConnectionSettings& settings) {
  const bool v6 = settings.host.find(':') != std::string::npos;
  const std::string host = v6 ? '[' + settings.host + ']' : percent_encoded(settings.host);
  return std::string(kSqlEngineTable[settings.engine].scheme) + "://" +
         percent_encoded(settings.user) + '@' + host + ':' + std::to_string(settings.port);
}

std::string connection_url(const ConnectionSettings& settings) {
  constexpr std::array<const char*, 4> kModes = {"disable", "prefer", "require", "verify-full"};
  const SqlTimeouts usual;
  std::string url = account_of(settings) + '/' + percent_encoded(settings.database) +
                    "?sslmode=" + kModes[static_cast<std::size_t>(settings.tls)];
  if (!settings.authorities.empty()) url += "&sslrootcert=" + percent_encoded(settings.authorities);
  const auto add = [&url](const char* name, std::chrono::seconds value,
                          std::chrono::seconds usual_value) {
    if (value != usual_value) url += name + std::to_string(value.count());
  };
  add("&connect_timeout=", settings.timeouts.connect, usual.connect);
  add("&query_timeout=", settings.timeouts.query, usual.query);
  add("&silence_timeout=", settings.timeouts.silence, usual.silence);
  return url;
}

std::string database_url(const DatabaseSource& source) {
  std::string url = connection_url(source.settings) +
                    (source.table.query.empty() ? "&table=" : "&query=") +
                    percent_encoded(table_text(source.table));
  if (!source.where.empty()) url += "&where=" + percent_encoded(source.where);
  return url;
}

std::optional<ConnectionSettings> parse_connection_url(const std::string& url) {
  const auto read = parse_database_url(url, true);
  if (!read) return std::nullopt;
  return read->settings;
}

std::string source_id(const DatabaseSource& source) {
  return std::string(command_name(source.kind)) + ' ' + database_url(source);
}

SqlQuestion question_of(const DatabaseSource& source, const ReportOptions& options,
                        const Filter& filter) {
  SqlQuestion question;
  question.kind = source.kind;
  question.table = source.table;
  question.where = source.where;
  question.columns = source.columns;
  question.fetched = source.fetched;
  question.options = options;
  question.options.kinds = source.kind;
  question.filter = filter;
  question.display = source_id(source);
  question.all_visitors = true;
  question.wants_examples = [](const RowCounts&) { return true; };
  return question;
}

}  // namespace footfall
