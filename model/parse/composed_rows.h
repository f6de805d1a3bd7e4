#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/event_type.h"
#include "model/core/scratch_text.h"
#include "model/input/chunk.h"
#include "model/parse/field.h"
#include "model/parse/role_source.h"
#include "model/parse/value_forms.h"

namespace footfall {

/// Where composed rows go; a sink of any type.
class AnyRows {
 public:
  virtual ~AnyRows() = default;
  virtual void row(const Field* fields, const RecordPlace& place) = 0;
  virtual void reject(RejectReason reason, const RecordPlace& place) = 0;
  virtual void left_out(const RecordPlace& place) = 0;
};

template <class Sink>
class RowsOf final : public AnyRows {
 public:
  explicit RowsOf(Sink& sink) : sink_(sink) {}
  void row(const Field* fields, const RecordPlace& place) override { sink_.row(fields, place); }
  void reject(RejectReason reason, const RecordPlace& place) override {
    sink_.reject(reason, place);
  }
  void left_out(const RecordPlace& place) override { sink_.left_out(place); }

 private:
  Sink& sink_;
};

/// Makes the roles of the places that a parser reads: joined, the first that is not missing, or
/// every row one of its own. A RecordSink whose rows have one field per place.
class ComposedRows {
 public:
  /// Texts are made in `scratch`, which is the caller's to reset.
  ComposedRows(const std::vector<ComposedRole>& roles, EventType type, const Chunk& chunk,
               ScratchText& scratch, AnyRows& rows);

  void row(const Field* places, const RecordPlace& place);
  void reject(RejectReason reason, const RecordPlace& place) { rows_.reject(reason, place); }
  void left_out(const RecordPlace& place) { rows_.left_out(place); }

 private:
  [[nodiscard]] Field joined(const std::vector<std::size_t>& parts, const Field* places) const;
  [[nodiscard]] Field each_row(const RecordPlace& place) const;
  [[nodiscard]] Field in_utc(const Field& time) const;

  const std::vector<ComposedRole>& roles_;
  std::span<const ValueKind> kinds_;
  ScratchText& scratch_;
  AnyRows& rows_;
  std::uint64_t offset_;
  std::uint32_t input_;
  std::vector<Field> fields_;
};

}  // namespace footfall
