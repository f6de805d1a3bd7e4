#include "ui/connect/connect_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "model/session/database_source.h"
#include "ui/connect/connection_form.h"
#include "ui/connect/passwords.h"
#include "ui/connect/saved_connections.h"
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
  auto* fresh = new QPushButton(tr("New"));
  forget_ = new QPushButton(tr("Forget"));
  forget_->setToolTip(tr("Forget this connection and its password"));
  auto* below = new QHBoxLayout;
  below->setSpacing(8);
  below->addWidget(fresh);
  below->addWidget(forget_);
  below->addStretch(1);
  auto* left = new QVBoxLayout;
  left->setSpacing(8);
  left->addWidget(title);
  left->addWidget(saved_, 1);
  left->addLayout(below);
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
    const QList<QListWidgetItem*> chosen = saved_->selectedItems();
    const QString known = connection_name(form_->settings());
    // The name of another connection is none of this one's, a new one is.
    const bool others =
        !chosen.isEmpty() &&
        form_->name() == connections_[static_cast<std::size_t>(saved_->row(chosen.front()))].name;
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
    const QList<QListWidgetItem*> chosen = saved_->selectedItems();
    forget_->setEnabled(!chosen.isEmpty());
    if (!chosen.isEmpty())
      fill(connections_[static_cast<std::size_t>(saved_->row(chosen.front()))]);
  });
  connect(saved_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    saved_->setCurrentItem(item);
    emit accepted();
  });
  connect(forget_, &QPushButton::clicked, this, [this] {
    if (saved_->selectedItems().isEmpty()) return;
    const auto chosen = static_cast<std::size_t>(saved_->row(saved_->selectedItems().front()));
    const ConnectionSettings settings = connections_[chosen].settings;
    forget_connection(settings);
    passwords_.forget(account_of(settings));
    begin();
  });
  passwords_.probe([page = QPointer(this)](bool there) {
    if (page) page->form_->set_keychain(there);
  });
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
