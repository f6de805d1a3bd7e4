#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace footfall {

/// What is used of the library of archives, loaded when the first archive is met: linked, it brings
/// libxml2 and ICU, and every start would take ten milliseconds more.
struct Libarchive {
  decltype(::archive_read_new)* read_new = nullptr;
  decltype(::archive_read_free)* read_free = nullptr;
  decltype(::archive_read_support_format_tar)* support_tar = nullptr;
  decltype(::archive_read_support_format_zip_seekable)* support_zip = nullptr;
  decltype(::archive_read_set_option)* set_option = nullptr;
  decltype(::archive_read_set_callback_data)* set_callback_data = nullptr;
  decltype(::archive_read_set_read_callback)* set_read_callback = nullptr;
  decltype(::archive_read_set_seek_callback)* set_seek_callback = nullptr;
  decltype(::archive_read_open1)* open = nullptr;
  decltype(::archive_read_next_header)* next_header = nullptr;
  decltype(::archive_read_data)* read_data = nullptr;
  decltype(::archive_set_error)* set_error = nullptr;
  decltype(::archive_error_string)* error_string = nullptr;
  decltype(::archive_errno)* error_number = nullptr;
  decltype(::archive_entry_pathname)* pathname = nullptr;
  decltype(::archive_entry_pathname_utf8)* pathname_utf8 = nullptr;
  decltype(::archive_entry_filetype)* filetype = nullptr;
  decltype(::archive_entry_hardlink)* hardlink = nullptr;
  decltype(::archive_entry_hardlink_utf8)* hardlink_utf8 = nullptr;
  decltype(::archive_entry_is_data_encrypted)* is_data_encrypted = nullptr;
  decltype(::archive_entry_is_metadata_encrypted)* is_metadata_encrypted = nullptr;

  /// Null where it cannot be loaded; `fault` says why.
  [[nodiscard]] static const Libarchive* load(const char** fault);
};

}  // namespace footfall
