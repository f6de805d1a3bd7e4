#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/error.h"

struct XML_ParserStruct;

namespace footfall {

/// Names and values of an element's attributes, as the parser hands them over.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// By its name without prefix; empty where it is absent.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

 private:
  const char** pairs_;
};

/// What is told of a document while it is read. Names come without the prefix of their namespace.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  virtual void begin(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  virtual void text(std::string_view text) = 0;
};

/// Reads XML piece by piece and can pause between two elements. Documents with a DTD are refused:
/// none of those that are read here has one, and one can blow a text up.
class XmlReader {
 public:
  explicit XmlReader(XmlHandler& handler);

  /// The next piece, not while paused; `last`: the document ends with it. An error is what is
  /// wrong, in words.
  [[nodiscard]] std::optional<std::string> feed(std::string_view piece, bool last);
  /// To be called by the handler: feed() returns soon, with a rest for resume().
  void pause();
  [[nodiscard]] bool paused() const { return paused_; }
  [[nodiscard]] std::optional<std::string> resume();

 private:
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };
  [[nodiscard]] std::optional<std::string> outcome(int status);

  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  bool paused_ = false;
};

}  // namespace footfall
