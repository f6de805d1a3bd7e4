#pragma once

#include <QWidget>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/pipeline/reading_preview.h"

class QComboBox;
class QGridLayout;
class QLabel;

namespace footfall {

class ElidedLabel;

/// The roles of one report: where each is read from, to be typed in the words of --map. A field
/// that is empty leaves it to what is found.
class RoleFields : public QWidget {
  Q_OBJECT
 public:
  using Mapped = std::map<std::string, std::string, std::less<>>;

  explicit RoleFields(QWidget* parent = nullptr);
  /// `mapped`: what was chosen so far, of other reports, too.
  void show(const ReadingPreview& preview, ReportKind kind, const Mapped& mapped);

 signals:
  /// An empty source: it is to be found again.
  void role_changed(const std::string& role, const std::string& source);

 private:
  struct Row {
    QLabel* name;
    QComboBox* source;
    ElidedLabel* remark;
  };
  void make_rows(ReportKind kind);

  QGridLayout* grid_;
  std::vector<Row> rows_;
  std::optional<ReportKind> kind_;
};

/// How a role was found, or that it is lacking; the second: that this is a fault.
[[nodiscard]] std::pair<QString, bool> role_remark(const ReadingPreview& preview, ReportKind kind,
                                                   std::size_t role);

}  // namespace footfall
