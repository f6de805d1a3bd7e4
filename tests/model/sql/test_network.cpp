#include <arpa/inet.h>

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "model/sql/network.h"

using namespace footfall;

namespace {

// A resolver that hangs until it may answer with the loopback address.
struct SlowResolver {
  static inline std::mutex mutex;
  static inline std::condition_variable moved;
  static inline bool may_answer = false;
  static inline int asked = 0;
  static inline int answered = 0;

  static int resolve(const char*, const char* port, const addrinfo* wanted, addrinfo** found) {
    std::unique_lock lock(mutex);
    ++asked;
    moved.notify_all();
    moved.wait(lock, [] { return may_answer; });
    const int fault = ::getaddrinfo("127.0.0.1", port, wanted, found);
    ++answered;
    moved.notify_all();
    return fault;
  }
  static void wait_until_asked() {
    std::unique_lock lock(mutex);
    moved.wait(lock, [] { return asked > 0; });
  }
  static void let_it_answer() {
    std::unique_lock lock(mutex);
    may_answer = true;
    moved.notify_all();
    moved.wait(lock, [] { return answered == asked; });
  }
};

int no_such_name(const char*, const char*, const addrinfo*, addrinfo**) { return EAI_NONAME; }

SqlResult<HostAddresses> look_up(const std::string& host, std::stop_token stop, Resolver resolver,
                                 std::chrono::milliseconds patience = std::chrono::hours(1)) {
  const StopSignal signal(std::move(stop));
  return look_up_host(host, 5432, host + ":5432", signal, SqlClock::now() + patience, resolver);
}

std::string text_of(const addrinfo* address) {
  char text[INET6_ADDRSTRLEN] = {};
  if (address->ai_family != AF_INET) return "another family";
  const auto* v4 = reinterpret_cast<const sockaddr_in*>(address->ai_addr);
  ::inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text);
  return std::string(text) + ':' + std::to_string(ntohs(v4->sin_port));
}

}  // namespace

// Names of hosts, from a system that answers late.
class TestNetwork : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    SlowResolver::may_answer = false;
    SlowResolver::asked = SlowResolver::answered = 0;
  }

  void a_stop_does_not_wait_for_the_system() {
    std::stop_source stop;
    const std::jthread stopper([&] {
      SlowResolver::wait_until_asked();
      stop.request_stop();
    });
    const auto found = look_up("db.example", stop.get_token(), &SlowResolver::resolve);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, SqlErrorKind::cancelled);
    QCOMPARE(SlowResolver::answered, 0);
    SlowResolver::let_it_answer();  // to nobody
  }

  void patience_ends_before_the_system_answers() {
    const auto found =
        look_up("db.example", {}, &SlowResolver::resolve, std::chrono::milliseconds(50));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, SqlErrorKind::timed_out);
    QCOMPARE(found.error().where, std::string("db.example:5432"));
    QCOMPARE(SlowResolver::answered, 0);
    SlowResolver::wait_until_asked();
    SlowResolver::let_it_answer();
  }

  void an_answer_is_given_on() {
    const std::jthread system([] {
      SlowResolver::wait_until_asked();
      SlowResolver::let_it_answer();
    });
    const auto found = look_up("db.example", {}, &SlowResolver::resolve);
    QVERIFY(found);
    QCOMPARE(text_of(found->get()), std::string("127.0.0.1:5432"));
  }

  void an_unknown_name_is_said() {
    const auto found = look_up("db.example", {}, &no_such_name);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, SqlErrorKind::name_resolution);
    QCOMPARE(found.error().where, std::string("db.example"));
    QVERIFY(!found.error().detail.empty());
  }

  void a_number_is_no_name() {
    const auto found = look_up("127.0.0.1", {}, &no_such_name);
    QVERIFY(found);
    QCOMPARE(text_of(found->get()), std::string("127.0.0.1:5432"));
  }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "test_network.moc"
