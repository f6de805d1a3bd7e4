#pragma once

#include <map>
#include <string>

#include "ui/connect/passwords.h"

namespace footfall::test {

/// A keychain in memory that answers at once.
class FakeKeychain final : public Keychain {
 public:
  struct Drawer {
    bool there = true;
    bool locked = false;  ///< takes nothing new
    std::map<std::string, std::string> passwords;
  };
  explicit FakeKeychain(Drawer& drawer) : drawer_(drawer) {}

  void read(const std::string& account, Answer answer) override {
    if (!drawer_.there) return answer(Outcome::unavailable, {});
    const auto found = drawer_.passwords.find(account);
    if (found == drawer_.passwords.end()) return answer(Outcome::absent, {});
    answer(Outcome::done, found->second);
  }
  void write(const std::string& account, const std::string& password, Answer answer) override {
    const bool takes = drawer_.there && !drawer_.locked;
    if (takes) drawer_.passwords[account] = password;
    answer(takes ? Outcome::done : Outcome::unavailable, {});
  }
  void erase(const std::string& account) override { drawer_.passwords.erase(account); }

 private:
  Drawer& drawer_;
};

}  // namespace footfall::test
