#include "model/core/failure.h"

#include <new>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace footfall {

Error current_failure(std::string where) noexcept {
  try {
    try {
      throw;
    } catch (const std::bad_alloc&) {
      return {ErrorKind::out_of_memory, std::move(where), {}, {}};
    } catch (const std::length_error&) {  // more than any memory holds
      return {ErrorKind::out_of_memory, std::move(where), {}, {}};
    } catch (const std::system_error& failure) {
      const bool thread = failure.code() == std::errc::resource_unavailable_try_again;
      return {thread ? ErrorKind::no_threads : ErrorKind::system_failure,
              std::move(where),
              failure.code().message(),
              {}};
    } catch (const std::exception& failure) {
      return {ErrorKind::system_failure, std::move(where), failure.what(), {}};
    } catch (...) {
      return {ErrorKind::system_failure, std::move(where), "unknown failure", {}};
    }
  } catch (...) {  // no memory for the text
    return {ErrorKind::out_of_memory, {}, {}, {}};
  }
}

}  // namespace footfall
