#include <QLineEdit>
#include <QSpinBox>
#include <QSplitter>
#include <algorithm>

#include "model/report/user_ranking.h"
#include "model/session/latest_answer.h"
#include "ui/application.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/frame/choice_bar.h"
#include "ui/pages/page_base.h"
#include "ui/share_words.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

enum ActivityTab { kUsers, kLargest, kSteps };

constexpr int kLargestAtFirst = 12;
constexpr int kMostLargest = 1000;
constexpr std::size_t kStepsColour = 3;

class ActivityPage final : public PageBase {
  Q_OBJECT
 public:
  explicit ActivityPage(QWidget* parent);

  [[nodiscard]] QLineEdit* find_field() override { return panel_->find_field(); }
  [[nodiscard]] TablePtr current_table() override {
    return report_ ? panel_->current_table() : nullptr;
  }
  [[nodiscard]] FrontTable front_table() override {
    const TablePtr table = report_ ? panel_->seen_table() : nullptr;
    if (!table) return {};
    return {table, file_stem({QString::fromStdString(table->name()), panel_->searched()}),
            panel_->searched()};
  }
  void take_picture(PictureTo to) override {
    take_pictures(to, {chart_, steps_chart_}, Qt::Horizontal, tr("Activity"),
                  QStringLiteral("user_activity"));
  }

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  struct Found {
    UserRankingPtr ranking;
    UserSteps steps;
  };
  void show_figures(bool partial);
  void find();
  void show_found(const Found& found);
  void show_largest();
  void show_steps(const UserSteps& steps);
  void name_ranking();
  void pick(int row);
  void look_up();
  void say(std::size_t user);
  [[nodiscard]] UserMeasure measure() const { return static_cast<UserMeasure>(measure_->choice()); }
  [[nodiscard]] QString title() const;
  [[nodiscard]] static QString value_text(const DecimalSum& value);
  [[nodiscard]] static QStringList counts_of(const UserActivityReport::User& user);

  UserActivityPtr report_;
  UserRankingPtr ranking_;  // what chart and table show; may be of the report before
  ChoiceBar* measure_;
  QSpinBox* top_;
  HorizontalBars* chart_;
  HorizontalBars* steps_chart_;
  ReportTableView* users_;
  ReportTableView* largest_;
  ReportTableView* steps_;
  TablePanel* panel_;
  LatestAnswer finding_{this};
  TaskThread finder_;
};

ActivityPage::ActivityPage(QWidget* parent)
    : PageBase(ReportKind::user_activity, tr("Activity"),
               tr("User activity comes from events: NDJSON or CSV with id, user_id and type, and "
                  "the price in "
                  "metadata.price or a price column. Drop files here or open them."),
               parent),
      measure_(new ChoiceBar(tr("Rank users by"), {tr("Events"), tr("Clicks"), tr("Views"),
                                                   tr("Purchases"), tr("Value")})),
      top_(new QSpinBox),
      chart_(new HorizontalBars(tr("Users with most"), true)),
      steps_chart_(new HorizontalBars(tr("From view to click to purchase"), true)),
      users_(new ReportTableView(tr("Users"))),
      largest_(new ReportTableView(tr("Users with most"))),
      steps_(new ReportTableView(tr("From view to click to purchase"))),
      panel_(new TablePanel) {
  measure_->setToolTip(tr("What the chart and its table rank users by"));
  top_->setRange(1, kMostLargest);
  top_->setValue(kLargestAtFirst);
  top_->setPrefix(tr("Top "));
  top_->setKeyboardTracking(false);
  top_->setAccessibleName(tr("Length of the ranking"));
  top_->setToolTip(tr("How many users the ranking lists"));
  add_tool(measure_);
  add_tool(top_);
  users_->set_default_sort(4, Qt::DescendingOrder);
  panel_->add_table(users_, tr("All users"), tr("Find a user"));
  panel_->add_table(largest_, {}, tr("Find a user"));
  panel_->add_table(steps_, tr("Steps"), tr("Find a step"));
  name_ranking();
  set_body(make_splitter(Qt::Vertical, make_splitter(Qt::Horizontal, chart_, steps_chart_, 62),
                         panel_, 60));

  connect(measure_, &ChoiceBar::chosen, this, &ActivityPage::find);
  connect(top_, &QSpinBox::valueChanged, this, [this] {
    find();
    note_choice();
  });
  QStringList measures;
  for (const UserMeasureFacts& facts : kUserMeasureTable)
    measures << QString::fromStdString(std::string(facts.name));
  keep_bar(QStringLiteral("measure"), measure_, measures);
  keep_choice(QStringLiteral("top"), {[this] {
                                        return top_->value() == kLargestAtFirst
                                                   ? QString()
                                                   : QString::number(top_->value());
                                      },
                                      [this](const QString& text) {
                                        const int top = text.toInt();
                                        top_->setValue(top > 0 ? top : kLargestAtFirst);
                                      }});
  keep_tab(panel_, {"users", "largest", "steps"});
  keep_table(QStringLiteral("users"), users_);
  keep_table(QStringLiteral("largest"), largest_);
  connect(panel_->find_field(), &QLineEdit::returnPressed, this, &ActivityPage::look_up);
  connect(panel_->find_field(), &QLineEdit::textChanged, this, [this] { set_note({}); });
  connect(chart_, &HorizontalBars::row_picked, this, &ActivityPage::pick);
  connect(largest_, &ReportTableView::row_chosen, this,
          [this](std::size_t row) { pick(static_cast<int>(row)); });
  connect(steps_chart_, &HorizontalBars::row_picked, this, [this](int row) {
    steps_chart_->set_picked(row);
    panel_->set_current(kSteps);
    steps_->select_row(static_cast<std::size_t>(row));
  });
  connect(steps_, &ReportTableView::row_chosen, this, [this](std::size_t row) {
    steps_chart_->set_picked(row < UserSteps::kSteps ? static_cast<int>(row) : -1);
  });
  offer_filters(panel_, {users_, largest_});
  connect(chart_, &HorizontalBars::menu_requested, this, [this](QMenu* menu, int row) {
    if (ranking_)
      add_row_entries(*menu, *top_users_table(ranking_), {static_cast<std::size_t>(row)},
                      filter_ask());
  });
  connect(chart_, &PlotBase::picture_requested, this, [this](PictureTo to) {
    take_pictures(to, {chart_}, Qt::Vertical, title(), QStringLiteral("top_users"));
  });
  connect(steps_chart_, &PlotBase::picture_requested, this, [this](PictureTo to) {
    take_pictures(to, {steps_chart_}, Qt::Vertical, steps_chart_->accessibleName(),
                  QStringLiteral("user_steps"));
  });
}

