// Long, for it is what all pages share: their states, their notes and what filters by their rows.
#include "ui/pages/page_base.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <tuple>

#include "model/report/filter_part.h"
#include "model/report/moved_bound.h"
#include "ui/charts/chart_file.h"
#include "ui/charts/plot_base.h"
#include "ui/frame/comparison_words.h"
#include "ui/frame/filter_words.h"
#include "ui/frame/link_label.h"
#include "ui/frame/time_range_popup.h"
#include "ui/pages/notice.h"
#include "ui/pages/page_document.h"
#include "ui/style/plain_text.h"
#include "ui/tables/column_text.h"
#include "ui/tables/named_column.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kMargin = 16;
constexpr int kPatience = 200;  // ms without words
constexpr std::chrono::milliseconds kRest{
    600};                                   // until a zoom or a picked hour is one of the history
constexpr std::size_t kMostRows = 1'001;    // that a menu looks at
constexpr std::size_t kMostFound = 10'000;  // names in a filter
constexpr qsizetype kNamed = 6;             // of names in a list
constexpr qsizetype kNameLength = 80;
constexpr QLatin1String kDot(" \xb7 ");

QString listed(const QStringList& names) {
  const qsizetype more = names.size() - kNamed;
  return names.mid(0, kNamed).join(QStringLiteral(", ")) +
         (more > 0 ? PageBase::tr(" and %1 more").arg(more) : QString());
}

}  // namespace

PageBase::PageBase(ReportKind kind, const QString& name, const QString& needs, QWidget* parent)
    : ReportPage(parent),
      kind_(kind),
      stack_(new QStackedLayout(this)),
      empty_(new Notice(name, needs, this)),
      blank_(new QWidget(this)),
      loading_(new Notice({}, {}, this)),
      failed_(new Notice({}, {}, this)),
      no_rows_(new Notice(tr("No rows match"), {}, this)),
      contents_(new QWidget(this)),
      column_(new QVBoxLayout(contents_)),
      top_(new QHBoxLayout),
      tools_(new QWidget(contents_)),
      figures_(new FiguresRow(contents_)),
      note_(new LinkLabel(contents_)),
      comparison_note_(plain_label({}, contents_)) {
  setAccessibleName(name);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  auto* open = empty_->add_button(tr("Open…"));
  auto* connect_database = empty_->add_button(tr("Connect to a database…"));
  auto* sample = empty_->add_button(tr("Show sample data"));
  connect(open, &QPushButton::clicked, this, &ReportPage::open_requested);
  connect(connect_database, &QPushButton::clicked, this, &ReportPage::connect_requested);
  connect(sample, &QPushButton::clicked, this, &ReportPage::sample_requested);
  sample_ = sample;
  auto* retry = failed_->add_button(tr("Try again"));
  connect(retry, &QPushButton::clicked, this, &ReportPage::retry_requested);
  auto* clear = no_rows_->add_button(tr("Clear filter"));
  clear_filter_ = clear;
  connect(clear, &QPushButton::clicked, this, [this] { emit filter_requested(Filter{}); });

  top_->setSpacing(8);
  figures_->cut_labels();
  top_->addWidget(figures_, 1);
  top_->addWidget(tools_, 0, Qt::AlignBottom | Qt::AlignRight);
  auto* tool_row = new QHBoxLayout(tools_);
  tool_row->setContentsMargins(0, 0, 0, 0);
  tool_row->setSpacing(8);
  contents_->installEventFilter(this);
  note_->setWordWrap(true);
  note_->hide();
  comparison_note_->setWordWrap(true);
  comparison_note_->setObjectName("comparison_note");
  comparison_note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  comparison_note_->hide();
  connect(note_, &QLabel::linkActivated, this, &ReportPage::rates_requested);
  connect(figures_, &FiguresRow::mark_followed, this, &ReportPage::rates_requested);
  column_->setContentsMargins(kMargin, kMargin, kMargin, 8);
  column_->setSpacing(8);
  column_->addLayout(top_);
  column_->addWidget(note_);
  column_->addWidget(comparison_note_);
  stack_->addWidget(empty_);
  stack_->addWidget(blank_);
  stack_->addWidget(loading_);
  stack_->addWidget(failed_);
  stack_->addWidget(no_rows_);
  stack_->addWidget(contents_);
  patience_.setSingleShot(true);
  resting_.setSingleShot(true);
  resting_.setInterval(kRest);
  connect(&resting_, &QTimer::timeout, this, &PageBase::note_choice);
  patience_.setInterval(kPatience);
  connect(&patience_, &QTimer::timeout, this, [this] {
    if (stack_->currentWidget() == blank_) stack_->setCurrentWidget(loading_);
  });
}

