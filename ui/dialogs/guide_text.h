#pragma once

#include <QMap>
#include <QPixmap>
#include <QTextBrowser>
#include <vector>

namespace footfall {

struct Guide;

/// The text of the guide: its sections, which of them is being read, the places where something is
/// found, and pictures as wide as the text.
class GuideText : public QTextBrowser {
  Q_OBJECT
 public:
  /// What stands in the contents: a heading of the second or third level.
  struct Section {
    QString title;
    int level = 0;
    QString anchor;
    int place = 0;  ///< in the document
  };

  explicit GuideText(QWidget* parent = nullptr);

  /// Pictures are files of `folder`. A guide shown anew stays where it was.
  void show_guide(const Guide& guide, const QString& folder);
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
  /// The one that is being read; -1 above the first.
  [[nodiscard]] int section() const { return section_; }
  void go_to(int section);

  /// Marks all places of `words`, whatever the case, and goes to the first of them from the top of
  /// the view on; nothing is marked for no words.
  void find(const QString& words);
  /// Forward or back by one, around the end.
  void go_to_found(int step);
  [[nodiscard]] int found() const { return static_cast<int>(found_.size()); }
  /// The place among those found that one is at; -1 where nothing is found.
  [[nodiscard]] int found_at() const { return found_at_; }
  /// How many places each section has.
  [[nodiscard]] std::vector<int> found_by_section() const;

 signals:
  void section_changed(int section);

 protected:
  QVariant loadResource(int type, const QUrl& name) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] int section_at(int place) const;
  [[nodiscard]] int top_of(int place) const;
  void list_sections(const Guide& guide);
  [[nodiscard]] int text_width() const;
  void fit_pictures(QTextDocument& document, int width);
  [[nodiscard]] static int picture_width(const QSize& pixels, int room);
  [[nodiscard]] QPixmap fitted(const QString& name, int width);
  void scroll_to(int value, int section);
  void follow_scrolling();
  void show_found();
  void mark_found();

  QString folder_;
  std::vector<Section> sections_;
  int section_ = -1;
  bool at_heading_ = false;  // one was led to the section, and has not gone on since
  bool moving_ = false;      // not by hand
  QMap<QString, QImage> pictures_;

  QString words_;
  std::vector<int> found_;  // places in the document
  int found_at_ = -1;
};

}  // namespace footfall
