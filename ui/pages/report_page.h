#pragma once

#include <QString>
#include <QWidget>
#include <map>

#include "model/core/report_kind.h"
#include "model/report/filter.h"
#include "model/report/report_set.h"
#include "model/session/found_cause.h"
#include "model/session/found_pages.h"
#include "model/session/report_comparison.h"
#include "ui/charts/chart_file.h"
#include "ui/pages/front_table.h"

class QLineEdit;

namespace footfall {

/// What was chosen on a page beside filter and step, by names, as it is kept with a view; nothing
/// is listed that is as it was at first.
using PageChoices = std::map<QString, QString>;
/// The choice of a name; empty where it is as it was at first.
[[nodiscard]] inline QString choice_of(const PageChoices& choices, const char* name) {
  const auto at = choices.find(QString::fromLatin1(name));
  return at == choices.end() ? QString() : at->second;
}

/// One page of the window: the figures, charts and tables of one report. It shows the immutable
/// reports it is given and asks, by signals, for anything else; it computes nothing from events.
class ReportPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;

  [[nodiscard]] virtual ReportKind kind() const = 0;

  /// Null, or a set without this page's report: the empty state, which says what the page needs.
  /// While `partial` is set the figures are tagged "so far". Selection, sort, text filter and zoom
  /// survive a new set where their subject does.
  virtual void show_reports(const ReportSetPtr& reports) = 0;

  /// The reports of the next show_reports() beside those of another period, or why they are not;
  /// null where no comparison is wanted or it is not there yet.
  virtual void show_comparison(const ReportComparisonPtr& comparison) = 0;

  /// While its first figures are awaited: what is being read, and how far. Empty: nothing is
  /// awaited. Without effect on a page that shows a report.
  virtual void show_loading(const QString& what, const QString& progress) = 0;

  /// In their place: why they do not come, and a way to try again. Without effect on a page that
  /// shows a report.
  virtual void show_failure(const QString& what, const QString& why) = 0;

  /// Why a table's rows were all rejected, for the page that has no rows to show; empty for others.
  virtual void show_rejection(const QString& why) = 0;

  /// The filter that is wanted, which the answer to a filter_requested() builds upon; reports may
  /// still be those of an earlier one.
  virtual void show_filter(const Filter& filter) = 0;

  /// Samples are for whoever has nothing open; beside data of one's own they would be mixed in.
  virtual void offer_samples(bool offered) = 0;

  /// "rates of Jan 6, 2025", to stand beside what kept exchange rates convert; empty for others.
  virtual void show_rates(const QString&) {}

  [[nodiscard]] virtual PageChoices choices() const { return {}; }
  /// What is not listed, or not understood, is as at first. No choices_changed() follows.
  virtual void set_choices(const PageChoices&) {}

  /// What the user chose and is not noted yet, since he has not come to rest, is noted now.
  virtual void note_pending() {}

  /// Shows what made the hour that is picked; for the page that can.
  virtual void explain() {}
  /// The answer to cause_requested().
  virtual void show_cause(const FoundCause&) {}

  /// The answer to pages_requested().
  virtual void show_found_pages(const FoundPages&) {}
  /// The answer to campaign_days_requested().
  virtual void show_campaign_days(const FoundDays&) {}

  /// Opens the menu of the columns of the table in front.
  virtual void choose_columns() = 0;

  /// Where Ctrl+F puts the focus: the text filter of the table in front.
  [[nodiscard]] virtual QLineEdit* find_field() = 0;

  /// The table in front, whole; null in the empty state.
  [[nodiscard]] virtual TablePtr current_table() = 0;

  /// The same as it is seen, for "Export the table in front".
  [[nodiscard]] virtual FrontTable front_table() = 0;

  /// Saves the charts in front as PNG, SVG or PDF under a name that it asks for, or copies them; or
  /// the whole page with them as PDF or HTML.
  virtual void take_picture(PictureTo to) = 0;

 signals:
  void open_requested();     ///< "Open" of the empty state
  void connect_requested();  ///< "Connect to a database" of the empty state
  void sample_requested();   ///< "Show sample data" of the empty state
  void retry_requested();    ///< "Try again" where the first figures did not come
  /// The slice to show instead of the present one (which the emitted filter builds upon).
  void filter_requested(const footfall::Filter& filter);
  /// What made a span of time; show_cause() gets the answer to the last question.
  void cause_requested(const footfall::TimeSpan& span);
  /// The pages over the whole time; show_found_pages() gets the answer.
  void pages_requested();
  /// These campaigns by date, or all together where none is named; show_campaign_days() gets the
  /// answer to the last question.
  void campaign_days_requested(const std::vector<std::string>& names);
  void rates_requested();  ///< the settings of exchange rates
  /// Another length of the rankings; the answer is a new set whose campaign report has that `top`.
  void top_changed(int top);
  /// Hours, days or weeks; the answer is a new set whose reports of visits and requests have them.
  void step_changed(footfall::Step step);
  /// The user chose something else of choices().
  void choices_changed();
};

[[nodiscard]] ReportPage* make_visitors_page(QWidget* parent);
[[nodiscard]] ReportPage* make_customers_page(QWidget* parent);
[[nodiscard]] ReportPage* make_campaigns_page(QWidget* parent);
[[nodiscard]] ReportPage* make_activity_page(QWidget* parent);
[[nodiscard]] ReportPage* make_requests_page(QWidget* parent);

}  // namespace footfall
