#include "tests/support/certificates.h"

#include <QProcess>

namespace footfall_test {

std::unique_ptr<CertificateAuthority> CertificateAuthority::make(QString& why) {
  std::unique_ptr<CertificateAuthority> authority(new CertificateAuthority);
  if (!authority->run(
          {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
           "/CN=Authority of a test", "-keyout", "authority.key", "-out", "authority.crt"},
          why))
    return nullptr;
  return authority;
}

std::optional<Certificate> CertificateAuthority::issue(const QString& host, QString& why) const {
  if (!run({"req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + host, "-addext",
            "subjectAltName=DNS:" + host, "-keyout", host + ".key", "-out", host + ".csr"},
           why) ||
      !run({"x509", "-req", "-in", host + ".csr", "-CA", "authority.crt", "-CAkey", "authority.key",
            "-CAcreateserial", "-days", "2", "-copy_extensions", "copy", "-out", host + ".crt"},
           why))
    return std::nullopt;
  return Certificate{folder_.filePath(host + ".crt"), folder_.filePath(host + ".key")};
}

bool CertificateAuthority::run(const QStringList& arguments, QString& why) const {
  QProcess process;
  process.setWorkingDirectory(folder_.path());
  process.start("openssl", arguments);
  if (process.waitForFinished() && process.exitCode() == 0) return true;
  why = "openssl " + arguments[0] + " failed: " + process.errorString() + ' ' +
        process.readAllStandardError();
  return false;
}

}  // namespace footfall_test
