#pragma once

#include <QString>

class QCustomPlot;
class QWidget;

namespace footfall {

/// Saves a plot as it is shown: PNG at twice the screen's size, SVG or PDF by the name's ending.
/// Returns what went wrong, empty on success. The old file stays whole on failure.
[[nodiscard]] QString save_plot(QCustomPlot& plot, const QString& path);

/// Asks for a name and saves; returns what went wrong, empty on success or when the user declined.
[[nodiscard]] QString ask_and_save_plot(QCustomPlot& plot, const QString& suggested_stem,
                                        QWidget* parent);

}  // namespace footfall
