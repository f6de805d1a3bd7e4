// What the window says of sources that failed or were stopped.
#include <algorithm>

#include "ui/application.h"
#include "ui/frame/banner.h"
#include "ui/frame/findings.h"
#include "ui/frame/rail.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr qsizetype kFindingsShown = 3;

}  // namespace

void MainWindow::build_banners() {
  stopped_ = new Banner("stopped",
                        {{tr("Continue"), [this] { session_.resume(); }}, {tr("Close"), [this] {
                                                                             stopped_closed_ = true;
                                                                             refresh_banners();
                                                                           }}});
  stopped_->setObjectName("stopped_banner");
  failed_ = new Banner("error", {{tr("Try again"), [this] { try_failed_again(); }},
                                 {tr("Show sources"), [this] { set_rail(false, true); }},
                                 {tr("Close"), [this] {
                                    failed_closed_ = true;
                                    refresh_banners();
                                  }}});
  failed_->setObjectName("failed_banner");
  findings_of_ = new Findings(this);
  connect(findings_of_, &Findings::changed, this, &MainWindow::refresh_banners);
  findings_ = new Banner("warning", {{tr("Load report"), [this] { show_load_report(kind_); }},
                                     {tr("Close"), [this] {
                                        findings_closed_ =
                                            findings_of_->of(session_.reports(kind_), kind_);
                                        refresh_banners();
                                      }}});
  findings_->setObjectName("findings_banner");
  trouble_ = new Banner("warning", {{tr("Close"), [this] { trouble_->hide(); }}});
  trouble_->setObjectName("trouble_banner");
  trouble_->hide();
  if (const auto* application = qobject_cast<Application*>(QCoreApplication::instance()))
    connect(application, &Application::failed, this, [this](const Error& error) {
      trouble_->set_text(error_sentence(error));
      trouble_->show();
    });
}

void MainWindow::refresh_banners() {
  const bool stopped = session_.state() == AnalysisSession::State::stopped && !stopped_closed_;
  if (stopped) {
    stopped_->set_text(stopped_words());
    // A database that was stopped begins again; a file goes on.
    const auto& sources = session_.sources();
    const bool goes_on = std::any_of(sources.begin(), sources.end(), [](const Source& source) {
      return source.state == Source::State::stopped && !source.is_asked();
    });
    stopped_->set_answer(0, goes_on ? tr("Continue") : tr("Ask again"));
  }
  stopped_->setVisible(stopped);

  const QStringList found =
      findings_of_->of(shows_report() ? session_.reports(kind_) : nullptr, kind_);
  if (!found.isEmpty()) {
    const QString more = tr("More of it is in the load report.");
    findings_->set_text(found.mid(0, kFindingsShown).join("\n") +
                        (found.size() > kFindingsShown ? "\n" + more : QString()));
  }
  findings_->setVisible(!found.isEmpty() && found != findings_closed_);

  QStringList failures = failed_words();
  const std::optional<Error> unanswered = session_.slice_error(kind_);
  const bool old = session_.outdated(kind_) && !failures.isEmpty() && !unanswered;
  if (unanswered)
    failures.prepend(tr("What you see does not follow the filter and the settings: they could not "
                        "be applied.") +
                     " " + error_sentence(*unanswered));
  if (old)
    failures.prepend(
        tr("What you see is old, of %1: the database did not answer again.")
            .arg(moment_words(session_.answered(kind_).value_or(DatabaseAnswer()).at)));
  if (!failures.isEmpty()) failed_->set_text(failures.join("\n"));
  // Beside the source where that is in sight, unless what is shown is at stake.
  failed_->setVisible(!failures.isEmpty() && (rail_->folded() || old || unanswered) &&
                      !failed_closed_);
}

