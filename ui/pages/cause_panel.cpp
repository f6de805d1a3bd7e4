#include "ui/pages/cause_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/frame/elided_label.h"
#include "ui/share_words.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/tables/usual_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kLeastWidth = 360;
constexpr int kFindWidth = 128;
constexpr int kFirstColumn = 1;  // behind the hour, which is the same in all rows
constexpr int kVisitorsOfPage = 2;
constexpr int kUsualColumn = 3;
constexpr int kAboveColumn = 4;
constexpr int kShareColumn = 5;
constexpr int kNewColumn = 6;
constexpr int kAgentColumn = 2;
constexpr int kPagesOfVisitor = 3;
constexpr int kNewVisitor = 4;
constexpr int kAnswerPatience = 200;  // ms

struct GapWords {
  CauseGap gap{};
  const char* who = nullptr;      // of the visitors
  const char* nothing = nullptr;  // of all
};
constexpr auto kGapWords = kind_table<&GapWords::gap, GapWords>({
    {CauseGap::none, nullptr, nullptr},
    {CauseGap::loading,
     QT_TRANSLATE_NOOP("footfall::CausePanel", "Who came is told once the files are read."),
     QT_TRANSLATE_NOOP("footfall::CausePanel",
                       "A time of several hours is told once the files are read.")},
    {CauseGap::database,
     QT_TRANSLATE_NOOP("footfall::CausePanel", "Who came is known of files alone."),
     QT_TRANSLATE_NOOP("footfall::CausePanel", "A database tells this of single hours alone.")},
    {CauseGap::failed,
     QT_TRANSLATE_NOOP("footfall::CausePanel",
                       "Who came was not found. Try again, or read the files again (F5)."),
     QT_TRANSLATE_NOOP("footfall::CausePanel",
                       "What made it was not found. Try again, or read the files again (F5).")},
});

QString visitor_words(const PeakCause& cause, bool filtered) {
  const QString visitors = CausePanel::tr("%1 visitors", nullptr, plural(cause.visitors))
                               .arg(localized_number(cause.visitors));
  const bool hour = cause.span.to - cause.span.from <= kSecondsPerHour;
  if (!cause.usual.known())
    return visitors + QStringLiteral(". ") + nothing_usual_words(hour, filtered);
  if (cause.usual.twice == 0)
    return visitors + QStringLiteral(". ") +
           CausePanel::tr("Usually there are none: %1.").arg(usual_words(cause.usual, hour));
  return CausePanel::tr("%1, %2 × usual. The usual %3 is %4.")
      .arg(visitors, times_usual_text({cause.visitors, cause.usual.twice}), usual_text(cause.usual),
           usual_words(cause.usual, hour));
}

QString new_words(const PeakCause& cause, bool filtered) {
  if (cause.begins_data)
    return filtered ? CausePanel::tr("The filter leaves nothing before it: all is new.")
                    : CausePanel::tr("The data begin with it: all is new.");
  const std::uint64_t fresh = cause.who->new_visitors();
  const QString words =
      filtered ? CausePanel::tr("%1 of them (%2) were never seen before in what the filter leaves.",
                                nullptr, plural(fresh))
               : CausePanel::tr("%1 of them (%2) were never seen before.", nullptr, plural(fresh));
  return words.arg(localized_number(fresh), share_words(fresh, cause.visitors));
}

}  // namespace

