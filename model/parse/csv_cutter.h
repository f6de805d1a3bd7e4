#pragma once

#include "model/input/record_cutter.h"
#include "model/parse/csv_index.h"
#include "model/parse/csv_record.h"

namespace footfall {

/// Cuts CSV at record ends. Text without quotes is cut at its last line end; regular quoted text
/// through the index; anything else record by record.
class CsvCutter final : public RecordCutter {
 public:
  explicit CsvCutter(const CsvDialect& dialect, VectorPath path = best_vector_path())
      : RecordCutter(dialect.record_limit), dialect_(dialect), path_(path) {}
  [[nodiscard]] std::size_t last_record_end(std::string_view text) override;

 private:
  CsvDialect dialect_;
  VectorPath path_;
  CsvIndex index_;
};

}  // namespace footfall