// Without those that the page in front speaks of. One refusal stands once, however many it met.
QStringList MainWindow::failed_words() const {
  std::vector<std::pair<ErrorWords, QStringList>> failures;
  for (const Source& source : session_.sources()) {
    if (source.state != Source::State::failed) continue;
    if (source.kinds.contains(kind_) && !session_.reports(kind_)) continue;
    const ErrorWords words = failure_words(source);
    const auto same = std::find_if(failures.begin(), failures.end(), [&](const auto& failure) {
      return source.database && failure.first.what == words.what &&
             failure.first.advice == words.advice;
    });
    if (same == failures.end()) {
      failures.push_back({words, {source.database ? source_name(source) : words.where}});
    } else {
      same->second << source_name(source);
    }
  }
  QStringList sentences;
  for (auto& [words, names] : failures)
    sentences << words_sentence({words.what, names.join(", "), words.advice});
  return sentences;
}

QString MainWindow::stopped_words() const {
  const QString shown = shown_name();
  QStringList tables;
  for (const Source& source : session_.sources()) {
    if (source.state != Source::State::stopped) continue;
    if (source.is_asked()) {
      tables << source_name(source);
      continue;
    }
    if (!shown.isEmpty() && source.kinds.contains(kind_))
      return tr("Stopped before %1 was read: what you see is still %2.")
          .arg(source_name(source), shown);
    const LoadProgress progress = session_.progress();
    QStringList whole, cut;
    std::uint64_t rows = 0;
    for (const Source& file : session_.sources()) {
      if (file.is_asked()) continue;
      const bool stopped = file.state == Source::State::stopped;
      if (stopped) rows += file.rows.read();
      if (stopped || file.state == Source::State::ready)
        (stopped ? cut : whole) << source_name(file);
    }
    if (!whole.isEmpty())
      return tr("Stopped at %1 %: what you see covers all of %2, and %3 rows of %4.", nullptr,
                plural(rows))
          .arg(QString::number(static_cast<int>(progress.fraction() * 100)), whole.join(", "),
               whole_number(rows), cut.join(", "));
    return tr("Stopped at %1 %: what you see covers %2 rows.", nullptr, plural(progress.rows))
        .arg(static_cast<int>(progress.fraction() * 100))
        .arg(whole_number(progress.rows));
  }
  if (session_.outdated(kind_))
    return tr("Stopped before the database answered: what you see is old.");
  const QString stopped = tr("Stopped before the database answered for %1.").arg(tables.join(", "));
  return shown.isEmpty() ? stopped : stopped + ' ' + tr("What you see is still %1.").arg(shown);
}

// The sources of what the page in front shows, where others are to take their place.
QString MainWindow::shown_name() const {
  QStringList names;
  for (const Source& source : session_.sources())
    if (source.leaving && source.kinds.contains(kind_)) names << source_name(source);
  return names.join(", ");
}

// In place of the first figures: why they do not come.
bool MainWindow::show_failure() {
  for (const Source& source : session_.sources()) {
    if (!source.kinds.contains(kind_)) continue;
    const QString name = source_name(source);
    if (source.state == Source::State::failed) {
      const ErrorWords words = failure_words(source);
      page()->show_failure(
          source.database ? tr("No answer for %1").arg(name) : tr("%1 could not be read").arg(name),
          words.advice.isEmpty() ? words.what : words.what + "\n" + words.advice);
      return true;
    }
    if (source.state == Source::State::unasked) {
      page()->show_failure(tr("%1 was open when Footfall was closed").arg(name),
                           tr("The database was not asked again by itself."));
      return true;
    }
    if (source.state == Source::State::stopped && source.is_asked()) {
      page()->show_failure(tr("No answer for %1").arg(name),
                           tr("It was stopped before the database answered."));
      return true;
    }
  }
  return false;
}

// Of the page in front, which has no figures.
void MainWindow::try_page_again() {
  std::vector<std::string> paths;
  for (const Source& source : session_.sources())
    if (source.kinds.contains(kind_)) paths.push_back(source.path);
  for (const std::string& path : paths) reload(path);
}

void MainWindow::try_failed_again() {
  std::vector<std::string> failed;
  for (const Source& source : session_.sources())
    if (source.state == Source::State::failed) failed.push_back(source.path);
  for (const std::string& path : failed) reload(path);
}

}  // namespace footfall