CausePanel::CausePanel(QWidget* parent)
    : QWidget(parent),
      title_(new ElidedLabel({}, this)),
      words_(plain_label({}, this)),
      tables_(new TablePanel(this)),
      pages_(new ReportTableView(tr("Pages above their usual"), kFirstColumn)),
      seen_(new ReportTableView(tr("Visitors by pages seen"), kFirstColumn)),
      top_(new ReportTableView(tr("Visitors who saw most pages"), kFirstColumn)) {
  setAccessibleName(tr("What made it"));
  setMinimumWidth(kLeastWidth);
  QFont strong = font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  method_ = plain_tooltip(
      tr("A page's usual value is the median of its visitors over the hours that this one is "
         "compared with; an hour without the page counts 0. Its share is what it has above that, "
         "by what the hour has above its own usual value. A visitor of several pages counts for "
         "each, so the shares may add up to more than 100 %."));
  words_->setWordWrap(true);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton(this);
  close->setIcon(icon("close"));
  close->setAutoRaise(true);
  close->setToolTip(tr("Close"));
  close->setAccessibleName(tr("Close"));
  connect(close, &QToolButton::clicked, this, &CausePanel::closed);

  for (ReportTableView* view : {pages_, seen_, top_}) view->hide_column(0);
  // Together they say what is above the usual, which is what the panel is about.
  pages_->leave_out(kVisitorsOfPage);
  pages_->leave_out(kUsualColumn);
  pages_->set_default_sort(kAboveColumn, Qt::DescendingOrder);
  seen_->set_default_sort(kFirstColumn, Qt::AscendingOrder);
  top_->set_default_sort(kPagesOfVisitor, Qt::DescendingOrder);
  pages_->keep_narrow(kNewColumn);
  top_->keep_narrow(kNewVisitor);
  top_->leave_out(kAgentColumn);
  tables_->find_field()->setMaximumWidth(kFindWidth);
  tables_->add_table(pages_, tr("Pages"), tr("Find a page"));
  tables_->add_table(seen_, tr("Who came"), tr("Find a number"));
  tables_->add_table(top_, tr("By name"), tr("Find a visitor"));

  connect(seen_, &ReportTableView::menu_requested, this, [this](QMenu* menu) {
    const auto rows = seen_->selected_rows(PeakCause::kTop + 1);
    if (rows.empty() || !visitors_of(rows).empty()) return;
    menu->addAction(tr("Too many to be told by name: only the %1 visitors who saw most pages are.")
                        .arg(PeakCause::kTop))
        ->setEnabled(false);
  });

  patience_.setSingleShot(true);
  patience_.setInterval(kAnswerPatience);
  connect(&patience_, &QTimer::timeout, this, &CausePanel::forget);

  auto* head = new QHBoxLayout;
  head->setContentsMargins(0, 0, 0, 0);
  head->setSpacing(8);
  head->addWidget(title_, 1);
  head->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(words_);
  column->addWidget(tables_, 1);
}

void CausePanel::say(const QString& words) {
  words_->setText(words);
  words_->setVisible(!words.isEmpty());
}

void CausePanel::wait_for(const QString& time) {
  // Of the same time the answer mostly comes before one could read that it is awaited.
  if (std::exchange(time_, time) == time && words_->isVisible()) return patience_.start();
  title_->set_full_text(tr("What made %1").arg(time), method_);
  forget();
}

void CausePanel::forget() {
  patience_.stop();
  say(tr("Looking…"));
  cause_.reset();
  for (ReportTableView* view : {pages_, seen_, top_}) view->set_table(nullptr);
}

std::vector<std::string> CausePanel::visitors_of(const std::vector<std::size_t>& rows) const {
  std::vector<std::string> names;
  if (!cause_ || !cause_->who) return names;
  std::uint64_t wanted = 0;
  for (const std::size_t row : rows) {
    const PeakCause::Seen& seen = cause_->who->by_pages[row];
    wanted += seen.visitors;
    for (const PeakCause::Visitor& of : cause_->who->top)
      if (of.pages == seen.pages)
        names.push_back(of.agent.empty() ? of.id : of.id + ' ' + of.agent);
  }
  if (names.size() < wanted) names.clear();
  return names;
}

void CausePanel::show_cause(const FoundCause& found, bool filtered) {
  patience_.stop();
  const PeakCausePtr& cause = cause_ = found.cause;
  const bool has = cause && cause->hour;
  const bool who = has && cause->who;
  say(!cause ? tr(kGapWords[found.gap].nothing)
      : !has ? tr("No pageviews in this time.")
             : visitor_words(*cause, filtered) + QLatin1Char(' ') +
                   (who ? new_words(*cause, filtered) : tr(kGapWords[found.gap].who)));
  const bool usual = has && cause->usual.known();
  pages_->offer_column(kVisitorsOfPage, has && !usual);
  for (const int column : {kAboveColumn, kShareColumn}) pages_->offer_column(column, !has || usual);
  pages_->set_table(has ? peak_pages_table({cause}) : nullptr);
  seen_->set_table(who ? peak_visitors_table({cause}) : nullptr);
  top_->offer_column(kAgentColumn, who && std::ranges::any_of(cause->who->top, [](const auto& of) {
                                     return !of.agent.empty();
                                   }));
  top_->set_table(who ? peak_top_visitors_table({cause}) : nullptr);
}

}  // namespace footfall
