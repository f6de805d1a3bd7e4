#include "model/aggregate/page_choice.h"

#include "model/parse/log_cleaning.h"

namespace footfall {

PageChoice::PageChoice(const TextInterner& pages, const std::shared_ptr<const TextPool>& published,
                       const PageVariants& variants, const VisitFilter& keep,
                       const Cleaning& cleaning, StopCheck check)
    : variants_(variants), names_(published) {
  everything_ = keep.every_page() && cleaning.nothing();
  if (everything_) return;
  pages_.resize(pages.size());
  others_.resize(variants.size());

  // What logs call the pages; other inputs call them as they are.
  bool any_own = !variants.usual().of_a_log();
  for (std::size_t i = 0; i < variants.size() && !any_own; ++i) {
    check();
    any_own =
        !variants.class_of(PageVariants::kOther | static_cast<PageVariants::Id>(i)).of_a_log();
  }
  std::vector<TextId> log_names;
  std::vector<TextId> own_names;
  if (cleaning.pages != PageForm::whole) {
    LogCleaning rules;
    rules.pages = cleaning.pages;
    const LogCleaner cleaner(rules);
    TextInterner names;
    ScratchText texts;
    log_names.resize(pages.size());
    if (any_own) own_names.resize(pages.size());
    for (TextId page = 0; page < pages.size(); ++page) {
      check();
      const std::string_view text = pages[page];
      const std::string_view name = cleaner.page(text, texts);
      log_names[page] = names.intern(name);
      if (any_own) own_names[page] = names.intern(text);
      renames_ = renames_ || name != text;
      texts.reset();
    }
    const std::vector<TextId> sorted = names.sort_ids(check);
    for (TextId& name : log_names) name = sorted[name];
    for (TextId& name : own_names) name = sorted[name];
    names_ = std::make_shared<const TextPool>(names.pool());
  }
  const auto name_of = [&](TextId page, bool of_log) {
    return log_names.empty() ? page : of_log ? log_names[page] : own_names[page];
  };

  std::vector<bool> static_pages(pages.size());
  if (cleaning.leave_out.contains(LogPart::static_files))
    for (TextId page = 0; page < pages.size(); ++page) {
      check();
      static_pages[page] = is_static_file(pages[page]);
    }
  const auto chosen = [&](TextId page, RowClass row_class) {
    check();
    const TextId name = name_of(page, row_class.of_a_log());
    const bool left_out =
        row_class.is_any(cleaning.leave_out) || (static_pages[page] && row_class.of_a_log());
    return Chosen{name, !left_out && keep.admits((*names_)[name])};
  };
  for (TextId page = 0; page < pages.size(); ++page) pages_[page] = chosen(page, variants.usual());
  for (std::size_t i = 0; i < others_.size(); ++i) {
    const PageVariants::Id id = PageVariants::kOther | static_cast<PageVariants::Id>(i);
    others_[i] = chosen(variants.page_of(id), variants.class_of(id));
  }
}

CleaningCounts count_cleaning(const TextInterner& pages, const PageVariants& variants,
                              const std::vector<std::uint64_t>& of_pages,
                              const std::vector<std::uint64_t>& of_variants, StopCheck check) {
  CleaningCounts counts;
  const auto count = [&](PageVariants::Id id, std::uint64_t rows) {
    check();
    RowClass row_class = variants.class_of(id);
    if (!row_class.of_a_log() || rows == 0) return;
    const std::string_view page = pages[variants.page_of(id)];
    if (is_static_file(page)) row_class.insert(LogPart::static_files);
    counts.rows[row_class.bits()] += rows;
    if (page.find('?') != std::string_view::npos) counts.with_query += rows;
  };
  for (TextId page = 0; page < of_pages.size(); ++page) count(page, of_pages[page]);
  for (std::size_t i = 0; i < of_variants.size(); ++i)
    count(PageVariants::kOther | static_cast<PageVariants::Id>(i), of_variants[i]);
  return counts;
}

}  // namespace footfall
