#pragma once

#include <qcustomplot.h>

#include "model/core/time_zone.h"

namespace footfall {

// Lengths on a time axis, in seconds, and the room that a label takes below it, in px.
inline constexpr double kHour = 3600;
inline constexpr double kDay = 24 * kHour;
inline constexpr int kTickRoom = 72;

/// Ticks of a time axis (coordinates: epoch seconds) at hours, days, Mondays, months or years of a
/// zone's clock, whichever leaves a label enough room. Days carry their name.
class TimeTicker : public QCPAxisTicker {
 public:
  explicit TimeTicker(TimeZone zone = {}) : zone_(std::move(zone)) {}
  void set_zone(TimeZone zone) { zone_ = std::move(zone); }
  /// Room for about this many labels.
  void set_room(int labels) { room_ = std::max(2, labels); }
  /// Days are the finest ticks: for axes without a time of day.
  void set_days_only(bool days_only) { days_only_ = days_only; }
  /// Days say their year where it begins: for data of several years.
  void set_years(bool years) { years_ = years; }

  /// The ticks within a range, ascending.
  [[nodiscard]] QVector<double> ticks(const QCPRange& range);
  /// Their labels; the first of a day, month or year names it on a second line.
  [[nodiscard]] QVector<QString> labels(const QVector<double>& ticks) const;

 protected:
  double getTickStep(const QCPRange& range) override;
  int getSubTickCount(double) override { return 0; }
  QVector<double> createTickVector(double step, const QCPRange& range) override;
  QVector<QString> createLabelVector(const QVector<double>& ticks, const QLocale&, QChar,
                                     int) override;

 private:
  enum class Unit { hours, days, weeks, months };
  struct Step {
    Unit unit;
    int count;
    double seconds;
  };
  [[nodiscard]] Step step_for(const QCPRange& range) const;
  [[nodiscard]] std::int64_t local(double instant) const;

  TimeZone zone_;
  int room_ = 8;
  bool days_only_ = false;
  bool years_ = false;
  Step step_{Unit::days, 1, 86400};
};

/// Round numbers in short form, 10 k, 1.2 M, with the decimals that their step needs: 0.025, 0.050.
class NumberTicker : public QCPAxisTicker {
 public:
  /// `whole`: never between two whole numbers.
  explicit NumberTicker(bool whole, QString suffix = {})
      : whole_(whole), suffix_(std::move(suffix)) {}

 protected:
  double getTickStep(const QCPRange& range) override;
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale& locale, QChar, int) override;

 private:
  double step_ = 0;
  bool whole_;
  QString suffix_;
};

}  // namespace footfall
