#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/flat_index.h"
#include "model/core/parallel.h"
#include "model/core/text_pool.h"
#include "model/report/cleaning.h"

namespace footfall {

/// Tells pages apart by the class of their rows (RowClass), so that rows can be left out later. A
/// page's usual rows, those of the kind of input seen first that belong to no part, go by the
/// page's own number and cost nothing. Only a page that really has rows of another class has a
/// variant for them: 8 bytes, and 32 to 64 while rows are added.
class PageVariants {
 public:
  /// A page, or where kOther is set a variant.
  using Id = std::uint32_t;
  static constexpr Id kOther = Id{1} << 31;
  [[nodiscard]] static bool is_other(Id id) { return (id & kOther) != 0; }

  /// Makes ids of the pages of some rows.
  void number_all(TextId* pages, std::span<const RowClass> classes) {
    if (!settled_ && !classes.empty()) settle(classes.front());
    for (std::size_t i = 0; i < classes.size(); ++i)
      if (classes[i] != usual_) [[unlikely]]
        pages[i] = number(pages[i], classes[i]);
  }
  [[nodiscard]] Id number(TextId page, RowClass row_class);

  [[nodiscard]] RowClass usual() const { return usual_; }
  /// How many variants there are.
  [[nodiscard]] std::size_t size() const { return variants_.size(); }
  [[nodiscard]] TextId page_of(Id id) const {
    return is_other(id) ? variants_[id & ~kOther].page : id;
  }
  [[nodiscard]] RowClass class_of(Id id) const {
    return is_other(id) ? variants_[id & ~kOther].row_class : usual_;
  }

  /// What merge() and sort() made of ids.
  struct Mapping {
    std::vector<Id> pages;   ///< by page
    std::vector<Id> others;  ///< by variant
    [[nodiscard]] Id operator[](Id id) const {
      return is_other(id) ? others[id & ~kOther] : pages[id];
    }
  };
  /// Adds the variants of another, whose pages have other numbers here.
  [[nodiscard]] Mapping merge(const PageVariants& other, std::vector<TextId> pages,
                              StopCheck check = {});
  /// Gives the pages their new numbers, and variants theirs by page, then class.
  [[nodiscard]] Mapping sort(std::vector<TextId> pages, StopCheck check = {});

  [[nodiscard]] std::size_t memory() const {
    return variants_.capacity() * sizeof(Variant) + index_.memory();
  }

 private:
  struct Variant {
    TextId page;
    RowClass row_class;
    [[nodiscard]] std::uint64_t key() const {
      return std::uint64_t{page} << RowClass::kBits | row_class.bits();
    }
  };
  void settle(RowClass first) {
    settled_ = true;
    usual_ = first.plain();
  }

  bool settled_ = false;
  RowClass usual_;
  std::vector<Variant> variants_;
  FlatIndex index_;  // of variants_; empty where it has to be made again
};

}  // namespace footfall
