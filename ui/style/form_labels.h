#pragma once

class QFormLayout;
class QLabel;
class QString;

namespace footfall {

/// A plain label in semi-bold, which heads a part of a form.
[[nodiscard]] QLabel* section_title(const QString& text);

/// Gives the labels of a form the height of their fields, so that both stand on one line. To be
/// called when all rows are there.
void align_form_labels(QFormLayout& form);

}  // namespace footfall
