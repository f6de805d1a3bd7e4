#include "model/input/workbook.h"

#include <charconv>
#include <functional>
#include <optional>

#include "model/core/letter_case.h"
#include "model/input/xml_reader.h"

namespace footfall {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{16} << 10;
constexpr std::uint64_t kMostTextBytes = std::uint64_t{1} << 30;

unsigned number_in(std::string_view text, unsigned otherwise = 0) {
  unsigned number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

// "../a/b" or "b", as seen from the folder of a part, or "/a/b".
std::string resolved(std::string_view base, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(
      base.substr(0, base.rfind('/') == std::string_view::npos ? 0 : base.rfind('/')));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.rfind('/');
    folder.resize(slash == std::string::npos ? 0 : slash);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return folder.empty() ? std::string(target) : folder + '/' + std::string(target);
}

// Relationships of a part: ids to targets, and the last word of their types to targets.
class Relations final : public XmlHandler {
 public:
  explicit Relations(std::string base) : base_(std::move(base)) {}
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship" || attributes["TargetMode"] == "External") return;
    std::string target = resolved(base_, attributes["Target"]);
    const std::string_view type = attributes["Type"];
    by_type.emplace(type.substr(type.rfind('/') + 1), target);
    by_id.emplace(attributes["Id"], std::move(target));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string, std::less<>> by_id;
  std::map<std::string, std::string, std::less<>> by_type;

 private:
  std::string base_;
};

class Book final : public XmlHandler {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr") {
      const std::string_view from = attributes["date1904"];
      from_1904 = from == "1" || from == "true";
    } else if (element == "sheet") {
      const std::string_view state = attributes["state"];
      sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                        state == "hidden" || state == "veryHidden"});
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<WorkbookSheet> sheets;  // `part` is the id of a relation
  bool from_1904 = false;
};

class Styles final : public XmlHandler {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "numFmt") {
      codes_[number_in(attributes["numFmtId"])] = form_of_code(attributes["formatCode"]);
    } else if (element == "cellXfs") {
      within_ = true;
    } else if (element == "xf" && within_) {
      const unsigned id = number_in(attributes["numFmtId"]);
      const auto own = codes_.find(id);
      forms.push_back(own != codes_.end() ? own->second : form_of_builtin(id));
    }
  }
  void end(std::string_view element) override {
    if (element == "cellXfs") within_ = false;
  }
  void text(std::string_view) override {}

  std::vector<CellForm> forms;

 private:
  std::map<unsigned, CellForm> codes_;
  bool within_ = false;
};

// Phonetic guides are no part of a text.
class Texts final : public XmlHandler {
 public:
  Texts(std::string& texts, std::vector<std::uint64_t>& ends) : texts_(texts), ends_(ends) {}
  void begin(std::string_view element, const XmlAttributes&) override {
    if (element == "rPh") ++phonetic_;
    if (element == "t" && phonetic_ == 0) {
      within_ = true;
      raw_.clear();
    }
  }
  void end(std::string_view element) override {
    if (element == "rPh" && phonetic_ > 0) --phonetic_;
    if (element == "t" && within_) {
      within_ = false;
      append_unescaped(texts_, raw_);
    }
    if (element == "si") ends_.push_back(texts_.size());
  }
  void text(std::string_view text) override {
    if (within_) raw_ += text;
  }

 private:
  std::string& texts_;
  std::vector<std::uint64_t>& ends_;
  std::string raw_;
  int phonetic_ = 0;
  bool within_ = false;
};

Error broken(const std::string& path, std::string why) {
  return {ErrorKind::damaged_compression, path, std::move(why), {}};
}

}  // namespace

/// Goes through an archive and reads the parts that are asked for, in the archive's order.
class WorkbookParts {
 public:
  explicit WorkbookParts(const std::string& path) : path_(path) {}

  using Handlers = std::map<std::string, XmlHandler*>;  // by member in lower case
  /// Takes those out of `wanted` that were found.
  Status read(Handlers& wanted, const std::function<bool()>& too_large = {}) const {
    Result<ArchiveReader::Ptr> archive = ArchiveReader::open_zip(path_);
    if (!archive) return archive.error();
    while (!wanted.empty()) {
      const Result<bool> more = (*archive)->next();
      if (!more) return more.error();
      if (!*more) break;
      const auto part = wanted.find(lower_case((*archive)->name()));
      if (part == wanted.end()) continue;
      if (Status done = read_part(**archive, *part->second, too_large); !done) return done;
      wanted.erase(part);
    }
    return Done{};
  }

