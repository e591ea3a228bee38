// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/Paper.h"

#include "drivers/documents/QrCode.h"
#include "drivers/documents/QrPicture.h"

#include <QFont>
#include <QGuiApplication>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QScreen>
#include <QTextDocument>
#include <QTextFrame>
#include <QUrl>

namespace menshen {
namespace {

constexpr int kDotsPerInch = 300;
constexpr int kSquarePixels = 12; ///< enough that scaling on paper blurs no square
constexpr double kFontPoints = 9;
constexpr double kNarrowMillimetres = 14;
constexpr double kA4Width = 210, kA4Height = 297; ///< millimetres
constexpr std::size_t kBytesInARow = 16;          ///< of a hash: 32 digits fit their column

QFont paperFont()
{
    QFont font(QStringList{"Noto Sans CJK SC", "Source Han Sans SC", "sans-serif"});
    font.setPointSizeF(kFontPoints);
    // Shaped digits are glyphs of their own in these fonts, and Qt's PDF would not tell readers that they are digits.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

/// In a document's own dots.
double dotsPerMillimetre() { return QGuiApplication::primaryScreen()->logicalDotsPerInchY() / 25.4; }

} // namespace

double pageShareOf(const QString &html)
{
    QTextDocument document;
    document.setDefaultFont(paperFont());
    document.setDocumentMargin(0);
    document.setHtml(html);
    document.setTextWidth((kA4Width - 2 * kNarrowMillimetres) * dotsPerMillimetre());
    return document.size().height() / ((kA4Height - 2 * kNarrowMillimetres) * dotsPerMillimetre());
}

Result<void> printPaper(const std::string &path, const QString &title, const QString &html, const std::optional<LedgerHead> &head,
                        Margins margins)
{
    QTextDocument document;
    document.setDefaultFont(paperFont());
    if (head) {
        const auto matrix = qrOf(headText(*head));
        if (!matrix)
            return matrix.error();
        document.addResource(QTextDocument::ImageResource, QUrl(kHeadPicture), pictureOf(*matrix, kSquarePixels));
    }
    document.setHtml(html);

    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Storage, path + ": " + file.errorString().toStdString()};
    {
        QPdfWriter pdf(&file);
        pdf.setTitle(title);
        pdf.setResolution(kDotsPerInch);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
        if (margins == Margins::Narrow) {
            // In the document's own dots; else Qt lays it out with margins of 2 cm.
            document.setPageSize(QSizeF(kA4Width, kA4Height) * dotsPerMillimetre());
            auto frame = document.rootFrame()->frameFormat();
            frame.setMargin(kNarrowMillimetres * dotsPerMillimetre());
            document.rootFrame()->setFrameFormat(frame);
        }
        document.print(&pdf);
    }
    if (!file.commit())
        return Error{ErrorCode::Storage, path + ": " + file.errorString().toStdString()};
    return {};
}

QString grouped(const std::string &hex)
{
    QString text;
    for (std::size_t i = 0; i < hex.size(); i += 4) {
        if (i > 0)
            text += i % (2 * kBytesInARow) == 0 ? QStringLiteral("<br>") : QStringLiteral(" ");
        text += QString::fromStdString(hex.substr(i, 4));
    }
    return text;
}

QString headPart(const LedgerHead &head)
{
    return QStringLiteral(
               "<table width='100%' cellpadding='4'><tr><td width='30%'><img src='%1' width='140' height='140'></td>"
               "<td width='70%' valign='middle'>账本首哈希（已签名） · Signed head of the ledger<br>№ %2, "
               "<b>%3</b><br><small>%4<br>保存此码者，日后可查知账本是否被删改：menshenctl ledger verify --heads。<br>Whoever keeps "
               "it can tell later whether the ledger was cut or rewritten.</small></td></tr></table>")
        .arg(kHeadPicture)
        .arg(head.seq.value)
        .arg(QString::fromStdString(shortForm(head.hash)), grouped(hexOf(head.hash)));
}

} // namespace menshen
