// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Documents.h"

#include <QImage>

namespace menshen {

/// Black on white with the quiet zone that the standard asks for, `squarePixels` to a square.
[[nodiscard]] QImage pictureOf(const QrMatrix &matrix, int squarePixels);

} // namespace menshen
