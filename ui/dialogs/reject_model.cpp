#include "ui/dialogs/reject_model.h"

#include "ui/style/plain_text.h"
#include "ui/tables/report_table_model.h"
#include "ui/words.h"

namespace footfall {

void RejectModel::show(const ReportSetPtr& reports, ReportKind kind,
                       std::optional<RejectReason> reason) {
  beginResetModel();
  reports_ = reports && reports->has(kind) ? reports : nullptr;
  kind_ = kind;
  rows_.clear();
  if (reports_) {
    const auto& rejects = reports_->load_of(kind_).rejects;
    for (std::size_t i = 0; i < rejects.size(); ++i)
      if (!reason || rejects[i].reason == *reason) rows_.push_back(static_cast<std::uint32_t>(i));
  }
  endResetModel();
}

int RejectModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RejectModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant RejectModel::data(const QModelIndex& index, int role) const {
  const LoadReport& load = reports_->load_of(kind_);
  const Reject& reject = load.rejects[rows_[static_cast<std::size_t>(index.row())]];
  if (role == Qt::TextAlignmentRole && index.column() == kLine)
    return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
  if (role == ReportTableModel::NumberRole) return index.column() == kLine;
  if (role == Qt::ToolTipRole && index.column() == kFile && reject.file < load.sources.size())
    return plain_tooltip(visible_text(load.sources[reject.file].path));
  if (role == Qt::ToolTipRole) return plain_tooltip(data(index, Qt::DisplayRole).toString());
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case kFile:
      return reject.file < load.sources.size() ? file_name(load.sources[reject.file].path)
                                               : QString();
    case kLine:
      return whole_number(reject.line);
    case kReason:
      return reason_words(reject.reason);
    case kColumn:
      return visible_text(reject.table_column.empty() ? reject.column : reject.table_column);
    case kText:
      return visible_text(reject.excerpt);
    default:
      return {};
  }
}

QVariant RejectModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((section == kLine ? Qt::AlignRight : Qt::AlignLeft) |
                               Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kFile:
      return tr("file");
    case kLine:
      return tr("line");
    case kReason:
      return tr("reason");
    case kColumn:
      return tr("column");
    case kText:
      return tr("text of the row");
    default:
      return {};
  }
}

}  // namespace footfall
