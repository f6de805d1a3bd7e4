#include "ui/import/record_model.h"

#include <algorithm>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr qsizetype kShownOfCell = 200;  // characters

}  // namespace

QString column_title(const ReadingPreview& preview, std::size_t column) {
  const std::string& name = preview.columns[column];
  return name.empty() ? RecordModel::tr("column %1").arg(column + 1) : example_text(name);
}

std::string column_source(const ReadingPreview& preview, std::size_t column) {
  const std::string& name = preview.columns[column];
  const bool told_apart = std::ranges::count(preview.columns, name) == 1;
  if (name.empty() || !told_apart) return std::to_string(column + 1);
  // A mapped path is a source already.
  const auto& header = preview.layout->header;
  const bool named = std::ranges::find(header, name) != header.end();
  return named ? source_word(name) : name;
}

void RecordModel::show(std::shared_ptr<const ReadingPreview> preview, ReportKind kind) {
  beginResetModel();
  preview_ = std::move(preview);
  kind_ = kind;
  columns_of_roles_.clear();
  rejects_.clear();
  if (preview_ && preview_->layout) {
    for (const RoleFound& role : preview_->layout->matches[events_of(kind)].roles)
      columns_of_roles_.push_back(column_of_role(*preview_, role));
    for (const Reject& reject : preview_->trials[kind].rejects)
      rejects_[reject.line].push_back(&reject);
  }
  endResetModel();
}

int RecordModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !preview_ ? 0 : static_cast<int>(preview_->records.size());
}

int RecordModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !preview_ ? 0 : static_cast<int>(preview_->columns.size());
}

QString RecordModel::fault_at(const QModelIndex& index) const {
  const ReadingPreview::Record& record = preview_->records[static_cast<std::size_t>(index.row())];
  if (record.broken) return index.column() == 0 ? tr("This is no whole record.") : QString();
  const auto rejected = rejects_.constFind(record.line);
  if (record.line == 0 || rejected == rejects_.cend()) return {};
  const std::span<const Role> roles = roles_of(events_of(kind_));
  for (const Reject* reject : *rejected) {
    const auto role = std::ranges::find(roles, reject->column, &Role::name);
    const auto at = static_cast<std::size_t>(role - roles.begin());
    const bool here = role == roles.end()
                          ? index.column() == 0
                          : at < columns_of_roles_.size() &&
                                columns_of_roles_[at] == static_cast<std::size_t>(index.column());
    if (here)
      return role == roles.end() ? tr("Would be rejected: %1").arg(reason_words(reject->reason))
                                 : tr("Would be rejected: %1 in %2")
                                       .arg(reason_words(reject->reason), to_text(reject->column));
  }
  return {};
}

QVariant RecordModel::data(const QModelIndex& index, int role) const {
  if (!preview_ || !index.isValid()) return {};
  if (role == RoleIndex) return headerData(index.column(), Qt::Horizontal, RoleIndex);
  const ReadingPreview::Record& record = preview_->records[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<std::size_t>(index.column());
  const QString text = column < record.fields.size() ? to_text(record.fields[column]) : QString();
  switch (role) {
    case Qt::DisplayRole:
      return visible_text(text.left(kShownOfCell).simplified());
    case Fault:
      return fault_at(index);
    case Qt::ToolTipRole: {
      const QString fault = fault_at(index);
      return plain_tooltip(fault.isEmpty() ? visible_lines(text)
                                           : visible_lines(text) + "\n" + fault);
    }
    default:
      return {};
  }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!preview_ || orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return {};
  const auto column = static_cast<std::size_t>(section);
  const std::span<const Role> roles = roles_of(events_of(kind_));
  switch (role) {
    case Qt::DisplayRole:
      return column_title(*preview_, column);
    case RoleIndex: {
      const auto fed = std::ranges::find(columns_of_roles_, std::optional(column));
      return fed == columns_of_roles_.end() ? -1
                                            : static_cast<int>(fed - columns_of_roles_.begin());
    }
    case RoleNames: {
      QStringList names;
      for (std::size_t i = 0; i < columns_of_roles_.size(); ++i)
        if (columns_of_roles_[i] == column) names << to_text(std::string(roles[i].name));
      return names.join(", ");
    }
    case Qt::ToolTipRole: {
      const QString names = headerData(section, orientation, RoleNames).toString();
      const QString title = visible_text(preview_->columns[column]);
      return plain_tooltip(names.isEmpty() ? tr("%1: click to give it a role").arg(title)
                                           : tr("%1 feeds %2").arg(title, names));
    }
    default:
      return {};
  }
}

}  // namespace footfall
