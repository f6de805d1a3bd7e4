#include "model/aggregate/customer_report_cells.h"

#include <algorithm>
#include <utility>

namespace footfall {
namespace {

constexpr std::size_t kFirstBlock = 1024;
constexpr std::size_t kSecondBlock = 8 * 1024;
constexpr std::size_t kOtherBlocks = 256 * 1024;  // pages of their own

std::shared_ptr<const std::vector<ComboId>> compose(const std::vector<ComboId>& first,
                                                    const std::vector<ComboId>& then) {
  auto both = std::make_shared<std::vector<ComboId>>(first);
  for (ComboId& combo : *both) combo = then[combo];
  return both;
}

}  // namespace

void CustomerCells::add_block(std::size_t needed) {
  const std::size_t usual = log_.empty()       ? kFirstBlock
                            : log_.size() == 1 ? kSecondBlock
                                               : kOtherBlocks;
  log_.emplace_back(std::max(needed, usual));
}

void CustomerCells::merge(CustomerCells&& other, const ComboMap& combos, StopCheck check) {
  if (!other.log_.empty()) guest_logs_.push_back({std::move(other.log_), combos});
  for (GuestLog& guest : other.guest_logs_)
    guest_logs_.push_back({std::move(guest.log), compose(*guest.combos, *combos)});
  fresh_ += other.fresh_;

  const std::vector<TextId> here = customers_.merge(other.customers_, check);
  const auto take_cells = [&](Cells&& cells, const std::vector<TextId>* there, ComboMap map) {
    GuestCells guest{std::move(cells), {}, std::move(map)};
    for (TextId customer = 0; customer < here.size(); ++customer) {
      check();
      const TextId number = there == nullptr           ? customer + 1
                            : customer < there->size() ? (*there)[customer]
                                                       : 0;
      if (number == 0) continue;
      if (guest.customer_there.size() <= here[customer])
        guest.customer_there.resize(here[customer] + std::size_t{1});
      guest.customer_there[here[customer]] = number;
    }
    guest_cells_.push_back(std::move(guest));
  };
  for (GuestCells& guest : other.guest_cells_)
    take_cells(std::move(guest.cells), &guest.customer_there, compose(*guest.combos, *combos));
  if (!other.cells_.bytes.empty()) take_cells(std::move(other.cells_), nullptr, combos);
  other = {};
}

std::size_t CustomerCells::memory() const {
  std::size_t bytes = customers_.memory() + cells_.bytes.capacity() +
                      cells_.begin.capacity() * sizeof(std::size_t) +
                      cells_.days.capacity() * sizeof(std::uint32_t);
  const auto log_bytes = [](const Log& log) {
    std::size_t used = 0;
    for (const Block<char>& block : log) used += block.used;
    return used;
  };
  bytes += log_bytes(log_);
  for (const GuestLog& guest : guest_logs_) bytes += log_bytes(guest.log);
  for (const GuestCells& guest : guest_cells_) bytes += guest.cells.bytes.capacity();
  return bytes;
}

}  // namespace footfall
