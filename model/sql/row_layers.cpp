#include "model/sql/row_layers.h"

#include <fmt/format.h>

#include <string_view>

#include "model/core/letter_case.h"

namespace footfall {
namespace {

bool is_word(char c) {
  const char lower = lower_case(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// As a word of its own; inside a literal counts too, which costs a column that nobody needs.
bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end])))
      return true;
  }
  return false;
}

std::string where(const std::string& condition) {
  return condition.empty() ? "" : "\nWHERE " + condition;
}

}  // namespace

void RowLayers::add_condition(const std::string& condition) {
  early_ += (early_.empty() ? "" : " AND ") + condition;
}

std::string RowLayers::select(const std::string& list, const std::string& condition,
                              const std::string& group) const {
  const std::string group_by = group.empty() ? "" : " GROUP BY " + group;
  return engine_ == SqlEngine::clickhouse ? clickhouse_select(list, condition, group_by)
                                          : postgres_select(list, condition, group_by);
}

std::string RowLayers::clickhouse_select(const std::string& list, const std::string& condition,
                                         const std::string& group_by) const {
  std::string with;
  for (const auto& [step, values] : steps_)
    for (const auto& [name, expression] : values)
      with += (with.empty() ? "WITH " : ",\n  ") + expression + " AS " + name;
  std::string before;
  std::string both = condition;
  if (prewhere_ && !early_.empty())
    before = "\nPREWHERE " + early_;
  else if (!early_.empty())
    both = early_ + (condition.empty() ? "" : " AND " + condition);
  return with + "\nSELECT " + list + " FROM " + table_ + before + where(both) + group_by;
}

std::string RowLayers::postgres_select(const std::string& list, const std::string& condition,
                                       const std::string& group_by) const {
  struct Layer {
    const Values* values;
    std::string above;  // all that is written outside of it
  };
  std::vector<Layer> layers;  // from the outside inwards
  std::string above = list + ' ' + condition + group_by;
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
    layers.push_back({&step->second, above});
    for (const auto& [name, expression] : step->second)
      if (mentions(layers.back().above, name)) above += ' ' + expression;
  }
  std::string from = table_;
  std::string early = early_;
  std::vector<std::string> within;  // names that `from` has
  int level = 0;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    std::erase_if(within, [&](const std::string& name) { return !mentions(layer->above, name); });
    std::string columns = fmt::format("{}", fmt::join(within, ", "));
    const std::size_t passed = within.size();
    for (const auto& [name, expression] : *layer->values) {
      if (!mentions(layer->above, name)) continue;
      columns += (columns.empty() ? "" : ",\n  ") + expression + " AS " + name;
      within.push_back(name);
    }
    if (within.size() == passed) continue;
    from =
        fmt::format("(SELECT {}\nFROM {}{} OFFSET '0') s{}", columns, from, where(early), level++);
    early.clear();
  }
  const std::string both = early + (early.empty() || condition.empty() ? "" : " AND ") + condition;
  return "SELECT " + list + "\nFROM " + from + where(both) + group_by;
}

}  // namespace footfall
