#include "ui/frame/kept_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <algorithm>

#include "model/report/cleaning_names.h"
#include "ui/connect/saved_connections.h"

namespace footfall {
namespace {

constexpr char kLastKey[] = "view/last";
constexpr char kReopenKey[] = "view/reopen";
constexpr char kNamedKey[] = "views";

// Names from files hold any bytes; JSON holds text alone.
QString kept_text(const std::string& bytes) {
  return QString::fromLatin1(QByteArray::fromStdString(bytes).toPercentEncoding(" /:?=&,*+'()"));
}
std::string kept_bytes(const QJsonValue& value) {
  return QByteArray::fromPercentEncoding(value.toString().toLatin1()).toStdString();
}

QString latin_text(std::string_view name) {
  return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QJsonArray texts_of(const std::vector<std::string>& texts) {
  QJsonArray array;
  for (const std::string& text : texts) array.append(kept_text(text));
  return array;
}

// Seconds as text: a number of JSON is not exact.
QJsonObject bound_of(const TimeBound& bound) {
  QJsonObject object = {{"reading", QString::number(bound.civil)}};
  if (bound.instant) object["instant"] = QString::number(*bound.instant);
  return object;
}

bool read_bound(const QJsonValue& value, std::optional<TimeBound>& bound) {
  if (value.isUndefined()) return true;
  bool read = false;
  bound = TimeBound{value["reading"].toString().toLongLong(&read), std::nullopt};
  if (!read || value["instant"].isUndefined()) return read;
  bound->instant = value["instant"].toString().toLongLong(&read);
  return read;
}

std::string condition_text(const Condition& condition) {
  return std::string(kConditionFieldTable[condition.field].name) + " " +
         std::string(kMatchTable[condition.match].name) + " " + condition.value;
}

QString field_name(FilterField field) { return latin_text(kConditionFieldTable[field].name); }

QJsonObject filter_object(const Filter& filter) {
  QJsonObject object;
  if (filter.from) object["from"] = bound_of(*filter.from);
  if (filter.to) object["to"] = bound_of(*filter.to);
  for (const FilterField field : kFilterFields)
    if (!filter[field].empty()) object[field_name(field)] = texts_of(filter[field]);
  std::vector<std::string> conditions;
  for (const Condition& condition : filter.conditions)
    conditions.push_back(condition_text(condition));
  if (!conditions.empty()) object["where"] = texts_of(conditions);
  QJsonArray left_out;
  for (const LogPartFacts& part : kLogPartTable)
    if (filter.cleaning.leave_out.contains(part.part)) left_out.append(latin_text(part.name));
  if (!left_out.isEmpty()) object["leave_out"] = left_out;
  if (filter.cleaning.pages != PageForm::whole)
    object["pages"] = latin_text(name_of(filter.cleaning.pages));
  return object;
}

QJsonValue comparison_value(const ComparedWith& with) {
  switch (with.kind) {
    case ComparedWith::Kind::previous:
      return QStringLiteral("previous");
    case ComparedWith::Kind::week_before:
      return QStringLiteral("week-before");
    case ComparedWith::Kind::range:
      break;
  }
  return QJsonObject{{"from", bound_of(with.from)}, {"to", bound_of(with.to)}};
}

bool read_comparison(const QJsonValue& value, std::optional<ComparedWith>& with) {
  if (value.isUndefined()) return true;
  if (value.isString()) {
    with = parse_compared_with(value.toString().toStdString());
    return with && with->kind != ComparedWith::Kind::range;
  }
  std::optional<TimeBound> from, to;
  if (!read_bound(value["from"], from) || !read_bound(value["to"], to) || !from || !to)
    return false;
  with = ComparedWith{ComparedWith::Kind::range, *from, *to};
  return true;
}

bool read_step(const QJsonValue& value, Step& step) {
  if (value.isUndefined()) return true;
  const auto facts =
      std::ranges::find(kStepTable, value.toString().toStdString(), &StepFacts::name);
  if (facts == std::end(kStepTable)) return false;
  step = facts->step;
  return true;
}

// By the names of the pages.
QJsonObject choices_object(const ByKind<ReportKind, PageChoices>& choices) {
  QJsonObject object;
  for (const ReportKind kind : kAllReports) {
    QJsonObject of_page;
    for (const auto& [name, value] : choices[kind]) of_page[name] = value;
    if (!of_page.isEmpty()) object[kWindowPageTable[page_of(kind)].icon] = of_page;
  }
  return object;
}

ByKind<ReportKind, PageChoices> choices_from(const QJsonObject& object) {
  ByKind<ReportKind, PageChoices> choices;
  for (const ReportKind kind : kAllReports) {
    const QJsonObject of_page = object[kWindowPageTable[page_of(kind)].icon].toObject();
    for (auto at = of_page.begin(); at != of_page.end(); ++at)
      choices[kind][at.key()] = at.value().toString();
  }
  return choices;
}

bool read_cleaning(const QJsonObject& object, Cleaning& cleaning) {
  for (const QJsonValue& value : object["leave_out"].toArray()) {
    const auto part =
        std::ranges::find(kLogPartTable, value.toString().toStdString(), &LogPartFacts::name);
    if (part == kLogPartTable.end()) return false;
    cleaning.leave_out.insert(part->part);
  }
  if (object["pages"].isUndefined()) return true;
  const auto form = std::ranges::find(kPageFormTable, object["pages"].toString().toStdString(),
                                      &PageFormFacts::name);
  if (form == std::end(kPageFormTable)) return false;
  cleaning.pages = form->form;
  return true;
}

bool read_filter(const QJsonObject& object, Filter& filter) {
  if (!read_bound(object["from"], filter.from) || !read_bound(object["to"], filter.to))
    return false;
  for (const FilterField field : kFilterFields)
    for (const QJsonValue& value : object[field_name(field)].toArray())
      filter[field].push_back(kept_bytes(value));
  for (const QJsonValue& value : object["where"].toArray()) {
    Condition condition;
    if (parse_condition(kept_bytes(value), condition) != ConditionFault::none) return false;
    filter.conditions.push_back(std::move(condition));
  }
  return read_cleaning(object, filter.cleaning);
}

std::optional<KeptView> kept_at(const QString& key) {
  return view_from_json(QSettings().value(key).toByteArray());
}

// A name may hold what a key may not.
QString key_of(const QString& name) {
  return QString(kNamedKey) + '/' + QString::fromLatin1(name.toUtf8().toHex());
}

}  // namespace

QByteArray as_json(const KeptView& view) {
  QJsonArray tables;
  for (const DatabaseSource& table : view.tables) tables.append(as_json(table));
  QJsonObject object = {{"files", texts_of(view.files)},
                        {"tables", tables},
                        {"page", kWindowPageTable[view.page].icon},
                        {"zone", QString::fromStdString(view.zone)},
                        {"step", latin_text(kStepTable[view.step].name)},
                        {"filter", filter_object(view.filter)}};
  if (view.compared_with) object["compared_with"] = comparison_value(*view.compared_with);
  if (const QJsonObject choices = choices_object(view.choices); !choices.isEmpty())
    object["choices"] = choices;
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<KeptView> view_from_json(const QByteArray& text) {
  const QJsonObject object = QJsonDocument::fromJson(text).object();
  if (!object["filter"].isObject()) return std::nullopt;
  KeptView view;
  for (const QJsonValue& file : object["files"].toArray()) view.files.push_back(kept_bytes(file));
  for (const QJsonValue& entry : object["tables"].toArray())
    if (std::optional<DatabaseSource> table = table_from_json(entry.toObject()))
      view.tables.push_back(std::move(*table));
  for (const WindowPageFacts& page : kWindowPageTable)
    if (object["page"].toString() == page.icon) view.page = page.page;
  view.zone = object["zone"].toString().toStdString();
  if (!read_step(object["step"], view.step)) return std::nullopt;
  if (!read_filter(object["filter"].toObject(), view.filter)) return std::nullopt;
  if (!read_comparison(object["compared_with"], view.compared_with)) return std::nullopt;
  view.choices = choices_from(object["choices"].toObject());
  return view;
}

std::optional<KeptView> last_view() {
  return reopens_at_start() ? kept_at(kLastKey) : std::nullopt;
}
void keep_last_view(const KeptView& view) { QSettings().setValue(kLastKey, as_json(view)); }
bool reopens_at_start() { return QSettings().value(kReopenKey, true).toBool(); }
void set_reopening(bool reopens) { QSettings().setValue(kReopenKey, reopens); }

QStringList named_views() {
  QSettings settings;
  settings.beginGroup(kNamedKey);
  QStringList names;
  for (const QString& key : settings.childKeys())
    names << QString::fromUtf8(QByteArray::fromHex(key.toLatin1()));
  names.sort(Qt::CaseInsensitive);
  return names;
}
std::optional<KeptView> named_view(const QString& name) { return kept_at(key_of(name)); }
void keep_view_as(const QString& name, const KeptView& view) {
  QSettings().setValue(key_of(name), as_json(view));
}
void forget_view(const QString& name) { QSettings().remove(key_of(name)); }

}  // namespace footfall
