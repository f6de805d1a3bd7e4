#include "model/session/remembered_readings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <utility>

namespace footfall {
namespace {

constexpr char kMark[] = "footfall_readings";
constexpr int kVersion = 1;
constexpr qint64 kMostBytes = 64 << 20;

}  // namespace

RememberedReadings::RememberedReadings(std::string file) : file_(std::move(file)) {
  Plans plans;
  QFile kept(QString::fromStdString(file_));
  if (kept.size() <= kMostBytes && kept.open(QIODevice::ReadOnly)) {
    const QJsonObject root = QJsonDocument::fromJson(kept.readAll()).object();
    if (root.value(kMark).toInt() == kVersion)
      for (const QJsonValue& entry : root.value("readings").toArray()) {
        const QString shape = entry.toObject().value("shape").toString();
        const QString plan = entry.toObject().value("plan").toString();
        if (!shape.isEmpty() && !plan.isEmpty())
          plans.insert_or_assign(shape.toStdString(), plan.toStdString());
      }
  }
  plans_ = std::make_shared<const Plans>(std::move(plans));
}

Status RememberedReadings::remember(const std::string& shape, const std::string& plan) {
  if (shape.empty()) return Done{};
  Plans plans = *plans_;
  plans.insert_or_assign(shape, plan);
  return write(std::move(plans));
}

Status RememberedReadings::forget(const std::string& shape) {
  Plans plans = *plans_;
  if (plans.erase(shape) == 0) return Done{};
  return write(std::move(plans));
}

Status RememberedReadings::write(Plans plans) {
  QJsonArray readings;
  for (const auto& [shape, plan] : plans)
    readings.append(QJsonObject{{"shape", QString::fromStdString(shape)},
                                {"plan", QString::fromStdString(plan)}});
  // It holds for this run, whether it can be kept or not.
  plans_ = std::make_shared<const Plans>(std::move(plans));
  const QString path = QString::fromStdString(file_);
  QDir().mkpath(QFileInfo(path).absolutePath());
  QSaveFile file(path);
  const QByteArray text =
      QJsonDocument(QJsonObject{{kMark, kVersion}, {"readings", readings}}).toJson();
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
    return Error{ErrorKind::write_failed, file_, file.errorString().toStdString(), {}};
  return Done{};
}

std::optional<InputOptions> RememberedReadings::find(const Plans& plans, const std::string& shape) {
  const auto kept = plans.find(shape);
  if (kept == plans.end()) return std::nullopt;
  Result<InputOptions> reading = reading_of_shape(kept->second);
  if (!reading) return std::nullopt;
  return std::move(*reading);
}

}  // namespace footfall
