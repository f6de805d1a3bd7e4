#include "model/aggregate/user_activity.h"

#include <algorithm>
#include <cstring>

#include "model/aggregate/small_amount.h"
#include "model/core/short_text.h"
#include "model/report/commonest_texts.h"

namespace footfall {
namespace {

constexpr std::size_t kFirstFold = 4096;  // rows of a partition
constexpr std::array<std::string_view, 3> kKnownTypeNames = {"click", "view", "purchase"};

std::string_view bytes_of(const Int128& units) {
  return {reinterpret_cast<const char*>(&units), sizeof units};
}

// Each name once, in byte order.
std::vector<std::string> distinct_names(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

UserActivity::UserActivity(const AggregateOptions& options)
    : repeats_(KeyTable::kPartitions), policy_(kFirstFold), abandoned_(options.abandoned) {
  for (const std::string_view name : kKnownTypeNames) (void)types_.intern(name);
}

void UserActivity::add(const ActivityRow& row) {
  staged_users_[staged_] = row.user;
  staged_ids_[staged_] = row.id;
  Values& values = staged_values_[staged_];
  values.price = 0;
  std::uint32_t price_kind = kNoPrice;
  if (row.price) {
    price_kind = kSmallPrice;
    if (!to_small(*row.price, values.price)) {
      price_kind = kWidePrice;
      values.price = wide_prices_.intern(bytes_of(row.price->units));
    }
  }
  values.type_and_price_kind = type_id(row.type) << 2 | price_kind;
  if (++staged_ == KeyTable::kBatch) flush();
}

// The types of nearly all rows are compared as words.
TextId UserActivity::type_id(std::string_view type) {
  static const std::array<ShortText, kKnownTypes> known = [] {
    std::array<ShortText, kKnownTypes> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string padded =
          std::string(kKnownTypeNames[i]) + std::string(ShortText::kMost, '\0');
      texts[i] = ShortText::of(std::string_view(padded).substr(0, kKnownTypeNames[i].size()));
    }
    return texts;
  }();
  // A type that is missing has no bytes at all.
  if (!type.empty() && ShortText::names(type)) [[likely]] {
    const ShortText text = ShortText::of(type);
    for (std::uint32_t i = 0; i < kKnownTypes; ++i)
      if (text == known[i]) return i;
  }
  return types_.intern(type);
}

void UserActivity::flush() {
  std::array<KeyRef, KeyTable::kBatch> refs;
  users_.intern_all(staged_users_.data(), staged_, refs.data());
  // In a loop of its own: values read whole right behind a write of their part would wait for it.
  for (std::size_t i = 0; i < staged_; ++i) staged_values_[i].user = refs[i];
  for (std::size_t i = 0; i < staged_; ++i) {
    const std::size_t partition = events_.append(staged_ids_[i], staged_values_[i]);
    if (policy_.due(events_.fresh(partition), events_.kept(partition))) [[unlikely]]
      fold(partition);
  }
  staged_ = 0;
}

void UserActivity::fold(std::size_t partition) {
  const std::size_t fresh = events_.fresh(partition);
  const std::size_t kept = events_.kept(partition);
  events_.fold(
      partition, [this](const Values& values) { note_repeat(values.user); }, StopCheck(abandoned_));
  policy_.folded(fresh, events_.kept(partition) - kept);
}

void UserActivity::note_repeat(KeyRef user) {
  std::vector<std::uint64_t>& repeats = repeats_[KeyTable::partition_of(user)];
  const std::size_t index = KeyTable::index_of(user);
  if (repeats.size() <= index)
    repeats.resize(users_.partition(KeyTable::partition_of(user)).size());
  ++repeats[index];
}

DecimalSum UserActivity::price_of(const Values& values) const {
  switch (values.price_kind()) {
    case kSmallPrice:
      return from_small(values.price);
    case kWidePrice: {
      Int128 units = 0;
      std::memcpy(&units, wide_prices_[static_cast<TextId>(values.price)].data(), sizeof units);
      return DecimalSum(units);
    }
    default:
      return {};
  }
}

void UserActivity::merge(std::vector<UserActivity>&& others, const ParallelFor& parallel) {
  flush();
  for (UserActivity& other : others) {
    other.flush();
    if (users_.size() == 0) {
      *this = std::move(other);
      continue;
    }
    const std::vector<TextId> types = types_.merge(other.types_, parallel.stop_check());
    const std::vector<TextId> wide_prices =
        wide_prices_.merge(other.wide_prices_, parallel.stop_check());
    std::vector<std::vector<std::uint32_t>> users(KeyTable::kPartitions);
    parallel(KeyTable::kPartitions, [&](std::size_t p) {
      users[p] = users_.merge(p, other.users_, parallel.stop_check());
      std::vector<std::uint64_t>& repeats = repeats_[p];
      const std::vector<std::uint64_t>& added = other.repeats_[p];
      if (!added.empty()) repeats.resize(users_.partition(p).size());
      for (std::size_t i = 0; i < added.size(); ++i) repeats[users[p][i]] += added[i];
    });
    parallel(EventLog<Values>::kPartitions, [&](std::size_t p) {
      const auto change = [&](Values& values) {
        const std::size_t partition = KeyTable::partition_of(values.user);
        values.user =
            KeyTable::ref_of(partition, users[partition][KeyTable::index_of(values.user)]);
        values.type_and_price_kind = types[values.type()] << 2 | values.price_kind();
        if (values.price_kind() == kWidePrice)
          values.price = wide_prices[static_cast<std::size_t>(values.price)];
      };
      events_.merge(p, other.events_, change, parallel.stop_check());
    });
  }
}

void UserActivity::finish(const ParallelFor& parallel) {
  flush();
  std::vector<std::vector<KeyRef>> repeats(EventLog<Values>::kPartitions);
  parallel(EventLog<Values>::kPartitions, [&](std::size_t p) {
    events_.fold(
        p, [&](const Values& values) { repeats[p].push_back(values.user); }, parallel.stop_check());
  });
  StopCheck check = parallel.stop_check();
  for (const std::vector<KeyRef>& users : repeats)
    for (const KeyRef user : users) {
      check();
      note_repeat(user);
    }
  shared_.clear();
  for (std::size_t p = 0; p < EventLog<Values>::kPartitions; ++p)
    events_.for_each_shared(p, [&](std::uint32_t group, const Values& values) {
      check();
      shared_.push_back({std::uint64_t{p} << 32 | group, values.user});
    });
  publish(count_users(parallel), parallel);
}

UserActivity::Cells UserActivity::count_users(const ParallelFor& parallel) const {
  // Events are spread by their ids, cells by their users: a first round sorts the events into boxes
  // by user, a second one empties the boxes of a user partition into its cells.
  struct Event {
    std::uint32_t index;
    std::uint32_t type;
  };
  struct Purchase {
    std::uint32_t index;
    Values values;
  };
  struct Box {
    std::vector<Event> events;
    std::vector<Purchase> purchases;
  };
  constexpr std::size_t kGroups = 8;
  std::vector<Box> boxes(kGroups * KeyTable::kPartitions);
  parallel(kGroups, [&](std::size_t group) {
    Box* const own = boxes.data() + group * KeyTable::kPartitions;
    std::size_t events = 0;
    for (std::size_t p = group; p < EventLog<Values>::kPartitions; p += kGroups)
      events += events_.kept(p);
    for (std::size_t i = 0; i < KeyTable::kPartitions; ++i)
      own[i].events.reserve(events / KeyTable::kPartitions * 5 / 4);  // most boxes never grow
    for (std::size_t p = group; p < EventLog<Values>::kPartitions; p += kGroups) {
      const auto sort_in = [&](std::string_view, const Values& values) {
        Box& box = own[KeyTable::partition_of(values.user)];
        const std::uint32_t index = KeyTable::index_of(values.user);
        const std::uint32_t type = std::min<std::uint32_t>(values.type(), kKnownTypes);
        box.events.push_back({index, type});
        if (type == kPurchase && values.price_kind() != kNoPrice)
          box.purchases.push_back({index, values});
      };
      events_.for_each(p, sort_in, parallel.stop_check());
    }
  });
  Cells cells(KeyTable::kPartitions);
  parallel(KeyTable::kPartitions, [&](std::size_t p) {
    std::vector<UserCell>& own = cells[p];
    own.resize(users_.partition(p).size());
    StopCheck check = parallel.stop_check();
    for (std::size_t group = 0; group < kGroups; ++group) {
      const Box box = std::move(boxes[group * KeyTable::kPartitions + p]);
      for (const Event event : box.events) {
        check();
        UserCell& cell = own[event.index];
        ++(event.type == kClick      ? cell.clicks
           : event.type == kView     ? cell.views
           : event.type == kPurchase ? cell.purchases
                                     : cell.others);
      }
      for (const Purchase& purchase : box.purchases)
        own[purchase.index].value += price_of(purchase.values);
    }
  });
  return cells;
}

void UserActivity::publish(const Cells& cells, const ParallelFor& parallel) {
  sorted_ = sort_keys(users_, parallel);
  auto report = std::make_shared<UserActivityReport>();
  report->names = sorted_.names;
  report->users.resize(sorted_.refs.size());
  rows_.assign(sorted_.refs.size(), {});
  constexpr std::size_t kUsersAtATime = 8192;
  parallel((sorted_.refs.size() + kUsersAtATime - 1) / kUsersAtATime, [&](std::size_t task) {
    const std::size_t end = std::min(sorted_.refs.size(), (task + 1) * kUsersAtATime);
    for (std::size_t i = task * kUsersAtATime; i < end; ++i) {
      const std::size_t partition = KeyTable::partition_of(sorted_.refs[i]);
      const std::size_t index = KeyTable::index_of(sorted_.refs[i]);
      const UserCell& cell = cells[partition][index];
      report->users[i] = {static_cast<TextId>(i), cell.clicks, cell.views, cell.purchases,
                          cell.value};
      const std::vector<std::uint64_t>& repeats = repeats_[partition];
      rows_[i] = {cell.clicks + cell.views + cell.purchases + cell.others,
                  index < repeats.size() ? repeats[index] : 0};
    }
  });
  StopCheck check = parallel.stop_check();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    check();
    const UserActivityReport::User& user = report->users[i];
    report->events += rows_[i].events;
    report->duplicate_events += rows_[i].repeats;
    report->clicks += user.clicks;
    report->views += user.views;
    report->purchases += user.purchases;
    report->value += user.value;
  }
  report->conflicting_events = shared_.size();
  if (report->events > 0 && report->clicks + report->views + report->purchases == 0)
    report->other_types = list_types(check);
  whole_ = std::move(report);
}

std::vector<std::string> UserActivity::list_types(StopCheck& check) const {
  std::vector<std::uint64_t> events(types_.size());
  for (std::size_t p = 0; p < EventLog<Values>::kPartitions; ++p)
    events_.for_each(
        p, [&](std::string_view, const Values& values) { ++events[values.type()]; }, check);
  // The first three are those that do not occur.
  events.erase(events.begin(), events.begin() + kKnownTypes);
  return commonest_texts(
      events, [&](std::size_t i) { return types_[static_cast<TextId>(i + kKnownTypes)]; });
}

bool UserActivity::can_report(const ReportOptions& /*options*/, const Filter& filter) const {
  return answered_by(events_of(kKind), filter).conditions.empty();
}

std::shared_ptr<const UserActivityReport> UserActivity::report(const ReportOptions& /*options*/,
                                                               const Filter& filter,
                                                               const ParallelFor& parallel) const {
  if (filter[FilterField::user].empty()) return whole_;
  auto report = std::make_shared<UserActivityReport>();
  auto names = std::make_shared<TextPool>();
  std::vector<KeyRef> refs;
  for (const std::string& name : distinct_names(filter[FilterField::user])) {
    UserActivityReport::User& user = report->users.emplace_back();
    const std::size_t at = sorted_.find(name);
    if (at < sorted_.refs.size()) {
      user = whole_->users[at];
      refs.push_back(sorted_.refs[at]);
      report->events += rows_[at].events;
      report->duplicate_events += rows_[at].repeats;
      report->clicks += user.clicks;
      report->views += user.views;
      report->purchases += user.purchases;
      report->value += user.value;
    }
    user.name = names->append(name);
  }
  report->names = std::move(names);
  report->other_types = whole_->other_types;
  // Of the events that share an id, those of the wanted users, where that leaves more than one.
  StopCheck check = parallel.stop_check();
  std::sort(refs.begin(), refs.end());
  for (std::size_t i = 0; i < shared_.size();) {
    const std::uint64_t group = shared_[i].group;
    std::uint64_t matching = 0;
    for (; i < shared_.size() && shared_[i].group == group; ++i) {
      check();
      matching += std::binary_search(refs.begin(), refs.end(), shared_[i].user) ? 1 : 0;
    }
    if (matching > 1) report->conflicting_events += matching;
  }
  return report;
}

std::uint64_t UserActivity::rows(const ReportOptions& /*options*/, const Filter& filter,
                                 const ParallelFor& /*parallel*/) const {
  if (filter[FilterField::user].empty()) return whole_->events + whole_->duplicate_events;
  std::uint64_t rows = 0;
  for (const std::string& name : distinct_names(filter[FilterField::user]))
    if (const std::size_t at = sorted_.find(name); at < sorted_.refs.size())
      rows += rows_[at].events + rows_[at].repeats;
  return rows;
}

std::size_t UserActivity::memory() const {
  std::size_t bytes = users_.memory() + types_.memory() + wide_prices_.memory() + events_.memory() +
                      rows_.capacity() * sizeof(UserRows) +
                      shared_.capacity() * sizeof(SharedEvent) +
                      sorted_.refs.capacity() * (sizeof(KeyRef) + sizeof(std::string_view));
  for (const std::vector<std::uint64_t>& repeats : repeats_)
    bytes += repeats.capacity() * sizeof(repeats[0]);
  if (whole_) bytes += whole_->users.memory();
  return bytes;
}

}  // namespace footfall
