#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

// Runs footfall-cli, found by the environment variable FOOTFALL_CLI, as a user's shell does.
namespace footfall_test {

struct CliResult {
  int status = -1;  ///< exit status; 128 + signal where a signal ended it; -1 where it hung
  QByteArray output;
  QByteArray errors;
};

inline constexpr int kHangMilliseconds = 120'000;

inline QString cli_path() { return qEnvironmentVariable("FOOTFALL_CLI"); }

inline CliResult finish(QProcess& process) {
  CliResult result;
  if (!process.waitForFinished(kHangMilliseconds)) {
    process.kill();
    process.waitForFinished();
    return result;
  }
  result.status =
      process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode();
  result.output = process.readAllStandardOutput();
  result.errors = process.readAllStandardError();
  return result;
}

/// In `folder`, with `input` on standard input.
inline CliResult run_cli(const QStringList& arguments, const QString& folder = {},
                         const QByteArray& input = {}) {
  QProcess process;
  if (!folder.isEmpty()) process.setWorkingDirectory(folder);
  process.start(cli_path(), arguments);
  if (!process.waitForStarted()) return {};
  process.write(input);
  process.closeWriteChannel();
  return finish(process);
}

/// Under /bin/sh, for redirections; the program is "$CLI".
inline CliResult run_shell(const QString& script, const QString& folder) {
  QProcess process;
  process.setWorkingDirectory(folder);
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("CLI", cli_path());
  process.setProcessEnvironment(environment);
  process.start("/bin/sh", {"-c", script});
  if (!process.waitForStarted()) return {};
  process.closeWriteChannel();
  return finish(process);
}

inline QByteArray read_file(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll()
                                        : QByteArray("<no file " + path.toUtf8() + ">");
}

inline bool write_file(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace footfall_test
