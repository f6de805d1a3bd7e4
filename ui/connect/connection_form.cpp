#include "ui/connect/connection_form.h"
#include "ui/style/form_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <cstdlib>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kPortWidth = 88;

QLineEdit* line(const char* name, const QString& label) {
  auto* edit = new QLineEdit;
  edit->setObjectName(name);
  edit->setAccessibleName(label);
  return edit;
}

}  // namespace

ConnectionForm::ConnectionForm(QWidget* parent) : QWidget(parent) {
  engine_ = new QComboBox;
  engine_->setObjectName("engine");
  engine_->setAccessibleName(tr("Kind"));
  for (const SqlEngineFacts& facts : kSqlEngineTable)
    engine_->addItem(to_text(std::string(facts.name)), static_cast<int>(facts.engine));
  name_ = line("name", tr("Name"));
  name_->setPlaceholderText(tr("as you call it; may stay empty"));
  host_ = line("host", tr("Host"));
  host_->setPlaceholderText(tr("localhost, or paste a whole URL"));
  port_ = line("port", tr("Port"));
  port_->setValidator(new QIntValidator(1, 65535, port_));
  port_->setFixedWidth(kPortWidth);
  database_ = line("database", tr("Database"));
  user_ = line("user", tr("User"));
  password_ = line("password", tr("Password"));
  password_->setEchoMode(QLineEdit::Password);
  remember_ = new QCheckBox(tr("Keep the password in the keychain"));
  remember_->setObjectName("remember");
  kept_ =
      plain_label(tr("There is no keychain here: the password is kept until Footfall is closed."));
  kept_->setObjectName("kept");
  kept_->setWordWrap(true);
  kept_->setForegroundRole(QPalette::PlaceholderText);
  tls_ = new QComboBox;
  tls_->setObjectName("tls");
  tls_->setAccessibleName(tr("Encryption"));
  authorities_ = line("authorities", tr("Certificates"));
  browse_ = new QPushButton(tr("Choose…"));
  browse_->setAccessibleName(tr("Choose a file of certificates"));

  auto* place = new QHBoxLayout;
  place->setSpacing(8);
  place->addWidget(host_, 1);
  auto* port_label = plain_label(tr("P&ort"));
  port_label->setBuddy(port_);
  place->addWidget(port_label);
  place->addWidget(port_);
  auto* certificates = new QHBoxLayout;
  certificates->setSpacing(8);
  certificates->addWidget(authorities_, 1);
  certificates->addWidget(browse_);
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(16);
  form->setVerticalSpacing(8);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  const auto add = [form](const QString& label, QLayout* fields, QWidget* first) {
    form->addRow(label, fields);
    static_cast<QLabel*>(form->labelForField(fields))->setBuddy(first);
  };
  form->addRow(tr("&Name"), name_);
  form->addRow(tr("&Kind"), engine_);
  add(tr("&Host"), place, host_);
  form->addRow(tr("&Database"), database_);
  form->addRow(tr("&User"), user_);
  form->addRow(tr("&Password"), password_);
  form->addRow(QString(), remember_);
  form->addRow(QString(), kept_);
  form->addRow(tr("&Encryption"), tls_);
  add(tr("&Certificates"), certificates, authorities_);
  align_form_labels(*form);

  connect(engine_, &QComboBox::currentIndexChanged, this, [this] {
    show_engine();
    emit changed();
  });
  connect(tls_, &QComboBox::currentIndexChanged, this, [this] {
    show_tls();
    emit changed();
  });
  for (QLineEdit* edit : {host_, port_, database_, user_, password_, authorities_})
    connect(edit, &QLineEdit::textEdited, this, &ConnectionForm::changed);
  connect(host_, &QLineEdit::textEdited, this, [this](const QString& text) {
    // Typed by hand it is taken when it is whole.
    const bool begun = looks_like_url(host_before_) || text.endsWith("://");
    const bool pasted = !begun || std::abs(text.size() - host_before_.size()) > 1;
    host_before_ = text;
    if (pasted) take_url();
  });
  connect(host_, &QLineEdit::editingFinished, this, &ConnectionForm::take_url);
  // A name is kept as it stands.
  connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) {
    if (const QString harmless = without_password(text); harmless != text) name_->setText(harmless);
  });
  connect(browse_, &QPushButton::clicked, this, &ConnectionForm::choose_authorities);
  set_keychain(false);
  show_engine();
}

SqlEngine ConnectionForm::engine() const {
  return static_cast<SqlEngine>(engine_->currentData().toInt());
}

TlsMode ConnectionForm::tls() const { return static_cast<TlsMode>(tls_->currentData().toInt()); }

int ConnectionForm::usual_port() const {
  const SqlEngineFacts& facts = kSqlEngineTable[engine()];
  return tls() == TlsMode::require || tls() == TlsMode::verify ? facts.tls_port : facts.port;
}

void ConnectionForm::show_engine() {
  const SqlEngineFacts& facts = kSqlEngineTable[engine()];
  database_->setPlaceholderText(facts.database.empty() ? tr("like the user")
                                                       : to_text(std::string(facts.database)));
  user_->setPlaceholderText(to_text(std::string(facts.user)));
  {
    const QSignalBlocker quiet(tls_);
    tls_->clear();
    const auto add = [this](const QString& name, TlsMode mode) {
      tls_->addItem(name, static_cast<int>(mode));
    };
    if (facts.offers_tls) add(tr("Where the server offers it"), TlsMode::prefer);
    add(tr("None"), TlsMode::off);
    add(tr("Always"), TlsMode::require);
    add(tr("Always, with a certificate that is checked"), TlsMode::verify);
  }
  show_tls();
}