  Result<std::shared_ptr<const Workbook>> workbook() const {
    Relations package("");
    Handlers wanted = {{"_rels/.rels", &package}};
    if (Status done = read(wanted); !done) return done.error();
    const auto found = package.by_type.find("officeDocument");
    const std::string book_part =
        found != package.by_type.end() ? found->second : std::string("xl/workbook.xml");
    const std::size_t slash = book_part.rfind('/') + 1;
    const std::string relations_part =
        book_part.substr(0, slash) + "_rels/" + book_part.substr(slash) + ".rels";
    Book book;
    Relations relations(book_part);
    wanted = {{lower_case(book_part), &book}, {lower_case(relations_part), &relations}};
    if (Status done = read(wanted); !done) return done.error();
    if (!wanted.empty())
      return broken(path_, "the workbook lacks its part " + wanted.begin()->first);

    auto workbook = std::make_shared<Workbook>();
    workbook->from_1904_ = book.from_1904;
    for (WorkbookSheet& sheet : book.sheets) {
      const auto part = relations.by_id.find(sheet.part);
      if (part == relations.by_id.end())
        return broken(path_, "the workbook does not say where its sheet " + sheet.name + " is");
      sheet.part = part->second;
      workbook->by_part_.emplace(lower_case(sheet.part), workbook->sheets_.size());
      workbook->sheets_.push_back(std::move(sheet));
    }
    Styles styles;
    Texts texts(workbook->texts_, workbook->text_ends_);
    wanted.clear();
    const auto want = [&](const char* type, XmlHandler& handler) {
      const auto part = relations.by_type.find(type);
      if (part != relations.by_type.end()) wanted.emplace(lower_case(part->second), &handler);
    };
    want("styles", styles);
    want("sharedStrings", texts);
    const auto too_large = [&] { return workbook->texts_.size() > kMostTextBytes; };
    if (Status done = read(wanted, too_large); !done) return done.error();
    if (!wanted.empty())
      return broken(path_, "the workbook lacks its part " + wanted.begin()->first);
    workbook->forms_ = std::move(styles.forms);
    return std::shared_ptr<const Workbook>(std::move(workbook));
  }

 private:
  Status read_part(ArchiveReader& archive, XmlHandler& handler,
                   const std::function<bool()>& too_large) const {
    XmlReader xml(handler);
    std::string piece(kPieceBytes, '\0');
    for (;;) {
      const Result<std::size_t> got = archive.read(piece.data(), piece.size());
      if (!got) return got.error();
      if (const auto fault = xml.feed(std::string_view(piece).substr(0, *got), *got == 0))
        return broken(path_ + "/" + archive.name(), *fault);
      if (too_large && too_large())
        return Error{ErrorKind::unreadable_kind, path_, "a workbook with more than 1 GiB of texts",
                     "save its sheets as CSV"};
      if (*got == 0) return Done{};
    }
  }

  const std::string& path_;
};

Result<std::shared_ptr<const Workbook>> Workbook::open(const std::string& path) {
  return WorkbookParts(path).workbook();
}

const WorkbookSheet* Workbook::sheet_in(std::string_view member) const {
  const auto found = by_part_.find(lower_case(member));
  return found != by_part_.end() ? &sheets_[found->second] : nullptr;
}

bool Workbook::text(std::size_t index, std::string_view& text) const {
  if (index >= text_ends_.size()) return false;
  const std::uint64_t begin = index == 0 ? 0 : text_ends_[index - 1];
  text = std::string_view(texts_).substr(begin, text_ends_[index] - begin);
  return true;
}

void append_unescaped(std::string& out, std::string_view text) {
  constexpr std::size_t kEscape = 7;  // _x000D_
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find("_x", at);
    out += text.substr(at, found - at);
    if (found == std::string_view::npos) return;
    at = found;
    unsigned code = 0;
    const std::string_view escape = text.substr(at, kEscape);
    const bool whole =
        escape.size() == kEscape && escape.back() == '_' &&
        std::from_chars(escape.data() + 2, escape.data() + 6, code, 16).ptr == escape.data() + 6;
    if (!whole || code >= 0x80) {
      out += '_';
      ++at;
    } else {
      out += static_cast<char>(code);
      at += kEscape;
    }
  }
}

}  // namespace footfall
