#include "model/session/column_choices.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <set>

namespace footfall {

std::string source_text(const ColumnSource& source) {
  std::string text = source.column.name;
  for (std::size_t i = 0; i < source.path.size(); ++i) {
    text += i + 1 == source.path.size() ? "->>'" : "->'";
    for (const char c : source.path[i]) text += c == '\'' ? std::string("''") : std::string(1, c);
    text += '\'';
  }
  return text;
}

std::vector<std::string> column_choices(const std::vector<ColumnInfo>& columns,
                                        const SqlPreview& preview) {
  std::vector<std::string> choices;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const ColumnInfo& column = columns[at];
    if (column.kind != ColumnClass::json) choices.push_back(column.name);
    if (column.kind != ColumnClass::json && column.kind != ColumnClass::text) continue;
    std::set<std::string> keys;
    for (const auto& row : preview.rows) {
      if (at >= row.size() || !row[at].starts_with('{')) continue;
      const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(row[at]));
      for (const QString& key : document.object().keys()) keys.insert(key.toStdString());
    }
    for (const std::string& key : keys) choices.push_back(source_text({column, {key}}));
  }
  return choices;
}

}  // namespace footfall
