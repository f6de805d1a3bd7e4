#include "ui/tables/column_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <array>
#include <charconv>
#include <utility>

#include "ui/style/plain_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr const char* kContext = "Columns";
constexpr std::size_t kMoneyDecimals = 2;

struct Title {
  std::string_view name;
  const char* title;
};

constexpr std::array kTitles = {
    Title{"hour", QT_TRANSLATE_NOOP("Columns", "hour")},
    Title{"page_url", QT_TRANSLATE_NOOP("Columns", "page")},
    Title{"unique_visitors", QT_TRANSLATE_NOOP("Columns", "unique visitors")},
    Title{"pageviews", QT_TRANSLATE_NOOP("Columns", "pageviews")},
    Title{"customer_id", QT_TRANSLATE_NOOP("Columns", "customer")},
    Title{"total_events", QT_TRANSLATE_NOOP("Columns", "events")},
    Title{"total_spend_usd", QT_TRANSLATE_NOOP("Columns", "total spend (USD)")},
    Title{"avg_ticket_usd", QT_TRANSLATE_NOOP("Columns", "average ticket (USD)")},
    Title{"active_days", QT_TRANSLATE_NOOP("Columns", "active days")},
    Title{"top_event_type", QT_TRANSLATE_NOOP("Columns", "top event type")},
    Title{"latest_event_ts", QT_TRANSLATE_NOOP("Columns", "latest event (UTC)")},
    Title{"shard", QT_TRANSLATE_NOOP("Columns", "shard")},
    Title{"day", QT_TRANSLATE_NOOP("Columns", "day (UTC)")},
    Title{"events", QT_TRANSLATE_NOOP("Columns", "events")},
    Title{"spend_usd", QT_TRANSLATE_NOOP("Columns", "spend (USD)")},
    Title{"campaign_id", QT_TRANSLATE_NOOP("Columns", "campaign")},
    Title{"total_impressions", QT_TRANSLATE_NOOP("Columns", "impressions")},
    Title{"total_clicks", QT_TRANSLATE_NOOP("Columns", "clicks")},
    Title{"total_spend", QT_TRANSLATE_NOOP("Columns", "spend")},
    Title{"total_conversions", QT_TRANSLATE_NOOP("Columns", "conversions")},
    Title{"CTR", QT_TRANSLATE_NOOP("Columns", "CTR (%)")},
    Title{"CPA", QT_TRANSLATE_NOOP("Columns", "cost per conversion")},
    Title{"user_id", QT_TRANSLATE_NOOP("Columns", "user")},
    Title{"click", QT_TRANSLATE_NOOP("Columns", "clicks")},
    Title{"view", QT_TRANSLATE_NOOP("Columns", "views")},
    Title{"purchase", QT_TRANSLATE_NOOP("Columns", "purchases")},
    Title{"total_value", QT_TRANSLATE_NOOP("Columns", "purchase value")},
};

QString instant_text(std::string_view plain) {
  qint64 seconds = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), seconds);
  if (fault != std::errc() || end != plain.data() + plain.size()) return line_of_text(plain);
  return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
      .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString text_of(const Column& column, std::string_view plain, bool exact) {
  switch (column.kind) {
    case ColumnKind::text:
    case ColumnKind::hour:
    case ColumnKind::day:
      return line_of_text(plain);
    case ColumnKind::instant:
      return instant_text(plain);
    case ColumnKind::count:
      return localized_number(plain);
    case ColumnKind::amount:
      break;
  }
  if (plain.empty()) return QStringLiteral("–");
  if (column.name == "CTR") return localized_number(percent_number(plain));
  return localized_number(exact ? std::string(plain) : shortened_number(plain, kMoneyDecimals));
}

}  // namespace

QString column_title(const Column& column) {
  for (const Title& title : kTitles)
    if (title.name == column.name) return QCoreApplication::translate(kContext, title.title);
  return visible_text(column.name);
}

QString cell_text(const Column& column, std::string_view plain) {
  return text_of(column, plain, false);
}

QString exact_cell_text(const Column& column, std::string_view plain) {
  return text_of(column, plain, true);
}

QString line_of_text(std::string_view bytes, qsizetype limit) {
  // No character takes more than four bytes.
  const bool cut = bytes.size() > static_cast<std::size_t>(limit) * 4;
  if (cut) bytes = bytes.substr(0, static_cast<std::size_t>(limit) * 4);
  QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const bool longer = cut || text.size() > limit;
  text.truncate(limit);
  text = visible_text(text);
  return longer ? text + QChar(0x2026) : text;
}

bool is_number(const Column& column) {
  return column.kind == ColumnKind::count || column.kind == ColumnKind::amount ||
         column.kind == ColumnKind::instant;
}

}  // namespace footfall
