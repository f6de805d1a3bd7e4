#include "model/input/open_input.h"

#include "model/input/decoders.h"
#include "model/input/input_members.h"

namespace footfall {

Result<ByteSourcePtr> decode_text(ByteSourcePtr bytes, const std::string& path,
                                  const std::string& encoding, std::string* converted) {
  if (is_utf8_name(encoding)) return bytes;
  std::string name = encoding;
  if (name.empty()) {
    auto text = std::make_unique<PeekedSource>(std::move(bytes));
    const Result<std::string_view> front = text->peek(kUtf16Bytes);
    if (!front) return front.error();
    name = encoding_of_mark(*front);
    if (name.empty()) name = encoding_of_zeros(*front);
    bytes = std::move(text);
    if (name.empty()) return bytes;
  }
  if (converted != nullptr) *converted = name;
  return convert_to_utf8(std::move(bytes), path, name);
}

Result<ByteSourcePtr> decode_input(ByteSourcePtr file, const std::string& path,
                                   const std::string& encoding, std::string* decoding) {
  Result<InputMembers> members = InputMembers::open(std::move(file), path);
  if (!members) return members.error();
  Result<std::optional<InputMember>> member = members->next();
  if (!member) return member.error();
  if (!*member) return Error{ErrorKind::nothing_feeds, path, {}, {}};
  if ((*member)->fault) return *(*member)->fault;
  std::string converted;
  Result<ByteSourcePtr> text = decode_text(std::move((*member)->bytes), path, encoding, &converted);
  if (text && decoding != nullptr) {
    *decoding = (*member)->decoding;
    if (!converted.empty()) *decoding += (decoding->empty() ? "" : ", ") + converted;
  }
  return text;
}

}  // namespace footfall
