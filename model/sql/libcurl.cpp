#include "model/sql/libcurl.h"

#include "model/sql/shared_library.h"

namespace footfall {

SqlResult<const Libcurl*> Libcurl::load() {
  return functions_of<Libcurl>("libcurl.so.4", [](SharedLibrary& l, Libcurl& curl) {
    l.find(curl.global_init, "curl_global_init");
    l.find(curl.easy_init, "curl_easy_init");
    l.find(curl.easy_setopt, "curl_easy_setopt");
    l.find(curl.easy_getinfo, "curl_easy_getinfo");
    l.find(curl.easy_cleanup, "curl_easy_cleanup");
    l.find(curl.easy_strerror, "curl_easy_strerror");
    l.find(curl.multi_init, "curl_multi_init");
    l.find(curl.multi_add_handle, "curl_multi_add_handle");
    l.find(curl.multi_remove_handle, "curl_multi_remove_handle");
    l.find(curl.multi_perform, "curl_multi_perform");
    l.find(curl.multi_poll, "curl_multi_poll");
    l.find(curl.multi_wakeup, "curl_multi_wakeup");
    l.find(curl.multi_info_read, "curl_multi_info_read");
    l.find(curl.multi_cleanup, "curl_multi_cleanup");
    l.find(curl.slist_append, "curl_slist_append");
    l.find(curl.slist_free_all, "curl_slist_free_all");
    if (l.complete()) curl.global_init(CURL_GLOBAL_DEFAULT);
  });
}

}  // namespace footfall
