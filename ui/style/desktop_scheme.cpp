#include "ui/style/desktop_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace footfall {
namespace {

constexpr char kPortal[] = "org.freedesktop.portal.Desktop";
constexpr char kPortalPath[] = "/org/freedesktop/portal/desktop";
constexpr char kPortalSettings[] = "org.freedesktop.portal.Settings";
constexpr char kAppearance[] = "org.freedesktop.appearance";
constexpr char kColorScheme[] = "color-scheme";

}  // namespace

DesktopScheme::DesktopScheme(QObject* parent) : QObject(parent) {
  QDBusConnection::sessionBus().connect(kPortal, kPortalPath, kPortalSettings, "SettingChanged",
                                        this,
                                        SLOT(setting_changed(QString, QString, QDBusVariant)));
  ask();
}

void DesktopScheme::ask() {
  if (!QDBusConnection::sessionBus().isConnected()) return;
  QDBusMessage question =
      QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, "Read");
  question << QString(kAppearance) << QString(kColorScheme);
  auto* answer =
      new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    if (!reply.isError()) take_scheme(reply.value().variant());
    answer->deleteLater();
  });
}

void DesktopScheme::setting_changed(const QString& space, const QString& key,
                                    const QDBusVariant& value) {
  if (space == kAppearance && key == kColorScheme) take_scheme(value.variant());
}

void DesktopScheme::take_scheme(const QVariant& value) {
  // The first version of the portal wraps the value in a second variant.
  const QVariant inner =
      value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
  emit changed(inner.toUInt() == 1);
}

}  // namespace footfall
