#include "model/input/libarchive.h"

#include <dlfcn.h>

#include <string>

namespace footfall {
namespace {

struct Loaded {
  Libarchive functions;
  std::string fault;
};

template <class Function>
void find(void* library, Function*& function, const char* symbol, std::string& fault) {
  function = reinterpret_cast<Function*>(::dlsym(library, symbol));
  if (function == nullptr) fault = symbol;
}

Loaded load_now() {
  Loaded loaded;
  void* const library = ::dlopen("libarchive.so.13", RTLD_NOW);
  if (library == nullptr) {
    const char* const text = ::dlerror();
    loaded.fault = text != nullptr ? text : "libarchive.so.13";
    return loaded;
  }
  Libarchive& f = loaded.functions;
  const auto take = [&](auto*& function, const char* symbol) {
    find(library, function, symbol, loaded.fault);
  };
  take(f.read_new, "archive_read_new");
  take(f.read_free, "archive_read_free");
  take(f.support_tar, "archive_read_support_format_tar");
  take(f.support_zip, "archive_read_support_format_zip_seekable");
  take(f.set_option, "archive_read_set_option");
  take(f.set_callback_data, "archive_read_set_callback_data");
  take(f.set_read_callback, "archive_read_set_read_callback");
  take(f.set_seek_callback, "archive_read_set_seek_callback");
  take(f.open, "archive_read_open1");
  take(f.next_header, "archive_read_next_header");
  take(f.read_data, "archive_read_data");
  take(f.set_error, "archive_set_error");
  take(f.error_string, "archive_error_string");
  take(f.error_number, "archive_errno");
  take(f.pathname, "archive_entry_pathname");
  take(f.pathname_utf8, "archive_entry_pathname_utf8");
  take(f.filetype, "archive_entry_filetype");
  take(f.hardlink, "archive_entry_hardlink");
  take(f.hardlink_utf8, "archive_entry_hardlink_utf8");
  take(f.is_data_encrypted, "archive_entry_is_data_encrypted");
  take(f.is_metadata_encrypted, "archive_entry_is_metadata_encrypted");
  return loaded;
}

}  // namespace

const Libarchive* Libarchive::load(const char** fault) {
  static const Loaded loaded = load_now();
  *fault = loaded.fault.c_str();
  return loaded.fault.empty() ? &loaded.functions : nullptr;
}

}  // namespace footfall
