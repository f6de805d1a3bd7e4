#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "model/report/report_set.h"

namespace footfall {

/// The kept rejects of one report, all or those of one reason, as rows: file, line, reason, column,
/// text.
class RejectModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column : std::uint8_t { kFile, kLine, kReason, kColumn, kText, kColumns };

  using QAbstractTableModel::QAbstractTableModel;
  void show(const ReportSetPtr& reports, ReportKind kind, std::optional<RejectReason> reason);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  ReportSetPtr reports_;
  ReportKind kind_{};
  std::vector<std::uint32_t> rows_;  // indexes into the rejects
};

}  // namespace footfall
