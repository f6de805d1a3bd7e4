// The window's place on the screen, its theme and rail, and the rates that are kept: what outlives
// it.
#include <QAction>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <QWindow>
#include <algorithm>
#include <chrono>
#include <utility>

#include "ui/frame/kept_rates.h"
#include "ui/frame/kept_view.h"
#include "ui/frame/rail.h"
#include "ui/frame/window_actions.h"
#include "ui/frame/window_place.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

constexpr char kGeometryKey[] = "window/geometry";
constexpr char kRailKey[] = "window/rail";
constexpr char kThemeKey[] = "window/theme";
constexpr std::chrono::milliseconds kFrameDrawn{150};
constexpr int kFoldWidth = 1280;  // at this width and below the rail folds by itself

}  // namespace

void MainWindow::set_rail(bool folded, bool by_hand) {
  rail_by_hand_ = rail_by_hand_ || by_hand;
  rail_->set_folded(folded);
  actions_->fold_rail->setChecked(folded);
  refresh_banners();
}

void MainWindow::restore() {
  const QSettings settings;
  resize(1440, 900);
  restoreGeometry(settings.value(kGeometryKey).toByteArray());
  keep_on_screen(kLikelyFrame);
  const QString rail = settings.value(kRailKey).toString();
  rail_by_hand_ = !rail.isEmpty();
  set_rail(rail_by_hand_ ? rail == "folded" : width() <= kFoldWidth, false);
  const int theme = std::clamp(settings.value(kThemeKey, 0).toInt(), 0, 2);
  themes_.set_theme(static_cast<Theme>(theme));
  actions_->theme[static_cast<std::size_t>(theme)]->setChecked(true);
  actions_->reopen->setChecked(reopens_at_start());
  list_recent();
  if (const std::optional<KeptRates> kept = kept_rates()) {
    ReportOptions options = session_.options();
    options.rates = kept->rates;
    session_.set_options(options);
  }
}

// With its frame; the status line at the foot is the first to leave the screen.
void MainWindow::keep_on_screen(const QMargins& frame) {
  if (windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)) return;
  const QRect available = screen()->availableGeometry();
  // Once shown, the frame alone is at stake: a size beyond the screen is someone's wish.
  if (shown_ && size().boundedTo(available.size()) != size()) return;
  const QRect place = place_in_screen(geometry(), frame, available);
  if (place.size() != size()) resize(place.size());
  if (shown_ && place.topLeft() != geometry().topLeft()) move(place.marginsAdded(frame).topLeft());
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (event->spontaneous() || std::exchange(shown_, true)) return;
  // How wide the frame is becomes known once the window manager has drawn it.
  QTimer::singleShot(kFrameDrawn, this, [this] {
    if (windowHandle()) keep_on_screen(windowHandle()->frameMargins());
  });
}

void MainWindow::closeEvent(QCloseEvent* event) {
  QSettings settings;
  settings.setValue(kGeometryKey, saveGeometry());
  if (rail_by_hand_) settings.setValue(kRailKey, rail_->folded() ? "folded" : "open");
  settings.setValue(kThemeKey, static_cast<int>(themes_.theme()));
  keep_open();
  QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  const bool fold = width() <= kFoldWidth;
  if (!rail_by_hand_ && fold != rail_->folded()) set_rail(fold, false);
}

}  // namespace footfall
