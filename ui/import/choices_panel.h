#pragma once

#include <QWidget>

#include "model/pipeline/reading_preview.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace footfall {

class EventNames;
class LogChoices;

/// How a file is taken apart: format, encoding, delimiter, quote, header, and the forms of values;
/// of a log its format and what counts of it; what it calls events. Each is found out by itself
/// unless it is chosen, and shown where it says something.
class ChoicesPanel : public QWidget {
  Q_OBJECT
 public:
  explicit ChoicesPanel(QWidget* parent = nullptr);

  /// Shows what is chosen, beside it what was found, and what is left out.
  void show_options(const InputOptions& options, const ReadingPreview* preview);
  /// Puts the choices into options, whose other values stay.
  void apply_to(InputOptions& options) const;
  /// Where the format of a log is said.
  void focus_log_format();

 signals:
  void changed();

 private:
  QComboBox* add_choice(const QString& label, const char* name);
  void fill(const InputLayout* layout);

  QComboBox* format_;
  QComboBox* encoding_;
  QComboBox* delimiter_;
  QComboBox* quote_;
  QComboBox* header_;
  QSpinBox* skip_;
  QLabel* left_out_;
  QComboBox* decimal_;
  QComboBox* dates_;
  QCheckBox* day_numbers_;
  QCheckBox* blank_;
  LogChoices* log_;
  EventNames* events_;
  std::vector<QWidget*> of_tables_;
  std::vector<QWidget*> not_of_logs_;  // with their titles
};

}  // namespace footfall
