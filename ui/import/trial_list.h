#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "model/pipeline/reading_preview.h"

class QVBoxLayout;

namespace footfall {

/// What a trial of the reading found, one message a line, each with the buttons that answer it.
class TrialList : public QWidget {
  Q_OBJECT
 public:
  struct Message {
    enum class Weight { good, warning, error };
    Weight weight = Weight::good;
    QString text;
    std::vector<ReadingAnswer> answers;
  };

  explicit TrialList(QWidget* parent = nullptr);
  void show_messages(const std::vector<Message>& messages);

 signals:
  void answered(const footfall::ReadingAnswer& answer);

 private:
  QVBoxLayout* column_;
};

/// `error`: of a run of it that failed.
[[nodiscard]] std::vector<TrialList::Message> trial_messages(const ReadingPreview& preview,
                                                             ReportKind kind,
                                                             const std::optional<Error>& error);

}  // namespace footfall
