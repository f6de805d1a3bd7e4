#pragma once

#include <QDialog>
#include <stop_token>

#include "model/session/analysis_session.h"
#include "model/session/export_task.h"
#include "model/session/task_thread.h"
#include "ui/pages/front_table.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace footfall {

/// Writes a report, its rankings or the table in front, as it is seen, into a folder, on a thread
/// of its own, and says beside the button what was written or why not. It exports what it was
/// opened with. Files that are there already are replaced only after a question.
class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  enum class What { report, rankings, table };
  explicit ExportDialog(QWidget* parent = nullptr);
  /// The table in front may be null.
  void open_export(const ReportSetPtr& reports, ReportKind kind, const ReportOrigin& origin,
                   const ReportComparisonPtr& comparison, const FrontTable& front, What what);
  [[nodiscard]] bool busy() const { return busy_; }

 private:
  [[nodiscard]] What what() const;
  [[nodiscard]] ExportFormat format() const;
  [[nodiscard]] ExportForm form() const;
  [[nodiscard]] std::vector<TableFile> table_files() const;
  [[nodiscard]] ExportTask task() const;
  [[nodiscard]] QStringList export_names() const;
  [[nodiscard]] QStringList replaced_files() const;
  void follow_name();
  void follow_format();
  void list_files();
  void start();
  void write();
  void show_progress(std::uint64_t done, std::uint64_t total, double seconds);
  void finish(const Result<Exported>& result);
  void end(const QString& words);

  ReportSetPtr reports_;
  ReportKind kind_{};
  ReportOrigin origin_;
  ReportComparisonPtr comparison_;  // of the report, where it is compared
  FrontTable front_;
  QFormLayout* rows_;
  QLabel* title_;
  QComboBox* what_;
  QComboBox* format_;
  QWidget* spreadsheet_;  // of CSV alone
  QCheckBox* byte_order_mark_;
  QCheckBox* escape_formulas_;
  QCheckBox* meta_;
  QLineEdit* folder_;
  QLineEdit* name_;
  QLabel* files_;
  QLabel* result_;
  QPushButton* start_;
  QPushButton* stop_;
  QPushButton* show_folder_;
  bool busy_ = false;
  std::stop_source stopping_;  // of the export under way
  TaskThread worker_;
};

}  // namespace footfall
