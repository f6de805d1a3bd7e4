#include "ui/pages/page_document.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <algorithm>

#include "app/version.h"
#include "model/export/links.h"
#include "ui/dialogs/save_place.h"
#include "ui/tables/report_table_view.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct PageWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::PageDocument)
};

// In the colours of the reader's system; on paper black on white. A chart keeps its light ground.
constexpr char kStyle[] = R"(
:root { color-scheme: light dark; --muted: #5f6872; --line: #d9dde2; }
@media (prefers-color-scheme: dark) { :root { --muted: #9aa4af; --line: #3a4149; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 32px auto; max-width: 1080px; padding: 0 16px; }
h1 { font-size: 1.5em; margin: 0 0 4px; }
h2 { font-size: 1.1em; margin: 24px 0 8px; }
p { margin: 0; color: var(--muted); overflow-wrap: anywhere; }
dl { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 24px 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { color: var(--muted); font-size: .85em; }
dd { margin: 0; font-size: 1.6em; font-weight: 600; }
figure { margin: 0; background: #fff; }
figure svg { display: block; width: 100%; height: auto; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 3px 12px 3px 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; vertical-align: bottom; }
td { white-space: pre-wrap; overflow-wrap: anywhere; }
.n { text-align: right; padding: 3px 0 3px 12px; white-space: nowrap; }
footer { margin-top: 24px; color: var(--muted); font-size: .85em; }
@media print {
  :root { color-scheme: light; --muted: #555; --line: #ccc; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  thead { display: table-header-group; }
  tr, figure, dl { break-inside: avoid; }
}
)";

QString element(const QString& name, const QString& text) {
  return '<' + name + '>' + text.toHtmlEscaped() + "</" + name + ">\n";
}

QString table_html(const PageDocument& page) {
  const auto row = [&page](const QStringList& cells, const QString& name) {
    QString out = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
      const bool number = page.numeric[static_cast<std::size_t>(i)];
      out += '<' + name + (number ? " class=\"n\">" : ">") + cells[i].toHtmlEscaped() + "</" +
             name + '>';
    }
    return out + "</tr>\n";
  };
  QString out = element(QStringLiteral("h2"), page.table_words()) +
                "<div class=\"table\"><table>\n<thead>" + row(page.headers, QStringLiteral("th")) +
                "</thead>\n<tbody>\n";
  for (const QStringList& cells : page.rows) out += row(cells, QStringLiteral("td"));
  return out + "</tbody>\n</table></div>\n";
}

// Without what stands in front of the element, and as large as there is room.
QString inline_svg(const ChartPicture& picture) {
  QString svg = QString::fromUtf8(picture_svg(picture));
  svg.remove(0, std::max<qsizetype>(svg.indexOf(QLatin1String("<svg")), 0));
  static const QRegularExpression size(QStringLiteral("^<svg width=\"[^\"]*\" height=\"[^\"]*\""));
  return svg.replace(size, QStringLiteral("<svg role=\"img\""));
}

}  // namespace

void PageDocument::take_table(const ReportTableView& view) {
  const ReportTableModel& model = *view.report_model();
  table_title = view.accessibleName();
  all_rows = model.rowCount();
  std::vector<int> columns;
  for (const std::size_t shown : view.shown_columns()) columns.push_back(static_cast<int>(shown));
  for (const int column : columns) {
    headers += model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    numeric.push_back(model.rowCount() > 0 &&
                      model.index(0, column).data(ReportTableModel::NumberRole).toBool());
  }
  for (int row = 0; row < model.rowCount() && row < kMostRows; ++row) {
    QStringList& cells = rows.emplace_back();
    for (const int column : columns) cells += model.index(row, column).data().toString();
  }
}

QString PageDocument::table_words() const {
  const auto shown = static_cast<qsizetype>(rows.size());
  return shown == all_rows
             ? PageWords::tr("%1: %n row(s)", nullptr, static_cast<int>(all_rows)).arg(table_title)
             : PageWords::tr("%1: the first %2 of %3 rows")
                   .arg(table_title, QLocale().toString(shown), QLocale().toString(all_rows));
}

bool write_html(const PageDocument& page, QIODevice& device) {
  QString out = "<!DOCTYPE html>\n<html lang=\"" + QLocale().bcp47Name() +
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                element(QStringLiteral("title"), page.title) + "<style>" + kStyle +
                "</style>\n</head>\n<body>\n" + element(QStringLiteral("h1"), page.title);
  for (const QString& line : page.lines) out += element(QStringLiteral("p"), line);
  if (!page.figures.empty()) out += "<dl>\n";
  for (const FiguresRow::Figure& figure : page.figures)
    out += "<div><dt>" + figure.label.toHtmlEscaped() + "</dt><dd>" + figure.value.toHtmlEscaped() +
           "</dd></div>\n";
  if (!page.figures.empty()) out += "</dl>\n";
  if (!page.charts.plots.empty()) out += "<figure>\n" + inline_svg(page.charts) + "</figure>\n";
  if (!page.headers.isEmpty()) out += table_html(page);
  out += element(QStringLiteral("footer"), "Footfall " + QString::fromLatin1(kVersion));
  const QByteArray bytes = (out + "</body>\n</html>\n").toUtf8();
  return device.write(bytes) == bytes.size();
}

QString save_page(const PageDocument& page, const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  if (ending != QLatin1String("pdf") && ending != QLatin1String("html"))
    return PageWords::tr("The page was not saved: “%1” ends in neither .pdf nor .html.").arg(path);
  const Result<std::string> place = follow_links(to_bytes(path));
  if (!place) return error_sentence(place.error());
  QSaveFile file(to_text(*place));
  const bool written =
      file.open(QIODevice::WriteOnly) &&
      (ending == QLatin1String("pdf") ? write_pdf_pages(page, file) : write_html(page, file)) &&
      file.commit();
  return written ? QString()
                 : PageWords::tr("The page was not saved to %1: %2. Try another folder.")
                       .arg(path, file.errorString());
}

QString ask_and_save_page(const PageDocument& page, const QString& suggested_stem,
                          QWidget* parent) {
  const QString path =
      ask_save_path(parent, PageWords::tr("Save page"), suggested_stem + QStringLiteral(".pdf"),
                    PageWords::tr("PDF document (*.pdf);;Web page (*.html)"));
  return path.isEmpty() ? QString() : save_page(page, path);
}

}  // namespace footfall
