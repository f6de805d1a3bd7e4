#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "model/report/condition.h"

namespace footfall {

/// What a value has to hold in this order, from its beginning to its end, with anything between two
/// of them; one alone is all of it. Not of Match::is_not.
[[nodiscard]] std::vector<std::string_view> texts_in_order(const Condition& condition);

/// Every blank that trim_all_blanks() takes away.
inline constexpr std::array<std::string_view, 17> kAllBlanks = {" ",
                                                                "\t",
                                                                "\xC2\xA0",
                                                                "\xE2\x80\x80",
                                                                "\xE2\x80\x81",
                                                                "\xE2\x80\x82",
                                                                "\xE2\x80\x83",
                                                                "\xE2\x80\x84",
                                                                "\xE2\x80\x85",
                                                                "\xE2\x80\x86",
                                                                "\xE2\x80\x87",
                                                                "\xE2\x80\x88",
                                                                "\xE2\x80\x89",
                                                                "\xE2\x80\x8A",
                                                                "\xE2\x80\xAF",
                                                                "\xE2\x81\x9F",
                                                                "\xE3\x80\x80"};

}  // namespace footfall
