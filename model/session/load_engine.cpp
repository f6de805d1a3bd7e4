#include "model/session/load_engine.h"

#include <filesystem>

#include "model/pipeline/reading_preview.h"

namespace footfall {
namespace {

class FileLoad : public Load {
 public:
  FileLoad(std::vector<std::string> inputs, AnalysisOptions options)
      : analysis_(std::move(inputs), std::move(options)) {}
  Outcome run(std::stop_token stop, const AnalysisEvents& events) override {
    return analysis_.run(std::move(stop), events);
  }
  void add_inputs(std::vector<std::string> inputs, InputOptionsByPath own_input) override {
    analysis_.add_inputs(std::move(inputs), std::move(own_input));
  }
  Result<FollowLook> look() override { return analysis_.look(); }
  Result<FollowLook> end_following() override { return analysis_.end_following(); }

 private:
  Analysis analysis_;
};

// Pipes and devices cannot be looked at without taking bytes from them, so a window opens files
// only.
Result<Detection> detect_file(const std::string& path, const InputOptions& options) {
  std::error_code fault;
  const auto status = std::filesystem::status(path, fault);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
      !std::filesystem::is_directory(status))
    return Error{ErrorKind::unsupported, path, "pipe or device", {}};
  return detect_reports(path, options);
}

}  // namespace

LoadEngine file_engine() {
  return {[](std::vector<std::string> inputs, AnalysisOptions options) -> std::unique_ptr<Load> {
            return std::make_unique<FileLoad>(std::move(inputs), std::move(options));
          },
          detect_file, look_at_input};
}

}  // namespace footfall
