#include "ui/frame/pick_popup.h"

#include <QVBoxLayout>

namespace footfall {

PickPopup::PickPopup(const QString& hint, QWidget* parent)
    : Popup(parent), picker_(new NamePicker(hint)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->addWidget(picker_);
  connect(picker_, &NamePicker::accepted, this, [this] {
    emit name_picked(picker_->picked().front());
    close();
  });
}

void PickPopup::set_names(NameSearch search, const std::string& picked) {
  picker_->set_names(NamePicker::Mode::one, std::move(search), {picked});
}

void PickPopup::showEvent(QShowEvent* event) {
  Popup::showEvent(event);
  picker_->focus_field();
}

}  // namespace footfall
