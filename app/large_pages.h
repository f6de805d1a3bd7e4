#pragma once

namespace footfall {

/// To be called first of all. Where a report is to be made from files of some size, the program
/// begins anew (execve, same process) with memory in large pages: tables of hundreds of MB are
/// touched in two thirds of the time where a page fault is dear, as in many virtual machines, and
/// in no more elsewhere. glibc takes this from the environment alone (glibc.malloc.hugetlb); who
/// has set GLIBC_TUNABLES is left alone. Where the system has no large pages, or the file of the
/// program cannot be opened, it just goes on.
void restart_with_large_pages(int argc, char** argv);

}  // namespace footfall
