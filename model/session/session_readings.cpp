// How the session's files are read: as they say themselves, as a person wants it, or as that was
// remembered.
#include <algorithm>

#include "model/pipeline/reading_preview.h"
#include "model/session/analysis_session.h"

namespace footfall {

void AnalysisSession::remember_readings_in(const std::string& file) { remembered_.emplace(file); }

AnalysisSession::Found AnalysisSession::look_at(const std::string& path,
                                                const std::optional<InputOptions>& chosen,
                                                const RememberedReadings::Plans* plans) const {
  if (chosen) return {path, 0, engine_.detect(path, *chosen), Source::ReadBy::person, *chosen};
  Found found{path, 0, engine_.detect(path, {})};
  std::shared_ptr<const InputLayout> layout;
  if (found.detection)
    layout = found.detection->layout;
  else if (engine_.look && is_answerable(found.detection.error()))
    layout = engine_.look(path);
  if (!layout) return found;
  found.shapes = shapes_of(*layout);
  if (!plans) return found;
  for (const std::string& shape : found.shapes) {
    std::optional<InputOptions> reading = RememberedReadings::find(*plans, shape);
    if (!reading) continue;
    // Names are sought in the text as it was found to be.
    if (reading->encoding.empty() && layout->encoding != "UTF-8")
      reading->encoding = layout->encoding;
    Result<Detection> remembered = engine_.detect(path, *reading);
    if (!remembered || !fits_shape(*remembered->layout)) continue;
    found.detection = std::move(remembered);
    found.read_by = Source::ReadBy::memory;
    found.reading = *reading;
    break;
  }
  return found;
}

Status AnalysisSession::read_with(const std::string& path, const InputOptions& reading,
                                  const std::string& plan) {
  const Source* source = find_source(path);
  if (!source) return Done{};
  chosen_[path] = reading;
  std::vector<std::string> changed = {path};
  const std::string shape = shape_for(source->shapes, reading);
  Status kept = Done{};
  if (remembered_ && !shape.empty()) {
    kept = remembered_->remember(shape, plan);
    for (const Source& other : sources_)
      if (other.path != path && !chosen_.contains(other.path) &&
          std::ranges::find(other.shapes, shape) != other.shapes.end())
        changed.push_back(other.path);
  }
  detect(std::move(changed));
  return kept;
}

Status AnalysisSession::forget_reading(const std::string& path) {
  const Source* source = find_source(path);
  if (!source) return Done{};
  chosen_.erase(path);
  std::vector<std::string> changed = {path};
  Status kept = Done{};
  for (const std::string& shape : remembered_ ? source->shapes : std::vector<std::string>()) {
    if (!remembered_->plans()->contains(shape)) continue;
    if (Status forgotten = remembered_->forget(shape); !forgotten) kept = forgotten;
    for (const Source& other : sources_)
      if (other.path != path && other.read_by == Source::ReadBy::memory &&
          std::ranges::find(other.shapes, shape) != other.shapes.end())
        changed.push_back(other.path);
  }
  detect(std::move(changed));
  return kept;
}

InputOptionsByPath AnalysisSession::readings_of(const std::vector<std::string>& paths) const {
  InputOptionsByPath readings;
  for (const Source& source : sources_)
    if (source.read_by != Source::ReadBy::itself &&
        std::ranges::find(paths, source.path) != paths.end())
      readings.emplace(source.path, source.reading);
  return readings;
}

}  // namespace footfall
