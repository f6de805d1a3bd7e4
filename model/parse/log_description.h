#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/parse/json_path.h"
#include "model/parse/log_line.h"

// Formats of access logs as they are described: in a file of resources/log-formats, or in the
// notation of a server.
namespace footfall {

/// How a format of access logs looks. Of the three kinds one is filled.
struct LogDescription {
  std::string name;   ///< of its file
  std::string title;  ///< for people

  /// A line as texts and parts by turns: texts[0], parts[0], texts[1], ...; one text more than
  /// parts. After the last text anything may follow.
  struct Part {
    LogField field = LogField::word;
    std::size_t blanks = 0;  ///< of its own, where a blank ends it
  };
  std::vector<std::string> texts;
  std::vector<Part> parts;
  /// This part and those behind it may be missing at the end of a line.
  std::size_t optional_from = SIZE_MAX;
  /// Lines are of this format only where what it reads as agents looks like agents.
  bool agents_tell = false;
  /// A port stands behind every client: `{client}:{}`, of which one part is made.
  bool client_has_port = false;

  /// JSON objects: where a part stands, the likeliest place first.
  struct Member {
    LogField field = LogField::word;
    std::vector<JsonPath> paths;
  };
  std::vector<Member> members;

  /// Lines whose parts are told by a line of names: how that begins, what separates, and what the
  /// parts are called.
  std::string header;
  char separator = 0;
  struct Column {
    LogField field = LogField::word;
    std::vector<std::string> names;  ///< the first that is there
  };
  std::vector<Column> columns;

  [[nodiscard]] bool has(LogField field) const;
  /// Makes one part of a client and its port, which holds colons where it is an IPv6 address.
  void join_port();
  /// Of parts of one kind the first is read, the others are passed over.
  void read_once();
  /// What a visit needs and the description lacks, in words; empty: nothing.
  [[nodiscard]] std::string lacks() const;
};

/// Reads a description from the text of its file; `where` is named in the error,
/// ErrorKind::bad_log_format. The notation is described in resources/log-formats/README.
[[nodiscard]] Result<LogDescription> read_log_description(std::string_view text,
                                                          const std::string& name,
                                                          const std::string& where);

/// Reads Apache's notation (`%h %l %u %t "%r"`), that of nginx (`$remote_addr - ...`) or what
/// as_known_notation() makes of others. No value: it is none of them.
[[nodiscard]] std::optional<LogDescription> read_log_notation(std::string_view text);

}  // namespace footfall
