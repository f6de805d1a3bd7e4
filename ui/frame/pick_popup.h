#pragma once

#include <string>
#include <vector>

#include "ui/frame/name_picker.h"
#include "ui/frame/popup.h"

namespace footfall {

/// Picks one name out of many.
class PickPopup : public Popup {
  Q_OBJECT
 public:
  explicit PickPopup(const QString& hint, QWidget* parent = nullptr);

  void set_names(NameSearch search, const std::string& picked);

 signals:
  void name_picked(const std::string& name);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  NamePicker* picker_;
};

}  // namespace footfall
