#include <string_view>

#include "app/interrupt.h"
#include "ui/run_window.h"

int main(int argc, char** argv) {
  using footfall::Interrupt;
  // The window opens folders and pages by other programs.
  static Interrupt interrupt("footfall", Interrupt::Signals::caught,
                             [] { return std::string_view(); });
  return footfall::run_window(argc, argv);
}
