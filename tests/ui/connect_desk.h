#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <memory>

#include "tests/support/fake_engine.h"
#include "tests/support/fake_keychain.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/message_line.h"

namespace footfall::test {

/// The dialog that opens a table: what a user sees and does.
struct Desk {
  explicit Desk(FakeKeychain::Drawer& drawer)
      : session(fake.engine()),
        passwords(std::make_unique<FakeKeychain>(drawer)),
        dialog(session, passwords) {
    dialog.begin();
  }
  template <class Widget>
  Widget* find(const char* name) {
    auto* widget = dialog.findChild<Widget*>(name);
    if (!widget) qFatal("no %s", name);
    return widget;
  }
  void choose(const char* name, const QString& text) {
    auto* box = find<QComboBox>(name);
    box->setCurrentText(text);
    emit box->activated(box->currentIndex());
  }
  void type(const char* name, const QString& text) {
    auto* field = find<QLineEdit>(name);
    field->clear();
    QTest::keyClicks(field, text);
  }
  void press(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
  void fill(const ConnectionSettings& settings, const QString& password) {
    choose("engine", settings.engine == SqlEngine::postgresql ? "PostgreSQL" : "ClickHouse");
    type("host", QString::fromStdString(settings.host));
    type("port", QString::number(settings.port));
    type("database", QString::fromStdString(settings.database));
    type("user", QString::fromStdString(settings.user));
    auto* tls = find<QComboBox>("tls");
    tls->setCurrentIndex(tls->findData(static_cast<int>(settings.tls)));
    find<QLineEdit>("password")->setText(password);
  }
  QString message() { return dialog.findChild<MessageLine*>()->text(); }
  bool failed() { return dialog.findChild<MessageLine*>()->is_fault(); }
  bool sees(const QString& text) {
    for (const auto* label : dialog.findChildren<QLabel*>())
      if (label->isVisible() && label->text() == text) return true;
    return false;
  }
  bool ready() { return find<QPushButton>("next")->isEnabled(); }
  void pick_table(const QString& name) {
    auto* tables = find<QTreeWidget>("tables");
    const auto found = tables->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty()) qFatal("no table %s", qPrintable(name));
    tables->setCurrentItem(found.front());
  }

  FakeEngine fake;
  AnalysisSession session;
  Passwords passwords;
  ConnectDialog dialog;
};

}  // namespace footfall::test
