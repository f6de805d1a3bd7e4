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
class QLineEdit;

namespace footfall {

class ElidedLabel;

/// The roles of one report: where each is read from, to be typed in the words of --map, and what
/// its numbers are multiplied by. A field that is empty leaves it to what is found.
class RoleFields : public QWidget {
  Q_OBJECT
 public:
  using Mapped = std::map<std::string, std::string, std::less<>>;
  using Scales = std::map<std::string, Decimal, std::less<>>;

  explicit RoleFields(QWidget* parent = nullptr);
  /// `mapped`: what was chosen so far, of other reports, too.
  void show(const ReadingPreview& preview, ReportKind kind, const Mapped& mapped,
            const Scales& scales);
  /// Whether every factor is a number above 0.
  [[nodiscard]] bool valid() const;

 signals:
  /// An empty source: it is to be found again.
  void role_changed(const std::string& role, const std::string& source);
  /// What the numbers of a role are multiplied by; none where there is nothing, or no factor.
  void scale_changed(const std::string& role, const std::optional<footfall::Decimal>& factor);

 private:
  struct Row {
    QLabel* name;
    QComboBox* source;
    QLineEdit* factor;  // of numbers; else null
    ElidedLabel* remark;
  };
  void make_rows(ReportKind kind);
  static void show_factor(const Row& row, const std::string& role, const Scales& scales);

  QGridLayout* grid_;
  std::vector<Row> rows_;
  std::optional<ReportKind> kind_;
};

/// How a role was found, or that it is lacking; the second: that this is a fault.
[[nodiscard]] std::pair<QString, bool> role_remark(const ReadingPreview& preview, ReportKind kind,
                                                   std::size_t role);

}  // namespace footfall
