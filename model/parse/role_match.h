#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/event_type.h"
#include "model/parse/column_names.h"
#include "model/parse/field.h"
#include "model/parse/input_options.h"
#include "model/parse/json_layout.h"
#include "model/parse/role_source.h"
#include "model/parse/role_synonyms.h"
#include "model/report/reading_note.h"

// Which columns or keys of an input feed which roles.
namespace footfall {

/// What an input offers: the columns of a table, or the paths of its JSON objects. A place is one
/// of them, or leads into the JSON objects of a column.
class Offer {
 public:
  /// The sampled values of one column; asked for only where they decide.
  using Samples = std::function<const std::vector<Field>&(std::size_t column)>;
  enum class Kind : std::uint8_t { table, paths };
  struct Place {
    std::size_t column = 0;  ///< of the table; of paths the index of its name
    JsonPath keys;           ///< from the object in the column down; of paths the whole path
  };
  /// What else is to be known of JSON.
  struct JsonRecords {
    /// The keys that a path leads by in the sampled records, arrays among them.
    std::function<std::optional<JsonPath>(const std::string& path)> find;
    /// Whether a key stands in one of the first records, broken ones too.
    std::function<bool(std::string_view key)> mentions;
  };
  /// Of a table.
  Offer(std::vector<std::string> names, Samples samples);
  /// Of JSON: the keys of each name.
  Offer(std::vector<std::string> names, std::vector<JsonPath> keys, Samples samples,
        JsonRecords json);

  /// As the input writes them; the names of the offer first, then of places added.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] Kind kind() const { return kind_; }
  /// How many names the input has.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const std::vector<Field>& samples(std::size_t place) const;

  /// By the whole name; of paths then by the last part of two words, where one path alone has it;
  /// of tables by a column whose objects a path leads into.
  [[nodiscard]] std::optional<ColumnNames::Found> find(std::string_view wanted);
  /// As find(), of the name that a person gives: a path that no sampled row has is a place too.
  [[nodiscard]] std::optional<ColumnNames::Found> find_mapped(const ColumnRef& ref);
  /// Of paths: a role's own, whether the sampled rows have it or not; none where `required`, and
  /// none of the rows that there are so much as mentions it.
  [[nodiscard]] std::optional<ColumnNames::Found> expect(std::string_view path, bool required);
  [[nodiscard]] std::vector<std::size_t> nearest(std::string_view wanted, std::size_t most) const;

 private:
  [[nodiscard]] std::optional<ColumnNames::Found> find_exact(std::string_view wanted) const;
  [[nodiscard]] std::optional<ColumnNames::Found> find_in_objects(std::string_view wanted,
                                                                  bool any_values);
  std::size_t add(std::string name, Place place);

  std::vector<std::string> names_;
  std::vector<Place> places_;
  std::size_t size_;
  Kind kind_;
  Samples samples_;
  JsonRecords json_;
  ColumnNames whole_;
  ColumnNames last_parts_;
};

enum class FoundBy : std::uint8_t { nothing, canonical_name, synonym, map };

struct RoleFound {
  FoundBy by = FoundBy::nothing;
  SourceWords words;                  ///< of the columns as the input writes them
  ComposedRole made;                  ///< of columns of the offer
  bool utc = false;                   ///< its name says that times are UTC
  std::vector<std::string> examples;  ///< of its values, where they were asked for
  bool required_synonym = false;      ///< a required role found by a synonym
};

/// What an input has for one event type.
struct RoleMatch {
  std::vector<RoleFound> roles;     ///< by role
  std::vector<std::size_t> absent;  ///< required roles without a source
  std::optional<Error> fault;       ///< a name that is doubled, a mapped one that is not there
  std::vector<ReadingNote> notes;

  [[nodiscard]] bool complete() const { return absent.empty() && !fault; }
  /// All required roles have their own names or were mapped.
  [[nodiscard]] bool by_name() const;
  [[nodiscard]] std::size_t found() const;
};

/// `path` is named in errors. `synonyms`: whether required roles take them.
[[nodiscard]] RoleMatch match_roles(EventType type, Offer& offer, bool synonyms,
                                    const InputOptions& options, const std::string& path);

/// Keeps up to three values of each role that was found, all different.
void keep_examples(const Offer& offer, RoleMatch& match);

/// Whether a line of names has every required role of the event type, whatever its values are.
[[nodiscard]] bool names_all_roles(EventType type, const std::vector<std::string>& names,
                                   const InputOptions& options);

/// Whether a value that is not empty is of the kind.
[[nodiscard]] bool value_fits(RoleValue kind, const Field& field);

/// Whether a name is one of section "columns and roles": of a role, or a synonym.
[[nodiscard]] bool is_role_name(std::string_view name);

/// The message's parts where required roles are absent: all of them, and a --map for them by the
/// nearest names.
[[nodiscard]] Error missing_roles(EventType type, const RoleMatch& match, const Offer& offer,
                                  const std::string& path, const std::string& header);

}  // namespace footfall
