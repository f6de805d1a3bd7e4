#include "model/session/database_thread.h"

#include <utility>

#include "model/core/failure.h"

namespace footfall {
namespace {

SqlError failure_at(std::string place, const Error& error) {
  return {error.kind == ErrorKind::out_of_memory ? SqlErrorKind::out_of_memory
                                                 : SqlErrorKind::system_failure,
          std::move(place), error.found};
}

}  // namespace

void DatabaseThread::ask(Work work, Progress on_progress, Ended ended) {
  stop();
  asked_ = {};
  thread_.post(
      [this, work = std::move(work), ended, asked = asked_,
       control = QueryControl{asked_.get_token(), std::move(on_progress)}](
          const std::stop_token& closing) mutable {
        const std::stop_callback close(closing, [&asked] { asked.request_stop(); });
        ended(run(work, control));
      },
      [this, ended](const Error& error) {
        connection_.reset();  // whatever state it is in
        ended(failure_at(settings_.place(), error));
      });
}

SqlStatus DatabaseThread::run(const Work& work, const QueryControl& control) {
  const auto cancelled = [&] { return SqlError{SqlErrorKind::cancelled, settings_.place(), {}}; };
  // A kept connection may have been lost since: then a new one gets the same question.
  const bool kept = connection_ != nullptr;
  for (bool again = kept;; again = false) {
    if (control.stop.stop_requested()) return cancelled();
    if (!connection_) {
      auto opened = connect_database(settings_, password_, control);
      if (!opened) return opened.error();
      connection_ = std::move(*opened);
    }
    const SqlStatus done = work(*connection_, control);
    if (done) return done;
    connection_.reset();
    if (!again || done.error().kind != SqlErrorKind::connection_lost) return done;
  }
}

}  // namespace footfall
