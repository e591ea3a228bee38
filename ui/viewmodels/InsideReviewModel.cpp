// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/InsideReviewModel.h"

#include "ui/viewmodels/UiWords.h"

#include <QPointer>

namespace menshen {

void InsideReviewModel::show(const SnapshotPtr &snapshot)
{
    if (m_leftOver != snapshot->leftOver) {
        m_leftOver = snapshot->leftOver;
        emit changed();
    }
}

QString InsideReviewModel::text() const
{
    return m_leftOver ? tr("%n left over when the last day ended. Walk through the hall: how many people are inside?", "", *m_leftOver)
                      : QString();
}

QString InsideReviewModel::problem() const { return m_error ? tr("Not recorded: %1").arg(uiwords::of(*m_error)) : QString(); }

void InsideReviewModel::forgetProblem()
{
    m_error.reset();
    emit changed();
}

void InsideReviewModel::review(const QString &found)
{
    bool isNumber = false;
    const int number = found.toInt(&isNumber);
    if (m_busy || !isNumber) {
        return;
    }
    m_busy = true;
    m_error.reset();
    emit changed();
    m_post(ReviewInside{
        .found = number, .actor = "guard", .done = m_backOffice.answer<Result<Receipt>>([self = QPointer(this)](const auto &receipt) {
            if (!self) {
                return;
            }
            self->m_busy = false;
            self->m_error = receipt ? std::nullopt : std::optional(receipt.error());
            emit self->changed();
            if (receipt) {
                emit self->recorded();
            }
        })});
}

} // namespace menshen
