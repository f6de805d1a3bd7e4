#pragma once

#include <memory>
#include <vector>

#include "model/aggregate/page_variants.h"
#include "model/aggregate/visit_filter.h"
#include "model/core/text_interner.h"

namespace footfall {

/// What a filter keeps of kept pages and their variants, and what they are called in its report.
class PageChoice {
 public:
  /// `published`: the texts of `pages`, which are in byte order.
  PageChoice(const TextInterner& pages, const std::shared_ptr<const TextPool>& published,
             const PageVariants& variants, const VisitFilter& keep, const Cleaning& cleaning,
             StopCheck check);

  /// Every row is kept, under its page's own name.
  [[nodiscard]] bool everything() const { return everything_; }
  [[nodiscard]] bool keeps(PageVariants::Id id) const {
    return everything_ || (PageVariants::is_other(id) ? others_[id & ~PageVariants::kOther].kept
                                                      : pages_[id].kept);
  }
  /// Of what is kept: the number of its name among names().
  [[nodiscard]] TextId name_of(PageVariants::Id id) const {
    if (!PageVariants::is_other(id)) return everything_ ? id : pages_[id].name;
    return everything_ ? variants_.page_of(id) : others_[id & ~PageVariants::kOther].name;
  }
  /// Several pages have one name.
  [[nodiscard]] bool renames() const { return renames_; }
  /// In byte order.
  [[nodiscard]] const std::shared_ptr<const TextPool>& names() const { return names_; }

 private:
  struct Chosen {
    TextId name = 0;
    bool kept = false;
  };
  const PageVariants& variants_;
  bool everything_ = false;
  bool renames_ = false;
  std::vector<Chosen> pages_;
  std::vector<Chosen> others_;
  std::shared_ptr<const TextPool> names_;
};

/// What cleanings could leave of rows, of which there are so many by page and by variant.
[[nodiscard]] CleaningCounts count_cleaning(const TextInterner& pages, const PageVariants& variants,
                                            const std::vector<std::uint64_t>& of_pages,
                                            const std::vector<std::uint64_t>& of_variants,
                                            StopCheck check);

}  // namespace footfall
