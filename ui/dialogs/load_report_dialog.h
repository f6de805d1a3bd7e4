#pragma once

#include <QDialog>
#include <optional>

#include "model/session/analysis_session.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTableWidget;

namespace footfall {

class Findings;
class RejectModel;
class WrappedLabel;

/// How a report was loaded: the rows and where they went, rejects by reason with the first of them,
/// currencies that had no rate. Follows the session while it is open.
class LoadReportDialog : public QDialog {
  Q_OBJECT
 public:
  explicit LoadReportDialog(AnalysisSession& session, QWidget* parent = nullptr);
  void show_kind(ReportKind kind);

 signals:
  void rates_requested();

 private:
  void refresh();
  void list_kinds();
  void list_reasons(const LoadReport& load);
  void list_currencies(const ReportSetPtr& reports);
  void list_examples();
  [[nodiscard]] static QString repeats_words(std::uint64_t repeats, std::uint64_t conflicts);
  void list_notes(const ReportSetPtr& reports);
  void save_rejects();

  AnalysisSession& session_;
  ReportKind kind_ = ReportKind::hourly_visitors;
  std::optional<RejectReason> reason_;
  QComboBox* kinds_;
  QLabel* sum_;
  QLabel* notes_;
  WrappedLabel* findings_;
  Findings* findings_of_;
  QWidget* reasons_part_;
  QTableWidget* reasons_;
  QTableView* examples_;
  RejectModel* reject_model_;
  QLabel* examples_title_;
  QWidget* currencies_part_;
  QTableWidget* currencies_;
  QPushButton* save_;
  QLabel* saved_;
  TaskThread worker_;
};

}  // namespace footfall
