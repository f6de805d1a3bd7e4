#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <type_traits>

// What comes in kinds is an enumeration that ends with `end`, and has one table with a row a kind.
namespace footfall {

template <class Kind>
inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::end);

/// All kinds in their order.
template <class Kind>
constexpr std::array<Kind, kKinds<Kind>> all_kinds() {
  std::array<Kind, kKinds<Kind>> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Kind>(i);
  return all;
}

/// One value a kind.
template <class Kind, class Value>
struct ByKind : std::array<Value, kKinds<Kind>> {
  using Base = std::array<Value, kKinds<Kind>>;
  constexpr Value& operator[](Kind kind) {
    return Base::operator[](static_cast<std::size_t>(kind));
  }
  constexpr const Value& operator[](Kind kind) const {
    return Base::operator[](static_cast<std::size_t>(kind));
  }
  friend bool operator==(const ByKind&, const ByKind&) = default;
};

/// The table of `rows`, each of which names its kind. It does not build where a kind has no row.
template <auto KindOf, class Row, std::size_t kRows>
consteval auto kind_table(const Row (&rows)[kRows]) {
  using Kind = std::remove_cvref_t<decltype(rows[0].*KindOf)>;
  static_assert(kRows == kKinds<Kind>, "a kind has no row");
  ByKind<Kind, Row> table{};
  for (std::size_t i = 0; i < kRows; ++i) {
    if (rows[i].*KindOf != static_cast<Kind>(i)) throw "rows stand in the order of the kinds";
    table[static_cast<Kind>(i)] = rows[i];
  }
  return table;
}

template <class Kind>
class KindSet {
 public:
  constexpr KindSet() = default;
  constexpr KindSet(Kind kind) { insert(kind); }
  constexpr KindSet(std::initializer_list<Kind> kinds) {
    for (const Kind kind : kinds) insert(kind);
  }
  static constexpr KindSet all() {
    KindSet kinds;
    for (const Kind kind : all_kinds<Kind>()) kinds.insert(kind);
    return kinds;
  }
  constexpr void insert(Kind kind) { bits_ |= bit(kind); }
  constexpr void erase(Kind kind) { bits_ &= ~bit(kind); }
  [[nodiscard]] constexpr bool contains(Kind kind) const { return (bits_ & bit(kind)) != 0; }
  [[nodiscard]] constexpr KindSet operator&(KindSet other) const {
    KindSet both;
    both.bits_ = bits_ & other.bits_;
    return both;
  }
  [[nodiscard]] constexpr KindSet operator|(KindSet other) const {
    KindSet either;
    either.bits_ = bits_ | other.bits_;
    return either;
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr bool operator==(const KindSet&) const = default;

 private:
  static_assert(kKinds<Kind> <= 32);
  static constexpr std::uint32_t bit(Kind kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  std::uint32_t bits_ = 0;
};

}  // namespace footfall
