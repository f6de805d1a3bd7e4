// The window's tables of databases: choosing, opening, letting in.
#include <QAction>
#include <QMenu>
#include <algorithm>

#include "ui/connect/connect_dialog.h"
#include "ui/connect/password_prompt.h"
#include "ui/connect/query_words.h"
#include "ui/connect/recent_names.h"
#include "ui/connect/saved_connections.h"
#include "ui/frame/banner.h"
#include "ui/frame/interval_menu.h"
#include "ui/frame/window_actions.h"
#include "ui/main_window.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kNameWidth = 640;

bool wants_password(const Source& source) {
  return source.database && source.state == Source::State::failed && source.sql_error &&
         source.sql_error->kind == SqlErrorKind::wrong_password;
}

}  // namespace

void MainWindow::open_table(const DatabaseSource& table, const std::string& password) {
  remember_table(table);
  follow_.clear();
  session_.open_database(table, password);
  go_to(page_of(table.kind));
}

void MainWindow::choose_table() { edit_table({}); }

void MainWindow::edit_table(const std::string& path) {
  if (!connect_dialog_) {
    connect_dialog_ = new ConnectDialog(session_, passwords_, this);
    offer_guide(connect_dialog_, GuideTopic::database);
    connect(connect_dialog_, &ConnectDialog::chosen, this,
            [this](const DatabaseSource& table, const std::string& password, const Filter& filter) {
              session_.set_filter(filter);
              open_table(table, password);
              let_in(account_of(table.settings), password);
            });
  }
  const auto known =
      std::find_if(session_.sources().begin(), session_.sources().end(),
                   [&](const Source& source) { return source.database && source.path == path; });
  if (known == session_.sources().end()) {
    connect_dialog_->begin();
  } else {
    connect_dialog_->begin_with(*known->database);
  }
  connect_dialog_->raise();
  connect_dialog_->activateWindow();
}

void MainWindow::list_recent_tables() {
  const std::vector<DatabaseSource> tables = recent_tables();
  QStringList names = recent_table_names(tables);
  for (const DatabaseSource& table : tables) {
    QAction* action = actions_->recent->addAction(
        icon("database"), actions_->recent->fontMetrics().elidedText(
                              names.takeFirst().replace("&", "&&"), Qt::ElideMiddle, kNameWidth));
    action->setToolTip(plain_tooltip(table.table.query.empty() ? visible_text(database_url(table))
                                                               : query_lines(table)));
    connect(action, &QAction::triggered, this, [this, table] { let_known_in(table); });
  }
}

// Of the table that the page in front shows, or has yet to be asked.
void MainWindow::list_intervals() {
  const auto& sources = session_.sources();
  const auto found = std::ranges::find_if(sources, [this](const Source& source) {
    return source.is_asked() && source.database->kind == kind_ && !source.leaving;
  });
  const bool table = shows_report() && found != sources.end();
  fill_interval_menu(
      actions_->ask_every, table ? std::optional(found->database->ask_every) : std::nullopt,
      [this, path = table ? found->path : std::string()](std::chrono::seconds interval) {
        session_.ask_every(path, interval);
      });
}

void MainWindow::let_known_in(const DatabaseSource& table) {
  passwords_.find(account_of(table.settings), [this, table](const Passwords::Known& known) {
    // It may be none, which some servers take, or an old one.
    tried_[source_id(table)] = known.password;
    open_table(table, known.password);
  });
}

void MainWindow::reload(const std::string& path) {
  const auto& sources = session_.sources();
  for (const Source& source : sources)
    if (source.path == path && source.state == Source::State::unasked)
      return let_known_in(*source.database);
  if (std::none_of(sources.begin(), sources.end(), [&](const Source& source) {
        return source.path == path && wants_password(source);
      }))
    return session_.reload_source(path);
  tried_.try_emplace(path);
  ask_passwords();
}

void MainWindow::reload_all() {
  for (const Source& source : session_.sources())
    if (wants_password(source)) tried_.try_emplace(source.path);
  std::vector<DatabaseSource> unasked;
  for (const Source& source : session_.sources())
    if (source.state == Source::State::unasked) unasked.push_back(*source.database);
  session_.reload_all();
  for (const DatabaseSource& table : unasked) let_known_in(table);
}

// A table that was opened by itself, and is not let in, asks; one that the dialog of connections
// opened says in its row what is wrong.
void MainWindow::ask_passwords() {
  std::vector<Source> locked;
  for (const Source& source : session_.sources()) {
    if (source.state == Source::State::ready) tried_.erase(source.path);
    if (wants_password(source) && tried_.contains(source.path)) locked.push_back(source);
  }
  for (const Source& source : locked) {
    const std::string account = account_of(source.database->settings);
    const std::optional<Passwords::Known> known = passwords_.of_session(account);
    std::string& tried = tried_[source.path];
    if (known && known->password != tried) {
      tried = known->password;
      session_.open_database(*source.database, tried);
      continue;
    }
    if (!prompt_) {
      prompt_ = new PasswordPrompt(passwords_, this);
      connect(prompt_, &QDialog::accepted, this, [this] {
        passwords_.keep(prompt_->account(), prompt_->password(), prompt_->remember(), [this] {
          trouble_->set_text(
              tr("The keychain did not take the password: it is kept until Footfall is closed."));
          trouble_->show();
        });
        let_in(prompt_->account(), prompt_->password());
      });
      connect(prompt_, &QDialog::rejected, this, [this] {
        for (const Source& other : session_.sources())
          if (other.database && account_of(other.database->settings) == prompt_->account())
            tried_.erase(other.path);
        ask_passwords();
      });
    }
    if (!prompt_->isVisible()) prompt_->ask(source.database->settings, !tried.empty());
  }
}

void MainWindow::let_in(const std::string& account, const std::string& password) {
  const std::vector<Source> sources = session_.sources();
  for (const Source& source : sources) {
    if (!wants_password(source) || account_of(source.database->settings) != account) continue;
    tried_[source.path] = password;
    session_.open_database(*source.database, password);
  }
}

}  // namespace footfall
