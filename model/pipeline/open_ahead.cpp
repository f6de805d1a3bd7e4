#include "model/pipeline/open_ahead.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "model/pipeline/read_ahead.h"

namespace footfall {
namespace {

OpenedAhead open_now(OpenAhead::File& file) {
  OpenedAhead opened{InputMembers::open(file.path), stamp_of_path(file.path), {}, {}};
  if (!opened.members) return opened;
  Result<std::optional<InputMember>> member = opened.members->next();
  // Whatever is wrong is found again in its turn.
  if (!member || !*member || !(*member)->alone)
    return {InputMembers::open(file.path), stamp_of_path(file.path), {}, {}};
  opened.whole = std::move(**member);
  if (opened.whole->fault) return opened;
  InputMember whole;
  whole.name = opened.whole->name;
  whole.decoding = opened.whole->decoding;
  std::swap(whole, *opened.whole);
  opened.input = open_member(std::move(whole), true, file.options, file.request, file.known);
  return opened;
}

}  // namespace

Result<OpenedInput> open_member(InputMember member, bool beside, const InputOptions& options,
                                const LayoutRequest& request,
                                std::shared_ptr<const InputLayout> known) {
  if (!member.decoding.empty() && beside) member.bytes = read_ahead(std::move(member.bytes));
  return OpenedInput::open(std::move(member), options, request, std::move(known));
}

OpenAhead::~OpenAhead() {
  stop_opening_.request_stop();
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    thread_.request_stop();
  }
  asked_.notify_all();
  thread_.join();
}

void OpenAhead::open(File file) {
  const std::lock_guard lock(mutex_);
  if (no_thread_) return;
  if (!thread_.joinable()) {
    try {
      thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    } catch (const std::system_error&) {
      no_thread_ = true;
      return;
    }
  }
  file.request.stop = stop_opening_.get_token();
  jobs_.push_back({std::move(file), Job::State::waiting, {}});
  asked_.notify_one();
}

std::optional<OpenedAhead> OpenAhead::take(std::size_t index) {
  std::unique_lock lock(mutex_);
  while (!jobs_.empty() && jobs_.front().file.index <= index) {
    Job& job = jobs_.front();
    done_.wait(lock, [&job] { return job.state != Job::State::at_work; });
    const bool found = job.file.index == index;
    std::optional<OpenedAhead> opened = std::move(job.opened);
    jobs_.pop_front();
    if (found) return opened;
  }
  return std::nullopt;
}

void OpenAhead::work(const std::stop_token& stop) noexcept {
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto next = [this] { return std::ranges::find(jobs_, Job::State::waiting, &Job::state); };
    asked_.wait(lock, [&] { return stop.stop_requested() || next() != jobs_.end(); });
    if (stop.stop_requested()) return;
    Job& job = *next();
    job.state = Job::State::at_work;
    lock.unlock();
    std::optional<OpenedAhead> opened;
    try {
      opened = open_now(job.file);
    } catch (...) {
      // A stop, or no memory: it is opened in its turn, if that ever comes.
    }
    lock.lock();
    job.opened = std::move(opened);
    job.state = Job::State::done;
    done_.notify_all();
  }
}

}  // namespace footfall
