#pragma once

#include <QObject>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>

#include "model/core/error.h"
#include "model/session/row_order.h"

namespace footfall {

/// Orders and filters tables on a worker thread of its own; the latest request wins, whatever runs
/// for an earlier one is stopped and its answer dropped. Tables so small that nobody would notice
/// are answered before request() returns.
class TableOrder : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~TableOrder() override;

  void request(OrderRequest request);
  /// A request is under way.
  [[nodiscard]] bool busy() const { return busy_; }

 signals:
  void ordered(const footfall::RowOrderPtr& order);
  /// No answer to the latest request: what was ordered before stays.
  void failed(const footfall::Error& error);

 private:
  void work(const std::stop_token& stop);
  void deliver(std::uint64_t generation, const RowOrderPtr& order);
  void deliver_failure(std::uint64_t generation, const Error& error);

  struct Pending {
    OrderRequest request;
    std::uint64_t generation;
  };
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::optional<Pending> pending_;  // guarded by mutex_
  std::stop_source running_;        // guarded by mutex_
  std::uint64_t generation_ = 0;    // of the latest request; the owner's thread only
  bool busy_ = false;
  std::jthread worker_;  // made with the first large table
};

}  // namespace footfall
