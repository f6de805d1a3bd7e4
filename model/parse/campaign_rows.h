#pragma once

#include <array>
#include <string_view>

#include "model/core/decimal.h"
#include "model/core/null_words.h"
#include "model/parse/campaign_kernel.h"
#include "model/parse/csv_index.h"
#include "model/parse/csv_layout.h"
#include "model/parse/rows.h"

namespace footfall {

/// The fast lane for campaign rows of a CSV file: runs of plain rows, as the kernel defines them,
/// become typed rows without fields in between.
class PlainCampaignRows {
 public:
  explicit PlainCampaignRows(const CsvLayout& layout) : record_limit_(layout.dialect.record_limit) {
    const auto& c = layout.columns;
    columns_ = {layout.width, c[0], c[1], c[2], c[3], c[4], c[5]};
    usable_ = layout.path != VectorPath::portable && layout.plain_values &&
              layout.width <= campaign_kernel::kWidest;
    for (std::size_t column : {c[0], c[2], c[3], c[4], c[5]})
      usable_ = usable_ && column < layout.width;
  }
  [[nodiscard]] bool usable() const { return usable_; }

  /// Hands the plain rows from separator `first` on to take(row); returns their number.
  template <class Take>
  std::size_t read(std::string_view text, const CsvIndex& index, std::size_t first, Take take) {
    std::size_t total = 0;
    for (;;) {
      const std::size_t count =
          campaign_kernel::read_rows_avx2(text.data(), index.separators(), index.line_mask(), first,
                                          columns_, record_limit_, rows_.data(), rows_.size());
      for (std::size_t i = 0; i < count; ++i) {
        const campaign_kernel::Row& from = rows_[i];
        // A word that stands for a missing id is for the general way.
        const std::size_t id_size = from.campaign_end - from.campaign_begin;
        if ((id_size == 2 || id_size == 4) &&
            is_null_id({text.data() + from.campaign_begin, id_size})) [[unlikely]]
          return total + i;
        CampaignRow row;
        row.campaign = {text.data() + from.campaign_begin, from.campaign_end - from.campaign_begin};
        row.date = {text.data() + from.date_begin, from.date_end - from.date_begin};
        row.impressions = from.impressions;
        row.clicks = from.clicks;
        row.conversions = from.conversions;
        row.spend.units =
            static_cast<Int128>(from.spend) * static_cast<Int128>(kUnits[from.spend_decimals]);
        take(row);
      }
      total += count;
      first += count * columns_.width;
      if (count < rows_.size()) return total;
    }
  }

 private:
  static constexpr std::array<std::uint64_t, 8> kUnits = [] {
    std::array<std::uint64_t, 8> units{};
    for (unsigned i = 0; i < units.size(); ++i)
      units[i] = static_cast<std::uint64_t>(power_of_ten(Decimal::kDigits - i));
    return units;
  }();

  campaign_kernel::Columns columns_;
  std::size_t record_limit_;
  bool usable_;
  std::array<campaign_kernel::Row, 64> rows_;
};

}  // namespace footfall
