#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace footfall_test {

/// Files in PEM form.
struct Certificate {
  QString file;
  QString key;
};

/// An authority nobody knows, made by the program openssl; its files live as long as it.
class CertificateAuthority {
 public:
  /// Null where that does not work; `why` says so.
  static std::unique_ptr<CertificateAuthority> make(QString& why);

  /// Its own certificate, for those who are to trust it.
  [[nodiscard]] QString file() const { return folder_.filePath("authority.crt"); }
  /// A certificate that names the host.
  [[nodiscard]] std::optional<Certificate> issue(const QString& host, QString& why) const;

 private:
  CertificateAuthority() = default;
  bool run(const QStringList& arguments, QString& why) const;

  QTemporaryDir folder_;
};

}  // namespace footfall_test
