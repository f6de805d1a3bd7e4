#pragma once

#include <functional>

#include "model/report/filter_part.h"
#include "ui/frame/name_picker.h"
#include "ui/frame/popup.h"

class QLabel;
class QPushButton;

namespace footfall {

class ChoiceBar;

/// Says what a field of text has to be: how it is compared, and the value. Names are picked from a
/// list where there is one; for parts and patterns it shows what they find.
class ConditionPopup : public Popup {
  Q_OBJECT
 public:
  explicit ConditionPopup(QWidget* parent = nullptr);

  /// Gives what finds names by a match; null where no names are known.
  using Names = std::function<NameSearch(Match)>;
  /// `edits`: the part is set already, and can be taken away. `filter`: what is set beside it.
  void set_part(const FilterPart& part, bool edits, const Filter& filter, Names names);

 signals:
  /// Without values: nothing is asked of the field so.
  void part_chosen(const footfall::FilterPart& part);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void show_match();
  void check();
  void accept();
  [[nodiscard]] bool picks() const;

  FilterPart part_;
  Match match_before_{};  // of the part that Remove takes away
  Filter filter_;
  Names names_;
  QLabel* title_;
  ChoiceBar* matches_;
  NamePicker* picker_;
  QLabel* note_;
  QPushButton* remove_;
  QPushButton* apply_;
};

}  // namespace footfall
