#include "ui/import/import_dialog.h"

#include <QAction>
#include <QActionGroup>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "model/pipeline/reading_shape.h"
#include "ui/connect/message_line.h"
#include "ui/dialogs/save_place.h"
#include "ui/frame/elided_label.h"
#include "ui/import/choices_panel.h"
#include "ui/import/record_model.h"
#include "ui/import/record_view.h"
#include "ui/import/report_list.h"
#include "ui/import/role_fields.h"
#include "ui/import/trial_list.h"
#include "ui/reading_words.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kTyping = 250;  // ms without a key before the file is looked at again
constexpr QSize kSize{1160, 680};
constexpr int kChoicesWidth = 216;
constexpr int kReportsWidth = 216;
constexpr qint64 kMostPlanBytes = 16 << 20;

// What is said of a file that failed beside what it is looked at as.
bool is_said_beside(const Error& error) {
  return error.kind == ErrorKind::contradicted_guess || error.kind == ErrorKind::missing_key ||
         error.kind == ErrorKind::no_header;
}

}  // namespace

ImportDialog::ImportDialog(const AnalysisSession& session, QWidget* parent)
    : QDialog(parent), session_(session) {
  setObjectName("import_dialog");
  setWindowTitle(tr("Reading plan"));
  build();
  typing_.setSingleShot(true);
  typing_.setInterval(kTyping);
  connect(&typing_, &QTimer::timeout, this, &ImportDialog::ask);
  connect(choices_, &ChoicesPanel::changed, this, &ImportDialog::ask_soon);
  connect(reports_, &ReportList::currentRowChanged, this, &ImportDialog::show_kind);
  connect(view_, &RecordView::column_chosen, this, &ImportDialog::choose_role);
  connect(roles_, &RoleFields::role_changed, this, [this](const auto& role, const auto& source) {
    set_role(role, source);
    ask_soon();
  });
  connect(roles_, &RoleFields::scale_changed, this, [this](const auto& role, const auto& factor) {
    if (factor)
      options_.scales.insert_or_assign(role, *factor);
    else
      options_.scales.erase(role);
    ask_soon();
  });
  connect(trial_, &TrialList::answered, this, [this](const ReadingAnswer& answer) {
    choices_->apply_to(options_);
    answer.apply_to(options_);
    choices_->show_options(options_, preview_.get());
    error_.reset();
    ask();
  });
  connect(&previewer_, &ReadingPreviewer::found, this, &ImportDialog::take);
  connect(&previewer_, &ReadingPreviewer::failed, this, [this](const Error& error) {
    message_->show_fault(error_words(error));
    refresh();
  });
}

void ImportDialog::build() {
  name_ = new ElidedLabel;
  QFont large = name_->font();
  large.setPointSizeF(large.pointSizeF() * 1.2);
  large.setWeight(QFont::DemiBold);
  name_->setFont(large);
  plan_ = new ElidedLabel;
  plan_->setObjectName("plan");
  plan_->setForegroundRole(QPalette::PlaceholderText);
  choices_ = new ChoicesPanel;
  auto* scroll = new QScrollArea;
  scroll->setWidget(choices_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFixedWidth(kChoicesWidth);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  choices_->setAutoFillBackground(false);
  auto* parts = new QHBoxLayout;
  parts->setSpacing(16);
  parts->addWidget(scroll);
  parts->addWidget(build_middle(), 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 16, 24, 16);
  column->setSpacing(8);
  column->addWidget(name_);
  column->addWidget(plan_);
  column->addLayout(parts, 1);
  column->addWidget(build_foot());
}

QWidget* ImportDialog::build_middle() {
  model_ = new RecordModel(this);
  view_ = new RecordView(*model_);
  view_->setMinimumHeight(120);
  trial_ = new TrialList;
  reports_ = new ReportList;
  reports_->setFixedWidth(kReportsWidth);
  roles_ = new RoleFields;
  auto* lower = new QHBoxLayout;
  lower->setSpacing(16);
  lower->addWidget(reports_);
  lower->addWidget(roles_, 1);
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(view_, 1);
  column->addWidget(trial_);
  column->addLayout(lower);
  return middle;
}

QWidget* ImportDialog::build_foot() {
  const auto button = [](const QString& text, const char* name) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
  };
  auto* open = button(tr("Open plan…"), "open_plan");
  save_ = button(tr("Save plan…"), "save_plan");
  message_ = new MessageLine;
  auto* cancel = button(tr("Cancel"), "cancel");
  accept_ = button(tr("Read it so"), "accept");
  accept_->setDefault(true);
  connect(open, &QPushButton::clicked, this, [this] {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a plan"), save_folder(),
                                                      tr("Plans (*.json);;All files (*)"));
    if (!file.isEmpty()) open_plan(file);
  });
  connect(save_, &QPushButton::clicked, this, [this] {
    const QString file =
        ask_save_path(this, tr("Save the plan"), "plan.json", tr("Plans (*.json)"));
    if (!file.isEmpty()) save_plan(file);
  });
  connect(cancel, &QPushButton::clicked, this, &ImportDialog::reject);
  connect(accept_, &QPushButton::clicked, this, &ImportDialog::accept);
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(open);
  row->addWidget(save_);
  row->addWidget(message_, 1);
  row->addWidget(cancel);
  row->addWidget(accept_);
  return foot;
}

