#pragma once

#include <QByteArray>

namespace footfall_test {

/// The unpacked part of a zip file whose local header names it; empty where there is none.
[[nodiscard]] QByteArray zip_part(const QByteArray& zip, const QByteArray& name);

}  // namespace footfall_test
