#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/column_names.h"
#include "model/parse/field.h"
#include "model/parse/json_path.h"
#include "model/parse/role_source.h"

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
  /// Of a place within a table's JSON objects the values there.
  [[nodiscard]] const std::vector<Field>& samples(std::size_t place) const;
  /// Of a table: whether a sampled value of the column is an object or array of JSON.
  [[nodiscard]] bool holds_objects(std::size_t place) const;

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
  struct Inner {  ///< the sampled values within one column's objects
    std::vector<std::string> texts;
    std::vector<Field> fields;
  };
  [[nodiscard]] const std::vector<Field>& inner_samples(std::size_t place) const;
  [[nodiscard]] std::optional<ColumnNames::Found> find_exact(std::string_view wanted) const;
  [[nodiscard]] std::optional<ColumnNames::Found> find_in_objects(std::string_view wanted,
                                                                  bool any_values);
  std::size_t add(std::string name, Place place);

  std::vector<std::string> names_;
  std::vector<Place> places_;
  std::size_t size_;
  Kind kind_;
  Samples samples_;
  mutable std::map<std::size_t, std::shared_ptr<const Inner>> inner_;  // by place
  JsonRecords json_;
  ColumnNames whole_;
  ColumnNames last_parts_;
};

}  // namespace footfall
