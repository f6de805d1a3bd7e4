#include "ui/frame/condition_popup.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/frame/choice_bar.h"
#include "ui/frame/field_words.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/filter_words.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr auto kMatches = all_kinds<Match>();

QStringList all_match_words() {
  QStringList words;
  for (const Match match : kMatches) words += match_words(match);
  return words;
}

}  // namespace

ConditionPopup::ConditionPopup(QWidget* parent)
    : Popup(parent),
      title_(plain_label()),
      matches_(new ChoiceBar(tr("How it is compared"), all_match_words())),
      picker_(new NamePicker({})),
      note_(plain_label()),
      remove_(new QPushButton(tr("Remove"))),
      apply_(new QPushButton(tr("Apply"))) {
  QFont strong = title_->font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  note_->setForegroundRole(QPalette::PlaceholderText);
  note_->setWordWrap(true);
  for (QPushButton* button : {remove_, apply_}) {
    button->setAutoDefault(false);
    picker_->add_to_foot(button);
  }
  apply_->setDefault(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  column->addWidget(title_);
  column->addWidget(matches_);
  column->addWidget(note_);
  column->addWidget(picker_);
  connect(matches_, &ChoiceBar::chosen, this, [this] {
    part_.match = kMatches[static_cast<std::size_t>(matches_->choice())];
    show_match();
    adjustSize();
    picker_->focus_field();
  });
  connect(picker_, &NamePicker::text_changed, this, &ConditionPopup::check);
  connect(picker_, &NamePicker::accepted, this, &ConditionPopup::accept);
  connect(apply_, &QPushButton::clicked, picker_, &NamePicker::take_field);
  connect(remove_, &QPushButton::clicked, this, [this] {
    emit part_chosen({part_.field, match_before_, {}});
    close();
  });
}

void ConditionPopup::set_part(const FilterPart& part, bool edits, const Filter& filter,
                              Names names) {
  part_ = part;
  match_before_ = part.match;
  filter_ = filter;
  names_ = std::move(names);
  const QString title = FilterBar::tr(field_words(part.field).name);
  title_->setText(title);
  setAccessibleName(title);
  remove_->setVisible(edits);
  matches_->set_choice(static_cast<int>(part.match));
  picker_->set_text({});
  if (!picks() && !part.values.empty()) picker_->set_text(to_text(part.values.front()));
  show_match();
}

void ConditionPopup::showEvent(QShowEvent* event) {
  Popup::showEvent(event);
  picker_->focus_field();
}

bool ConditionPopup::picks() const {
  return has_list(part_.field) && (part_.match == Match::is || part_.match == Match::is_not);
}

void ConditionPopup::show_match() {
  const bool picking = picks();
  const bool whole = part_.match == Match::is || part_.match == Match::is_not;
  picker_->set_hint(picking                          ? tr("Find or type a name")
                    : whole                          ? tr("Value")
                    : part_.match == Match::contains ? tr("Any part")
                    : part_.match == Match::begins   ? tr("How it begins")
                                                     : tr("Pattern such as */shop/*"));
  const char* const of_field = field_words(part_.field).note;
  note_->setText(of_field  ? tr(of_field)
                 : picking ? QString()
                 : part_.match == Match::like
                     ? tr("* stands for anything. Upper and lower case differ.")
                     : tr("Upper and lower case differ."));
  note_->setVisible(!note_->text().isEmpty());
  picker_->set_names(
      picking ? NamePicker::Mode::several : NamePicker::Mode::none,
      names_ ? names_(part_.match) : NameSearch(),
      picking ? part_of(filter_, part_.field, part_.match).values : std::vector<std::string>(),
      true);
  check();
}

// A part of nothing is in everything; only some values may be empty as a whole.
void ConditionPopup::check() {
  const bool whole = part_.match == Match::is || part_.match == Match::is_not;
  apply_->setEnabled(whole || !picker_->text().empty());
}

void ConditionPopup::accept() {
  if (!apply_->isEnabled()) return;
  FilterPart chosen{part_.field, part_.match, picker_->picked()};
  if (!picks()) {
    Condition condition{part_.field, part_.match, picker_->text()};
    (void)make_canonical(condition);  // of a text anything can be asked
    chosen.values = {condition.value};
  }
  emit part_chosen(chosen);
  close();
}

}  // namespace footfall
