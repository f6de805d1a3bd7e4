#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>

#include "model/session/analysis_session.h"
#include "model/session/reading_previewer.h"

class QLabel;
class QPushButton;

namespace footfall {

class ChoicesPanel;
class ElidedLabel;
class MessageLine;
class RecordModel;
class RecordView;
class ReportList;
class RoleFields;
class TrialList;

/// How a file is read, shown on its first records and tried on its first rows, to be chosen
/// otherwise. Nothing changes before it is accepted.
class ImportDialog : public QDialog {
  Q_OBJECT
 public:
  /// The session outlives the dialog.
  explicit ImportDialog(const AnalysisSession& session, QWidget* parent = nullptr);

  /// Of a file of the session.
  void begin(const std::string& path);
  [[nodiscard]] const std::string& path() const { return path_; }

  void accept() override;
  void reject() override;
  /// With the plan in a file; says in the dialog what is wrong with it.
  void open_plan(const QString& file);
  /// Byte for byte what `footfall-cli inspect --save` writes.
  void save_plan(const QString& file);

 signals:
  void chosen(const std::string& path, const footfall::InputOptions& reading,
              const std::string& plan);

 private:
  void build();
  QWidget* build_middle();
  QWidget* build_foot();
  void ask();
  void ask_soon();
  void take(const std::shared_ptr<const ReadingPreview>& preview);
  void show_kind();
  void show_trial();
  void refresh();
  void choose_role(int column, const QPoint& place);
  void set_role(const std::string& role, const std::string& source);
  [[nodiscard]] bool acceptable() const;

  const AnalysisSession& session_;
  std::string path_;
  InputOptions options_;
  std::optional<Error> error_;  ///< of the session's run, until something is chosen
  std::shared_ptr<const ReadingPreview> preview_;
  bool first_ = true;         ///< no preview was shown yet
  bool unknown_log_ = false;  ///< the format of a log is to be said first

  ElidedLabel* name_;
  ElidedLabel* plan_;
  ChoicesPanel* choices_;
  RecordModel* model_;
  RecordView* view_;
  TrialList* trial_;
  ReportList* reports_;
  RoleFields* roles_;
  MessageLine* message_;
  QPushButton* save_;
  QPushButton* accept_;
  QTimer typing_;
  // Last, so that its thread is joined before what it tells is gone.
  ReadingPreviewer previewer_;
};

}  // namespace footfall
