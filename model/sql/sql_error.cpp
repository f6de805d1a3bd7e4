#include "model/sql/sql_error.h"

namespace footfall {

std::string without_secret(std::string text, const std::string& secret) {
  constexpr const char* kMask = "***";
  for (std::size_t at = 0; !secret.empty() && (at = text.find(secret, at)) != std::string::npos;
       at += 3)
    text.replace(at, secret.size(), kMask);
  for (char& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace footfall
