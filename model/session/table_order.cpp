#include "model/session/table_order.h"

#include <QMetaObject>
#include <utility>

#include "model/core/failure.h"
#include "model/session/task_thread.h"

namespace footfall {
namespace {

constexpr std::size_t kSmallTable = 4096;

}  // namespace

TableOrder::~TableOrder() {
  worker_.request_stop();
  const std::lock_guard lock(mutex_);
  running_.request_stop();
}

void TableOrder::request(OrderRequest request) {
  ++generation_;
  const bool small = !request.table || request.table->rows() <= kSmallTable;
  {
    const std::lock_guard lock(mutex_);
    running_.request_stop();
    pending_.reset();
    if (!small) pending_ = Pending{request, generation_};
  }
  busy_ = !small;
  if (small) {
    emit ordered(order_rows(request));
    return;
  }
  if (!worker_.joinable()) {
    try {
      worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    } catch (...) {
      return deliver_failure(generation_, current_failure());
    }
  }
  wake_.notify_one();
}

void TableOrder::work(const std::stop_token& stop) {
  while (true) {
    Pending job;
    std::stop_token run;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return pending_.has_value(); })) return;
      job = std::move(*pending_);
      pending_.reset();
      running_ = std::stop_source();
      run = running_.get_token();
      if (stop.stop_requested()) return;
    }
    const std::uint64_t generation = job.generation;
    try {
      RowOrderPtr order = order_rows(job.request, run);
      if (!order) continue;
      QMetaObject::invokeMethod(
          this, [this, generation, order = std::move(order)] { deliver(generation, order); },
          Qt::QueuedConnection);
    } catch (...) {
      const auto tell = [this, generation, error = current_failure()] {
        QMetaObject::invokeMethod(
            this, [this, generation, error] { deliver_failure(generation, error); },
            Qt::QueuedConnection);
      };
      tell_patiently(tell, stop);
    }
  }
}

void TableOrder::deliver(std::uint64_t generation, const RowOrderPtr& order) {
  if (generation != generation_) return;
  busy_ = false;
  emit ordered(order);
}

void TableOrder::deliver_failure(std::uint64_t generation, const Error& error) {
  if (generation != generation_) return;
  busy_ = false;
  emit failed(error);
}

}  // namespace footfall
