#include "ui/connect/connect_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "model/session/database_source.h"
#include "ui/connect/connection_form.h"
#include "ui/connect/passwords.h"
#include "ui/connect/saved_connections.h"
#include "ui/frame/wrapped_label.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kListWidth = 264;
constexpr int kItemHeight = 44;  // of two lines

QString item_text(const SavedConnection& connection) {
  const QString database = visible_text(connection.settings.database);
  const QString visitor = visible_text(connection.settings.visitor());
  if (connection.name.isEmpty()) return database + '\n' + visitor;
  return visible_text(connection.name) + '\n' + visitor + '/' + database;
}

}  // namespace

ConnectPage::ConnectPage(Passwords& passwords, QWidget* parent)
    : QWidget(parent), passwords_(passwords), saved_(new QListWidget), form_(new ConnectionForm) {
  saved_->setObjectName("saved");
  saved_->setAccessibleName(tr("Saved connections"));
  saved_->setTextElideMode(Qt::ElideMiddle);
  saved_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  saved_->setIconSize({20, 20});
  saved_->setFrameShape(QFrame::NoFrame);
  auto* title = plain_label(tr("Saved connections"));
  title->setForegroundRole(QPalette::PlaceholderText);
  auto* fresh = new QPushButton(tr("Ne&w"));
  fresh->setObjectName("new");
  forget_ = new QPushButton(tr("&Forget…"));
  forget_->setObjectName("forget");
  forget_->setToolTip(tr("Forget this connection and its password"));
  buttons_ = new QWidget;
  auto* below = new QHBoxLayout(buttons_);
  below->setContentsMargins(0, 0, 0, 0);
  below->setSpacing(8);
  below->addWidget(fresh);
  below->addWidget(forget_);
  below->addStretch(1);
  auto* left = new QVBoxLayout;
  left->setSpacing(8);
  left->addWidget(title);
  left->addWidget(saved_, 1);
  left->addWidget(buttons_);
  build_question();
  left->addWidget(question_);
  auto* right = new QVBoxLayout;
  right->addWidget(form_);
  right->addStretch(1);
  side_ = new QWidget;
  side_->setLayout(left);
  left->setContentsMargins(0, 0, 0, 0);
  side_->setFixedWidth(kListWidth);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(24);
  row->addWidget(side_);
  row->addLayout(right, 1);

  connect(form_, &ConnectionForm::changed, this, &ConnectPage::changed);
  connect(form_, &ConnectionForm::url_taken, this, [this](const PastedUrl& pasted) {
    const QString known = connection_name(form_->settings());
    // The name of another connection is none of this one's, a new one is.
    const bool others = form_->name() == begun_.name;
    begun_ = {};
    if (others || !known.isEmpty()) form_->set_name(known);
    saved_->setCurrentRow(-1);
    form_->set_remember(true);
    if (!pasted.password) look_up_password();
  });
  connect(fresh, &QPushButton::clicked, this, [this] {
    saved_->setCurrentRow(-1);
    fill({});
  });
  // Chosen, not merely current: that a list becomes when the focus comes to it.
  connect(saved_, &QListWidget::itemSelectionChanged, this, [this] {
    forget_->setEnabled(chosen() != nullptr);
    ask_to_forget(false);
    if (chosen() != nullptr) fill(*chosen());
  });
  connect(saved_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    saved_->setCurrentItem(item);
    emit accepted();
  });
  connect(forget_, &QPushButton::clicked, this, [this] { ask_to_forget(true); });
  passwords_.probe([page = QPointer(this)](bool there) {
    if (page) page->form_->set_keychain(there);
  });
}

