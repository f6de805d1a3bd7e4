#include "ui/connect/connect_dialog.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWindow>
#include <algorithm>

#include "ui/connect/connect_page.h"
#include "ui/connect/connection_form.h"
#include "ui/connect/message_line.h"
#include "ui/connect/passwords.h"
#include "ui/connect/saved_connections.h"
#include "ui/connect/table_page.h"
#include "ui/frame/window_place.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr QSize kFirstSize(840, 480);
constexpr QSize kSecondSize(1040, 640);

}  // namespace

ConnectDialog::ConnectDialog(const AnalysisSession& session, Passwords& passwords, QWidget* parent)
    : QDialog(parent), session_(session), passwords_(passwords) {
  setWindowTitle(tr("Connect to a database"));
  connect_page_ = new ConnectPage(passwords);
  table_page_ = new TablePage(browser_);
  pages_ = new QStackedWidget;
  pages_->addWidget(connect_page_);
  pages_->addWidget(table_page_);
  message_ = new MessageLine;
  const auto button = [](const char* name, const QString& text) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
  };
  back_ = button("back", tr("&Back"));
  test_ = button("test", tr("&Test the connection"));
  cancel_ = button("cancel", {});
  next_ = button("next", {});
  next_->setDefault(true);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addWidget(back_);
  foot->addWidget(test_);
  foot->addStretch(1);
  foot->addWidget(cancel_);
  foot->addWidget(next_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(12);
  column->addWidget(pages_, 1);
  column->addWidget(message_);
  column->addLayout(foot);

  connect(connect_page_, &ConnectPage::changed, this, [this] {
    browser_.stop();
    message_->clear();
    refresh();
  });
  const ConnectionForm& form = connect_page_->form();
  connect(&form, &ConnectionForm::url_taken, this, &ConnectDialog::take_url);
  connect(&form, &ConnectionForm::url_refused, this, [this](const QString& fault) {
    message_->show_fault({fault, {}, {}});
  });
  connect(connect_page_, &ConnectPage::accepted, this, [this] { connect_for(Aim::go_on); });
  connect(table_page_, &TablePage::changed, this, [this] {
    if (message_->is_fault()) message_->clear();
    refresh();
  });
  connect(table_page_, &TablePage::refused, this, [this](const QString& why) {
    message_->show_fault({why, {}, {}});
  });
  connect(table_page_, &TablePage::database_chosen, this, [this](const std::string& name) {
    ConnectionSettings other = settings_;
    other.database = name;
    aim_ = Aim::other_database;
    open(other);
  });
  connect(&browser_, &DatabaseBrowser::opened, this, &ConnectDialog::take_opened);
  connect(&browser_, &DatabaseBrowser::failed, this,
          [this](DatabaseBrowser::Step, const SqlError& error) {
            if (!table_page_->take_fault(error)) message_->show_fault(sql_error_words(error));
            refresh();
          });
  connect(&browser_, &DatabaseBrowser::busy_changed, this, &ConnectDialog::say_busy);
  connect(back_, &QPushButton::clicked, this, [this] { go_to(connect_page_); });
  connect(test_, &QPushButton::clicked, this, [this] { connect_for(Aim::test); });
  connect(cancel_, &QPushButton::clicked, this, &ConnectDialog::reject);
  connect(next_, &QPushButton::clicked, this, [this] {
    if (pages_->currentWidget() == connect_page_) return connect_for(Aim::go_on);
    finish();
  });
  go_to(connect_page_);
}

void ConnectDialog::begin() {
  wanted_.reset();
  table_page_->forget_edits();
  connect_page_->begin();
  go_to(connect_page_);
  show();
}

void ConnectDialog::begin_with(const DatabaseSource& source) {
  wanted_ = WantedRows{source.table, source.where, source.kind, source.columns, source.fetched};
  table_page_->forget_edits();
  connect_page_->begin_with(source.settings);
  go_to(connect_page_);
  show();
}