void PageBase::show_loading(const QString& what, const QString& progress) {
  if (reports_) return;
  if (what.isEmpty()) {
    patience_.stop();
    stack_->setCurrentWidget(empty_);
    return;
  }
  loading_->set_title(what);
  loading_->set_text(progress);
  if (stack_->currentWidget() != empty_ && stack_->currentWidget() != failed_) return;
  stack_->setCurrentWidget(blank_);
  patience_.start();
  // Styles, fonts and layout of what comes are made while nothing else is to be drawn, so that the
  // first figures find them ready.
  QTimer::singleShot(0, this, [this] {
    if (reports_) return;
    contents_->resize(size());
    (void)contents_->grab();
  });
}

void PageBase::show_failure(const QString& what, const QString& why) {
  if (reports_) return;
  patience_.stop();
  failed_->set_title(what);
  failed_->set_text(why);
  stack_->setCurrentWidget(failed_);
}

void PageBase::offer_samples(bool offered) { sample_->setVisible(offered); }

void PageBase::show_reports(const ReportSetPtr& reports) {
  const QScopedValueRollback showing(showing_, true);
  const bool shown = reports_ != nullptr;
  reports_ = reports && reports->has(kind_) ? reports : nullptr;
  patience_.stop();
  show_comparison_note();
  if (!reports_) {
    if (shown) clear_report();  // what is to be shown again may wait for its report
    stack_->setCurrentWidget(empty_);
    return;
  }
  show_report(*reports_);
  if (!reports_->reports[kind_]->empty() || reports_->partial) {
    stack_->setCurrentWidget(contents_);
    return;
  }
  show_no_rows();
  stack_->setCurrentWidget(no_rows_);
}

const ReportComparison* PageBase::comparison() const {
  const bool fits = comparison_ && !comparison_->fault && comparison_->periods.known && reports_ &&
                    comparison_->periods.now == reports_ && comparison_->periods.before->has(kind_);
  return fits ? comparison_.get() : nullptr;
}

TablePtr PageBase::compared(const TablePtr& table) const {
  if (const ReportComparison* both = comparison())
    for (const TablePtr& form : both->tables)
      if (form->name() == table->name() + "_compared") return form;
  return table;
}

QString PageBase::period_before() const {
  return comparison() ? period_words(comparison()->periods.periods.before) : QString();
}

// Of days; hours are mostly chosen whole.
QStringList PageBase::moved_words() const {
  QStringList words;
  if (!reports_ || kEventTypeTable[events_of(kind_)].hourly) return words;
  const auto moved = [&](const std::optional<TimeBound>& bound) {
    return bound ? moved_bound(events_of(kind_), *bound, TimeZone()) : std::nullopt;
  };
  if (const auto day = moved(reports_->filter.from))
    words
        << tr("The time range begins within a day: what counts begins with %1.").arg(to_text(*day));
  if (const auto day = moved(reports_->filter.to))
    words << tr("The time range ends within a day: what counts ends before %1.").arg(to_text(*day));
  return words;
}

// Said in words, with all that keeps the periods from being alike.
void PageBase::show_comparison_note() {
  QStringList words = moved_words();
  if (comparison_ && comparison_->fault) {
    words << why_not_words(*comparison_->fault);
  } else if (comparison_ && reports_) {
    if (const ReportComparison* both = comparison())
      words << tr("%1 compared with %2.")
                   .arg(period_words(both->periods.periods.now),
                        period_words(both->periods.periods.before));
    words << comparison_note_words(comparison_->periods);
  }
  comparison_note_->setText(words.join(QLatin1Char(' ')));
  comparison_note_->setVisible(!words.isEmpty());
}

void PageBase::show_rejection(const QString& why) {
  if (rejection_ == why) return;
  rejection_ = why;
  if (stack_->currentWidget() == no_rows_) show_no_rows();
}

void PageBase::show_no_rows() {
  const LoadReport& load = reports_->load_of(kind_);
  const bool rejected = load.rows.rejected() > 0 && load.rows.rejected() == load.rows.read();
  const bool filtered = !rejected && !reports_->filter.empty();
  const bool nothing = !filtered && load.rows.read() == 0;
  no_rows_->set_title(rejected  ? tr("Every row was rejected")
                      : nothing ? tr("No rows")
                                : tr("No rows match"));
  const std::uint64_t before = comparison() ? comparison()->periods.rows_before : 0;
  no_rows_->set_text(
      before > 0 ? tr("The filter leaves no row of this report in %1. In %2, which it is "
                      "compared with, there are %3.")
                       .arg(period_words(comparison()->periods.periods.now), period_before(),
                            whole_number(before))
      : filtered             ? tr("The filter leaves no row of this report.")
      : nothing              ? tr("The sources have no rows: nothing was rejected or left out.")
      : !rejected            ? tr("No row of the sources was counted. The load report says what "
                                             "was rejected, and why.")
      : rejection_.isEmpty() ? rejection_words(load)
                             : rejection_);
  clear_filter_->setVisible(filtered);
}

