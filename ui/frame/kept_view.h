#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "model/core/step.h"
#include "model/report/comparison.h"
#include "model/report/filter.h"
#include "model/session/database_source.h"
#include "ui/window_pages.h"

namespace footfall {

/// What was looked at, as it is kept: from one start to the next, or under a name. Never a
/// password.
struct KeptView {
  std::vector<std::string> files;  ///< paths; none under a name
  std::vector<DatabaseSource> tables;
  WindowPage page{};
  std::string zone = "UTC";
  Step step = Step::hour;
  Filter filter;
  std::optional<ComparedWith> compared_with = {};
  ByKind<ReportKind, PageChoices> choices = {};
};

/// As JSON, and back; bytes that are no UTF-8 stay what they are. Nothing where it is no such text;
/// a part that is not understood makes it none, so that no filter comes back with a piece missing.
[[nodiscard]] QByteArray as_json(const KeptView& view);
[[nodiscard]] std::optional<KeptView> view_from_json(const QByteArray& text);

/// What was open when the window was closed; nothing where it is not to open again.
[[nodiscard]] std::optional<KeptView> last_view();
void keep_last_view(const KeptView& view);
[[nodiscard]] bool reopens_at_start();
void set_reopening(bool reopens);

/// Views under names, in the order of the names.
[[nodiscard]] QStringList named_views();
[[nodiscard]] std::optional<KeptView> named_view(const QString& name);
void keep_view_as(const QString& name, const KeptView& view);
void forget_view(const QString& name);

}  // namespace footfall
