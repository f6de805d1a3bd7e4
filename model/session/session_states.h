#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace footfall {

// Where files that are read together stand, and tables that are asked: one table of steps each.

enum class LoadState : std::uint8_t {
  waiting,  ///< for other loads
  running,
  stopped,  ///< read in part, to be gone on with
  done,     ///< read to the end, or failed
};
enum class LoadEvent : std::uint8_t {
  begin,    ///< its turn has come
  add,      ///< there are more files behind those it has
  grow,     ///< there is more in files that are followed, or a last look at them is due
  stop,     ///< asked for by a person
  resume,   ///< the same
  pass,     ///< the run ended, with more files to read at once
  halt,     ///< the run ended before the end of what it has
  finish,   ///< the run ended at the end of all
  fail,     ///< a file cannot be read
  restart,  ///< all is read anew
};

enum class QuestionState : std::uint8_t {
  running,
  stopped,
  failed,
  done,
};
enum class QuestionEvent : std::uint8_t {
  ask,     ///< the database is asked, anew where it was before
  answer,  ///< it answered
  recall,  ///< an earlier answer is that of this question, too
  cancel,  ///< it was stopped before it answered
  fail,
};

template <class State, class Event>
struct StateStep {
  State from;
  Event on;
  State to;
};

/// What changes; on any other event a state stays.
inline constexpr StateStep<LoadState, LoadEvent> kLoadSteps[] = {
    {LoadState::waiting, LoadEvent::begin, LoadState::running},
    {LoadState::waiting, LoadEvent::stop, LoadState::stopped},
    {LoadState::waiting, LoadEvent::fail, LoadState::done},
    // A run that is to be stopped, or to take more files, says itself how it ended.
    {LoadState::running, LoadEvent::pass, LoadState::waiting},
    {LoadState::running, LoadEvent::halt, LoadState::stopped},
    {LoadState::running, LoadEvent::finish, LoadState::done},
    {LoadState::running, LoadEvent::fail, LoadState::done},
    {LoadState::running, LoadEvent::restart, LoadState::waiting},
    {LoadState::stopped, LoadEvent::add, LoadState::waiting},
    {LoadState::stopped, LoadEvent::resume, LoadState::waiting},
    {LoadState::stopped, LoadEvent::fail, LoadState::done},
    {LoadState::stopped, LoadEvent::restart, LoadState::waiting},
    {LoadState::done, LoadEvent::add, LoadState::waiting},
    {LoadState::done, LoadEvent::grow, LoadState::waiting},
    {LoadState::done, LoadEvent::restart, LoadState::waiting},
};
inline constexpr StateStep<QuestionState, QuestionEvent> kQuestionSteps[] = {
    {QuestionState::running, QuestionEvent::answer, QuestionState::done},
    {QuestionState::running, QuestionEvent::recall, QuestionState::done},
    {QuestionState::running, QuestionEvent::cancel, QuestionState::stopped},
    {QuestionState::running, QuestionEvent::fail, QuestionState::failed},
    {QuestionState::stopped, QuestionEvent::ask, QuestionState::running},
    {QuestionState::stopped, QuestionEvent::recall, QuestionState::done},
    {QuestionState::failed, QuestionEvent::ask, QuestionState::running},
    {QuestionState::failed, QuestionEvent::recall, QuestionState::done},
    {QuestionState::done, QuestionEvent::ask, QuestionState::running},
};

/// A state that changes by its table alone.
template <class State, class Event, const auto& kSteps>
class StateOf {
 public:
  explicit constexpr StateOf(State first) : state_(first) {}
  constexpr operator State() const { return state_; }
  constexpr void on(Event event) {
    const auto step = std::find_if(std::begin(kSteps), std::end(kSteps), [&](const auto& one) {
      return one.from == state_ && one.on == event;
    });
    if (step != std::end(kSteps)) state_ = step->to;
  }

 private:
  State state_;
};
using LoadStates = StateOf<LoadState, LoadEvent, kLoadSteps>;
using QuestionStates = StateOf<QuestionState, QuestionEvent, kQuestionSteps>;

}  // namespace footfall
