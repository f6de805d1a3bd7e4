#include "model/aggregate/page_variants.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace footfall {

PageVariants::Id PageVariants::number(TextId page, RowClass row_class) {
  if (row_class == usual_) return page;
  bool fresh = false;
  if (index_.size() != variants_.size())
    for (const Variant& variant : variants_) static_cast<void>(index_.insert(variant.key(), fresh));
  const Variant variant{page, row_class};
  const std::uint32_t number = index_.insert(variant.key(), fresh);
  if (fresh) variants_.push_back(variant);
  return kOther | number;
}

PageVariants::Mapping PageVariants::merge(const PageVariants& other, std::vector<TextId> pages,
                                          StopCheck check) {
  if (!settled_ && other.settled_) settle(other.usual_);
  Mapping mapping;
  mapping.others.reserve(other.variants_.size());
  for (const Variant& variant : other.variants_) {
    check();
    mapping.others.push_back(number(pages[variant.page], variant.row_class));
  }
  mapping.pages = std::move(pages);
  if (other.settled_ && other.usual_ != usual_) {
    for (Id& page : mapping.pages) {
      check();
      page = number(page, other.usual_);
    }
  }
  return mapping;
}

PageVariants::Mapping PageVariants::sort(std::vector<TextId> pages, StopCheck check) {
  Mapping mapping;
  mapping.pages = std::move(pages);
  index_.clear();
  for (Variant& variant : variants_) variant.page = mapping.pages[variant.page];
  std::vector<std::uint32_t> order(variants_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t i) {
    check();
    return variants_[i].key();
  });
  std::vector<Variant> sorted;
  sorted.reserve(order.size());
  mapping.others.resize(order.size());
  for (const std::uint32_t i : order) {
    mapping.others[i] = kOther | static_cast<Id>(sorted.size());
    sorted.push_back(variants_[i]);
  }
  variants_ = std::move(sorted);
  return mapping;
}

}  // namespace footfall
