#pragma once

#include <QString>
#include <QTimer>

#include "model/session/latest_answer.h"
#include "ui/charts/time_plot.h"
#include "ui/pages/figures_row.h"
#include "ui/pages/report_page.h"
#include "ui/pages/row_menu.h"

class QHBoxLayout;
class QLabel;
class QSplitter;
class QStackedLayout;
class QVBoxLayout;

namespace footfall {

class Notice;
class ChoiceBar;
class ReportTableView;
class TablePanel;

/// What all pages share: figures and tools at the top, one line for messages, then the body; and
/// the states in which there is nothing to show.
class PageBase : public ReportPage {
  Q_OBJECT
 public:
  void show_reports(const ReportSetPtr& reports) final;
  void show_comparison(const ReportComparisonPtr& comparison) final { comparison_ = comparison; }
  void show_loading(const QString& what, const QString& progress) final;
  void show_failure(const QString& what, const QString& why) final;
  void show_rejection(const QString& why) final;
  void offer_samples(bool offered) final;
  void show_filter(const Filter& filter) final { filter_ = filter; }
  [[nodiscard]] ReportKind kind() const final { return kind_; }
  [[nodiscard]] PageChoices choices() const final;
  void set_choices(const PageChoices& choices) final;
  void note_pending() final;
  void choose_columns() final;

 protected:
  /// `needs` says in a sentence what this page can be made from.
  PageBase(ReportKind kind, const QString& name, const QString& needs, QWidget* parent);

  /// The set holds this page's report.
  virtual void show_report(const ReportSet& reports) = 0;
  /// Lets go of the report.
  virtual void clear_report() = 0;

  [[nodiscard]] const ReportSetPtr& reports() const { return reports_; }
  /// What is shown beside another period; null where it is not compared.
  [[nodiscard]] const ReportComparison* comparison() const;
  [[nodiscard]] ReportComparisonPtr shared_comparison() const {
    return comparison() != nullptr ? comparison_ : nullptr;
  }
  /// The report of that other period.
  template <class OneReport>
  [[nodiscard]] std::shared_ptr<const OneReport> before() const {
    return comparison() ? comparison()->periods.before->get<OneReport>() : nullptr;
  }
  /// A table of the report as it is compared; itself where it is not.
  [[nodiscard]] TablePtr compared(const TablePtr& table) const;
  /// The other period in words.
  [[nodiscard]] QString period_before() const;
  /// The filter that is wanted.
  [[nodiscard]] const Filter& filter() const { return filter_ ? *filter_ : reports_->filter; }
  /// Asks for the report of this time alone.
  void keep_time(const TimeBound& from, const TimeBound& to);
  /// What entries of menus change.
  [[nodiscard]] FilterAsk filter_ask(bool by_key = false);
  /// The menus of these tables filter by their rows, the search by what it finds.
  void offer_filters(TablePanel* panel, const std::vector<ReportTableView*>& views);
  void offer_filters(ReportTableView* view);
  /// The same of names alone, which rows of a table stand for.
  using RowNamer = std::function<RowNames(const std::vector<std::size_t>& rows)>;
  void offer_names(ReportTableView* view, const RowNamer& namer);
  [[nodiscard]] static RowNamer in_table(ReportTableView* view);
  void offer_found(TablePanel* panel);
  /// One of choices(): its text now, empty where it is as at first; and how it is shown again.
  struct KeptChoice {
    std::function<QString()> text;
    std::function<void(const QString& text)> show;
  };
  void keep_choice(const QString& name, KeptChoice choice);
  /// The user chose something else of those; once he has come to rest, what changes by the way.
  void note_choice();
  void note_at_rest();
  /// The columns of a table and how it is sorted.
  void keep_table(const QString& name, ReportTableView* view);
  /// Which table is in front; `names` are those of the tabs as they are kept.
  void keep_tab(TablePanel* panel, const QStringList& names);
  void keep_bar(const QString& name, ChoiceBar* bar, const QStringList& names);
  /// The stretch of time in view, noted once the user has come to rest.
  void keep_zoom(TimePlot* chart);
  /// Again, in a new report.
  void show_kept_zoom();
  [[nodiscard]] FiguresRow* figures() const { return figures_; }
  void add_tool(QWidget* tool);
  void set_body(QWidget* body);
  /// Text beside its cause; empty takes it away.
  void set_note(const QString& text, const QString& tooltip = {}) {
    keep_note({text, {}, tooltip});
  }
  /// The same with a link at its end, which asks for the rates.
  void set_note_on_rates(const QString& text, const QString& link, const QString& tooltip) {
    keep_note({text, link, tooltip});
  }
  /// Saves charts under a name that it asks for, or copies them, as one picture, which says what it
  /// shows: the title, the sources, the filter.
  void take_pictures(PictureTo to, const std::vector<PlotBase*>& charts, Qt::Orientation side,
                     const QString& title, const QString& stem);

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] QStringList picture_lines() const;
  /// Of hours; else UTC.
  [[nodiscard]] TimeZone report_zone() const;
  void save_whole(const ChartPicture& charts, const QString& stem);
  void show_no_rows();
  void fit_tools();
  void show_comparison_note();
  [[nodiscard]] QStringList moved_words() const;
  void offer_leaving_out(ReportTableView* view, const RowNamer& namer);
  void keep_found(const TablePanel& panel);
  [[nodiscard]] std::vector<ReportPtr> shown_reports() const;
  struct Note {
    QString text;
    QString link;  // to the rates
    QString tooltip;
  };
  void keep_note(const Note& note);
  void show_note(const Note& note);
  /// In place of the note, until something else is searched for.
  void say_for_now(const QString& text) { show_note({text, {}, {}}); }

  std::optional<Filter> filter_;
  ReportKind kind_;
  ReportSetPtr reports_;
  QStackedLayout* stack_;
  Notice* empty_;
  QWidget* blank_;  // for the first moment, so that small files do not make words flicker
  Notice* loading_;
  Notice* failed_;
  Notice* no_rows_;
  QString rejection_;
  QWidget* sample_;
  QWidget* clear_filter_;
  QWidget* contents_;
  QVBoxLayout* column_;
  QBoxLayout* top_;
  QWidget* tools_;
  FiguresRow* figures_;
  QLabel* note_;
  ReportComparisonPtr comparison_;
  QLabel* comparison_note_;
  Note own_note_;
  std::map<QString, KeptChoice> kept_choices_;
  bool showing_ = false;  // the program chooses, not the user
  TimePlot* zoomed_ = nullptr;
  std::optional<QCPRange> wanted_zoom_;  // until the user chooses another
  QTimer resting_;
  QTimer patience_;
  LatestAnswer finding_{this};  // keep_found()
  TaskThread finder_;
};

/// A splitter with a quiet handle; the first part gets `share` percent.
[[nodiscard]] QSplitter* make_splitter(Qt::Orientation orientation, QWidget* first, QWidget* second,
                                       int share);

}  // namespace footfall
