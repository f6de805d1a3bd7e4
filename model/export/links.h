#pragma once

#include <string>

#include "model/core/error.h"

namespace footfall {

/// The path of a file to be written, with every link on it followed by hand, so that the file a
/// link leads to is replaced and not the link. What is not there yet stays as it is. A link that
/// somebody else may have laid is an Error, see untrusted_link(): any in a folder that everybody
/// may write, and in one that a group may write those of neither the folder's owner nor the user.
/// The kernel has such a protection too (fs.protected_symlinks), but for links it follows itself.
/// Links of /proc are left to the kernel: their texts are no paths.
[[nodiscard]] Result<std::string> follow_links(const std::string& path);

/// The link for which writing was refused (a `no_permission` that expects none); empty where the
/// error is another.
[[nodiscard]] std::string untrusted_link(const Error& error);

}  // namespace footfall
