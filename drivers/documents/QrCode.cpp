// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/QrCode.h"

#include "drivers/documents/QrPicture.h"

#include <QSaveFile>
#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace menshen {
namespace {

constexpr int kQuietZone = 4; ///< squares; ISO/IEC 18004
constexpr int kSquarePixels = 8;

} // namespace

Result<QrMatrix> qrOf(const std::string &text)
{
    constexpr int kSmallestVersionThatFits = 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeData(static_cast<int>(text.size()),
                                                                                 reinterpret_cast<const unsigned char *>(text.data()),
                                                                                 kSmallestVersionThatFits, QR_ECLEVEL_M),
                                                               &QRcode_free);
    if (!code)
        return Error{errno == ENOMEM ? ErrorCode::Internal : ErrorCode::BadInput,
                     "a QR code of " + std::to_string(text.size()) + " bytes: " + std::generic_category().message(errno)};
    QrMatrix matrix;
    matrix.size = code->width;
    const auto squares = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    matrix.dark.reserve(squares);
    for (std::size_t i = 0; i < squares; ++i)
        matrix.dark.push_back((code->data[i] & 1U) != 0); // the other bits tell what the square is for
    return matrix;
}

QImage pictureOf(const QrMatrix &matrix, int squarePixels)
{
    const int side = (matrix.size + 2 * kQuietZone) * squarePixels;
    QImage picture(side, side, QImage::Format_Mono);
    picture.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    picture.fill(0);
    for (int y = 0; y < matrix.size * squarePixels; ++y)
        for (int x = 0; x < matrix.size * squarePixels; ++x)
            if (matrix.dark[static_cast<std::size_t>((y / squarePixels) * matrix.size + x / squarePixels)])
                picture.setPixel(x + kQuietZone * squarePixels, y + kQuietZone * squarePixels, 1);
    return picture;
}

Result<void> writeQrPng(const std::string &path, const std::string &text)
{
    const auto matrix = qrOf(text);
    if (!matrix)
        return matrix.error();
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || !pictureOf(*matrix, kSquarePixels).save(&file, "PNG") || !file.commit())
        return Error{ErrorCode::Storage, path + ": " + file.errorString().toStdString()};
    return {};
}

} // namespace menshen
