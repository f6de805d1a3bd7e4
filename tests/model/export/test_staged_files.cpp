#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <cstdio>

#include "model/export/document.h"
#include "model/export/links.h"
#include "model/export/replacement.h"
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

// Renames that fail where the test wants it, counted from 1.
int failing_rename = 0;
int failing_until = 0;
int renames = 0;
int rename_but_fail(const char* from, const char* to) {
  ++renames;
  if (renames < failing_rename || renames > failing_until) return std::rename(from, to);
  errno = EBUSY;
  return -1;
}

/// Three files to be replaced, of which the second is not there yet.
struct ThreeFiles {
  QTemporaryDir folder;
  std::vector<Replacement> files;
  ThreeFiles() {
    put(folder.filePath("a"), "old a");
    put(folder.filePath("c"), "old c");
    for (const char* name : {"a", "b", "c"}) {
      const QString new_file = folder.filePath(QString(".new-") + name);
      put(new_file, QByteArray("new ") + name);
      files.push_back({name, folder.filePath(name).toStdString(), new_file.toStdString(),
                       folder.filePath(QString(".aside-") + name).toStdString()});
    }
  }
  Status replace(int first, int last) {
    failing_rename = first;
    failing_until = last;
    renames = 0;
    return replace_files(files, rename_but_fail);
  }
};

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
  void the_end_of_the_process_removes_those_of_everybody() {
    const QTemporaryDir folder;
    const pid_t child = ::fork();
    if (child == 0) {
      TemporaryFiles first;
      TemporaryFiles second;
      StagedFiles a(first);
      StagedFiles b(second);
      const bool written = write(a, folder.filePath("a"), "1") &&
                           write(b, folder.filePath("b"), "2") &&
                           b.make_folder(folder.filePath("inner").toStdString());
      TemporaryFiles::remove_all_for_good();
      ::_exit(written ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QCOMPARE(listing(folder), QStringList());
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
  void a_regular_file_is_replaced_wherever_it_lies() {
    // In memory, below /dev: a shorter report must not leave the end of the longer one behind.
    const QTemporaryDir folder("/dev/shm/footfall-XXXXXX");
    QVERIFY(folder.isValid());
    put(folder.filePath("a"), "a long old report");
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    QVERIFY(write(files, folder.filePath("a"), "new"));
    QCOMPARE(content(folder.filePath("a")), "a long old report");
    QVERIFY(files.commit());
    QCOMPARE(content(folder.filePath("a")), "new");
    QCOMPARE(listing(folder), QStringList({"a"}));
  }
  void an_open_stream_goes_on_where_it_stands() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a");
    const int descriptor = ::open(path.toStdString().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(descriptor >= 0);
    QCOMPARE(::write(descriptor, "front ", 6), 6);
    const QString number = QString::number(descriptor);
    QVERIFY(QFile::link("/dev/fd/" + number, folder.filePath("link")));
    TemporaryFiles temporary;
    StagedFiles files(temporary);
    QVERIFY(write(files, "/dev/fd/" + number, "1 "));
    QVERIFY(write(files, "/proc/self/fd/" + number, "2 "));
    QVERIFY(write(files, folder.filePath("link"), "3"));
    QVERIFY(files.commit());
    QCOMPARE(content(path), "front 1 2 3");
    QVERIFY(StagedFiles::is_stream(folder.filePath("link").toStdString()));
    QVERIFY(!StagedFiles::is_stream(path.toStdString()));
    ::close(descriptor);
    const auto closed = files.create("/dev/fd/" + std::to_string(descriptor));
    QVERIFY(!closed && closed.error().kind == ErrorKind::write_failed);
    const int readable = ::open(path.toStdString().c_str(), O_RDONLY | O_CLOEXEC);
    QVERIFY(!files.create("/dev/fd/" + std::to_string(readable)));
    ::close(readable);
  }
  void all_files_are_replaced_or_none() {
    {
      ThreeFiles three;
      QVERIFY(three.replace(0, 0));
      QCOMPARE(listing(three.folder), QStringList({"a", "b", "c"}));
      for (const char* name : {"a", "b", "c"})
        QCOMPARE(content(three.folder.filePath(name)), QByteArray("new ") + name);
    }
    for (const int failing : {1, 2, 3}) {
      ThreeFiles three;
      const Status replaced = three.replace(failing, failing);
      QVERIFY(!replaced);
      QCOMPARE(replaced.error().kind, ErrorKind::write_failed);
      QVERIFY(stayed_new(replaced.error()).empty());
      QCOMPARE(replaced.error().where, three.files[static_cast<std::size_t>(failing) - 1].target);
      QCOMPARE(content(three.folder.filePath("a")), "old a");
      QCOMPARE(content(three.folder.filePath("c")), "old c");
      QVERIFY(!QFile::exists(three.folder.filePath("b")));
      QVERIFY(!QFile::exists(three.folder.filePath(".aside-a")));
    }
    // What was set aside cannot be put back either: nothing of it is lost, and that is said.
    ThreeFiles three;
    const Status replaced = three.replace(3, 4);
    QVERIFY(!replaced);
    QCOMPARE(stayed_new(replaced.error()), "a (" + three.files[0].aside + ")");
    QCOMPARE(content(three.folder.filePath("a")), "new a");
    QCOMPARE(content(three.folder.filePath(".aside-a")), "old a");
    QCOMPARE(content(three.folder.filePath("c")), "old c");
  }
  void what_cannot_be_replaced_is_seen_before_the_first_rename() {
    const QTemporaryDir folder;
    put(folder.filePath("a"), "old");
    TemporaryFiles temporary;
    {
      StagedFiles files(temporary);
      QVERIFY(write(files, folder.filePath("a"), "new"));
      QVERIFY(write(files, folder.filePath("b"), "new"));
      QVERIFY(QDir(folder.path()).mkpath("b/full"));
      const auto committed = files.commit();
      QVERIFY(!committed);
      QCOMPARE(committed.error().kind, ErrorKind::is_directory);
      QCOMPARE(content(folder.filePath("a")), "old");
    }
    QCOMPARE(listing(folder), QStringList({"a", "b"}));
    QVERIFY(!StagedFiles::check(folder.filePath("b").toStdString()));
    QVERIFY(StagedFiles::check(folder.filePath("a").toStdString()));
    QVERIFY(StagedFiles::check(folder.filePath("new").toStdString()));
  }
  void links_where_others_may_lay_them_are_refused() {
    const QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkdir("shared"));
    QVERIFY(QDir(place.path()).mkdir("own"));
    put(place.filePath("own/real"), "old");
    for (const char* name : {"shared/link", "own/link"})
      QVERIFY(QFile::link(place.filePath("own/real"), place.filePath(name)));
    QVERIFY(QFile::link(place.filePath("own"), place.filePath("shared/folder")));
    QVERIFY(QFile::link(place.filePath("shared/link"), place.filePath("own/chain")));
    const std::string shared = place.filePath("shared").toStdString();
    TemporaryFiles temporary;
    for (const mode_t mode : {01777U, 0777U}) {
      QCOMPARE(::chmod(shared.c_str(), mode), 0);
      for (const char* name : {"shared/link", "own/chain", "shared/folder/new"}) {
        StagedFiles files(temporary);
        const auto file = files.create(place.filePath(name).toStdString());
        QVERIFY2(!file, name);
        QCOMPARE(file.error().where, place.filePath(name).toStdString());
        QVERIFY(untrusted_link(file.error()).starts_with(shared));
        QVERIFY(!StagedFiles::check(place.filePath(name).toStdString()));
      }
      StagedFiles files(temporary);
      QVERIFY(!files.make_folder(shared + "/folder/below"));
      // Files of one's own are written there as anywhere.
      QVERIFY(write(files, place.filePath("shared/new"), "new"));
      QVERIFY(write(files, place.filePath("own/link"), "new"));
      QVERIFY(files.commit());
      QCOMPARE(content(place.filePath("own/real")), "new");
    }
    // In a folder of a group one's own links count.
    QCOMPARE(::chmod(shared.c_str(), 0775), 0);
    QVERIFY(StagedFiles::check(shared + "/link"));
    QCOMPARE(*follow_links(shared + "/folder/../own/./chain"),
             place.filePath("own/real").toStdString());
    if (::lchown((shared + "/link").c_str(), 65'534, 65'534) == 0) {
      QVERIFY(!StagedFiles::check(shared + "/link"));
      QCOMPARE(::chmod(shared.c_str(), 0755), 0);
      QVERIFY(StagedFiles::check(shared + "/link"));
    }
    QVERIFY(QFile::link(place.filePath("own/round"), place.filePath("own/round")));
    QVERIFY(!follow_links(place.filePath("own/round").toStdString()));
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
