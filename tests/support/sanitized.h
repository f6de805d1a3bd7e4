#pragma once

namespace footfall::testing {

/// Whether this test, and with it the program it runs, was built with a sanitizer: what it takes of
/// memory and time then says nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace footfall::testing
