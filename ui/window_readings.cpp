// How the window's files are read: asked where that is not sure, changed where it is wished.
#include <QDir>
#include <QStandardPaths>
#include <algorithm>

#include "ui/frame/banner.h"
#include "ui/import/import_dialog.h"
#include "ui/main_window.h"
#include "ui/reading_words.h"
#include "ui/words.h"

namespace footfall {
namespace {

// What a person is to be asked about at once.
bool has_to_be_asked(const Source& source) {
  if (source.database || source.shapes.empty() || source.read_by != Source::ReadBy::itself)
    return false;
  if (source.state == Source::State::failed) return source.error && is_answerable(*source.error);
  return source.layout && !source.layout->feeds.empty() && is_unsure(*source.layout);
}

}  // namespace

QString readings_file() {
  return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/readings.json";
}

void MainWindow::show_reading(const std::string& path) {
  if (!import_dialog_) {
    import_dialog_ = new ImportDialog(session_, this);
    offer_guide(import_dialog_, GuideTopic::reading_plan);
    connect(import_dialog_, &ImportDialog::chosen, this, &MainWindow::read_as_chosen);
  }
  import_dialog_->begin(path);
  import_dialog_->raise();
  import_dialog_->activateWindow();
}

void MainWindow::read_as_chosen(const std::string& path, const InputOptions& reading,
                                const std::string& plan) {
  follow_ = {path};
  const Status kept = session_.read_with(path, reading, plan);
  if (kept) return;
  trouble_->set_text(tr("The choice holds until Footfall is closed: it could not be kept.") + " " +
                     error_sentence(kept.error()));
  trouble_->show();
}

void MainWindow::forget_reading(const std::string& path) {
  const Status kept = session_.forget_reading(path);
  if (kept) return;
  trouble_->set_text(error_sentence(kept.error()));
  trouble_->show();
}

// Once for all that was opened together: what is asked first may answer for the others, and they
// say themselves that they wait for an answer.
void MainWindow::ask_about_readings() {
  if (to_ask_.empty() || (import_dialog_ && import_dialog_->isVisible())) return;
  const Source* asked = nullptr;
  for (const Source& source : session_.sources()) {
    if (!to_ask_.contains(source.path)) continue;
    // The others first, so that they are all known by the time one is asked about.
    if (source.state == Source::State::detecting) return;
    if (!asked && has_to_be_asked(source)) asked = &source;
    if (source.state == Source::State::ready) to_ask_.erase(source.path);
  }
  if (!asked) return;
  const std::string path = asked->path;
  to_ask_.clear();
  // Not amid a signal of the session.
  QMetaObject::invokeMethod(
      this, [this, path] { show_reading(path); }, Qt::QueuedConnection);
}

}  // namespace footfall
