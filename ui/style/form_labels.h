#pragma once

class QFormLayout;

namespace footfall {

/// Gives the labels of a form the height of their fields, so that both stand on one line. To be
/// called when all rows are there.
void align_form_labels(QFormLayout& form);

}  // namespace footfall
