#include "ui/connect/password_prompt.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "model/session/database_source.h"
#include "ui/connect/passwords.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kLeastWidth = 400;

}  // namespace

PasswordPrompt::PasswordPrompt(Passwords& passwords, QWidget* parent)
    : QDialog(parent),
      whose_(plain_label()),
      refused_(plain_label(tr("The server did not take it. Try again."))),
      password_(new QLineEdit),
      remember_(new QCheckBox(tr("Keep the password in the keychain"))),
      kept_(plain_label(
          tr("There is no keychain here: the password is kept until Footfall is closed."))) {
  setWindowTitle(tr("Password"));
  setObjectName("password_prompt");
  whose_->setWordWrap(true);
  password_->setObjectName("asked_password");
  password_->setEchoMode(QLineEdit::Password);
  password_->setAccessibleName(tr("Password"));
  for (QLabel* label : {refused_, kept_}) {
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
  }
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Connect"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(12);
  column->addWidget(whose_);
  column->addWidget(password_);
  column->addWidget(refused_);
  column->addWidget(remember_);
  column->addWidget(kept_);
  column->addSpacing(4);
  column->addWidget(buttons);
  setMinimumWidth(kLeastWidth);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  remember_->hide();
  passwords.probe([prompt = QPointer(this)](bool there) {
    if (!prompt) return;
    prompt->remember_->setVisible(there);
    prompt->kept_->setVisible(!there);
  });
}

void PasswordPrompt::ask(const ConnectionSettings& settings, bool refused) {
  account_ = account_of(settings);
  whose_->setText(tr("%1 asks for the password of %2.")
                      .arg(visible_text(settings.place()), visible_text(settings.user)));
  refused_->setVisible(refused);
  password_->clear();
  password_->setFocus();
  remember_->setChecked(true);
  open();
}

std::string PasswordPrompt::password() const { return to_bytes(password_->text()); }

bool PasswordPrompt::remember() const {
  return remember_->isVisibleTo(this) && remember_->isChecked();
}

}  // namespace footfall
