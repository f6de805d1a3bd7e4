#include "ui/connect/pasted_url.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <charconv>

#include "ui/words.h"

namespace footfall {
namespace {

// A percent sign that begins no code stands for itself.
std::string decoded(const QString& part) {
  const std::string text = to_bytes(part);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned code = 0;
    const char* const begin = text.data() + at + 1;
    if (text[at] == '%' && text.size() - at > 2 &&
        std::from_chars(begin, begin + 2, code, 16).ptr == begin + 2 && code > 0) {
      out += static_cast<char>(code);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

constexpr std::array kTaken = {"table",         "query",          "where",
                               "sslmode",       "sslrootcert",    "connect_timeout",
                               "query_timeout", "silence_timeout"};

// What stands before "://", in the words of parse_database_url(), and the encryption it means.
QString known_scheme(const QString& scheme, QString& encryption) {
  const QString plain = scheme.section('+', 0, 0).toLower();
  if (plain == "http" || plain == "https") {
    encryption = plain == "https" ? "verify-full" : "disable";
    return "clickhouse";
  }
  return plain;
}

Error unclear(const QString& part = {}) {
  return {ErrorKind::bad_option, "database URL", to_bytes(part), {}};
}

}  // namespace

bool looks_like_url(const QString& text) { return text.contains("://"); }

QString without_password(const QString& text) {
  QString shown = text;
  const qsizetype scheme = shown.indexOf("://"), at = shown.lastIndexOf('@');
  if (scheme >= 0 && at > scheme) shown.remove(scheme + 3, at - scheme - 2);
  static const QRegularExpression value("(password\\s*=\\s*)('[^']*'?|[^\\s&]+)",
                                        QRegularExpression::CaseInsensitiveOption);
  return shown.replace(value, "\\1");
}

Result<PastedUrl> parse_pasted_url(const QString& text) {
  PastedUrl pasted;
  QString all = text.trimmed();
  if (all.size() > 1 && all.front() == all.back() && (all.front() == '"' || all.front() == '\''))
    all = all.mid(1, all.size() - 2).trimmed();
  if (all.startsWith("jdbc:", Qt::CaseInsensitive)) all = all.mid(5);
  const qsizetype scheme_end = all.indexOf("://");
  QString encryption;
  const QString scheme = known_scheme(all.left(scheme_end), encryption);
  QString rest = all.mid(scheme_end + 3);
  if (all.left(scheme_end).contains(QRegularExpression("[^A-Za-z0-9+.-]"))) return unclear();

  qsizetype end = 0;
  while (end < rest.size() && !QStringLiteral("/?#").contains(rest[end])) ++end;
  QString place = rest.left(end);
  rest = rest.mid(end);
  const qsizetype question = rest.indexOf('?');
  QString database = rest.left(question).mid(1);
  const QString list = question < 0 ? QString() : rest.mid(question + 1);
  // Marks of a password that ought to be codes may have cut it.
  if (database.contains('@') || rest.contains('#')) return unclear();
  QString user;
  const qsizetype at = place.lastIndexOf('@');
  if (at >= 0) {
    user = place.left(at);
    place = place.mid(at + 1);
    if (const qsizetype colon = user.indexOf(':'); colon >= 0) {
      pasted.password = decoded(user.mid(colon + 1));
      user = user.left(colon);
    }
  } else if (list.contains('@') && place.contains(':')) {
    return unclear();
  }
  if (place.contains(',')) return unclear(place);  // several servers
  QStringList parameters;
  for (const QString& parameter : list.split('&', Qt::SkipEmptyParts)) {
    const QString name = parameter.section('=', 0, 0), value = parameter.section('=', 1);
    if (name == "password")
      pasted.password = decoded(value);
    else if (name == "user")
      user = value;
    else if (name == "database" || name == "dbname")
      database = value;
    else if (std::find(kTaken.begin(), kTaken.end(), name) != kTaken.end())
      parameters << (parameter == "sslmode=allow" ? QStringLiteral("sslmode=prefer") : parameter);
    else if (parameter.contains('@') || !parameter.contains('='))
      return unclear();
    else
      pasted.left_out << to_text(decoded(name));
    if (name == "sslmode") encryption.clear();
  }
  if (!encryption.isEmpty()) parameters << "sslmode=" + encryption;

  const QString someone = user.isEmpty() ? QStringLiteral("x") : user;
  auto read = parse_database_url(to_bytes(scheme + "://" + someone + '@' + place + '/' + database +
                                          '?' + parameters.join('&')),
                                 true);
  if (!read) {
    // A URL without its end: what looks like a port may be the password.
    const bool safe = at >= 0 || !place.contains(to_text(read.error().found));
    return safe ? read.error() : unclear();
  }
  pasted.url = std::move(*read);
  if (user.isEmpty()) pasted.url.settings.user.clear();
  if (database.isEmpty()) pasted.url.settings.database.clear();
  return pasted;
}

}  // namespace footfall
