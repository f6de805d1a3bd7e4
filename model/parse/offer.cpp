#include "model/parse/offer.h"

#include <algorithm>
#include <utility>

#include "model/core/decimal.h"
#include "model/parse/json_columns.h"

namespace footfall {
namespace {

std::vector<std::string> last_parts(const std::vector<std::string>& names) {
  std::vector<std::string> parts;
  parts.reserve(names.size());
  for (const std::string& name : names) parts.push_back(name.substr(name.rfind('.') + 1));
  return parts;
}

}  // namespace

Offer::Offer(std::vector<std::string> names, Samples samples)
    : names_(std::move(names)),
      size_(names_.size()),
      kind_(Kind::table),
      samples_(std::move(samples)),
      whole_(names_),
      last_parts_({}) {
  for (std::size_t i = 0; i < size_; ++i) places_.push_back({i, {}});
}

Offer::Offer(std::vector<std::string> names, std::vector<JsonPath> keys, Samples samples,
             JsonRecords json)
    : names_(std::move(names)),
      size_(names_.size()),
      kind_(Kind::paths),
      samples_(std::move(samples)),
      json_(std::move(json)),
      whole_(names_),
      last_parts_(last_parts(names_)) {
  for (std::size_t i = 0; i < size_; ++i) places_.push_back({i, std::move(keys[i])});
}

const std::vector<Field>& Offer::samples(std::size_t place) const {
  static const std::vector<Field> none;
  if (!samples_ || place >= places_.size()) return none;
  if (place < size_) return samples_(place);
  return kind_ == Kind::table ? inner_samples(place) : none;
}

const std::vector<Field>& Offer::inner_samples(std::size_t place) const {
  std::shared_ptr<const Inner>& known = inner_[place];
  if (known) return known->fields;
  constexpr std::size_t kReadable = 64;  // bytes behind a text
  const auto [column, keys] = places_[place];
  const std::vector<Field>& objects = samples(column);
  auto inner = std::make_shared<Inner>();
  inner->texts.reserve(objects.size());
  JsonColumnReader reader({{0, 0, keys, false}});
  std::vector<Field> value(1);
  for (const Field& object : objects) {
    reader.begin();
    value[0] = object;
    reader.read(value);
    std::string& text = inner->texts.emplace_back(value[0].text);
    const std::size_t size = text.size();
    text.resize(size + kReadable);
    inner->fields.push_back({{text.data(), size}, value[0].kind});
  }
  known = std::move(inner);
  return known->fields;
}

bool Offer::holds_objects(std::size_t place) const {
  return kind_ == Kind::table && std::ranges::any_of(samples(place), [](const Field& field) {
           const std::string_view text = trim_blanks(field.text);
           return text.starts_with('{') || text.starts_with('[');
         });
}

std::size_t Offer::add(std::string name, Place place) {
  for (std::size_t i = size_; i < places_.size(); ++i)
    if (places_[i].column == place.column && places_[i].keys == place.keys) return i;
  names_.push_back(std::move(name));
  places_.push_back(std::move(place));
  return places_.size() - 1;
}

// Keys of JSON are written as they are; one with dots comes before a path.
std::optional<ColumnNames::Found> Offer::find_exact(std::string_view wanted) const {
  if (kind_ != Kind::paths) return std::nullopt;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < size_; ++i)
    if (names_[i] == wanted && (!best || places_[i].keys.size() < places_[*best].keys.size()))
      best = i;
  if (!best) return std::nullopt;
  return ColumnNames::Found{*best, false, false};
}

// The longest front of a path that is a column, and what leads on from there.
std::optional<ColumnNames::Found> Offer::find_in_objects(std::string_view wanted, bool any_values) {
  for (std::size_t cut = wanted.find_last_of(".[-"); cut != std::string_view::npos && cut > 0;
       cut = wanted.substr(0, cut).find_last_of(".[-")) {
    std::string_view rest = wanted.substr(cut);
    if (rest.front() == '-' && !rest.starts_with("->")) continue;
    const auto column = whole_.find(wanted.substr(0, cut));
    if (!column) continue;
    if (!any_values && !holds_objects(column->column)) continue;
    if (rest.front() == '.') rest.remove_prefix(1);
    return ColumnNames::Found{
        add(std::string(wanted), {column->column, readings_of_path(rest).back()}), column->doubled,
        false};
  }
  return std::nullopt;
}

std::optional<ColumnNames::Found> Offer::find(std::string_view wanted) {
  if (const auto found = find_exact(wanted)) return found;
  if (const auto found = whole_.find(wanted)) return found;
  if (kind_ == Kind::table)
    return wanted.find('.') == std::string_view::npos ? std::nullopt
                                                      : find_in_objects(wanted, false);
  if (wanted.find('_') == std::string_view::npos) return std::nullopt;
  const auto found = last_parts_.find(wanted);
  return found && !found->doubled ? found : std::nullopt;
}

std::optional<ColumnNames::Found> Offer::find_mapped(const ColumnRef& ref) {
  if (kind_ == Kind::table && ref.number) {
    if (*ref.number >= size_) return std::nullopt;
    return ColumnNames::Found{*ref.number, false, false};
  }
  if (const auto found = find_exact(ref.name)) return found;
  if (const auto found = whole_.find(ref.name)) return found;
  if (kind_ == Kind::table) return ref.quoted ? std::nullopt : find_in_objects(ref.name, true);
  if (const auto found = last_parts_.find(ref.name);
      found && !found->doubled && ref.name.find('_') != std::string::npos)
    return found;
  if (const auto keys = json_.find(ref.name))
    return ColumnNames::Found{add(ref.name, {size_, *keys}), false, false};
  return ColumnNames::Found{add(ref.name, {size_, readings_of_path(ref.name).back()}), false,
                            false};
}

std::optional<ColumnNames::Found> Offer::expect(std::string_view path, bool required) {
  if (kind_ != Kind::paths) return std::nullopt;
  const std::string_view first = path.substr(0, path.find('.'));
  // Within other objects it is another key.
  const bool elsewhere = std::ranges::any_of(places_, [&](const Place& place) {
    return place.keys.size() > 1 &&
           std::find(place.keys.begin() + 1, place.keys.end(), first) != place.keys.end();
  });
  if (required && (elsewhere || !json_.mentions(first))) return std::nullopt;
  return ColumnNames::Found{add(std::string(path), {size_, readings_of_path(path).back()}), false,
                            false};
}

std::vector<std::size_t> Offer::nearest(std::string_view wanted, std::size_t most) const {
  std::vector<std::size_t> places = whole_.nearest(wanted, most);
  for (const std::size_t place : last_parts_.nearest(wanted, most))
    if (places.size() < most && std::ranges::find(places, place) == places.end())
      places.push_back(place);
  return places;
}

}  // namespace footfall