void ConnectDialog::take_url(const PastedUrl& pasted) {
  const DatabaseUrl& url = pasted.url;
  if (url.table != TableName()) {
    wanted_ = WantedRows{url.table, url.where, {}, {}};
    table_page_->forget_edits();
  } else if (wanted_ && !wanted_->kind) {
    wanted_.reset();
  }
  const QString said = tr("The fields are filled from the URL.");
  message_->show_good(pasted.left_out.isEmpty()
                          ? said
                          : tr("%1 Left out, for it means nothing here: %2")
                                .arg(said, visible_text(pasted.left_out.join(", "))));
}

void ConnectDialog::connect_for(Aim aim) {
  ConnectionForm& form = connect_page_->form();
  const QString missing = form.missing();
  if (!missing.isEmpty()) return message_->show_fault({missing, {}, {}});
  aim_ = aim;
  password_ = form.password();
  open(form.settings());
}

void ConnectDialog::open(const ConnectionSettings& settings) {
  settings_ = settings;
  browser_.open(settings, password_);
}

void ConnectDialog::take_opened() {
  if (aim_ == Aim::test) {
    const auto readable = std::count_if(browser_.tables().begin(), browser_.tables().end(),
                                        [](const ListedTable& table) { return table.readable(); });
    message_->show_good(tr("The connection works. Tables that you may read: %1.")
                            .arg(whole_number(static_cast<std::uint64_t>(readable))));
    return;
  }
  message_->clear();
  go_to(table_page_);
  table_page_->begin(settings_, wanted_, session_.options(), session_.filter());
  if (aim_ != Aim::go_on) return;
  connect_page_->save(settings_);
  passwords_.keep(account_of(settings_), password_, connect_page_->form().remember(),
                  [dialog = QPointer(this)] {
                    if (dialog)
                      dialog->message_->show_fault(
                          {tr("The keychain did not take the password: it is kept until "
                              "Footfall is closed."),
                           {},
                           {}});
                  });
}

void ConnectDialog::go_to(QWidget* page) {
  const bool first = page == connect_page_;
  if (first) {
    browser_.close();
  } else {
    browser_.stop();
  }
  message_->clear();
  pages_->setCurrentWidget(page);
  // Each step has its size, unless it was made larger by hand.
  resize(first && size() == kSecondSize ? kFirstSize
                                        : size().expandedTo(first ? kFirstSize : kSecondSize));
  // A step that is larger than the one before it stays on a small screen.
  if (isVisible() && windowHandle())
    setGeometry(
        place_in_screen(geometry(), windowHandle()->frameMargins(), screen()->availableGeometry()));
  back_->setVisible(!first);
  test_->setVisible(first);
  next_->setText(first ? tr("Choose a table or query") : tr("Open the report"));
  refresh();
  if (first) connect_page_->form().focus_first();
}

bool ConnectDialog::busy() const {
  return browser_.busy(DatabaseBrowser::Step::open) || browser_.busy(DatabaseBrowser::Step::look);
}

void ConnectDialog::say_busy() {
  if (browser_.busy(DatabaseBrowser::Step::open)) {
    message_->show_busy(tr("Connecting to %1…").arg(visible_text(settings_.place())));
  } else if (browser_.busy(DatabaseBrowser::Step::look)) {
    message_->show_busy(table_page_->asks_for_query() ? tr("Asking the server about the query…")
                                                      : tr("Looking at the table…"));
  } else if (!message_->is_fault()) {
    message_->clear();
  }
  refresh();
}

void ConnectDialog::refresh() {
  const bool opening = browser_.busy(DatabaseBrowser::Step::open);
  const bool first = pages_->currentWidget() == connect_page_;
  // A button that goes grey passes the focus on, to whatever comes next.
  if (opening && (test_->hasFocus() || next_->hasFocus())) cancel_->setFocus();
  test_->setEnabled(!opening);
  next_->setEnabled(!opening && (first || table_page_->complete()));
  cancel_->setText(busy() ? tr("Stop") : tr("Cancel"));
}

void ConnectDialog::reject() {
  if (!busy()) {
    browser_.close();
    return QDialog::reject();
  }
  browser_.stop();
  message_->show_good(tr("Stopped."));
}

void ConnectDialog::finish() {
  const DatabaseSource source = table_page_->source();
  const Filter filter = table_page_->filter();
  browser_.close();
  hide();
  emit chosen(source, password_, filter);
}

}  // namespace footfall
