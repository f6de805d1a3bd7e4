#include "ui/run_window.h"

int main(int argc, char** argv) { return footfall::run_window(argc, argv); }
