#include "model/session/table_copy.h"

#include <QMetaObject>
#include <algorithm>
#include <string>

#include "model/core/failure.h"
#include "model/session/task_thread.h"

namespace footfall {
namespace {

constexpr std::size_t kFewRows = 4096;

void append_field(std::string& out, std::string_view cell) {
  if (cell.find_first_of("\t\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace

std::optional<QString> rows_as_text(const CopyRequest& request, const std::stop_token& stop) {
  std::string text, cell;
  const RowOrder& order = *request.order;
  const Table* table = order.request.table.get();
  if (!table) return QString();
  const auto end_field = [&](std::size_t i) {
    text += i + 1 < request.columns.size() ? '\t' : '\n';
  };
  for (std::size_t i = 0; request.headers && i < request.columns.size(); ++i) {
    append_field(text, table->columns()[request.columns[i]].name);
    end_field(i);
  }
  std::size_t done = 0;
  for (const auto& [first, last] : request.ranges) {
    for (std::size_t position = first; position <= last && position < order.size(); ++position) {
      if (++done % kFewRows == 0 && stop.stop_requested()) return std::nullopt;
      for (std::size_t i = 0; i < request.columns.size(); ++i) {
        cell.clear();
        table->append_cell(cell, order.row(position), request.columns[i]);
        append_field(text, cell);
        end_field(i);
      }
    }
  }
  return QString::fromStdString(text);
}

void TableCopy::request(CopyRequest request) {
  const std::uint64_t generation = ++generation_;
  std::size_t rows = 0;
  for (const auto& [first, last] : request.ranges) rows += last - first + 1;
  if (rows <= kFewRows) {
    worker_.request_stop();
    emit copied(*rows_as_text(request));
    return;
  }
  try {
    worker_ = std::jthread([this, generation, request = std::move(request)](
                               const std::stop_token& stop) { copy(generation, request, stop); });
  } catch (...) {
    emit failed(current_failure());
  }
}

// On the worker thread.
void TableCopy::copy(std::uint64_t generation, const CopyRequest& request,
                     const std::stop_token& stop) {
  try {
    auto text = rows_as_text(request, stop);
    if (!text) return;
    QMetaObject::invokeMethod(
        this,
        [this, generation, text = std::move(*text)] {
          if (generation == generation_) emit copied(text);
        },
        Qt::QueuedConnection);
  } catch (...) {
    const auto tell = [this, generation, error = current_failure()] {
      QMetaObject::invokeMethod(
          this,
          [this, generation, error] {
            if (generation == generation_) emit failed(error);
          },
          Qt::QueuedConnection);
    };
    tell_patiently(tell, stop);
  }
}

}  // namespace footfall
