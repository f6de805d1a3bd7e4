#pragma once

#include <QWidget>

namespace footfall {

class BarButton;

/// Two buttons of the bar on a rounded tint: one says what is set and opens it, the other takes it
/// away.
class FilterChip : public QWidget {
  Q_OBJECT
 public:
  enum class Look {
    plain,   ///< nothing is set: no tint
    active,  ///< it narrows what is shown
    idle,    ///< it has no effect here: an outline
  };
  /// `clear`: what the second button does, in words.
  FilterChip(const QString& icon_name, const QString& clear, QWidget* parent = nullptr);
  void set_look(Look look);
  [[nodiscard]] Look look() const { return look_; }
  /// `why` it has no effect here; empty: it has.
  void show_text(const QString& text, const QString& tooltip, const QString& why);
  [[nodiscard]] BarButton* open_button() const { return open_; }
  [[nodiscard]] BarButton* clear_button() const { return clear_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  BarButton* open_;
  BarButton* clear_;
  Look look_ = Look::plain;
};

}  // namespace footfall
