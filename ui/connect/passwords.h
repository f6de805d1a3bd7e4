#pragma once

#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace footfall {

/// The desktop's store of secrets. Answers come later, on the caller's thread, and not at all once
/// the keychain is gone.
class Keychain {
 public:
  enum class Outcome { done, absent, unavailable };
  using Answer = std::function<void(Outcome outcome, const std::string& password)>;

  virtual ~Keychain() = default;
  virtual void read(const std::string& account, Answer answer) = 0;
  virtual void write(const std::string& account, const std::string& password, Answer answer) = 0;
  virtual void erase(const std::string& account) = 0;
};

/// The Secret Service or KWallet, through QtKeychain; never a file of ours.
[[nodiscard]] std::unique_ptr<Keychain> system_keychain();

/// Passwords of accounts (account_of()): those of this session in memory, others in the keychain.
class Passwords {
 public:
  explicit Passwords(std::unique_ptr<Keychain> keychain) : keychain_(std::move(keychain)) {}

  struct Known {
    std::string password;  ///< empty where none is known
    bool lasting = false;  ///< the keychain has it
  };
  /// At once where the session knows it.
  void find(const std::string& account, std::function<void(const Known&)> found);
  /// Nothing where the session does not know it.
  [[nodiscard]] std::optional<Known> of_session(const std::string& account) const;
  /// For this session, and in the keychain where `lasting`; else what the keychain has is erased.
  /// Calls refused() where the keychain does not take it.
  void keep(const std::string& account, const std::string& password, bool lasting,
            std::function<void()> refused);
  void forget(const std::string& account);
  /// Whether there is a keychain.
  void probe(std::function<void(bool)> answer);

 private:
  std::map<std::string, Known> session_;
  std::unique_ptr<Keychain> keychain_;
};

}  // namespace footfall
