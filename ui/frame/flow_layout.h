#pragma once

#include <QLayout>
#include <vector>

namespace footfall {

/// Widgets side by side, in as many rows as their width asks for.
class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent, int spacing);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { items_.push_back(item); }
  /// Puts a widget in front of another.
  void insert(int index, QWidget* widget);
  [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override {
    return place({0, 0, width, 0}, false);
  }
  [[nodiscard]] QSize minimumSize() const override;
  [[nodiscard]] QSize sizeHint() const override;
  void setGeometry(const QRect& area) override;
  /// How many rows widths of that many pixels take.
  [[nodiscard]] int rows_of(const std::vector<int>& widths, int room) const;

 private:
  int place(const QRect& area, bool move) const;
  std::vector<QLayoutItem*> items_;
};

}  // namespace footfall
