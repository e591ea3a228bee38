// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/UiWords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace menshen::uiwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BadConfig:
        return Words::tr("wrong settings");
    case ErrorCode::BadInput:
        return Words::tr("not a valid value");
    case ErrorCode::NotFound:
        return Words::tr("not found");
    case ErrorCode::DeviceUnavailable:
        return Words::tr("not connected");
    case ErrorCode::DeviceTimeout:
        return Words::tr("does not answer");
    case ErrorCode::DeviceProtocol:
        return Words::tr("answers nonsense");
    case ErrorCode::DeviceBusy:
        return Words::tr("in use by another program");
    case ErrorCode::PictureBlack:
        return Words::tr("picture black");
    case ErrorCode::PictureOverexposed:
        return Words::tr("picture overexposed");
    case ErrorCode::PictureFrozen:
        return Words::tr("picture frozen");
    case ErrorCode::DiskFull:
        return Words::tr("disk full");
    case ErrorCode::Storage:
        return Words::tr("file error");
    case ErrorCode::Damaged:
        return Words::tr("the ledger's file is damaged");
    case ErrorCode::SchemaTooNew:
        return Words::tr("written by a newer version");
    case ErrorCode::SchemaTooOld:
        return Words::tr("written by a version without seals");
    case ErrorCode::KeyMissing:
        return Words::tr("the station's key is missing");
    case ErrorCode::WrongKey:
        return Words::tr("the key does not open this ledger");
    case ErrorCode::WrongStation:
        return Words::tr("the ledger of another station");
    case ErrorCode::Denied:
        return Words::tr("not allowed");
    case ErrorCode::Cancelled:
        return Words::tr("cancelled");
    case ErrorCode::Internal:
        return Words::tr("internal fault");
    }
    return {};
}

QString adviceFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Damaged:
        return Words::tr("Do not delete, copy over or mend the file: it is evidence.\n"
                         "The technician runs \"menshenctl ledger verify\", which names the place, and brings the newest backup back with "
                         "\"menshenctl ledger restore\".");
    case ErrorCode::SchemaTooNew:
        return Words::tr("Install the version of Menshen that wrote this ledger, or a newer one.\nDo not delete the file.");
    case ErrorCode::SchemaTooOld:
        return Words::tr("Keep the old file where it is safe: it is not sealed.\n"
                         "Name another file as the ledger in the settings; a new ledger begins there.");
    case ErrorCode::KeyMissing:
        return Words::tr("Put the key file back where the settings say, or type the passphrase.\n"
                         "If the key is lost: \"menshenctl keys recover\" with the recovery passphrase from the safe.\n"
                         "A new key does not help: it would open nothing of what has been recorded.");
    case ErrorCode::WrongKey:
        return Words::tr("The key and the ledger do not belong together: look whether one of them was copied from elsewhere.\n"
                         "\"menshenctl keys recover\" with the recovery passphrase from the safe makes them fit again.");
    case ErrorCode::WrongStation:
        return Words::tr(
            "This file belongs to another station. Put this station's own ledger back, or set the right file in the settings.\n"
            "Do not delete the file: the other station may need it.");
    case ErrorCode::DiskFull:
        return Words::tr("Make room on the disk: move exports and old backups elsewhere.\nDo not delete the ledger or its key.");
    case ErrorCode::Denied:
        return Words::tr("Others may read the key, or Menshen may not: the technician sets the owner and the rights of the file (0600).");
    case ErrorCode::BadConfig:
        return Words::tr("The technician puts right what the line below says; \"menshenctl config check\" tries the settings.");
    default:
        return Words::tr("Look whether the disk is there and may be written, then start the station again.\n"
                         "If that does not help, call the technician and keep the file.");
    }
}

QString ofPin(const Error &error)
{
    if (error.code == ErrorCode::BadInput) {
        return Words::tr("6 to 12 digits; not all the same, not in a row.");
    }
    if (error.code != ErrorCode::Denied) {
        return Words::tr("The PIN could not be checked: %1.").arg(of(error));
    }
    static const QRegularExpression number(QStringLiteral("\\d+"));
    const auto wait = number.match(QString::fromStdString(error.detail));
    return wait.hasMatch() ? Words::tr("Too many wrong tries. Wait %1 s.").arg(wait.captured()) : Words::tr("Wrong PIN.");
}

} // namespace menshen::uiwords