FilterAsk PageBase::filter_ask(bool by_key) {
  return {events_of(kind_), filter(),
          [this](const Filter& filter) { emit filter_requested(filter); }, by_key};
}

void PageBase::offer_filters(ReportTableView* view) {
  connect(view, &ReportTableView::menu_requested, this, [this, view](QMenu* menu) {
    const TablePtr table = view->report_model()->table();
    if (reports_ && table)
      add_row_entries(*menu, *table, view->selected_rows(kMostRows), filter_ask(true));
  });
  offer_leaving_out(view, in_table(view));
}

void PageBase::offer_filters(TablePanel* panel, const std::vector<ReportTableView*>& views) {
  for (ReportTableView* view : views) offer_filters(view);
  offer_found(panel);
}

PageBase::RowNamer PageBase::in_table(ReportTableView* view) {
  return [view](const std::vector<std::size_t>& rows) {
    const TablePtr table = view->report_model()->table();
    return table ? names_of(*table, rows) : RowNames();
  };
}

void PageBase::offer_names(ReportTableView* view, const RowNamer& namer) {
  connect(view, &ReportTableView::menu_requested, this, [this, view, namer](QMenu* menu) {
    if (reports_) add_name_entries(*menu, namer(view->selected_rows(kMostRows)), filter_ask(true));
  });
  offer_leaving_out(view, namer);
}

void PageBase::offer_leaving_out(ReportTableView* view, const RowNamer& namer) {
  connect(view, &ReportTableView::leave_out_requested, this, [this, view, namer] {
    if (!reports_) return;
    if (const auto left = without_names(filter_ask(), namer(view->selected_rows(kMostRows))))
      emit filter_requested(*left);
  });
}

void PageBase::offer_found(TablePanel* panel) {
  connect(panel, &TablePanel::found_requested, this, [this, panel] { keep_found(*panel); });
  const auto restore = [this] { show_note(own_note_); };
  connect(panel->find_field(), &QLineEdit::textChanged, this, restore);
  connect(panel, &TablePanel::current_changed, this, restore);
}

// What is shown, and what it is compared with.
std::vector<ReportPtr> PageBase::shown_reports() const {
  std::vector<ReportPtr> shown{reports_->reports[kind_]};
  if (const ReportComparison* both = comparison())
    shown.push_back(both->periods.before->reports[kind_]);
  return shown;
}

// As a condition where it leaves, of all names of the reports, just those that were found; else by
// their names. The search looks at other cells, too, and takes no notice of case.
void PageBase::keep_found(const TablePanel& panel) {
  const RowOrderPtr order = panel.view(panel.current())->report_model()->order();
  const auto named = order->request.table ? named_column(*order->request.table) : std::nullopt;
  if (!reports_ || !named) return;
  struct Found {
    FilterPart part;
    std::size_t names = 0;
  };
  const auto tell = finding_.begin([this](const Found& found) {
    if (!reports_) return;
    if (found.part.match == Match::is && found.names > kMostFound)
      return say_for_now(tr("The search shows %1 names; a filter lists %2 at most. Search "
                            "for something that fewer have, or choose “contains” in + "
                            "filter, which unlike the search tells a from A.")
                             .arg(whole_number(found.names), whole_number(kMostFound)));
    emit filter_requested(with_part(filter(), found.part));
  });
  finding_.post(finder_, [order, named = *named, wanted = to_bytes(panel.searched()),
                          reports = shown_reports(), tell](const std::stop_token& stop) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < order->size() && !stop.stop_requested(); ++i) {
      names.insert(name_in(*order->request.table, order->row(i), named));
    }
    const Condition condition{named.field, Match::contains, wanted};
    std::set<std::string> same;
    bool other = false;
    for (const ReportPtr& report : reports)
      for (std::size_t i = 0; i < report->choices(named.field) && !other; ++i) {
        if (stop.stop_requested()) return;
        const std::string_view name = report->choice(named.field, i);
        if (!condition.holds(name)) continue;
        const auto found = names.find(std::string(name));
        if (found == names.end())
          other = true;
        else
          same.insert(*found);
      }
    FilterPart part{condition.field, condition.match, {wanted}};
    const std::size_t count = names.size();
    if (other || same.size() != count)
      part = {condition.field, Match::is, {names.begin(), names.end()}};
    tell(Found{std::move(part), count});
  });
}

void PageBase::keep_time(const TimeBound& from, const TimeBound& to) {
  Filter wanted = filter();
  wanted.from = from;
  wanted.to = to;
  emit filter_requested(wanted);
}

void PageBase::add_tool(QWidget* tool) { tools_->layout()->addWidget(tool); }

