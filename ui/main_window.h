#pragma once

#include <QMainWindow>
#include <QMap>
#include <map>
#include <memory>
#include <set>

#include "model/session/analysis_session.h"
#include "ui/connect/passwords.h"
#include "ui/dialogs/guide_topics.h"
#include "ui/history.h"

class QStackedWidget;

namespace footfall {

class Banner;
class BarButton;
class ConnectDialog;
class ExportDialog;
class FilterBar;
class Findings;
class GuideDialog;
class ImportDialog;
class LoadReportDialog;
class PasswordPrompt;
class PickPopup;
class Rail;
class SettingsDialog;
class StatusLine;
class ThemeKeeper;
struct KeptView;
struct WindowActions;

/// Where choices of how files are read are kept.
[[nodiscard]] QString readings_file();

/// The frame around the pages: top bar, rail with the sources, banners, status line. It
/// owns the session and passes results from it to the page in front.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// `themes` outlives the window.
  MainWindow(LoadEngine engine, ThemeKeeper& themes,
             std::unique_ptr<Keychain> keychain = system_keychain(), QWidget* parent = nullptr);
  ~MainWindow() override;

  void open_files(const QStringList& paths);
  void open_table(const DatabaseSource& table, const std::string& password);
  /// What was open when the last window was closed; files and tables behind the first look.
  void reopen();
  [[nodiscard]] AnalysisSession& session() { return session_; }
  /// Before the process ends without destroying the window: see AnalysisSession::leave().
  void leave();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  QWidget* build_top_bar();
  void build_pages();
  void build_banners();
  void connect_actions();
  void connect_session();

  void go_to(WindowPage page);
  void show_page();
  /// A place of the history, to which Back leads.
  struct View {
    WindowPage page{};
    Filter filter;
    TimeZone zone;
    Step step{};
    std::optional<ComparedWith> compared_with;
    ByKind<ReportKind, PageChoices> choices;
    friend bool operator==(const View&, const View&) = default;
  };
  [[nodiscard]] View view() const;
  void note_view();
  void go_to_view(const View& view);
  void refresh();
  void refresh_loading();
  void refresh_banners();
  [[nodiscard]] QString stopped_words() const;
  bool show_failure();
  [[nodiscard]] QStringList failed_words() const;
  [[nodiscard]] QString shown_name() const;
  void try_page_again();
  void try_failed_again();
  void refresh_actions();
  void set_step(Step step);
  void refresh_title();
  void follow_new_data();
  void keep_recent();

  void choose_files();
  void choose_table();
  void edit_table(const std::string& path);
  void show_reading(const std::string& path);
  void forget_reading(const std::string& path);
  void ask_about_readings();
  void read_as_chosen(const std::string& path, const InputOptions& reading,
                      const std::string& plan);
  void reload(const std::string& path);
  void reload_all();
  void ask_passwords();
  void let_in(const std::string& account, const std::string& password);
  void list_recent();
  void list_recent_tables();
  void list_intervals();
  void let_known_in(const DatabaseSource& table);
  [[nodiscard]] KeptView present_view() const;
  void show_view(const KeptView& view);
  void keep_open() const;
  void list_views();
  void choose_zone();
  void escape();
  void copy(const char* method);
  void export_as(int what);
  void show_load_report(ReportKind kind);
  void show_source_rejects(const std::string& path);
  void open_settings();
  void show_guide(GuideTopic topic);
  void offer_guide(QWidget* dialog, GuideTopic topic);
  void show_about();
  void set_rail(bool folded, bool by_hand);
  void restore();
  void keep_on_screen(const QMargins& frame);

  [[nodiscard]] bool shows_report() const { return kWindowPageTable[front_].report.has_value(); }
  [[nodiscard]] ReportPage* page() const { return report_pages_[kind_]; }

  AnalysisSession session_;
  ThemeKeeper& themes_;
  Passwords passwords_;
  std::unique_ptr<WindowActions> actions_;
  WindowPage front_{};
  ReportKind kind_{};  // of the page in front, or of the last one there that shows a report
  ByKind<WindowPage, QWidget*> pages_{};
  ByKind<ReportKind, ReportPage*> report_pages_{};
  ByKind<ReportKind, bool> stale_{};
  QStackedWidget* stack_ = nullptr;
  Rail* rail_ = nullptr;
  FilterBar* filters_ = nullptr;
  BarButton* zone_ = nullptr;
  StatusLine* status_ = nullptr;
  Banner* stopped_ = nullptr;
  Banner* failed_ = nullptr;
  Banner* trouble_ = nullptr;  // what failed and belongs to no source
  Findings* findings_of_ = nullptr;
  Banner* findings_ = nullptr;   // what the reader of the page's figures must know
  bool stopped_closed_ = false;  // the user put the banner away
  bool failed_closed_ = false;
  QStringList findings_closed_;  // what was said when the user put that banner away
  History<Filter> filters_before_{Filter{}};
  History<View> views_{View{}};
  bool moving_ = false;  // through the history
  bool rail_by_hand_ = false;
  bool shown_ = false;
  std::vector<std::string> follow_;  // just opened: their page comes to the front
  std::set<std::string> to_ask_;     // just opened: how they are read may have to be asked
  QMap<QString, bool> opened_;       // not read yet; true where the list of recent files has it
  std::map<std::string, std::string> tried_;  // tables opened by themselves, and with what password

  PickPopup* zones_ = nullptr;
  ConnectDialog* connect_dialog_ = nullptr;
  PasswordPrompt* prompt_ = nullptr;
  ImportDialog* import_dialog_ = nullptr;
  ExportDialog* export_dialog_ = nullptr;
  LoadReportDialog* load_dialog_ = nullptr;
  SettingsDialog* settings_dialog_ = nullptr;
  GuideDialog* guide_dialog_ = nullptr;
};

}  // namespace footfall
