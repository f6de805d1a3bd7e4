#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "model/core/error.h"
#include "model/pipeline/reading_shape.h"

// How a person wanted files of a shape to be read.
namespace footfall {

/// Plans by shape, in a file of their own.
class RememberedReadings {
 public:
  using Plans = std::map<std::string, std::string>;

  /// Reads what is there; a file that is not, or that cannot be understood, holds nothing.
  explicit RememberedReadings(std::string file);

  /// To be looked up on other threads.
  [[nodiscard]] std::shared_ptr<const Plans> plans() const { return plans_; }
  /// These write the file at once, whole or not at all.
  [[nodiscard]] Status remember(const std::string& shape, const std::string& plan);
  [[nodiscard]] Status forget(const std::string& shape);

  /// What a plan asks for: its columns by name, in whatever order a file has them.
  [[nodiscard]] static std::optional<InputOptions> find(const Plans& plans,
                                                        const std::string& shape);

 private:
  [[nodiscard]] Status write(Plans plans);

  std::string file_;
  std::shared_ptr<const Plans> plans_;
};

}  // namespace footfall