void ImportDialog::begin(const std::string& path) {
  const auto source = std::ranges::find(session_.sources(), path, &Source::path);
  if (source == session_.sources().end() || source->database) return;
  path_ = path;
  options_ = source->reading;
  error_ = source->state == Source::State::failed && source->error && is_said_beside(*source->error)
               ? source->error
               : std::nullopt;
  unknown_log_ = source->error && !source->error->tried.empty();
  preview_.reset();
  first_ = true;
  name_->set_full_text(source_name(*source), visible_text(source_place(*source)));
  plan_->set_full_text({}, {});
  model_->show(nullptr, reports_->kind());
  trial_->show_messages({});
  choices_->show_options(options_, nullptr);
  message_->clear();
  if (!isVisible()) resize(kSize.boundedTo(screen()->availableSize() - QSize(24, 48)));
  show();
  ask();
}

void ImportDialog::ask_soon() {
  error_.reset();
  previewer_.stop();
  typing_.start();
  refresh();
}

void ImportDialog::ask() {
  typing_.stop();
  choices_->apply_to(options_);
  ReportOptions report = session_.options();
  report.now = QDateTime::currentSecsSinceEpoch();
  previewer_.ask(path_, options_, report);
  message_->show_busy(tr("Looking at it…"));
  refresh();
}

void ImportDialog::take(const std::shared_ptr<const ReadingPreview>& preview) {
  preview_ = preview;
  message_->clear();
  choices_->show_options(options_, preview_.get());
  const QString plan = preview_->layout ? plan_words(*preview_->layout) : QString();
  plan_->set_full_text(plan, plan);
  reports_->show_preview(*preview_);
  if (std::exchange(first_, false)) reports_->choose(nearest_report(*preview_));
  if (std::exchange(unknown_log_, false)) choices_->focus_log_format();
  show_kind();
  refresh();
}

void ImportDialog::show_kind() {
  if (!preview_) return;
  const int wide = view_->model()->columnCount();
  model_->show(preview_, reports_->kind());
  if (wide != model_->columnCount() || view_->property("fitted").toString() != name_->text())
    view_->fit_columns();
  view_->setProperty("fitted", name_->text());
  if (preview_->layout)
    roles_->show(*preview_, reports_->kind(), options_.columns, options_.scales);
  roles_->setEnabled(preview_->layout != nullptr);
  show_trial();
}

void ImportDialog::show_trial() {
  trial_->show_messages(trial_messages(*preview_, reports_->kind(), error_));
}

bool ImportDialog::acceptable() const {
  if (!preview_ || previewer_.busy() || typing_.isActive()) return false;
  if (!preview_->layout || preview_->error || error_ || !roles_->valid()) return false;
  bool fed = false;
  for (const ReportKind kind : kAllReports) {
    if (!preview_->layout->feeds.contains(events_of(kind))) continue;
    const RowCounts& rows = preview_->trials[kind].rows;
    fed = fed || rows.read() == 0 || rows.rejected() < rows.read();
  }
  return fed;
}

