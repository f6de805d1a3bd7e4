#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/sql/table_load.h"
#include "tests/support/server_rig.h"

namespace footfall_test {

/// Private servers to load files into, and what tests ask of a load.
class LoadRig : public ServerRig {
 public:
  struct Loaded {
    footfall::Result<footfall::LoadedFile, footfall::LoadError> result;
    std::vector<footfall::Reject> rejects;
  };
  /// What left_behind() says where nothing is.
  static constexpr const char* kNothing = "0\n0\n";

  /// CSV of some MB with the columns n and name, in which the last row has `last` as its number.
  [[nodiscard]] std::string large_file(const std::string& last) const;
  /// Tables beside targets, and open transactions.
  [[nodiscard]] std::string left_behind() const;
  /// Disturbs the load of a large file in its middle; the kind of the error it ends with.
  [[nodiscard]] std::optional<footfall::SqlErrorKind> load_and_disturb(
      footfall::SqlConnection& connection, const std::stop_source& stop,
      const std::function<void()>& disturb) const;

  static Loaded load(footfall::SqlConnection& connection, const std::string& path,
                     const std::string& table, bool create, std::vector<std::string> columns = {},
                     footfall::InputOptions input = {});
  static std::string count_of(footfall::SqlConnection& connection, const std::string& table);
  static footfall::InputOptions as_csv();
};

/// For messages.
[[nodiscard]] std::string text_of(const footfall::LoadError& error);
[[nodiscard]] bool is_kind(const footfall::LoadError& error, footfall::SqlErrorKind kind);
[[nodiscard]] bool is_kind(const footfall::LoadError& error, footfall::ErrorKind kind);

}  // namespace footfall_test
