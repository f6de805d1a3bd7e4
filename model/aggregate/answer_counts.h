#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "model/report/requests_report.h"

namespace footfall {

/// Totals by number, in half of the memory of the whole ones: what does not fit a row's words is
/// carried into a table beside it, which mostly stays empty.
class AnswerCounts {
 public:
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// New ones are zero.
  void resize(std::size_t size) { rows_.resize(size); }

  void prefetch(std::size_t number) const { __builtin_prefetch(&rows_[number], 1); }
  void add(std::size_t number, AnswerClass answer, std::uint64_t bytes) {
    Row& row = rows_[number];
    const bool bytes_carry = __builtin_add_overflow(row.bytes, bytes, &row.bytes);
    const bool count_carries = ++row.answers[static_cast<std::size_t>(answer)] == 0;
    if (bytes_carry || count_carries) [[unlikely]] {
      RequestTotals& carried = carried_[number];
      if (bytes_carry) carried.bytes += kBytesCarry;
      if (count_carries) carried.answers[static_cast<std::size_t>(answer)] += kCountCarry;
    }
  }
  void add(std::size_t number, const RequestTotals& totals) {
    RequestTotals sum = this->totals(number);
    sum += totals;
    set(number, sum);
  }
  [[nodiscard]] RequestTotals totals(std::size_t number) const {
    const Row& row = rows_[number];
    RequestTotals totals;
    for (std::size_t i = 0; i < row.answers.size(); ++i) totals.answers[i] = row.answers[i];
    totals.bytes = row.bytes;
    if (!carried_.empty()) [[unlikely]]
      if (const auto carried = carried_.find(number); carried != carried_.end())
        totals += carried->second;
    return totals;
  }

  /// Gives each its new number; all of them are there, once.
  void renumber(std::span<const std::uint32_t> new_numbers) {
    std::vector<Row> rows(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) rows[new_numbers[i]] = rows_[i];
    rows_.swap(rows);
    std::map<std::size_t, RequestTotals> carried;
    for (const auto& [number, totals] : carried_) carried.emplace(new_numbers[number], totals);
    carried_.swap(carried);
  }
  [[nodiscard]] std::size_t memory() const { return rows_.capacity() * sizeof(Row); }

 private:
  static constexpr UInt128 kBytesCarry = UInt128{1} << 64;
  static constexpr std::uint64_t kCountCarry = std::uint64_t{1} << 32;
  struct Row {
    std::uint64_t bytes = 0;
    std::array<std::uint32_t, kKinds<AnswerClass>> answers{};
  };
  void set(std::size_t number, const RequestTotals& totals) {
    Row& row = rows_[number];
    RequestTotals rest;
    row.bytes = static_cast<std::uint64_t>(totals.bytes);
    rest.bytes = totals.bytes - row.bytes;
    bool carries = rest.bytes != 0;
    for (std::size_t i = 0; i < row.answers.size(); ++i) {
      row.answers[i] = static_cast<std::uint32_t>(totals.answers[i]);
      rest.answers[i] = totals.answers[i] - row.answers[i];
      carries = carries || rest.answers[i] != 0;
    }
    if (carries) carried_[number] = rest;
  }

  std::vector<Row> rows_;
  std::map<std::size_t, RequestTotals> carried_;  // multiples of the carries
};

}  // namespace footfall
