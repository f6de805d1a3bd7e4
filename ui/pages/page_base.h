#pragma once

#include <QString>
#include <QTimer>

#include "ui/pages/figures_row.h"
#include "ui/pages/report_page.h"

class QHBoxLayout;
class QLabel;
class QSplitter;
class QStackedLayout;
class QVBoxLayout;

namespace footfall {

class Notice;
class PlotBase;

/// What all pages share: figures and tools at the top, one line for messages, then the body; and
/// the states in which there is nothing to show.
class PageBase : public ReportPage {
  Q_OBJECT
 public:
  void show_reports(const ReportSetPtr& reports) final;
  void show_loading(const QString& what, const QString& progress) final;
  void show_failure(const QString& what, const QString& why) final;
  void show_rejection(const QString& why) final;
  void offer_samples(bool offered) final;
  [[nodiscard]] ReportKind kind() const final { return kind_; }

 protected:
  /// `needs` says in a sentence what this page can be made from.
  PageBase(ReportKind kind, const QString& name, const QString& needs, QWidget* parent);

  /// The set holds this page's report.
  virtual void show_report(const ReportSet& reports) = 0;
  /// Lets go of the report.
  virtual void clear_report() = 0;

  [[nodiscard]] const ReportSetPtr& reports() const { return reports_; }
  [[nodiscard]] FiguresRow* figures() const { return figures_; }
  void add_tool(QWidget* tool);
  void set_body(QWidget* body);
  /// Text beside its cause; empty takes it away.
  void set_note(const QString& text, const QString& tooltip = {});
  /// The same with a link at its end, which asks for the rates.
  void set_note_on_rates(const QString& text, const QString& link, const QString& tooltip);
  /// Asks for a name and saves charts as one picture, which says what it shows: the title, the
  /// sources, the filter.
  void save_charts(const std::vector<PlotBase*>& charts, Qt::Orientation side, const QString& title,
                   const QString& stem);

 private:
  [[nodiscard]] QStringList picture_lines() const;
  void show_no_rows();

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
  QHBoxLayout* top_;
  FiguresRow* figures_;
  QLabel* note_;
  QTimer patience_;
};

/// A splitter with a quiet handle; the first part gets `share` percent.
[[nodiscard]] QSplitter* make_splitter(Qt::Orientation orientation, QWidget* first, QWidget* second,
                                       int share);

}  // namespace footfall
