#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/event_type.h"
#include "model/parse/input_options.h"
#include "model/parse/offer.h"
#include "model/parse/role_source.h"
#include "model/parse/role_synonyms.h"
#include "model/parse/value_forms.h"
#include "model/report/reading_note.h"

// Which columns or keys of an input feed which roles.
namespace footfall {

enum class FoundBy : std::uint8_t { nothing, canonical_name, synonym, map };

struct RoleFound {
  FoundBy by = FoundBy::nothing;
  SourceWords words;                  ///< of the columns as the input writes them
  ComposedRole made;                  ///< of columns of the offer
  bool utc = false;                   ///< its name says that times are UTC
  std::vector<std::string> examples;  ///< of its values, where they were asked for
  bool required_synonym = false;      ///< a required role found by a synonym
  bool unseen = false;                ///< by a key that may come later: no sampled record has it
};

/// What an input has for one event type.
struct RoleMatch {
  std::vector<RoleFound> roles;     ///< by role
  std::vector<std::size_t> absent;  ///< required roles without a source
  std::optional<Error> fault;       ///< a name that is doubled, a mapped one that is not there
  std::vector<ReadingNote> notes;
  /// Of the absent roles, once propose_sources() looked for them.
  std::string proposal;        ///< a --map that names them all
  std::string scale_proposed;  ///< a --scale that goes with it, or empty

  [[nodiscard]] bool complete() const { return absent.empty() && !fault; }
  /// All required roles have their own names or were mapped.
  [[nodiscard]] bool by_name() const;
  [[nodiscard]] std::size_t found() const;
};

/// `path` is named in errors. `synonyms`: whether required roles take them.
[[nodiscard]] RoleMatch match_roles(EventType type, Offer& offer, bool synonyms,
                                    const InputOptions& options, const std::string& path);

/// Where the report was not asked for by name: adds to the absent roles those that tell the event
/// type (Role::telling) where none of their number is there. `synonyms`: whether one may be.
void want_telling_roles(EventType type, const Offer& offer, bool synonyms, RoleMatch& match);

/// Keeps up to three values of each role that was found, all different.
void keep_examples(const Offer& offer, RoleMatch& match);

/// Whether a line of names has every required role of the event type, whatever its values are;
/// unless the report is `asked` for by name, those that tell it too.
[[nodiscard]] bool names_all_roles(EventType type, const std::vector<std::string>& names,
                                   const InputOptions& options, bool asked);

/// Whether a value that is not empty is of the kind.
[[nodiscard]] bool value_fits(ValueKind kind, const Field& field);

/// Whether a name is one of section "columns and roles": of a role, or a synonym.
[[nodiscard]] bool is_role_name(std::string_view name);

/// Looks for what may stand for the absent roles.
void propose_sources(EventType type, const Offer& offer, RoleMatch& match);

/// The message's parts where required roles are absent: all of them, and a --map for them by the
/// nearest names.
[[nodiscard]] Error missing_roles(EventType type, RoleMatch& match, const Offer& offer,
                                  const std::string& path, const std::string& header);

}  // namespace footfall
