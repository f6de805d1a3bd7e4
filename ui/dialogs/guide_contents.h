#pragma once

#include <QTreeWidget>

#include "ui/dialogs/guide_text.h"

namespace footfall {

/// The headings of the guide, with a mark at the one that is being read and, while something is
/// searched for, how many places each section has.
class GuideContents : public QTreeWidget {
  Q_OBJECT
 public:
  explicit GuideContents(QWidget* parent = nullptr);

  void show_sections(const std::vector<GuideText::Section>& sections);
  void mark_section(int section);
  /// Places by section; none while nothing is searched for.
  void show_found(const std::vector<int>& found);
  [[nodiscard]] QTreeWidgetItem* entry(int section) const;
  [[nodiscard]] QSize sizeHint() const override;

 signals:
  void section_chosen(int section);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::vector<QTreeWidgetItem*> entries_;
  int marked_ = -1;
};

}  // namespace footfall
