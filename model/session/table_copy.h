#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "model/core/error.h"
#include "model/session/row_order.h"

namespace footfall {

/// Rows on screen to be copied as text.
struct CopyRequest {
  RowOrderPtr order;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;  ///< positions, first and last
  std::vector<std::size_t> columns;                         ///< in the order on screen
  bool headers = false;                                     ///< begin with the columns' names
};

/// Cells as they stand in files, separated by tabs, one line per row; a cell with a tab, quote or
/// line end stands in quotes, as spreadsheets read it. Blocking; nothing when stopped.
[[nodiscard]] std::optional<QString> rows_as_text(const CopyRequest& request,
                                                  const std::stop_token& stop = {});

/// Makes the text of many rows on a worker thread; of few rows before request() returns. The latest
/// request wins.
class TableCopy : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  void request(CopyRequest request);

 signals:
  void copied(const QString& text);
  void failed(const footfall::Error& error);  ///< in place of it

 private:
  void copy(std::uint64_t generation, const CopyRequest& request, const std::stop_token& stop);

  std::uint64_t generation_ = 0;  // of the latest request
  std::jthread worker_;           // stopped and joined with the copy
};

}  // namespace footfall
