#include "model/session/seen_table.h"

#include <utility>

namespace footfall {
namespace {

class SeenTable final : public Table {
 public:
  SeenTable(RowOrderPtr order, std::vector<std::size_t> columns)
      : order_(std::move(order)), of_(std::move(columns)) {
    for (const std::size_t column : of_) columns_.push_back(whole().columns()[column]);
  }

  [[nodiscard]] std::string name() const override { return whole().name(); }
  [[nodiscard]] std::span<const Column> columns() const override { return columns_; }
  [[nodiscard]] std::size_t rows() const override { return order_->size(); }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    whole().append_cell(out, order_->row(row), of_[column]);
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const override {
    return whole().number(order_->row(row), of_[column]);
  }
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b,
                            std::size_t column) const override {
    return whole().compare(order_->row(row_a), order_->row(row_b), of_[column]);
  }

 private:
  [[nodiscard]] const Table& whole() const { return *order_->request.table; }

  RowOrderPtr order_;
  std::vector<std::size_t> of_;
  std::vector<Column> columns_;
};

}  // namespace

TablePtr seen_table(RowOrderPtr order, std::vector<std::size_t> columns) {
  if (!order || !order->request.table) return nullptr;
  return std::make_shared<const SeenTable>(std::move(order), std::move(columns));
}

}  // namespace footfall