void ImportDialog::refresh() {
  const bool ready = acceptable();
  accept_->setEnabled(ready);
  save_->setEnabled(ready);
  accept_->setToolTip(
      ready ? QString() : tr("Some report must be fed, and some of the first rows must count."));
}

void ImportDialog::set_role(const std::string& role, const std::string& source) {
  if (source.empty())
    options_.columns.erase(role);
  else
    options_.columns.insert_or_assign(role, source);
}

// The roles of the report below, with how each is found now.
void ImportDialog::choose_role(int column, const QPoint& place) {
  if (!preview_ || !preview_->layout || column < 0 || column >= model_->columnCount()) return;
  const ReportKind kind = reports_->kind();
  const EventType type = events_of(kind);
  const std::span<const Role> roles = roles_of(type);
  const std::vector<RoleFound>& found = preview_->layout->matches[type].roles;
  const std::string source = column_source(*preview_, static_cast<std::size_t>(column));
  auto* menu = new QMenu(this);
  menu->setObjectName("role_menu");
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addSection(page_name(kind));
  bool any = false;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const QString name = to_text(std::string(roles[i].name));
    const bool there = i < found.size() && found[i].by != FoundBy::nothing && !found[i].words.none;
    const bool here = i < model_->columns_of_roles().size() &&
                      model_->columns_of_roles()[i] == static_cast<std::size_t>(column);
    any = any || here;
    QString text = name;
    if (here)
      text += " · " + role_remark(*preview_, kind, i).first.section(" · ", 0, 0);
    else if (there)
      text += " · " + tr("now from %1").arg(source_words(found[i]).left(40));
    else if (roles[i].required)
      text += " · " + tr("needed");
    QAction* action = menu->addAction(text.replace("&", "&&"));
    action->setObjectName("choose_" + name);
    action->setCheckable(true);
    action->setChecked(here);
    connect(action, &QAction::triggered, this, [this, role = std::string(roles[i].name), source] {
      set_role(role, source);
      error_.reset();
      ask();
    });
  }
  menu->addSeparator();
  QAction* none = menu->addAction(tr("No role"));
  none->setObjectName("choose_nothing");
  none->setEnabled(any);
  connect(none, &QAction::triggered, this, [this, column, roles] {
    const auto& columns = model_->columns_of_roles();
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == static_cast<std::size_t>(column))
        set_role(std::string(roles[i].name), "@none");
    error_.reset();
    ask();
  });
  menu->popup(place);
}

void ImportDialog::open_plan(const QString& file) {
  QFile plan(file);
  if (plan.size() > kMostPlanBytes || !plan.open(QIODevice::ReadOnly)) {
    message_->show_fault({tr("The plan cannot be opened."), {}, plan.errorString()});
    return;
  }
  const Result<InputOptions> reading =
      reading_of_plan(plan.readAll().toStdString(), to_bytes(file));
  if (!reading) {
    message_->show_fault(error_words(reading.error()));
    return;
  }
  options_ = *reading;
  error_.reset();
  choices_->show_options(options_, preview_.get());
  ask();
}

void ImportDialog::save_plan(const QString& file) {
  if (!acceptable()) return;
  QSaveFile plan(file);
  const std::string text = preview_->plan + '\n';
  if (!plan.open(QIODevice::WriteOnly) ||
      plan.write(text.data(), static_cast<qint64>(text.size())) !=
          static_cast<qint64>(text.size()) ||
      !plan.commit()) {
    message_->show_fault({tr("Writing failed: %1.").arg(plan.errorString()), {}, {}});
    return;
  }
  message_->show_good(tr("Written: %1").arg(visible_text(file)));
}

void ImportDialog::accept() {
  if (!acceptable()) return;
  const std::shared_ptr<const ReadingPreview> preview = preview_;
  QDialog::accept();
  emit chosen(path_, options_, preview->plan);
}

void ImportDialog::reject() {
  typing_.stop();
  previewer_.stop();
  QDialog::reject();
}

}  // namespace footfall