void ActivityPage::show_report(const ReportSet& reports) {
  report_ = reports.get<UserActivityReport>();
  show_figures(reports.partial);
  users_->set_table(user_activity_table(report_));
  find();
}

void ActivityPage::clear_report() {
  finding_.forget();
  report_.reset();
  ranking_.reset();
  for (HorizontalBars* chart : {chart_, steps_chart_}) chart->set_rows({}, {});
  for (ReportTableView* view : {users_, largest_, steps_}) view->set_table(nullptr);
  set_note({});
}

void ActivityPage::show_figures(bool partial) {
  std::string value;
  append_exact(value, report_->value, Decimal::kDigits, 2);
  std::vector<FiguresRow::Figure> shown{
      {localized_number(report_->users.size()),
       tr("users", nullptr, plural(report_->users.size()))},
      {localized_number(report_->events), tr("distinct events", nullptr, plural(report_->events))},
      {localized_number(report_->clicks), tr("clicks", "counted", plural(report_->clicks))},
      {localized_number(report_->views), tr("views", "counted", plural(report_->views))},
      {localized_number(report_->purchases),
       tr("purchases", "counted", plural(report_->purchases))},
      {localized_number(shortened_number(value, 2)), tr("purchase value"), localized_number(value)},
  };
  if (report_->conflicting_events > 0)
    shown.push_back({localized_number(report_->conflicting_events),
                     tr("events sharing an id", nullptr, plural(report_->conflicting_events)),
                     tr("Events that have the same id but differ in user, type or price; each of "
                        "them counts")});
  figures()->set_figures(shown, partial);
}

// Of many users this takes longer than a frame.
void ActivityPage::find() {
  name_ranking();
  if (!report_) return;
  const auto tell = finding_.begin([this](const Found& found) { show_found(found); });
  finding_.post(
      finder_,
      [report = report_, measure = measure(), most = static_cast<std::size_t>(top_->value()),
       tell](const std::stop_token& stop) {
        tell(Found{rank_users(report, measure, most, StopCheck(stop)),
                   user_steps(*report, StopCheck(stop))});
      },
      &tell_failure);
}

void ActivityPage::show_found(const Found& found) {
  ranking_ = found.ranking;
  largest_->set_table(top_users_table(ranking_));
  show_largest();
  steps_->set_table(user_steps_table(found.steps));
  show_steps(found.steps);
}

QString ActivityPage::title() const {
  switch (measure()) {
    case UserMeasure::clicks:
      return tr("Users with most clicks");
    case UserMeasure::views:
      return tr("Users with most views");
    case UserMeasure::purchases:
      return tr("Users with most purchases");
    case UserMeasure::value:
      return tr("Users with highest purchase value");
    default:
      return tr("Users with most events");
  }
}

void ActivityPage::name_ranking() {
  panel_->set_title(kLargest, tr("Top %1").arg(top_->value()));
  chart_->setAccessibleName(title());
  largest_->setAccessibleName(title());
}

