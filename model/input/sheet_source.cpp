#include "model/input/sheet_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <vector>

#include "model/input/xml_reader.h"

namespace footfall {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{16} << 10;
constexpr std::size_t kEnoughBytes = std::size_t{256} << 10;  // written before the parser pauses
constexpr std::size_t kMostColumns = 16384;
constexpr std::uint64_t kMostRows = 1'048'576;

// "BC12" is in column 54; from 0. kMostColumns where it is none.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMostColumns) return kMostColumns;
  }
  return column == 0 ? kMostColumns : column - 1;
}

enum class CellType : std::uint8_t { number, shared, plain, truth };

CellType type_of(std::string_view word) {
  if (word == "s") return CellType::shared;
  if (word == "b") return CellType::truth;
  return word.empty() || word == "n" ? CellType::number : CellType::plain;
}

class SheetSource final : public ByteSource, private XmlHandler {
 public:
  SheetSource(ByteSourcePtr xml, std::shared_ptr<const Workbook> workbook, std::string name)
      : xml_(std::move(xml)), workbook_(std::move(workbook)), name_(std::move(name)) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    while (used_ == out_.size() && !ended_) {
      out_.clear();
      used_ = 0;
      if (Status more = parse_on(); !more) return more.error();
    }
    const std::size_t size = std::min(capacity, out_.size() - used_);
    std::memcpy(buffer, out_.data() + used_, size);
    used_ += size;
    return size;
  }
  Status check_unchanged() const override { return xml_->check_unchanged(); }
  std::uint64_t position() const override { return xml_->position(); }
  std::optional<std::uint64_t> length() const override { return xml_->length(); }

 private:
  Status parse_on() {
    std::optional<std::string> fault;
    if (reader_.paused()) {
      fault = reader_.resume();
    } else {
      const Result<std::size_t> got = xml_->read(piece_.data(), piece_.size());
      if (!got) return got.error();
      last_ = *got == 0;
      fault = reader_.feed(std::string_view(piece_).substr(0, *got), last_);
    }
    if (!fault && !wrong_.empty()) fault = wrong_;
    if (fault)
      return Error{
          ErrorKind::damaged_compression, name_, fmt::format("row {}: {}", row_ + 1, *fault), {}};
    ended_ = last_ && !reader_.paused();
    return Done{};
  }

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "row") {
      begin_row(attributes["r"]);
    } else if (element == "c") {
      const std::size_t column = column_of(attributes["r"]);
      column_ = column < kMostColumns ? column : next_column_;
      next_column_ = column_ + 1;
      type_ = type_of(attributes["t"]);
      std::size_t style = 0;
      const std::string_view number = attributes["s"];
      std::from_chars(number.data(), number.data() + number.size(), style);
      form_ = workbook_->form(style);
      value_.clear();
      inline_.clear();
    } else if (element == "v") {
      taken_ = &value_;
    } else if (element == "rPh") {
      ++phonetic_;
    } else if (element == "t" && phonetic_ == 0) {
      raw_.clear();
      taken_ = &raw_;
    }
  }

  void end(std::string_view element) override {
    if (element == "v") {
      taken_ = nullptr;
    } else if (element == "t" && taken_ == &raw_) {
      append_unescaped(inline_, raw_);
      taken_ = nullptr;
    } else if (element == "rPh" && phonetic_ > 0) {
      --phonetic_;
    } else if (element == "c") {
      end_cell();
    } else if (element == "row") {
      end_row();
    }
  }

  void text(std::string_view text) override {
    if (taken_ != nullptr) *taken_ += text;
  }

  void begin_row(std::string_view number) {
    std::uint64_t row = 0;
    std::from_chars(number.data(), number.data() + number.size(), row);
    if (row > kMostRows) wrong_ = "a sheet has no row of that number";
    // Rows without cells need not be there.
    if (row > row_ + 1 && row <= kMostRows) {
      out_.append(row - row_ - 1, '\n');
      row_ = row - 1;
    }
    next_column_ = 0;
    written_columns_ = 0;
  }

  void end_cell() {
    std::string_view text = value_;
    std::string made;
    switch (type_) {
      case CellType::shared: {
        std::size_t index = 0;
        const auto [end, fault] =
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
        if (value_.empty()) break;
        if (fault != std::errc() || end != value_.data() + value_.size() ||
            !workbook_->text(index, text))
          wrong_ = "a cell has a text that the workbook lacks";
        break;
      }
      case CellType::truth:
        if (value_ == "1") text = "TRUE";
        if (value_ == "0") text = "FALSE";
        break;
      case CellType::plain:
        // An inline text stands in <is>, the text of a formula in <v>.
        if (!inline_.empty()) {
          text = inline_;
        } else {
          append_unescaped(made, value_);
          text = made;
        }
        break;
      case CellType::number:
        append_cell_number(made, value_, form_, workbook_->from_1904());
        text = made;
        break;
    }
    if (text.empty() || !wrong_.empty()) return;
    if (column_ >= kMostColumns || column_ < written_columns_) {
      wrong_ = "the cells are not in the order of columns";
      return;
    }
    // Commas in front of it, for the columns up to its own.
    if (written_columns_ == 0)
      out_.append(column_, ',');
    else
      out_.append(column_ + 1 - written_columns_, ',');
    written_columns_ = column_ + 1;
    append_field(text);
  }

  void append_field(std::string_view text) {
    // A first field that looks like a comment is none.
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos ||
                        (column_ == 0 && text.front() == '#') || text.front() == ' ' ||
                        text.back() == ' ';
    if (!quoted) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  void end_row() {
    out_ += '\n';
    ++row_;
    if (out_.size() > kEnoughBytes) reader_.pause();
  }

  ByteSourcePtr xml_;
  std::shared_ptr<const Workbook> workbook_;
  std::string name_;
  XmlReader reader_{*this};
  std::string piece_ = std::string(kPieceBytes, '\0');
  std::string out_;  // CSV not handed out yet, from used_ on
  std::size_t used_ = 0;
  bool last_ = false;
  bool ended_ = false;
  std::string wrong_;

  std::uint64_t row_ = 0;  // rows written
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::size_t written_columns_ = 0;
  CellType type_ = CellType::number;
  CellForm form_ = CellForm::number;
  std::string value_;
  std::string raw_;
  std::string inline_;
  std::string* taken_ = nullptr;
  int phonetic_ = 0;
};

}  // namespace

ByteSourcePtr sheet_as_csv(ByteSourcePtr xml, std::shared_ptr<const Workbook> workbook,
                           std::string name) {
  return std::make_unique<SheetSource>(std::move(xml), std::move(workbook), std::move(name));
}

}  // namespace footfall
