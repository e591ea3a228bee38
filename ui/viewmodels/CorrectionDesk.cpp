// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/CorrectionDesk.h"

#include "ui/viewmodels/UiWords.h"

#include <QPointer>

namespace menshen {

CorrectionDesk::CorrectionDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_backOffice(backOffice), m_plan(parts.config.plan), m_form(parts.config.plan)
{
    connect(&m_form, &IdentityForm::edited, this, &CorrectionDesk::changed);
}

void CorrectionDesk::setToday(HallDay today)
{
    m_today = today;
    m_form.setToday(today);
}

void CorrectionDesk::retranslate()
{
    m_form.retranslate();
    emit changed();
}

void CorrectionDesk::begin(EntrySeq visit, const IdentityDraft &now, const IdentityDraft &proposed, const QString &reason)
{
    ++m_request;
    m_visit = visit;
    m_now = now;
    m_reason = reason;
    m_error.reset();
    m_busy = false;
    m_open = true;
    m_form.edit(proposed);
    emit changed();
}

void CorrectionDesk::close()
{
    ++m_request;
    m_open = m_busy = false;
    m_now = {};
    m_reason.clear();
    m_error.reset();
    m_form.forget();
    emit changed();
}

void CorrectionDesk::setReason(const QString &reason)
{
    if (m_reason != reason) {
        m_reason = reason;
        emit changed();
    }
}

IdentityDraft CorrectionDesk::normalised() const
{
    IdentityDraft draft = m_form.draft();
    if (draft.documentType != DocumentType::None) {
        draft.document = checkDocument(draft.documentType, draft.document, draft.country, m_today).normalised;
    }
    draft.phone = checkPhone(draft.phone).normalised;
    return draft;
}

QString CorrectionDesk::missing() const
{
    const IdentityDraft draft = normalised();
    if (draft == m_now) {
        return tr("Nothing has been changed yet.");
    }
    if (draft.name.empty() && m_plan.nameField == FieldRule::Required) {
        return tr("The name is missing.");
    }
    const bool wantsDocument = !draft.document.empty() || m_plan.documentField == FieldRule::Required;
    if (wantsDocument && draft.unverifiedReason.empty() && (draft.documentType == DocumentType::None || !m_form.documentValid())) {
        return tr("The document is not right yet, or has to be kept as unverified.");
    }
    if (!draft.phone.empty() && !m_form.phoneValid()) {
        return tr("The phone is not right yet.");
    }
    if (draft.phone.empty() && draft.phoneNote.empty() && m_plan.phoneField == FieldRule::Required) {
        return tr("The phone is missing.");
    }
    return m_reason.trimmed().isEmpty() ? tr("The reason is missing: why is it put right?") : QString();
}

void CorrectionDesk::submit()
{
    if (!m_open || m_busy || !missing().isEmpty()) {
        return;
    }
    m_busy = true;
    m_error.reset();
    emit changed();
    m_post(AppendEntry{
        .entry = CorrectionEntry{.visit = m_visit, .identity = normalised(), .reason = m_reason.trimmed().toStdString()},
        .actor = "office",
        .done = m_backOffice.answer<Result<Receipt>>([self = QPointer(this), request = m_request, visit = m_visit](const auto &receipt) {
            if (!self) {
                return;
            }
            if (request == self->m_request) {
                self->answered(visit, receipt);
            } else if (receipt) {
                emit self->recorded(visit.value, receipt->seq.value); // the sheet was closed meanwhile
            }
        })});
}

void CorrectionDesk::answered(EntrySeq visit, const Result<Receipt> &result)
{
    m_busy = false;
    if (result) {
        close();
        emit recorded(visit.value, result->seq.value);
    } else {
        m_error = result.error();
        emit changed();
    }
}

QString CorrectionDesk::problem() const { return m_error ? tr("Not recorded: %1").arg(uiwords::of(*m_error)) : QString(); }

} // namespace menshen
