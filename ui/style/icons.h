#pragma once

#include <QIcon>
#include <QString>

namespace footfall {

/// An icon of resources/icons by its name ("open", "visitors"). It is drawn in the text colour of
/// the palette of the moment (selected: the highlighted text's), so it follows a change of theme by
/// itself. "error" and "warning" have their colours of theme.h instead.
[[nodiscard]] QIcon icon(const QString& name);

}  // namespace footfall