void ConnectionForm::show_tls() {
  // Without a file `require` takes any certificate.
  const bool always = tls() == TlsMode::require || tls() == TlsMode::verify;
  authorities_->setEnabled(always);
  authorities_->setPlaceholderText(tls() == TlsMode::require ? tr("any is taken")
                                                             : tr("those of the system"));
  browse_->setEnabled(always);
  port_->setPlaceholderText(QString::number(usual_port()));
}

QString ConnectionForm::take_url() {
  const QString text = host_->text(), harmless = without_password(text);
  if (!looks_like_url(text) && harmless == text) return {};
  const auto pasted = parse_pasted_url(text);
  if (!pasted) {
    // Nobody has to read it there, and no message quotes it.
    if (harmless != text) host_->setText(host_before_ = harmless);
    const QString part = visible_text(pasted.error().found);
    const QString fault =
        (part.isEmpty() ? tr("The URL cannot be read.")
                        : tr("The URL cannot be read at “%1”.").arg(part)) +
        ' ' +
        tr("It begins with postgresql://, clickhouse://, http:// or https:// and names one server; "
           "special characters in its parts are written as %XX (@ as %40, / as %2F).");
    emit url_refused(fault);
    return fault;
  }
  set_settings(pasted->url.settings);
  set_password(pasted->password.value_or(std::string()));
  emit changed();
  emit url_taken(*pasted);
  return {};
}

void ConnectionForm::choose_authorities() {
  const QString path =
      QFileDialog::getOpenFileName(this, tr("Trusted certificates"), authorities_->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
  if (path.isEmpty()) return;
  authorities_->setText(path);
  emit changed();
}

void ConnectionForm::set_settings(const ConnectionSettings& settings) {
  timeouts_ = settings.timeouts;
  const QSignalBlocker quiet(this);
  engine_->setCurrentIndex(engine_->findData(static_cast<int>(settings.engine)));
  host_->setText(to_text(settings.host));
  host_before_ = host_->text();
  database_->setText(to_text(settings.database));
  user_->setText(to_text(settings.user));
  tls_->setCurrentIndex(std::max(0, tls_->findData(static_cast<int>(settings.tls))));
  authorities_->setText(to_text(settings.authorities));
  port_->setText(settings.port == 0 || settings.port == usual_port()
                     ? QString()
                     : QString::number(settings.port));
}

ConnectionSettings ConnectionForm::settings() const {
  ConnectionSettings settings;
  settings.engine = engine();
  const auto text = [](const QLineEdit* edit, const std::string& otherwise) {
    const std::string given = to_bytes(edit->text().trimmed());
    return given.empty() ? otherwise : given;
  };
  const SqlEngineFacts& usual = kSqlEngineTable[settings.engine];
  settings.host = text(host_, "localhost");
  settings.port =
      static_cast<std::uint16_t>(port_->text().isEmpty() ? usual_port() : port_->text().toInt());
  settings.user = text(user_, std::string(usual.user));
  settings.database =
      text(database_, usual.database.empty() ? settings.user : std::string(usual.database));
  settings.tls = tls();
  if (authorities_->isEnabledTo(this)) settings.authorities = text(authorities_, {});
  settings.timeouts = timeouts_;
  return settings;
}

void ConnectionForm::set_name(const QString& name) { name_->setText(name); }

QString ConnectionForm::name() const { return name_->text().trimmed(); }

void ConnectionForm::set_password(const std::string& password) {
  password_->setText(to_text(password));
}

std::string ConnectionForm::password() const { return to_bytes(password_->text()); }

void ConnectionForm::set_keychain(bool there) {
  remember_->setVisible(there);
  kept_->setVisible(!there);
}

bool ConnectionForm::remember() const {
  return remember_->isVisibleTo(this) && remember_->isChecked();
}

void ConnectionForm::set_remember(bool on) { remember_->setChecked(on); }

QString ConnectionForm::missing() {
  const QString fault = take_url();
  // What is no name may hold a password, which messages would show.
  if (!fault.isEmpty() || host_->text().lastIndexOf('@') > 0) {
    host_->setFocus();
    return !fault.isEmpty() ? fault
                            : tr("The host is a name or an address alone, or a whole URL such as "
                                 "postgresql://user@host/database.");
  }
  if (kSqlEngineTable[engine()].user.empty() && user_->text().trimmed().isEmpty()) {
    user_->setFocus();
    return tr("PostgreSQL needs the name of a user.");
  }
  if (!port_->text().isEmpty() && !port_->hasAcceptableInput()) {
    port_->setFocus();
    return tr("The port is a number from 1 to 65535.");
  }
  return {};
}

void ConnectionForm::focus_first() {
  for (QLineEdit* edit : {host_, user_, password_}) {
    if (!edit->text().isEmpty()) continue;
    edit->setFocus();
    return;
  }
  password_->setFocus();
}

}  // namespace footfall
