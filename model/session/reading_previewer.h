#pragma once

#include <QObject>
#include <cstdint>
#include <memory>
#include <stop_token>

#include "model/pipeline/reading_preview.h"
#include "model/session/task_thread.h"

namespace footfall {

/// How a file would be read, asked on a thread of its own: the latest question wins, the one before
/// is stopped. Every question ends with found(), or with failed(), or with the next one.
class ReadingPreviewer : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~ReadingPreviewer() override;

  void ask(const std::string& path, const InputOptions& options, const ReportOptions& report);
  /// No answer follows.
  void stop();
  [[nodiscard]] bool busy() const { return busy_; }

 signals:
  void found(const std::shared_ptr<const footfall::ReadingPreview>& preview);
  void failed(const footfall::Error& error);

 private:
  std::uint64_t latest_ = 0;
  bool busy_ = false;
  std::stop_source stop_;
  TaskThread thread_;
};

}  // namespace footfall
