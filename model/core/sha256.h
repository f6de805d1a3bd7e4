#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace footfall {

/// SHA-256 (FIPS 180-4), by libcrypto.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// Of all that was added, as 64 hexadecimal digits. The last call.
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace footfall
