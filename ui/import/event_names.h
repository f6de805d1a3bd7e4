#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "model/pipeline/reading_preview.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace footfall {

/// What a file calls the types of events that reports have figures for: for each of them the types
/// that mean it, apart by commas. Empty where the reports that it feeds read none.
class EventNames : public QWidget {
  Q_OBJECT
 public:
  using Mapped = std::map<std::string, std::string, std::less<>>;  ///< type → the word it means

  explicit EventNames(QWidget* parent = nullptr);

  void show_map(const Mapped& map, const ReadingPreview* preview);
  /// Puts what is chosen into a map, whose types of words that are not shown stay.
  void apply_to(Mapped& map) const;

 signals:
  void changed();

 private:
  struct Row {
    std::string word;
    QLabel* name;
    QComboBox* types;
    QString shown = {};  ///< what the map says
  };
  void make_rows(const std::vector<std::string>& words);

  QVBoxLayout* column_;
  std::vector<Row> rows_;
};

}  // namespace footfall
