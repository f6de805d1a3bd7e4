#include "ui/connect/passwords.h"

#include <qt6keychain/keychain.h>

#include <QObject>
#include <utility>

namespace footfall {
namespace {

constexpr char kService[] = "footfall";

class SystemKeychain final : public Keychain {
 public:
  void read(const std::string& account, Answer answer) override {
    auto* job = new QKeychain::ReadPasswordJob(kService);
    start(job, account, [job, answer = std::move(answer)](Outcome outcome) {
      answer(outcome, outcome == Outcome::done ? job->textData().toStdString() : std::string());
    });
  }
  void write(const std::string& account, const std::string& password, Answer answer) override {
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setTextData(QString::fromStdString(password));
    start(job, account, [answer = std::move(answer)](Outcome outcome) { answer(outcome, {}); });
  }
  void erase(const std::string& account) override {
    start(new QKeychain::DeletePasswordJob(kService), account, [](Outcome) {});
  }

 private:
  void start(QKeychain::Job* job, const std::string& account, std::function<void(Outcome)> ended) {
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(account));
    QObject::connect(job, &QKeychain::Job::finished, &listener_,
                     [ended = std::move(ended)](QKeychain::Job* finished) {
                       switch (finished->error()) {
                         case QKeychain::NoError:
                           return ended(Outcome::done);
                         case QKeychain::EntryNotFound:
                           return ended(Outcome::absent);
                         default:
                           return ended(Outcome::unavailable);
                       }
                     });
    job->start();
  }

  QObject listener_;  // gone, nobody is called
};

}  // namespace

std::unique_ptr<Keychain> system_keychain() { return std::make_unique<SystemKeychain>(); }

void Passwords::find(const std::string& account, std::function<void(const Known&)> found) {
  if (const auto known = session_.find(account); known != session_.end())
    return found(known->second);
  keychain_->read(
      account, [found = std::move(found)](Keychain::Outcome outcome, const std::string& password) {
        found({password, outcome == Keychain::Outcome::done});
      });
}

std::optional<Passwords::Known> Passwords::of_session(const std::string& account) const {
  const auto known = session_.find(account);
  return known == session_.end() ? std::nullopt : std::optional(known->second);
}

void Passwords::keep(const std::string& account, const std::string& password, bool lasting,
                     std::function<void()> refused) {
  lasting = lasting && !password.empty();
  session_[account] = {password, lasting};
  if (lasting) {
    keychain_->write(account, password,
                     [this, account, refused = std::move(refused)](Keychain::Outcome outcome,
                                                                   const std::string&) {
                       if (outcome == Keychain::Outcome::done) return;
                       if (const auto kept = session_.find(account); kept != session_.end())
                         kept->second.lasting = false;
                       refused();
                     });
  } else {
    keychain_->erase(account);
  }
}

void Passwords::forget(const std::string& account) {
  session_.erase(account);
  keychain_->erase(account);
}

void Passwords::probe(std::function<void(bool)> answer) {
  keychain_->read("probe",
                  [answer = std::move(answer)](Keychain::Outcome outcome, const std::string&) {
                    answer(outcome != Keychain::Outcome::unavailable);
                  });
}

}  // namespace footfall
