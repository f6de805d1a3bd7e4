#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <memory>
#include <vector>

#include "model/pipeline/reading_preview.h"

namespace footfall {

/// The first records of a file as they would be read, with the roles of one report.
class RecordModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum DataRole {
    RoleIndex =
        Qt::UserRole + 100,  ///< int, of a column: of the role that it feeds first; -1: none
    RoleNames,               ///< QString, of a column: all roles that it feeds
    Fault,                   ///< QString, of a cell: why its row would be rejected for it
  };

  using QAbstractTableModel::QAbstractTableModel;
  void show(std::shared_ptr<const ReadingPreview> preview, ReportKind kind);
  /// By role of the report shown: what column it is read from.
  [[nodiscard]] const std::vector<std::optional<std::size_t>>& columns_of_roles() const {
    return columns_of_roles_;
  }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  [[nodiscard]] QString fault_at(const QModelIndex& index) const;

  std::shared_ptr<const ReadingPreview> preview_;
  ReportKind kind_ = ReportKind::hourly_visitors;
  std::vector<std::optional<std::size_t>> columns_of_roles_;
  QHash<quint64, std::vector<const Reject*>> rejects_;  // by line; they live in preview_
};

/// "name" as the file writes it, or "column 3".
[[nodiscard]] QString column_title(const ReadingPreview& preview, std::size_t column);
/// What a role is mapped to, to be read from a column.
[[nodiscard]] std::string column_source(const ReadingPreview& preview, std::size_t column);

}  // namespace footfall
