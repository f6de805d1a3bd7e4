#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/sql/table_import.h"
#include "tests/support/server_rig.h"

namespace footfall_test {

/// Private servers to import files into, and what tests ask of an import.
class ImportRig : public ServerRig {
 public:
  struct Imported {
    footfall::Result<footfall::ImportedFile, footfall::ImportError> result;
    std::vector<footfall::Reject> rejects;
  };
  /// What left_behind() says where nothing is.
  static constexpr const char* kNothing = "0\n0\n";

  /// CSV of some MB with the columns n and name, in which the last row has `last` as its number.
  [[nodiscard]] std::string large_file(const std::string& last) const;
  /// Tables beside targets, and open transactions.
  [[nodiscard]] std::string left_behind() const;
  /// Disturbs the import of a large file in its middle; the kind of the error it ends with.
  [[nodiscard]] std::optional<footfall::SqlErrorKind> import_and_disturb(
      footfall::SqlConnection& connection, const std::stop_source& stop,
      const std::function<void()>& disturb) const;

  static Imported imported(footfall::SqlConnection& connection, const std::string& path,
                           const std::string& table, bool create,
                           std::vector<std::string> columns = {}, footfall::InputOptions input = {},
                           const footfall::TimeZone& source_zone = {});
  static std::string count_of(footfall::SqlConnection& connection, const std::string& table);
  static footfall::InputOptions as_csv();
};

/// For messages.
[[nodiscard]] std::string text_of(const footfall::ImportError& error);
[[nodiscard]] bool is_kind(const footfall::ImportError& error, footfall::SqlErrorKind kind);
[[nodiscard]] bool is_kind(const footfall::ImportError& error, footfall::ErrorKind kind);

}  // namespace footfall_test
