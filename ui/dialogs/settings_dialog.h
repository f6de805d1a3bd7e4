#pragma once

#include <QDialog>

#include "model/session/analysis_session.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QTableWidget;
class QToolButton;

namespace footfall {

/// What the reports compute: exchange rates, allowed event types, and what counts as one visitor or
/// one event. Rates and event types are answered from what is kept of the load.
class SettingsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit SettingsDialog(AnalysisSession& session, QWidget* parent = nullptr);
  /// Fills in the session's present options and shows the dialog.
  void open_settings();

 private:
  void fill_rates();
  void fill_event_types();
  void add_rate(const QString& currency, const QString& rate, const QString& rows);
  /// False, with the fault shown, when a rate is no number above 0.
  [[nodiscard]] bool read_rates(Rates& rates);
  void apply();
  void keep_or_forget(const Rates& rates);

  AnalysisSession& session_;
  QTableWidget* rates_;
  QCheckBox* keep_;
  QDateEdit* date_;
  QListWidget* types_;
  QCheckBox* all_types_;
  QCheckBox* distinct_;
  QComboBox* visitor_;
  QComboBox* source_zone_;
  QLabel* fault_;
};

}  // namespace footfall
