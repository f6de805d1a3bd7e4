#include "ui/dialogs/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QTimeZone>
#include <QVBoxLayout>
#include <algorithm>

#include "model/report/customer_report.h"
#include "ui/dialogs/plain_grid.h"
#include "ui/frame/kept_rates.h"
#include "ui/style/form_labels.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kNameRole = Qt::UserRole;

QLabel* hint(const QString& text) {
  auto* label = plain_label(text);
  label->setForegroundRole(QPalette::PlaceholderText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

SettingsDialog::SettingsDialog(AnalysisSession& session, QWidget* parent)
    : QDialog(parent), session_(session) {
  setWindowTitle(tr("Rates and event types"));
  resize(720, 560);

  rates_ = plain_table({tr("currency"), tr("USD per unit"), tr("rows without a rate")});
  rates_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                          QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  rates_->setSelectionBehavior(QAbstractItemView::SelectItems);
  rates_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  rates_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
  rates_->setAccessibleName(tr("Exchange rates"));
  auto* add = new QPushButton(tr("Add currency"));
  connect(add, &QPushButton::clicked, this, [this] {
    add_rate({}, {}, {});
    rates_->setCurrentCell(rates_->rowCount() - 1, 0);
    rates_->editItem(rates_->item(rates_->rowCount() - 1, 0));
  });
  auto* rates = new QVBoxLayout;
  rates->setSpacing(8);
  rates->addWidget(section_title(tr("Exchange rates")));
  rates->addWidget(hint(tr("A currency without a rate counts as 1. USD is 1 unless set.")));
  rates->addWidget(rates_, 1);
  rates->addWidget(add, 0, Qt::AlignLeft);
  keep_ = new QCheckBox(tr("Keep these rates, of"));
  keep_->setToolTip(tr("For the next time; their date stands beside what they convert"));
  date_ = new QDateEdit;
  date_->setCalendarPopup(true);
  date_->setDisplayFormat("yyyy-MM-dd");
  date_->setAccessibleName(tr("Date of the rates"));
  date_->setEnabled(false);
  connect(keep_, &QCheckBox::toggled, date_, &QWidget::setEnabled);
  // Whoever writes a rate has it of today, unless told otherwise.
  connect(rates_, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
    if (isVisible() && item->column() < 2) date_->setDate(QDate::currentDate());
  });
  auto* kept = new QHBoxLayout;
  kept->addWidget(keep_);
  kept->addWidget(date_);
  kept->addStretch(1);
  rates->addLayout(kept);

  all_types_ = new QCheckBox(tr("All event types"));
  types_ = new QListWidget;
  types_->setFrameShape(QFrame::NoFrame);
  types_->setSpacing(2);
  types_->setAccessibleName(tr("Allowed event types"));
  connect(all_types_, &QCheckBox::toggled, types_, &QWidget::setDisabled);
  auto* types = new QVBoxLayout;
  types->setSpacing(8);
  types->addWidget(section_title(tr("Allowed event types")));
  types->addWidget(hint(tr("Customer events of other types are filtered.")));
  types->addWidget(all_types_);
  types->addWidget(types_, 1);

  distinct_ = new QCheckBox(tr("Customer events that repeat an earlier one count once"));
  visitor_ = new QComboBox;
  visitor_->addItem(tr("host and user agent"), static_cast<int>(VisitorKey::host_and_agent));
  visitor_->addItem(tr("host alone"), static_cast<int>(VisitorKey::host));
  source_zone_ = new QComboBox;
  source_zone_->setEditable(true);
  source_zone_->setInsertPolicy(QComboBox::NoInsert);
  for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
    source_zone_->addItem(QString::fromLatin1(zone));
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->addRow(section_title(tr("How files are read (these read them again)")));
  form->addRow(tr("Visitor in access logs"), visitor_);
  form->addRow(tr("Zone of times without one"), source_zone_);
  form->addRow(distinct_);
  align_form_labels(*form);

  fault_ = plain_label();
  fault_->setWordWrap(true);
  fault_->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply |
                                       QDialogButtonBox::Cancel);
  connect(buttons->button(QDialogButtonBox::Ok), &QPushButton::clicked, this, [this] {
    apply();
    if (fault_->isHidden()) close();
  });
  connect(buttons->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
          &SettingsDialog::apply);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

  auto* top = new QHBoxLayout;
  top->setSpacing(24);
  top->addLayout(rates, 3);
  top->addLayout(types, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(16);
  column->addLayout(top, 1);
  column->addLayout(form);
  column->addWidget(fault_);
  column->addWidget(buttons);
}

void SettingsDialog::open_settings() {
  const ReportOptions& options = session_.options();
  const std::optional<KeptRates> kept = kept_rates();
  const bool in_use = kept && kept->rates == options.rates;
  fill_rates();
  keep_->setChecked(in_use);
  date_->setDate(in_use ? kept->date : QDate::currentDate());
  fill_event_types();
  distinct_->setChecked(options.distinct_events);
  visitor_->setCurrentIndex(visitor_->findData(static_cast<int>(options.visitor)));
  source_zone_->setCurrentText(to_text(options.source_zone.name()));
  fault_->hide();
  if (rates_->rowCount() > 0) rates_->setCurrentCell(0, 1);
  show();
  raise();
  activateWindow();
}

void SettingsDialog::add_rate(const QString& currency, const QString& rate, const QString& rows) {
  const int row = rates_->rowCount();
  rates_->insertRow(row);
  rates_->setItem(row, 0, new QTableWidgetItem(currency));
  rates_->setItem(row, 1, number_item(rate));
  auto* count = number_item(rows);
  count->setFlags(count->flags() & ~Qt::ItemIsEditable);
  rates_->setItem(row, 2, count);
}

void SettingsDialog::fill_rates() {
  rates_->setRowCount(0);
  for (const auto& [currency, rate] : session_.options().rates) {
    add_rate(to_text(currency), rate_text(rate), {});
  }
  const ReportSetPtr reports = session_.reports(ReportKind::customer_report);
  if (!reports || !reports->get<CustomerReport>()) return;
  for (const auto& currency : reports->get<CustomerReport>()->unconverted)
    if (!currency.currency.empty())
      add_rate(to_text(currency.currency), {}, whole_number(currency.rows));
}

void SettingsDialog::fill_event_types() {
  types_->clear();
  const auto& allowed = session_.options().event_types;
  std::vector<std::string> names;
  if (const ReportSetPtr whole = session_.whole(ReportKind::customer_report);
      whole && whole->get<CustomerReport>()) {
    const TextPool& pool = *whole->get<CustomerReport>()->event_types;
    for (std::size_t i = 0; i < pool.size(); ++i) names.emplace_back(pool[static_cast<TextId>(i)]);
  }
  if (allowed) names.insert(names.end(), allowed->begin(), allowed->end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) {
    auto* item = new QListWidgetItem(name.empty() ? tr("(none)") : visible_text(name), types_);
    item->setData(kNameRole, QByteArray::fromStdString(name));
    const bool on = !allowed || std::find(allowed->begin(), allowed->end(), name) != allowed->end();
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
  }
  all_types_->setChecked(!allowed);
  types_->setDisabled(!allowed);
}

bool SettingsDialog::read_rates(Rates& rates) {
  for (int row = 0; row < rates_->rowCount(); ++row) {
    const QString currency = rates_->item(row, 0)->text().trimmed();
    const QString text = rates_->item(row, 1)->text().trimmed();
    if (text.isEmpty()) continue;
    const ParsedNumber number = parse_number(to_bytes(text));
    if (number.fault != NumberFault::none || number.value.units <= 0) {
      fault_->setText(tr("The rate of %1, “%2”, is no number above 0 (write it as 1.08).")
                          .arg(visible_text(currency), visible_text(text)));
      rates_->setCurrentCell(row, 1);
      return false;
    }
    if (currency.isEmpty() || rates.contains(to_bytes(currency))) {
      fault_->setText(currency.isEmpty() ? tr("A rate has no currency.")
                                         : tr("%1 is there twice.").arg(visible_text(currency)));
      rates_->setCurrentCell(row, 0);
      return false;
    }
    rates[to_bytes(currency)] = number.value;
  }
  return true;
}

void SettingsDialog::keep_or_forget(const Rates& rates) {
  if (keep_->isChecked() && !rates.empty()) {
    keep_rates({rates, date_->date()});
  } else {
    forget_rates();
  }
}

void SettingsDialog::apply() {
  ReportOptions options = session_.options();
  options.rates.clear();
  if (!read_rates(options.rates)) {
    fault_->show();
    return;
  }
  options.event_types.reset();
  if (!all_types_->isChecked()) {
    options.event_types.emplace();
    for (int row = 0; row < types_->count(); ++row) {
      const QListWidgetItem* item = types_->item(row);
      if (item->checkState() == Qt::Checked)
        options.event_types->push_back(item->data(kNameRole).toByteArray().toStdString());
    }
  }
  options.distinct_events = distinct_->isChecked();
  options.visitor = static_cast<VisitorKey>(visitor_->currentData().toInt());
  const Result<TimeZone> zone =
      TimeZone::load(to_bytes(source_zone_->currentText().trimmed()), "source-zone");
  if (!zone) {
    fault_->setText(error_words(zone.error()).what);
    fault_->show();
    return;
  }
  options.source_zone = zone.value();
  fault_->hide();
  keep_or_forget(options.rates);
  session_.set_options(options);
}

}  // namespace footfall
