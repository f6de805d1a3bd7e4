#include <cstdio>

#include "app/version.h"

int main() {
  std::printf("footfall-cli %s\n", footfall::kVersion);
  return 0;
}
