#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How names of columns and keys are compared.
namespace footfall {

/// A name without byte-order marks, blanks (no-break ones too) and quotes around it.
[[nodiscard]] std::string_view bare_name(std::string_view name);
/// The bare name in lower case.
[[nodiscard]] std::string name_in_lower_case(std::string_view name);
/// Its letters and digits alone, in lower case: campaignId, Campaign ID and campaign-id are one.
[[nodiscard]] std::string name_letters(std::string_view name);
/// A name that ends in a bracket with a currency, UTC or GMT.
struct NameUnit {
  std::string_view name;  ///< in front of the bracket
  bool utc = false;       ///< it says where the times are from
};
[[nodiscard]] std::optional<NameUnit> name_unit(std::string_view name);

/// The names that an input has, looked up in three turns: as a whole, by letters, without unit.
class ColumnNames {
 public:
  /// `names` as written.
  explicit ColumnNames(const std::vector<std::string>& names);

  struct Found {
    std::size_t column = 0;
    bool doubled = false;  ///< another column has the name too, in the turn that finds it
    bool utc = false;      ///< found by a name that ends in (UTC)
  };
  [[nodiscard]] std::optional<Found> find(std::string_view wanted) const;

  /// The names most like `wanted`, nearest first, at most `most`.
  [[nodiscard]] std::vector<std::size_t> nearest(std::string_view wanted, std::size_t most) const;

 private:
  struct Name {
    std::string whole;
    std::string letters;
    std::string without_unit;  ///< letters; empty where there is no unit
    bool utc = false;
  };
  std::vector<Name> names_;
};

}  // namespace footfall