// Beside the figures, or below them where these would not be whole.
void PageBase::fit_tools() {
  const int room = contents_->width() - 2 * kMargin;
  const int wanted = figures_->least_width() + top_->spacing() + tools_->sizeHint().width();
  const auto direction = wanted > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
  if (top_->direction() == direction) return;
  top_->setDirection(direction);
  top_->setStretchFactor(figures_, direction == QBoxLayout::LeftToRight ? 1 : 0);
}

bool PageBase::eventFilter(QObject* watched, QEvent* event) {
  if (watched == contents_ &&
      (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
    fit_tools();
  return ReportPage::eventFilter(watched, event);
}

void PageBase::set_body(QWidget* body) { column_->addWidget(body, 1); }

void PageBase::keep_note(const Note& note) {
  own_note_ = note;
  show_note(note);
}

void PageBase::show_note(const Note& note) {
  const bool linked = !note.link.isEmpty();
  note_->setTextFormat(linked ? Qt::RichText : Qt::PlainText);
  note_->setFocusPolicy(Qt::NoFocus);
  if (linked)
    set_html(*note_, QString("%1 <a href=\"rates\">%2</a>")
                         .arg(note.text.toHtmlEscaped(), note.link.toHtmlEscaped()));
  else
    note_->setText(note.text);
  note_->setToolTip(plain_tooltip(note.tooltip));
  note_->setVisible(!note.text.isEmpty());
}

void PageBase::take_pictures(PictureTo to, const std::vector<PlotBase*>& charts,
                             Qt::Orientation side, const QString& title, const QString& stem) {
  if (to == PictureTo::page) return save_whole({charts, side, title, {}}, stem);
  const ChartPicture picture{charts, side, title, picture_lines()};
  if (to == PictureTo::clipboard) {
    copy_picture(picture);
    return say_for_now(tr("The chart is on the clipboard."));
  }
  const QString fault = ask_and_save_picture(picture, stem, this);
  if (!fault.isEmpty()) say_for_now(fault);
}

// What stands there: figures, charts, the table in front.
void PageBase::save_whole(const ChartPicture& charts, const QString& stem) {
  if (!reports_) return;
  PageDocument page;
  page.title = accessibleName();
  page.lines = picture_lines();
  if (const auto extent = reports_->reports[kind_]->time_extent()) {
    Filter span;
    span.from = TimeBound{extent->begin, std::nullopt};
    span.to = TimeBound{extent->end, std::nullopt};
    page.lines += tr("Data: %1").arg(range_words(span));
  }
  if (kEventTypeTable[events_of(kind_)].hourly)
    page.lines += tr("Time zone: %1").arg(to_text(report_zone().name()));
  page.figures = figures_->shown();
  page.charts = charts;
  std::erase_if(page.charts.plots, [](const PlotBase* plot) { return !plot->isVisible(); });
  if (const auto* panel = findChild<TablePanel*>(); panel && panel->current_table())
    page.take_table(*panel->view(panel->current()));
  const QString fault = ask_and_save_page(page, stem, this);
  if (!fault.isEmpty()) say_for_now(fault);
}

TimeZone PageBase::report_zone() const {
  const Result<TimeZone> zone = TimeZone::load(reports_->reports[kind_]->zone_name(), "zone");
  return zone ? *zone : TimeZone();
}

QStringList PageBase::picture_lines() const {
  if (!reports_) return {};
  QStringList lines;
  QStringList names;
  for (const SourceCounts& source : reports_->load_of(kind_).sources)
    names += line_of_text(file_name(source.path).toStdString(), kNameLength);
  if (!names.isEmpty()) lines += tr("Source: %1").arg(listed(names));
  const bool any_log = std::ranges::any_of(reports_->load_of(kind_).sources, &SourceCounts::is_log);
  // What this report has no field for narrows nothing here.
  const Filter shown = read_in(reports_->filter, report_zone());
  const QStringList parts = filter_words(shown, events_of(kind_), any_log);
  lines += parts.isEmpty() ? tr("No filter") : tr("Filter: %1").arg(parts.join(kDot));
  if (comparison()) lines += tr("Compared with %1").arg(period_before());
  if (reports_->partial) lines += tr("So far: the sources were not read to the end");
  return lines;
}

QSplitter* make_splitter(Qt::Orientation orientation, QWidget* first, QWidget* second, int share) {
  auto* splitter = new QSplitter(orientation);
  splitter->setChildrenCollapsible(false);
  splitter->setHandleWidth(9);
  splitter->addWidget(first);
  splitter->addWidget(second);
  splitter->setStretchFactor(0, share);
  splitter->setStretchFactor(1, 100 - share);
  // In proportion; the splitter scales them to its real size.
  splitter->setSizes({share * 100, (100 - share) * 100});
  return splitter;
}

}  // namespace footfall
