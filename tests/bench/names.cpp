#include "tests/bench/names.h"

#include <array>
#include <cmath>
#include <string_view>

#include "tests/bench/random.h"
#include "tests/bench/shape.h"
#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

constexpr std::array<std::string_view, 24> kPopular = {"/",
                                                       "/search?q=garden+chair",
                                                       "/offers/winter-sale",
                                                       "/cart",
                                                       "/products/lamps",
                                                       "/products/chairs",
                                                       "/account/orders",
                                                       "/checkout/address",
                                                       "/checkout/payment",
                                                       "/checkout/thank-you",
                                                       "/products/desks/oak-standing-desk",
                                                       "/blog/small-rooms-big-ideas",
                                                       "/products/garden/folding-bench",
                                                       "/help/delivery-and-returns",
                                                       "/stores/find-a-store",
                                                       "/products/lamps/paper-moon",
                                                       "/newsletter/january",
                                                       "/account/sign-in",
                                                       "/products/sofas",
                                                       "/blog/how-to-oil-a-table",
                                                       "/wishlist",
                                                       "/products/shelves/ladder-shelf",
                                                       "/help/track-my-parcel",
                                                       "/about/careers"};
constexpr std::array<std::string_view, 12> kSections = {
    "/products/chairs/",  "/products/lamps/",   "/products/desks/",
    "/products/sofas/",   "/products/garden/",  "/products/rugs/",
    "/products/shelves/", "/products/kitchen/", "/blog/",
    "/products/beds/",    "/help/articles/",    "/offers/outlet/"};
constexpr std::array<std::string_view, 14> kQualities = {
    "oak",   "walnut", "linen",  "cotton", "steel",  "paper", "rattan",
    "brass", "marble", "velvet", "birch",  "copper", "wool",  "glass"};
constexpr std::array<std::string_view, 12> kThings = {
    "ladder-back", "paper-moon",   "old-harbour",   "wild-meadow", "small-studio", "nordic-light",
    "new-classic", "corner-piece", "folding-frame", "round-edge",  "tall-tree",    "mini-garden"};
constexpr std::array<std::string_view, 10> kThemes = {
    "spring-sale",  "back-to-school", "garden-days",   "winter-sale", "new-arrivals",
    "loyalty-club", "free-delivery",  "summer-outlet", "gift-guide",  "brand-story"};
constexpr std::array<std::string_view, 5> kChannels = {"search", "social", "video", "newsletter",
                                                       "display"};

}  // namespace

std::vector<std::string> page_names(std::uint64_t count) {
  std::vector<std::string> names;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (i < kPopular.size()) {
      names.emplace_back(kPopular[i]);
      continue;
    }
    const std::uint64_t bits = scramble(i);
    std::string name(kSections[bits % kSections.size()]);
    name += kQualities[(bits >> 16) % kQualities.size()];
    name += '-';
    name += kThings[(bits >> 32) % kThings.size()];
    name += '-';
    append_number(name, i);
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> campaign_names(std::uint64_t count, bool speaking) {
  std::vector<std::string> names;
  for (std::uint64_t i = 0; i < count; ++i) {
    std::string name;
    if (speaking) {
      name += kThemes[i % kThemes.size()];
      name += '-';
      name += kChannels[i / kThemes.size() % kChannels.size()];
      if (i >= kThemes.size() * kChannels.size()) {
        name += '-';
        append_number(name, i / (kThemes.size() * kChannels.size()) + 1);
      }
    } else {
      name = "CMP";
      append_padded(name, i + 1, i < 999 ? 3 : 9);
    }
    names.push_back(std::move(name));
  }
  return names;
}

std::uint64_t skewed(std::uint64_t count, Random& random) {
  const double unit = random.unit();
  return static_cast<std::uint64_t>(unit * std::sqrt(unit) * static_cast<double>(count));
}

}  // namespace footfall::bench
