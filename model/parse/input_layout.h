#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/event_type.h"
#include "model/parse/csv_layout.h"
#include "model/parse/input_options.h"
#include "model/parse/json_layout.h"
#include "model/parse/json_shape.h"
#include "model/parse/role_match.h"
#include "model/parse/value_forms.h"

namespace footfall {

class LogPlan;
struct LogChoice;

/// Where values stand: in a column, or where keys lead; with both, in the objects of a column.
struct RoleSource {
  std::size_t column = CsvLayout::kAbsent;
  JsonPath keys;
  bool must_occur = false;  ///< asked for by name, and in none of the first records: some record
                            ///< has to have it
};

/// How an input is read: what it is and which of its columns feed which event type. Made once per
/// input, by make_layout(), from its front alone; never changed then, whatever comes later.
struct InputLayout {
  InputFormat format = InputFormat::detect;  ///< never that once made
  EventTypes feeds;                          ///< event types this input has rows of
  CsvDialect dialect;                        ///< its record limit holds for every format
  std::size_t header_bytes = 0;     ///< to skip in front of the first row: blank lines and header
  std::size_t header_lines = 0;     ///< line ends among them
  std::size_t lines_left_out = 0;   ///< of the header's lines: titles and the like, blank ones
  JsonShape json;                   ///< where records stand in JSON; its `begin` is header_bytes
  std::size_t width = 0;            ///< columns, where there are any
  std::vector<std::string> header;  ///< their names as written, trimmed; empty without a header.
                                    ///< Of JSON the places that the first records have
  /// By event type: the places that its parser reads; those of the roles, in their order, where
  /// `composed` has none. Empty where fields stand by position.
  ByKind<EventType, std::vector<RoleSource>> roles;
  /// By event type: how its roles are made of places; empty where each is its place.
  ByKind<EventType, std::vector<ComposedRole>> composed;
  /// By event type: what was found for its roles, of those that it does not feed too.
  ByKind<EventType, RoleMatch> matches;
  std::vector<ReadingNote> notes;      ///< beside those of the matches
  std::shared_ptr<const LogPlan> log;  ///< of an access log: how its lines are read

  std::string encoding = "UTF-8";                             ///< what the text was in
  ByKind<EventType, ValueForms> forms;                        ///< how the values are written
  std::map<std::string, std::string, std::less<>> event_map;  ///< InputOptions::event_map

  /// What the bytes had to be unpacked or converted from, in words; empty: nothing.
  std::string decoding;

  /// Takes over what was found for an event type: its rows are read.
  void feed(EventType type, RoleMatch match, const Offer& offer);

  /// "CSV, semicolons", "NDJSON, gzip", "access log".
  [[nodiscard]] std::string description() const;
};

/// What an input is wanted for.
struct LayoutRequest {
  EventTypes wanted = EventTypes::all();
  bool required = false;  ///< types that it has no rows of are an error; else they are left out
  /// As a table with everything that is in it: it need feed nothing where its format is given.
  bool as_table = false;
  /// A table or JSON that feeds nothing is one too, to be looked at; examples of values are kept.
  bool inspected = false;
  bool forms = true;               ///< find out how values are written
  bool source_zone_given = false;  ///< it stands for zones that are not understood
  bool days_matter = false;        ///< days of campaigns choose rows: they must not stay unread
  std::int64_t now = 0;            ///< told to be the clock: what is behind it is to come
  bool row_classes = false;        ///< of logs, for cleaning that follows later
  std::stop_token stop = {};       ///< where reading on for a form is stopped: throws Stopped
};

/// The front of an input, and what is wanted of it.
struct InputHead {
  /// Finds the sample lines.
  InputHead(const std::string& path, std::string_view text, bool is_all,
            const InputOptions& options, const LayoutRequest& request);

  const std::string& path;  ///< named in errors
  std::string_view text;    ///< without byte-order mark
  bool is_all;              ///< the input ends with it
  const InputOptions& options;
  LayoutRequest request;
  std::vector<std::string_view> lines;  ///< the first that are not blank, without their ends
  /// How far the formats of access logs come; choose_log_format() sets it once it is asked for.
  mutable std::shared_ptr<const LogChoice> log_choice;
};

/// Completes a layout by the event types that an offer feeds: those asked for by name, else those
/// that have their own names there, else those that have synonyms. `header` is named in the error.
[[nodiscard]] Result<std::optional<InputLayout>> feed_reports(const InputHead& head, Offer& offer,
                                                              const std::string& header,
                                                              InputLayout layout);

/// Works out the layout from the front of an input. No value: more of the input is needed (a long
/// header).
[[nodiscard]] Result<std::optional<InputLayout>> make_layout(const InputHead& head);

}  // namespace footfall
