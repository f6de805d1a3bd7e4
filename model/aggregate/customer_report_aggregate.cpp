#include "model/aggregate/customer_report_aggregate.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "model/aggregate/small_amount.h"

namespace footfall {
namespace {

constexpr std::size_t kFirstFold = 4096;  // rows of a partition

std::string_view bytes_of(const Int128& units) {
  return {reinterpret_cast<const char*>(&units), sizeof units};
}

}  // namespace

CustomerReportAggregate::CustomerReportAggregate(const AggregateOptions& options)
    : options_(options), cells_(KeyTable::kPartitions), cells_policy_(kFirstFold), events_policy_(kFirstFold) {}

void CustomerReportAggregate::add(const PaymentRow& row) {
  staged_customers_[staged_count_] = row.customer;
  staged_ids_[staged_count_] = row.event_id;
  PaymentEntry& entry = staged_[staged_count_];
  const auto ts = static_cast<std::uint64_t>(row.ts);
  constexpr auto kDaySeconds = static_cast<std::uint64_t>(kSecondsPerDay);
  entry.combo = combos_.intern(static_cast<Day>(ts / kDaySeconds), row.event_type, row.currency);
  entry.second = static_cast<std::uint32_t>(ts % kDaySeconds);
  entry.wide = !to_small(row.amount, entry.small);
  entry.amount = row.amount;
  if (++staged_count_ == KeyTable::kBatch) flush();
}

void CustomerReportAggregate::flush() {
  std::array<KeyRef, KeyTable::kBatch> refs;
  customers_.intern_all(staged_customers_.data(), staged_count_, refs.data());
  for (std::size_t i = 0; i < staged_count_; ++i) {
    const std::size_t partition = KeyTable::partition_of(refs[i]);
    CustomerCells& cells = cells_[partition];
    staged_[i].customer = KeyTable::index_of(refs[i]);
    cells.add(staged_[i]);
    if (cells_policy_.due(cells.fresh(), cells.kept())) [[unlikely]]
      fold_cells(partition);
  }
  if (options_.report.distinct_events)
    for (std::size_t i = 0; i < staged_count_; ++i) {
      const std::size_t partition = events_.append(staged_ids_[i], values_of(staged_[i], refs[i]));
      if (events_policy_.due(events_.fresh(partition), events_.kept(partition))) [[unlikely]]
        fold_events(partition);
    }
  staged_count_ = 0;
}

void CustomerReportAggregate::fold_cells(std::size_t partition) {
  CustomerCells& cells = cells_[partition];
  const std::size_t fresh = cells.fresh();
  const std::size_t kept = cells.kept();
  cells.fold(combos_, customers_.partition(partition).size());
  cells_policy_.folded(fresh, cells.kept() - kept);
}

void CustomerReportAggregate::fold_events(std::size_t partition) {
  const std::size_t fresh = events_.fresh(partition);
  const std::size_t kept = events_.kept(partition);
  events_.fold(partition, [this](const EventValues& values) {
    cells_[KeyTable::partition_of(values.customer)].add(repeat_of(values));
  });
  events_policy_.folded(fresh, events_.kept(partition) - kept);
}

CustomerReportAggregate::EventValues CustomerReportAggregate::values_of(const PaymentEntry& entry,
                                                                        KeyRef customer) {
  EventValues values;
  values.customer = customer;
  values.combo = entry.combo;
  values.second_and_wide = entry.second << 1 | (entry.wide ? 1U : 0U);
  const std::int64_t amount = entry.wide ? wide_amounts_.intern(bytes_of(entry.amount.units)) : entry.small;
  std::memcpy(values.amount.data(), &amount, sizeof amount);
  return values;
}

PaymentEntry CustomerReportAggregate::repeat_of(const EventValues& values) const {
  PaymentEntry entry;
  entry.customer = KeyTable::index_of(values.customer);
  entry.combo = values.combo;
  entry.second = values.second_and_wide >> 1;
  entry.repeat = true;
  entry.wide = (values.second_and_wide & 1) != 0;
  std::memcpy(&entry.small, values.amount.data(), sizeof entry.small);
  if (entry.wide)
    std::memcpy(&entry.amount.units, wide_amounts_[static_cast<TextId>(entry.small)].data(), sizeof(Int128));
  return entry;
}

void CustomerReportAggregate::merge(std::vector<CustomerReportAggregate>&& others, const ParallelFor& parallel) {
  flush();
  for (CustomerReportAggregate& other : others) {
    other.flush();
    if (combos_.size() == 0) {
      *this = std::move(other);
      continue;
    }
    const auto combos = std::make_shared<const std::vector<ComboId>>(combos_.merge(other.combos_));
    std::vector<std::vector<std::uint32_t>> customers(KeyTable::kPartitions);
    parallel(KeyTable::kPartitions, [&](std::size_t p) {
      customers[p] = customers_.merge(p, other.customers_);
      cells_[p].merge(std::move(other.cells_[p]), customers[p], combos);
    });
    if (options_.report.distinct_events) merge_events(other, customers, *combos, parallel);
  }
}

void CustomerReportAggregate::merge_events(CustomerReportAggregate& other,
                                           const std::vector<std::vector<std::uint32_t>>& customers,
                                           const std::vector<ComboId>& combos, const ParallelFor& parallel) {
  const std::vector<TextId> wide_amounts = wide_amounts_.merge(other.wide_amounts_);
  parallel(EventLog<EventValues>::kPartitions, [&](std::size_t p) {
    events_.merge(p, other.events_, [&](EventValues& values) {
      const std::size_t partition = KeyTable::partition_of(values.customer);
      values.customer = KeyTable::ref_of(partition, customers[partition][KeyTable::index_of(values.customer)]);
      values.combo = combos[values.combo];
      if ((values.second_and_wide & 1) == 0) return;
      std::int64_t amount = 0;
      std::memcpy(&amount, values.amount.data(), sizeof amount);
      amount = wide_amounts[static_cast<std::size_t>(amount)];
      std::memcpy(values.amount.data(), &amount, sizeof amount);
    });
  });
}

void CustomerReportAggregate::finish(const ParallelFor& parallel) {
  flush();
  if (options_.report.distinct_events) {
    std::vector<std::vector<EventValues>> repeats(EventLog<EventValues>::kPartitions);
    parallel(EventLog<EventValues>::kPartitions, [&](std::size_t p) {
      events_.fold(p, [&](const EventValues& values) { repeats[p].push_back(values); });
    });
    for (const std::vector<EventValues>& of_partition : repeats)
      for (const EventValues& values : of_partition)
        cells_[KeyTable::partition_of(values.customer)].add(repeat_of(values));
    shared_.clear();
    for (std::size_t p = 0; p < EventLog<EventValues>::kPartitions; ++p)
      events_.for_each_shared(p, [&](std::uint32_t group, const EventValues& values) {
        shared_.push_back({std::uint64_t{p} << 32 | group, values.customer, values.combo});
      });
  }
  parallel(KeyTable::kPartitions, [&](std::size_t p) { cells_[p].fold(combos_, customers_.partition(p).size()); });
  sorted_ = sort_keys(customers_, parallel);
  event_types_ = std::make_shared<const TextPool>(combos_.types().pool());
}

std::shared_ptr<const CustomerReport> CustomerReportAggregate::report(const ReportOptions& options,
                                                                      const Filter& filter,
                                                                      const ParallelFor& parallel) const {
  const CustomerState from = state();
  const CustomerSelection selection(from, options, filter);
  std::shared_ptr<CustomerReport> report = make_customer_report(from, options, selection, parallel);
  if (options_.report.distinct_events) {
    const SelectedRows counts = count_rows(from, selection);
    report->duplicate_events = counts.rows - counts.events;
    report->conflicting_events = count_conflicts(selection);
  }
  return report;
}

std::uint64_t CustomerReportAggregate::count_conflicts(const CustomerSelection& selection) const {
  std::vector<KeyRef> customers;
  for (std::size_t i = 0; i < selection.customers(); ++i) customers.push_back(sorted_.refs[selection.place(i)]);
  std::sort(customers.begin(), customers.end());
  std::uint64_t conflicts = 0;
  for (std::size_t i = 0; i < shared_.size();) {
    const std::uint64_t group = shared_[i].group;
    std::uint64_t matching = 0;
    for (; i < shared_.size() && shared_[i].group == group; ++i)
      if (selection.has(shared_[i].combo) &&
          std::binary_search(customers.begin(), customers.end(), shared_[i].customer))
        ++matching;
    if (matching > 1) conflicts += matching;
  }
  return conflicts;
}

bool CustomerReportAggregate::can_report(const ReportOptions& options, const Filter& filter) const {
  const ReportOptions& loaded = options_.report;
  if (options.now != loaded.now || options.distinct_events != loaded.distinct_events) return false;
  return options_.keep_slices || (filter.empty() && options.event_types == loaded.event_types);
}

std::uint64_t CustomerReportAggregate::rows(const ReportOptions& options, const Filter& filter) const {
  const CustomerState from = state();
  return count_rows(from, CustomerSelection(from, options, filter)).rows;
}

std::size_t CustomerReportAggregate::memory() const {
  std::size_t bytes = customers_.memory() + combos_.memory() + events_.memory() + wide_amounts_.memory() +
                      shared_.capacity() * sizeof(SharedEvent) +
                      sorted_.refs.capacity() * (sizeof(KeyRef) + sizeof(std::string_view));
  for (const CustomerCells& cells : cells_) bytes += cells.memory();
  return bytes;
}

}  // namespace footfall
