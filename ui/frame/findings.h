#pragma once

#include <QObject>
#include <QStringList>
#include <memory>

#include "model/report/report_set.h"
#include "model/session/task_thread.h"

namespace footfall {

/// What the reader of a report must know beside its figures, in whole sentences: many rejected rows
/// and doubts about how the inputs are read at once, what takes a look at every row of the report
/// as soon as it is known.
class Findings : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~Findings() override { worker_.close(); }

  [[nodiscard]] QStringList of(const ReportSetPtr& reports, ReportKind kind);

 signals:
  void changed();  ///< of() has more to say

 private:
  struct Known {
    std::weak_ptr<const ReportSet> reports;
    QStringList remarks;
  };
  void look_for(const ReportSetPtr& reports, ReportKind kind);

  ByKind<ReportKind, Known> known_;
  TaskThread worker_;
};

}  // namespace footfall
