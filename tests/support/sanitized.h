#pragma once

#if defined(__clang__)
#if __has_feature(address_sanitizer)
#define FOOTFALL_ADDRESS_SANITIZER
#elif __has_feature(thread_sanitizer)
#define FOOTFALL_THREAD_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define FOOTFALL_ADDRESS_SANITIZER
#elif defined(__SANITIZE_THREAD__)
#define FOOTFALL_THREAD_SANITIZER
#endif

#ifdef FOOTFALL_ADDRESS_SANITIZER
#include <sanitizer/lsan_interface.h>
#endif

namespace footfall::testing {

/// Whether this test, and with it the program it runs, was built with a sanitizer: what it takes of
/// memory and time then says nothing.
#if defined(FOOTFALL_ADDRESS_SANITIZER) || defined(FOOTFALL_THREAD_SANITIZER)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// What this thread allocates while one lives is not looked at for leaks: where a test makes a
/// library lose memory.
class LeaksOfOthers {
 public:
#ifdef FOOTFALL_ADDRESS_SANITIZER
  LeaksOfOthers() { __lsan_disable(); }
  ~LeaksOfOthers() { __lsan_enable(); }
#else
  LeaksOfOthers() {}  // by hand, so that it counts as used
#endif
  LeaksOfOthers(const LeaksOfOthers&) = delete;
  LeaksOfOthers& operator=(const LeaksOfOthers&) = delete;
};

}  // namespace footfall::testing
