// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/Certificate.h"

#include "drivers/documents/CertificateText.h"
#include "drivers/documents/QrCode.h"
#include "drivers/documents/QrPicture.h"

#include <QFont>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QUrl>

namespace menshen {
namespace {

constexpr int kDotsPerInch = 300;
constexpr int kSquarePixels = 12; ///< enough that scaling on paper blurs no square
constexpr double kFontPoints = 9;

} // namespace

Result<void> writeCertificate(const std::string &path, const CertificateFacts &facts)
{
    QTextDocument document;
    QFont font(QStringList{"Noto Sans CJK SC", "Source Han Sans SC", "sans-serif"});
    font.setPointSizeF(kFontPoints);
    // Shaped digits are glyphs of their own in these fonts, and Qt's PDF would not tell readers that they are digits.
    font.setStyleStrategy(QFont::PreferNoShaping);
    document.setDefaultFont(font);
    if (facts.head) {
        const auto matrix = qrOf(headText(*facts.head));
        if (!matrix)
            return matrix.error();
        document.addResource(QTextDocument::ImageResource, QUrl(kHeadPicture), pictureOf(*matrix, kSquarePixels));
    }
    document.setHtml(certificateHtml(facts));

    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Storage, path + ": " + file.errorString().toStdString()};
    {
        QPdfWriter pdf(&file);
        pdf.setTitle(QStringLiteral("Menshen: certificate of destruction"));
        pdf.setResolution(kDotsPerInch);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        document.print(&pdf);
    }
    if (!file.commit())
        return Error{ErrorCode::Storage, path + ": " + file.errorString().toStdString()};
    return {};
}

} // namespace menshen