void ActivityPage::show_largest() {
  const UserActivityReport& report = *ranking_->report;
  const UserMeasure by = ranking_->measure;
  std::vector<HorizontalBars::Row> rows;
  for (const std::size_t i : ranking_->users) {
    const auto& user = report.users[i];
    const auto clicks = static_cast<double>(user.clicks), views = static_cast<double>(user.views),
               purchases = static_cast<double>(user.purchases);
    const double value = user.value.to_double() / static_cast<double>(Decimal::kOne);
    HorizontalBars::Row row{line_of_text((*report.names)[user.name], 120),
                            {},
                            localized_number(counted_events(user)),
                            counts_of(user).join(QLatin1Char('\n')) + QLatin1Char('\n') +
                                tr("purchase value %1").arg(value_text(user.value))};
    switch (by) {
      case UserMeasure::clicks:
        row.values = {clicks};
        row.label = localized_number(user.clicks);
        break;
      case UserMeasure::views:
        row.values = {views};
        row.label = localized_number(user.views);
        break;
      case UserMeasure::purchases:
        row.values = {purchases};
        row.label = localized_number(user.purchases);
        break;
      case UserMeasure::value: {
        std::string exact;
        append_exact(exact, user.value, Decimal::kDigits, 2);
        row.values = {std::max(value, 0.0)};  // below zero the label alone tells it
        row.label = localized_number(shortened_number(exact, 2));
        break;
      }
      default:
        row.values = {clicks, views, purchases};
    }
    rows.push_back(std::move(row));
  }
  const bool all = by == UserMeasure::events;
  chart_->set_caption(all ? tr("%1 · clicks, views and purchases per user").arg(title()) : title());
  chart_->set_rows(
      all ? QStringList{column_title({"click"}), column_title({"view"}), column_title({"purchase"})}
          : QStringList{title()},
      std::move(rows), all ? 0 : static_cast<std::size_t>(by) - 1);
}

void ActivityPage::show_steps(const UserSteps& steps) {
  const auto& users = steps.users;
  const QStringList names = {tr("all users"), tr("with a view"), tr("also a click"),
                             tr("also a purchase")};
  std::vector<HorizontalBars::Row> rows;
  for (std::size_t step = 0; step < UserSteps::kSteps; ++step) {
    const QString count = localized_number(users[step]);
    HorizontalBars::Row row{names[static_cast<qsizetype>(step)],
                            {static_cast<double>(users[step])},
                            count,
                            tr("%1 users", nullptr, plural(users[step])).arg(count)};
    if (step > UserSteps::kAll) {
      const QString of_before = share_words(users[step], users[step - 1]);
      row.label = count + QStringLiteral(" · ") + of_before;
      row.readout += QLatin1Char('\n') + tr("%1 of the step before").arg(of_before);
    }
    if (step > UserSteps::kViewed)
      row.readout += QLatin1Char('\n') +
                     tr("%1 of all users").arg(share_words(users[step], users[UserSteps::kAll]));
    if (step == UserSteps::kPurchased && steps.purchased_otherwise > 0)
      row.readout += QLatin1Char('\n') + tr("%1 more have a purchase, but no view or no click",
                                            nullptr, plural(steps.purchased_otherwise))
                                             .arg(localized_number(steps.purchased_otherwise));
    rows.push_back(std::move(row));
  }
  steps_chart_->set_caption(tr("From view to click to purchase · users, whichever came first"));
  steps_chart_->set_rows({tr("users")}, std::move(rows), kStepsColour);
}

QString ActivityPage::value_text(const DecimalSum& value) {
  std::string text;
  append_exact(text, value, Decimal::kDigits, 2);
  return localized_number(text);
}

QStringList ActivityPage::counts_of(const UserActivityReport::User& user) {
  return {
      tr("%1 clicks", nullptr, plural(user.clicks)).arg(localized_number(user.clicks)),
      tr("%1 views", nullptr, plural(user.views)).arg(localized_number(user.views)),
      tr("%1 purchases", nullptr, plural(user.purchases)).arg(localized_number(user.purchases))};
}

// A user of the ranking, in the chart and in both tables. Those may still show another report.
void ActivityPage::pick(int row) {
  if (!ranking_ || static_cast<std::size_t>(row) >= ranking_->users.size()) return;
  chart_->set_picked(row);
  largest_->select_row(static_cast<std::size_t>(row));
  if (ranking_->report == report_) say(ranking_->users[static_cast<std::size_t>(row)]);
}

// The field finds parts of ids as one types; with Return the user of just this id is told.
void ActivityPage::look_up() {
  const std::string wanted = panel_->find_field()->text().trimmed().toStdString();
  if (!report_ || wanted.empty() || panel_->current() == kSteps) return;
  const auto& users = report_->users;
  const auto at = std::partition_point(users.begin(), users.end(), [&](const auto& user) {
    return (*report_->names)[user.name] < wanted;
  });
  if (at == users.end() || (*report_->names)[at->name] != wanted) return;
  users_->select_key(wanted);  // where the search is not over yet, its rows come with this one
  say(static_cast<std::size_t>(at - users.begin()));
}

// The user's numbers in a line, and the row in the table.
void ActivityPage::say(std::size_t user) {
  const auto& shown = report_->users[user];
  set_note(tr("%1: %2 · purchase value %3")
               .arg(line_of_text((*report_->names)[shown.name], 80),
                    counts_of(shown).join(QStringLiteral(" · ")), value_text(shown.value)));
  users_->select_row(user);
}

}  // namespace

ReportPage* make_activity_page(QWidget* parent) { return new ActivityPage(parent); }

}  // namespace footfall

#include "activity_page.moc"
