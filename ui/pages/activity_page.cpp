#include <QLineEdit>
#include <QSplitter>
#include <algorithm>
#include <numeric>

#include "model/report/user_activity_report.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/pages/page_base.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr std::size_t kLargest = 12;

std::uint64_t events_of(const UserActivityReport::User& user) {
  return user.clicks + user.views + user.purchases;
}

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
    return {table, file_stem({QString::fromStdString(table->name()), panel_->searched()})};
  }
  void take_picture(PictureTo to) override {
    take_pictures(to, {chart_}, Qt::Vertical, chart_->accessibleName(),
                  QStringLiteral("largest_users"));
  }

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  void show_figures(bool partial);
  void show_largest();
  void look_up();
  void say(std::size_t user);
  [[nodiscard]] static QStringList counts_of(const UserActivityReport::User& user);

  UserActivityPtr report_;
  HorizontalBars* chart_;
  ReportTableView* users_;
  TablePanel* panel_;
  std::vector<std::size_t> largest_;  // rows of the chart → users
};

ActivityPage::ActivityPage(QWidget* parent)
    : PageBase(ReportKind::user_activity, tr("Activity"),
               tr("User activity comes from events: NDJSON or CSV with id, user_id and type, and "
                  "the price in "
                  "metadata.price or a price column. Drop files here or open them."),
               parent),
      chart_(new HorizontalBars(tr("Users with most events"), true)),
      users_(new ReportTableView(tr("Users"))),
      panel_(new TablePanel) {
  users_->set_default_sort(4, Qt::DescendingOrder);
  panel_->add_table(users_, tr("All users"), tr("Find a user"));
  set_body(make_splitter(Qt::Vertical, chart_, panel_, 60));

  connect(panel_->find_field(), &QLineEdit::returnPressed, this, &ActivityPage::look_up);
  connect(panel_->find_field(), &QLineEdit::textChanged, this, [this] { set_note({}); });
  connect(chart_, &HorizontalBars::row_picked, this, [this](int row) {
    chart_->set_picked(row);
    say(largest_[static_cast<std::size_t>(row)]);
  });
  offer_filters(panel_, {users_});
  connect(chart_, &HorizontalBars::menu_requested, this, [this](QMenu* menu, int row) {
    const auto& user = report_->users[largest_[static_cast<std::size_t>(row)]];
    add_name_entries(*menu, FilterField::user, {std::string((*report_->names)[user.name])},
                     filter_ask());
  });
  connect(chart_, &PlotBase::picture_requested, this, &ActivityPage::take_picture);
}

void ActivityPage::show_report(const ReportSet& reports) {
  report_ = reports.get<UserActivityReport>();
  show_figures(reports.partial);
  show_largest();
  users_->set_table(user_activity_table(report_));
}

void ActivityPage::clear_report() {
  report_.reset();
  largest_.clear();
  chart_->set_rows({}, {});
  users_->set_table(nullptr);
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

void ActivityPage::show_largest() {
  const auto& users = report_->users;
  largest_.resize(users.size());
  std::iota(largest_.begin(), largest_.end(), std::size_t{0});
  const auto shown = static_cast<std::ptrdiff_t>(std::min(kLargest, users.size()));
  std::partial_sort(largest_.begin(), largest_.begin() + shown, largest_.end(),
                    [&](std::size_t a, std::size_t b) {
                      const std::uint64_t left = events_of(users[a]), right = events_of(users[b]);
                      return left != right ? left > right : a < b;
                    });
  largest_.resize(static_cast<std::size_t>(shown));
  std::vector<HorizontalBars::Row> rows;
  for (const std::size_t i : largest_) {
    const auto& user = users[i];
    rows.push_back({line_of_text((*report_->names)[user.name], 120),
                    {static_cast<double>(user.clicks), static_cast<double>(user.views),
                     static_cast<double>(user.purchases)},
                    localized_number(events_of(user)),
                    counts_of(user).join(QLatin1Char('\n'))});
  }
  chart_->set_caption(tr("Users with most events · distinct events per user"));
  chart_->set_rows({tr("clicks"), tr("views"), tr("purchases")}, std::move(rows));
}

QStringList ActivityPage::counts_of(const UserActivityReport::User& user) {
  return {
      tr("%1 clicks", nullptr, plural(user.clicks)).arg(localized_number(user.clicks)),
      tr("%1 views", nullptr, plural(user.views)).arg(localized_number(user.views)),
      tr("%1 purchases", nullptr, plural(user.purchases)).arg(localized_number(user.purchases))};
}

// The field finds parts of ids as one types; with Return the user of just this id is told.
void ActivityPage::look_up() {
  const std::string wanted = panel_->find_field()->text().trimmed().toStdString();
  if (!report_ || wanted.empty()) return;
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
  std::string value;
  append_exact(value, shown.value, Decimal::kDigits, 2);
  set_note(tr("%1: %2 · purchase value %3")
               .arg(line_of_text((*report_->names)[shown.name], 80),
                    counts_of(shown).join(QStringLiteral(" · ")), localized_number(value)));
  users_->select_row(user);
}

}  // namespace

ReportPage* make_activity_page(QWidget* parent) { return new ActivityPage(parent); }

}  // namespace footfall

#include "activity_page.moc"
