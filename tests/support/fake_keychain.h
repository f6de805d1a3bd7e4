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
    if (drawer_.there) drawer_.passwords[account] = password;
    answer(drawer_.there ? Outcome::done : Outcome::unavailable, {});
  }
  void erase(const std::string& account) override { drawer_.passwords.erase(account); }

 private:
  Drawer& drawer_;
};

}  // namespace footfall::test
