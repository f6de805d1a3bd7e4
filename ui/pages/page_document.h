#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "ui/charts/chart_file.h"
#include "ui/pages/figures_row.h"

class QIODevice;

namespace footfall {

class ReportTableView;

/// A page of the window as one document: what stands at its top, its charts, and the table in front
/// as it is seen.
struct PageDocument {
  static constexpr int kMostRows = 1000;

  QString title;
  QStringList lines;  ///< source, filter, zone, years
  std::vector<FiguresRow::Figure> figures;
  ChartPicture charts;

  QString table_title;
  QStringList headers;
  std::vector<bool> numeric;      ///< of the columns
  std::vector<QStringList> rows;  ///< kMostRows at most
  qsizetype all_rows = 0;

  /// Takes the first rows of a table as they are shown.
  void take_table(const ReportTableView& view);
  /// "Hours: the first 1,000 of 8,760 rows"
  [[nodiscard]] QString table_words() const;
};

/// Saves it as PDF or as one HTML file that needs no other, by the name's ending, in light colours;
/// HTML follows the reader's. Returns what went wrong, empty on success. The old file stays whole
/// on failure.
[[nodiscard]] QString save_page(const PageDocument& page, const QString& path);

/// Asks for a name and saves; returns what went wrong, empty on success or when the user declined.
[[nodiscard]] QString ask_and_save_page(const PageDocument& page, const QString& suggested_stem,
                                        QWidget* parent);

/// The two forms. False: the device took not all.
[[nodiscard]] bool write_html(const PageDocument& page, QIODevice& device);
[[nodiscard]] bool write_pdf_pages(const PageDocument& page, QIODevice& device);

}  // namespace footfall
