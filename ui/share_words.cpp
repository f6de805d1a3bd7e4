#include "ui/share_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace footfall {
namespace {

struct ShareWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::ShareWords)
};

}  // namespace

QString share_words(std::uint64_t part, std::uint64_t all) {
  const auto shown = [](double percent, int decimals) {
    return ShareWords::tr("%1 %", "share").arg(QLocale().toString(percent, 'f', decimals));
  };
  if (part == 0 || all == 0) return shown(0, 0);
  if (part >= all) return shown(100, 0);
  constexpr double kLeast = 0.1;
  constexpr double kMost = 99.9;
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(all);
  if (percent < kLeast) return ShareWords::tr("less than %1").arg(shown(kLeast, 1));
  if (percent > kMost) return ShareWords::tr("more than %1").arg(shown(kMost, 1));
  return shown(percent, 1);
}

}  // namespace footfall
