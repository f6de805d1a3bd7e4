#pragma once

namespace footfall {

/// Ends the process at once, without destructors, and tells its parent so before its memory is
/// taken back. The kernel reports the end of a process only when that is done, which takes a tenth
/// of a second and more for gigabytes. Where there is much, a child that shares the memory and
/// nothing else stays until its parent is gone, and pays. Where there can be no such child, the end
/// is only later.
[[noreturn]] void leave_process(int status);

}  // namespace footfall