void ConnectPage::build_question() {
  question_ = new QWidget;
  question_text_ = new WrappedLabel;
  question_text_->setObjectName("forget_question");
  auto* yes = new QPushButton(tr("&Forget it"));
  yes->setObjectName("forget_it");
  leave_ = new QPushButton(tr("&Leave it"));
  leave_->setObjectName("leave_it");
  auto* answers = new QHBoxLayout;
  answers->setSpacing(8);
  answers->addWidget(yes);
  answers->addWidget(leave_);
  answers->addStretch(1);
  auto* column = new QVBoxLayout(question_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(question_text_);
  column->addLayout(answers);
  question_->hide();
  connect(yes, &QPushButton::clicked, this, &ConnectPage::forget_chosen);
  connect(leave_, &QPushButton::clicked, this, [this] {
    ask_to_forget(false);
    forget_->setFocus();
  });
}

const SavedConnection* ConnectPage::chosen() const {
  const QList<QListWidgetItem*> items = saved_->selectedItems();
  return items.isEmpty() ? nullptr
                         : &connections_[static_cast<std::size_t>(saved_->row(items.front()))];
}

void ConnectPage::ask_to_forget(bool asked) {
  if (asked && chosen() == nullptr) return;
  if (asked)
    question_text_->setText(tr("Forget %1 and its password?")
                                .arg(chosen()->name.isEmpty()
                                         ? visible_text(chosen()->settings.database)
                                         : visible_text(chosen()->name)));
  buttons_->setVisible(!asked);
  question_->setVisible(asked);
  if (asked) leave_->setFocus();
}

void ConnectPage::forget_chosen() {
  if (chosen() == nullptr) return;
  const ConnectionSettings settings = chosen()->settings;
  forget_connection(settings);
  forget_password(settings);
  begin();
}

// An account that another connection uses keeps its password.
void ConnectPage::forget_password(const ConnectionSettings& settings) {
  const std::string account = account_of(settings);
  if (std::ranges::none_of(saved_connections(), [&](const SavedConnection& other) {
        return account_of(other.settings) == account;
      }))
    passwords_.forget(account);
}

void ConnectPage::save(const ConnectionSettings& settings) {
  const SavedConnection before = std::exchange(begun_, {settings, form_->name()});
  const bool stays = !begun_.name.isEmpty() && begun_.name == before.name;
  if (stays) forget_connection(before.settings);
  save_connection(settings, begun_.name);
  if (stays) forget_password(before.settings);
}

void ConnectPage::list() {
  const QSignalBlocker quiet(saved_);
  saved_->clear();
  connections_ = saved_connections();
  for (const SavedConnection& connection : connections_) {
    auto* item = new QListWidgetItem(icon("database"), item_text(connection), saved_);
    item->setToolTip(plain_tooltip(visible_text(connection_url(connection.settings))));
    item->setSizeHint({0, kItemHeight});
  }
  ask_to_forget(false);
  side_->setVisible(!connections_.empty());
  forget_->setEnabled(false);
}

void ConnectPage::begin() {
  list();
  if (connections_.empty()) return fill({});
  saved_->setCurrentRow(0);
}

void ConnectPage::begin_with(const ConnectionSettings& settings) {
  list();
  fill({settings, connection_name(settings)});
}

void ConnectPage::fill(const SavedConnection& connection) {
  begun_ = connection;
  form_->set_settings(connection.settings);
  form_->set_name(connection.name);
  form_->set_password({});
  form_->set_remember(true);
  emit changed();
  form_->focus_first();
  if (!connection.settings.host.empty()) look_up_password();
}

void ConnectPage::look_up_password() {
  const std::string account = account_of(form_->settings());
  const bool used = std::any_of(
      connections_.begin(), connections_.end(),
      [&](const SavedConnection& other) { return account_of(other.settings) == account; });
  passwords_.find(account, [page = QPointer(this), account, used](const Passwords::Known& known) {
    // Unless another one was chosen, or something typed, while the keychain was looked at.
    if (!page || account_of(page->form_->settings()) != account || !page->form_->password().empty())
      return;
    page->form_->set_password(known.password);
    // Who did not want it kept last time need not say so again.
    page->form_->set_remember(known.lasting || !used);
  });
}

}  // namespace footfall
