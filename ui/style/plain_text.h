#pragma once

#include <QString>
#include <string_view>

class QLabel;
class QWidget;

// Text that comes from files, databases and the system is shown as what it is: never as rich text,
// and nothing in it hides, breaks the line or turns the direction of what stands beside it. This is
// for the screen alone: what is copied or written keeps its bytes.
namespace footfall {

/// On one line: control characters become symbols (␛, ␊, ␀), other characters that cannot be seen
/// their code ([U+202E]). To be called on the foreign part before it is put into a sentence.
[[nodiscard]] QString visible_text(const QString& text);
/// Of UTF-8.
[[nodiscard]] QString visible_text(std::string_view bytes);
/// The same, but line feeds stay.
[[nodiscard]] QString visible_lines(const QString& text);

/// A tooltip that Qt does not take for rich text, whatever it holds. Looks as `text` does.
[[nodiscard]] QString plain_tooltip(const QString& text);

/// A label that shows markup as the characters it is made of.
[[nodiscard]] QLabel* plain_label(const QString& text = {}, QWidget* parent = nullptr);

}  // namespace footfall
