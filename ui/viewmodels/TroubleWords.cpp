// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/EntryWords.h"

#include <QCoreApplication>

namespace menshen::uiwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// English begins a heading with a capital, but not what stands in the middle of a sentence.
QString within(const QString &words) { return words.left(1).toLower() + words.mid(1); }

QString ofFault(const LedgerTrouble &trouble)
{
    const QString found = within(of(trouble.fault));
    return trouble.entry == EntrySeq{} ? Words::tr("The ledger was altered or damaged: %1. Tell the office at once.").arg(found)
                                       : Words::tr("The ledger was altered or damaged: entry %1 (%2). Tell the office at once.")
                                             .arg(trouble.entry.value)
                                             .arg(found);
}

} // namespace

QString of(const LedgerTrouble &trouble, UtcOffset offset)
{
    const QString since = dayAndClock(trouble.since, offset).replace(QLatin1Char(' '), QChar::Nbsp); // not over two lines
    switch (trouble.kind) {
    case LedgerTroubleKind::ChainFault:
        return ofFault(trouble);
    case LedgerTroubleKind::VerificationFailed:
        return Words::tr("Ledger verification failing since %1 (%2)").arg(since, of(trouble.error));
    case LedgerTroubleKind::BackupFailed:
        return Words::tr("Ledger backup failing since %1 (%2)").arg(since, of(trouble.error));
    case LedgerTroubleKind::PurgeFailed:
        return Words::tr("Due destruction failing since %1 (%2)").arg(since, of(trouble.error));
    case LedgerTroubleKind::PurgeHeld:
        return Words::tr("Due destruction held back since %1").arg(since);
    }
    return {};
}

} // namespace menshen::uiwords
