#pragma once

// The type-checking macros would call the functions that are only loaded at run time.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

#include "model/sql/sql_error.h"

namespace footfall {

/// The HTTP client library, loaded on first use.
struct Libcurl {
  decltype(::curl_global_init)* global_init = nullptr;
  decltype(::curl_easy_init)* easy_init = nullptr;
  decltype(::curl_easy_setopt)* easy_setopt = nullptr;
  decltype(::curl_easy_getinfo)* easy_getinfo = nullptr;
  decltype(::curl_easy_cleanup)* easy_cleanup = nullptr;
  decltype(::curl_easy_strerror)* easy_strerror = nullptr;
  decltype(::curl_multi_init)* multi_init = nullptr;
  decltype(::curl_multi_add_handle)* multi_add_handle = nullptr;
  decltype(::curl_multi_remove_handle)* multi_remove_handle = nullptr;
  decltype(::curl_multi_perform)* multi_perform = nullptr;
  decltype(::curl_multi_poll)* multi_poll = nullptr;
  decltype(::curl_multi_wakeup)* multi_wakeup = nullptr;
  decltype(::curl_multi_info_read)* multi_info_read = nullptr;
  decltype(::curl_multi_cleanup)* multi_cleanup = nullptr;
  decltype(::curl_slist_append)* slist_append = nullptr;
  decltype(::curl_slist_free_all)* slist_free_all = nullptr;

  [[nodiscard]] static SqlResult<const Libcurl*> load();
};

}  // namespace footfall
