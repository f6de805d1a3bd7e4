#pragma once

#include <QWidget>
#include <array>

#include "model/pipeline/reading_preview.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace footfall {

/// What is said of an access log: its format, whose address the visitors are, what is left out and
/// what pages are called.
class LogChoices : public QWidget {
  Q_OBJECT
 public:
  explicit LogChoices(QWidget* parent = nullptr);

  /// Shows what is chosen, beside it what was found.
  void show_options(const LogOptions& options, const std::optional<LogPreview>& preview);
  /// Puts the choices into options, whose other values stay.
  void apply_to(LogOptions& options) const;
  void focus_format();

 signals:
  void changed();

 private:
  void list_formats(const LogOptions& options, const LogPreview* preview);

  QComboBox* format_;
  QComboBox* client_;
  std::array<QCheckBox*, kKinds<LogPart>> parts_{};
  QComboBox* pages_;
};

}  // namespace footfall
