#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/export/document.h"
#include "model/export/staged_files.h"

using namespace footfall;

namespace {

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no file>");
}
void put(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(bytes), bytes.size());
}
QStringList listing(const QTemporaryDir& folder) {
  return QDir(folder.path())
      .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}
bool write(StagedFiles& files, const QString& path, std::string_view bytes) {
  Result<OutputFile> file = files.create(path.toStdString());
  return file && file->write(bytes) && file->close();
}

}  // namespace

class TestStagedFiles : public QObject {
  Q_OBJECT
 private slots:
  void nothing_shows_before_commit() {
    const QTemporaryDir folder;
    put(folder.filePath("a"), "old");
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    QVERIFY(write(files, folder.filePath("a"), "new"));
    QVERIFY(write(files, folder.filePath("b"), "more"));
    QCOMPARE(content(folder.filePath("a")), "old");
    QVERIFY(!QFile::exists(folder.filePath("b")));
    const auto paths = files.commit();
    QVERIFY(paths);
    QCOMPARE(paths->size(), 2U);
    QCOMPARE(content(folder.filePath("a")), "new");
    QCOMPARE(content(folder.filePath("b")), "more");
    QCOMPARE(listing(folder), QStringList({"a", "b"}));
  }
  void what_is_not_committed_is_removed() {
    const QTemporaryDir folder;
    put(folder.filePath("a"), "old");
    TemporaryFiles temporary;
    {
      StagedFiles files(temporary);
      QVERIFY(write(files, folder.filePath("a"), "new"));
      QVERIFY(files.create(folder.filePath("b").toStdString()));
      QCOMPARE(listing(folder).size(), 3);
    }
    QCOMPARE(listing(folder), QStringList({"a"}));
    QCOMPARE(content(folder.filePath("a")), "old");
  }
  void an_interrupt_removes_every_temporary_file() {
    const QTemporaryDir folder;
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    QVERIFY(write(files, folder.filePath("a"), "1"));
    QVERIFY(files.create(folder.filePath("b").toStdString()));
    { const auto held = temporary.remove_all(); }
    QCOMPARE(listing(folder), QStringList());
    QVERIFY(!files.commit());
  }
  void a_link_stays_a_link() {
    const QTemporaryDir folder;
    put(folder.filePath("real"), "old");
    QVERIFY(QFile::link(folder.filePath("real"), folder.filePath("link")));
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    QVERIFY(write(files, folder.filePath("link"), "new"));
    QVERIFY(files.commit());
    QCOMPARE(content(folder.filePath("real")), "new");
    QVERIFY(QFileInfo(folder.filePath("link")).isSymLink());
  }
  void a_device_is_written_directly() {
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    QVERIFY(write(files, "/dev/null", "x"));
    QVERIFY(files.commit());
    QVERIFY(!QFileInfo("/dev/null").isFile());
  }
  void faults_have_kinds() {
    const QTemporaryDir folder;
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    const auto on_folder = files.create(folder.path().toStdString());
    QVERIFY(!on_folder && on_folder.error().kind == ErrorKind::is_directory);
    const auto in_nothing = files.create(folder.filePath("no/such/file").toStdString());
    QVERIFY(!in_nothing && in_nothing.error().kind == ErrorKind::write_failed);
    auto full = files.create("/dev/full");
    QVERIFY(full);
    const Status written = full->write("x");
    QVERIFY(!written && written.error().kind == ErrorKind::disk_full);
    put(folder.filePath("file"), "");
    const Status made = files.make_folder(folder.filePath("file/below").toStdString());
    QVERIFY(!made && made.error().kind == ErrorKind::write_failed);
    const Status taken = files.make_folder(folder.filePath("file").toStdString());
    QVERIFY(!taken && taken.error().kind == ErrorKind::write_failed);
  }
  void new_folders_go_again_without_commit() {
    const QTemporaryDir folder;
    const QString inner = folder.filePath("a//b/c/");
    TemporaryFiles temporary;
    {
      StagedFiles files(temporary);
      QVERIFY(files.make_folder(inner.toStdString()));
      QVERIFY(write(files, inner + "/file", "x"));
    }
    QCOMPARE(listing(folder), QStringList());
    {
      StagedFiles files(temporary);
      QVERIFY(files.make_folder(inner.toStdString()));
      { const auto held = temporary.remove_all(); }
      QCOMPARE(listing(folder), QStringList());
    }
    StagedFiles files(temporary);
    QVERIFY(files.make_folder(inner.toStdString()));
    QVERIFY(write(files, inner + "/file", "x"));
    QVERIFY(files.commit());
    QCOMPARE(content(inner + "/file"), "x");
  }
  void a_document_is_whole_for_any_number_of_items() {
    for (const std::size_t items : {0U, 1U, 8191U, 8192U, 8193U, 70000U, 131072U}) {
      Document document;
      document.head = "head\n";
      document.tail = "tail\n";
      document.items = items;
      document.append = [](std::string& out, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) out += std::to_string(i) + '\n';
      };
      std::string expected = "head\n";
      document.append(expected, 0, items);
      expected += "tail\n";
      const QTemporaryDir folder;
      TemporaryFiles temporary;
      StagedFiles files(temporary);
      {
        auto file = files.create(folder.filePath("a").toStdString());
        QVERIFY(file);
        QVERIFY(write_document(document, *file, run_in_sequence));
        QVERIFY(file->close());
      }
      QVERIFY(files.commit());
      QCOMPARE(content(folder.filePath("a")), QByteArray::fromStdString(expected));
    }
  }
};

QTEST_APPLESS_MAIN(TestStagedFiles)
#include "test_staged_files.moc"
