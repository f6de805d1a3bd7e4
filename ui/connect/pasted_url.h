#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "model/sql/connection_settings.h"

// The URL of a database as it is copied from elsewhere, to fill the fields of a form. Wider than
// what the command line takes: with a password, with parameters that mean nothing here, as of
// other programs (postgresql+psycopg2://, jdbc:postgresql://), and ClickHouse by http:// or
// https://.
namespace footfall {

struct PastedUrl {
  DatabaseUrl url;  ///< user and database are empty where it names none; no table may be named
  std::optional<std::string> password;
  QStringList left_out;  ///< names of parameters
};

/// Whether a text is meant as one.
[[nodiscard]] bool looks_like_url(const QString& text);

/// The text without what may be a password: what stands before the last @ of a URL, and the value
/// of password=. The same text where it has none.
[[nodiscard]] QString without_password(const QString& text);

/// Error: what cannot be read, which is nothing where it may be a part of a password.
[[nodiscard]] Result<PastedUrl> parse_pasted_url(const QString& text);

}  // namespace footfall
