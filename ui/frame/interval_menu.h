#pragma once

#include <QString>
#include <chrono>
#include <functional>
#include <optional>

class QMenu;

namespace footfall {

/// Fills a menu with how often a table can be asked again on its own, `now` checked; nothing where
/// there is no table.
void fill_interval_menu(QMenu* menu, std::optional<std::chrono::seconds> now,
                        const std::function<void(std::chrono::seconds)>& choose);

/// "asked again every 5 minutes"; empty for 0.
[[nodiscard]] QString interval_words(std::chrono::seconds interval);

/// One of those that can be chosen; else 0.
[[nodiscard]] std::chrono::seconds known_interval(std::chrono::seconds interval);

}  // namespace footfall
