#pragma once

#include <QDialog>
#include <optional>
#include <string>

#include "model/session/analysis_session.h"
#include "model/session/database_browser.h"
#include "ui/connect/table_page.h"

class QPushButton;
class QStackedWidget;

namespace footfall {

class ConnectPage;
class MessageLine;
class Passwords;
struct PastedUrl;

/// Opens a table of a database in two steps: the connection, then table or query, report and
/// columns. What goes wrong is said in the dialog, beside the fields that are to blame.
class ConnectDialog : public QDialog {
  Q_OBJECT
 public:
  /// Both outlive the dialog; options and filter are those the session has when a step begins.
  ConnectDialog(const AnalysisSession& session, Passwords& passwords, QWidget* parent = nullptr);

  void begin();
  /// To connect anew, or to map other columns.
  void begin_with(const DatabaseSource& source);

  void reject() override;

 signals:
  void chosen(const footfall::DatabaseSource& source, const std::string& password,
              const footfall::Filter& filter);

 private:
  enum class Aim { test, go_on, other_database };

  void take_url(const PastedUrl& pasted);
  void connect_for(Aim aim);
  void open(const ConnectionSettings& settings);
  void take_opened();
  void go_to(QWidget* page);
  void say_busy();
  void refresh();
  void finish();
  [[nodiscard]] bool busy() const;

  const AnalysisSession& session_;
  Passwords& passwords_;
  DatabaseBrowser browser_;
  Aim aim_ = Aim::test;
  ConnectionSettings settings_;
  std::string password_;
  std::optional<WantedRows> wanted_;

  QStackedWidget* pages_;
  ConnectPage* connect_page_;
  TablePage* table_page_;
  MessageLine* message_;
  QPushButton* back_;
  QPushButton* test_;
  QPushButton* cancel_;
  QPushButton* next_;
};

}  // namespace footfall
