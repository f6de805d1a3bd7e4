#pragma once

#include <QDBusVariant>
#include <QObject>

namespace footfall {

/// The desktop's choice between light and dark, from the portal's color-scheme setting; silent
/// where there is no portal.
class DesktopScheme : public QObject {
  Q_OBJECT
 public:
  explicit DesktopScheme(QObject* parent = nullptr);

 signals:
  void changed(bool dark);

 private slots:
  void setting_changed(const QString& space, const QString& key, const QDBusVariant& value);

 private:
  void ask();
  void take_scheme(const QVariant& value);
};

}  // namespace footfall
