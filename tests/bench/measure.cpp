// footfall-measure PROGRAM [arguments]: runs a program and says on the last line of standard error
// how long it took, the processor time of all its threads and the most memory it held:
// `measured <seconds> <processor seconds> <KiB> <exit status>`.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int count, char** values) {
  if (count < 2) {
    std::fprintf(stderr, "usage: footfall-measure PROGRAM [arguments]\n");
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0) {
    std::perror("footfall-measure: fork");
    return 1;
  }
  if (child == 0) {
    execvp(values[1], values + 1);
    std::perror(values[1]);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) < 0) {
    std::perror("footfall-measure: wait4");
    return 1;
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  const int result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::fprintf(stderr, "measured %.6f %.6f %ld %d\n", seconds.count(),
               seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime), usage.ru_maxrss, result);
  return result;
}
