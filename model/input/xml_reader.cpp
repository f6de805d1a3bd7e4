#include "model/input/xml_reader.h"

#include <expat.h>

#include <new>

namespace footfall {
namespace {

std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

XmlHandler& handler_of(void* self) {
  return *static_cast<XmlHandler*>(XML_GetUserData(static_cast<XML_Parser>(self)));
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == name) return pair[1];
  return {};
}

void XmlReader::Free::operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }

XmlReader::XmlReader(XmlHandler& handler) : handler_(handler), parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), &handler_);
  XML_UseParserAsHandlerArg(parser_.get());
  XML_SetElementHandler(
      parser_.get(),
      [](void* self, const char* name, const char** attributes) {
        handler_of(self).begin(local_name(name), XmlAttributes(attributes));
      },
      [](void* self, const char* name) { handler_of(self).end(local_name(name)); });
  XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
    handler_of(self).text({text, static_cast<std::size_t>(size)});
  });
  XML_SetStartDoctypeDeclHandler(parser_.get(),
                                 [](void* self, const char*, const char*, const char*, int) {
                                   XML_StopParser(static_cast<XML_Parser>(self), XML_FALSE);
                                 });
}

std::optional<std::string> XmlReader::feed(std::string_view piece, bool last) {
  return outcome(
      XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0));
}

void XmlReader::pause() {
  if (paused_) return;
  paused_ = XML_StopParser(parser_.get(), XML_TRUE) == XML_STATUS_OK;
}

std::optional<std::string> XmlReader::resume() {
  paused_ = false;
  return outcome(XML_ResumeParser(parser_.get()));
}

std::optional<std::string> XmlReader::outcome(int status) {
  if (status != XML_STATUS_ERROR) return std::nullopt;
  const XML_Error code = XML_GetErrorCode(parser_.get());
  if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  if (code == XML_ERROR_ABORTED) return "it has a document type, as no workbook has";
  return std::string(XML_ErrorString(code));
}

}  // namespace footfall
