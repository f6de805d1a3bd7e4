#pragma once

#include <QString>
#include <array>
#include <optional>

#include "model/report/cleaning.h"
#include "model/report/load_report.h"
#include "ui/frame/popup.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace footfall {

/// What is cleaned, in short: "bots, errors, queries"; empty for nothing.
[[nodiscard]] QString cleaning_words(const Cleaning& cleaning);
/// How many rows of logs are left out, by kind: "bots 1,204 · methods 3"; empty for none.
[[nodiscard]] QString left_out_words(const RowCounts& rows);

/// Chooses what of access logs is left out: a box for each kind, with the rows that it takes. Each
/// choice holds at once.
class CleanPopup : public Popup {
  Q_OBJECT
 public:
  explicit CleanPopup(QWidget* parent = nullptr);

  /// `left_out`: what went while the files were read, in words.
  void set_cleaning(const Cleaning& cleaning, const QString& left_out);
  /// Nothing: they are still being counted.
  void set_counts(const std::optional<CleaningCounts>& counts);

 signals:
  void cleaning_chosen(const footfall::Cleaning& cleaning);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  static constexpr std::size_t kBoxes = kKinds<LogPart> + 1;

  [[nodiscard]] Cleaning chosen() const;
  void refresh();

  std::array<QCheckBox*, kBoxes> boxes_{};  // the last: queries
  QLabel* left_;
  QLabel* before_;
  QPushButton* nothing_;
  std::optional<CleaningCounts> counts_;
};

}  // namespace footfall
