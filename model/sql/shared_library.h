#pragma once

#include <dlfcn.h>

#include <string>

#include "model/sql/sql_error.h"

namespace footfall {

/// A library that is loaded when it is first needed and stays loaded: a process that never talks to
/// a database does not pay for it. Linked, libpq and libcurl bring 28 libraries more, and
/// `footfall-cli --version` takes 36 ms of processor time in place of 18 (60 runs by turns).
class SharedLibrary {
 public:
  explicit SharedLibrary(const char* name) : name_(name), handle_(::dlopen(name, RTLD_NOW)) {
    if (handle_ == nullptr) note_error();
  }

  /// Looks a function up; remembers what is missing.
  template <class Function>
  void find(Function*& function, const char* symbol) {
    if (handle_ == nullptr) return;
    function = reinterpret_cast<Function*>(::dlsym(handle_, symbol));
    if (function == nullptr) note_error();
  }
  [[nodiscard]] bool complete() const { return fault_.empty(); }
  [[nodiscard]] SqlError error() const { return {SqlErrorKind::missing_library, name_, fault_}; }

 private:
  void note_error() {
    const char* const text = ::dlerror();
    fault_ = text != nullptr ? text : "unknown fault";
  }

  std::string name_;
  std::string fault_;
  void* handle_;
};

/// The functions of a library, which `find_all(library, functions)` looks up the first time.
template <class Functions, class FindAll>
[[nodiscard]] SqlResult<const Functions*> functions_of(const char* name, FindAll find_all) {
  static Functions functions;
  static const SharedLibrary library = [&] {
    SharedLibrary l(name);
    find_all(l, functions);
    return l;
  }();
  if (!library.complete()) return library.error();
  return &functions;
}

}  // namespace footfall
