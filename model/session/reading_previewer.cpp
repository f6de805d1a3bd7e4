#include "model/session/reading_previewer.h"

#include <utility>

namespace footfall {

ReadingPreviewer::~ReadingPreviewer() {
  // Who listens may be half gone already.
  blockSignals(true);
  stop();
}

void ReadingPreviewer::stop() {
  stop_.request_stop();
  ++latest_;
  busy_ = false;
}

void ReadingPreviewer::ask(const std::string& path, const InputOptions& options,
                           const ReportOptions& report) {
  stop();
  stop_ = {};
  busy_ = true;
  const auto deliver = [this, question = latest_](auto tell) {
    QMetaObject::invokeMethod(
        this,
        [this, question, tell = std::move(tell)] {
          if (question != latest_) return;
          busy_ = false;
          tell();
        },
        Qt::QueuedConnection);
  };
  thread_.post(
      [this, path, options, report, deliver, stop = stop_.get_token()](const std::stop_token&) {
        auto preview =
            std::make_shared<const ReadingPreview>(preview_reading(path, options, report, stop));
        deliver([this, preview] { emit found(preview); });
      },
      [this, deliver](const Error& error) { deliver([this, error] { emit failed(error); }); });
}

}  // namespace footfall
