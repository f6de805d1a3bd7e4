#pragma once

#include <QDialog>

#include "model/export/export_report.h"
#include "model/session/task_thread.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace footfall {

/// Writes a report, its rankings or the table in front into a folder, on a thread of its own, and
/// says beside the button what was written or why not. It exports the reports it was opened with.
class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  enum class What { report, rankings, table };
  explicit ExportDialog(QWidget* parent = nullptr);
  /// `table` may be null.
  void open_export(const ReportSetPtr& reports, ReportKind kind, const TablePtr& table, What what);
  [[nodiscard]] bool busy() const { return busy_; }

 private:
  [[nodiscard]] What what() const;
  [[nodiscard]] ExportFormat format() const;
  [[nodiscard]] QStringList file_names() const;
  void list_files();
  void start();
  void finish(const Result<std::vector<std::string>>& result);

  ReportSetPtr reports_;
  ReportKind kind_{};
  TablePtr table_;
  QLabel* title_;
  QComboBox* what_;
  QComboBox* format_;
  QLineEdit* folder_;
  QLabel* files_;
  QLabel* result_;
  QPushButton* start_;
  QPushButton* show_folder_;
  bool busy_ = false;
  TaskThread worker_;
};

}  // namespace footfall
