// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/IdentityForm.h"

#include "ui/viewmodels/UiWords.h"

#include <utility>

namespace menshen {

namespace {

constexpr int kDocumentTypes = static_cast<int>(DocumentType::None) + 1;

/// Of an unfinished number: no reason to shout while it is being typed.
bool isUnfinished(DocumentProblem problem)
{
    return problem == DocumentProblem::Empty || problem == DocumentProblem::BadLength || problem == DocumentProblem::CountryMissing;
}

} // namespace

IdentityForm::IdentityForm(const Plan &plan, QObject *parent)
    : QObject(parent), m_nameShown(plan.nameField != FieldRule::Off), m_nameRequired(plan.nameField == FieldRule::Required),
      m_documentShown(plan.documentField != FieldRule::Off), m_documentRequired(plan.documentField == FieldRule::Required),
      m_phoneShown(plan.phoneField != FieldRule::Off), m_phoneRequired(plan.phoneField == FieldRule::Required),
      m_purposeShown(plan.purposeField != FieldRule::Off), m_purposeRequired(plan.purposeField == FieldRule::Required)
{
}

IdentityDraft IdentityForm::draft() const
{
    return {.name = m_name.trimmed().toStdString(),
            .documentType = m_type,
            .document = m_document.trimmed().toStdString(),
            .country = m_country.trimmed().toStdString(),
            .unverifiedReason = m_unverifiedReason.trimmed().toStdString(),
            .phone = m_phone.trimmed().toStdString(),
            .phoneNote = m_phoneNote.trimmed().toStdString(),
            .purpose = m_purpose.trimmed().toStdString()};
}

void IdentityForm::fill(const IdentityDraft &draft)
{
    m_name = QString::fromStdString(draft.name);
    m_document = QString::fromStdString(draft.document);
    m_type = draft.documentType;
    m_country = QString::fromStdString(draft.country);
    m_unverifiedReason = QString::fromStdString(draft.unverifiedReason);
    m_phone = QString::fromStdString(draft.phone);
    m_phoneNote = QString::fromStdString(draft.phoneNote);
    m_purpose = QString::fromStdString(draft.purpose);
    m_typeChosen = false;
    emit edited();
}

void IdentityForm::edit(const IdentityDraft &draft)
{
    m_cleared = {};
    fill(draft);
    m_typeChosen = draft.documentType != DocumentType::ResidentId;
}

void IdentityForm::clear()
{
    if (!isEmpty()) {
        m_cleared = draft();
        fill({});
    }
}

void IdentityForm::undoClear()
{
    if (canUndo()) {
        fill(std::exchange(m_cleared, {}));
    }
}

void IdentityForm::retranslate()
{
    emit wordsChanged();
    emit edited();
}

void IdentityForm::setDocument(const QString &document)
{
    if (m_document == document) {
        return;
    }
    m_document = document;
    if (!m_typeChosen) {
        m_type = guessDocumentType(m_document.trimmed().toStdString());
    }
    emit edited();
}

void IdentityForm::setDocumentType(int type)
{
    if (type < 0 || type >= kDocumentTypes) {
        return;
    }
    m_type = static_cast<DocumentType>(type);
    m_typeChosen = true;
    if (m_type == DocumentType::None) {
        m_document.clear();
    }
    emit edited();
}

QStringList IdentityForm::documentTypes() const
{
    QStringList words;
    for (int i = 0; i < kDocumentTypes; ++i) {
        words.append(uiwords::of(static_cast<DocumentType>(i)));
    }
    return words;
}

QString IdentityForm::documentTypeWord() const { return uiwords::of(m_type); }

DocumentCheck IdentityForm::check() const
{
    return checkDocument(m_type, m_document.trimmed().toStdString(), m_country.trimmed().toStdString(), m_today);
}

QString IdentityForm::documentProblem() const
{
    if (m_document.trimmed().isEmpty() || m_type == DocumentType::None) {
        return {};
    }
    for (const DocumentProblem problem : check().problems) {
        if (!isUnfinished(problem)) {
            return uiwords::of(problem, m_type, m_document.trimmed().size());
        }
    }
    return {};
}

QString IdentityForm::documentHint() const
{
    if (m_document.trimmed().isEmpty() || m_type == DocumentType::None) {
        return {};
    }
    const DocumentCheck checked = check();
    if (!checked.problems.empty()) {
        return uiwords::of(checked.problems.front(), m_type, m_document.trimmed().size());
    }
    return checked.warnings.empty() ? QString() : uiwords::of(checked.warnings.front());
}

bool IdentityForm::documentValid() const { return !m_document.trimmed().isEmpty() && wantsNumber() && check().valid(); }

bool IdentityForm::mayKeepUnverified() const
{
    return m_type == DocumentType::None || (!m_document.trimmed().isEmpty() && !check().valid());
}

QString IdentityForm::phoneHint() const
{
    if (m_phone.trimmed().isEmpty()) {
        return {};
    }
    const PhoneCheck checked = checkPhone(m_phone.trimmed().toStdString());
    if (!checked.problems.empty()) {
        return uiwords::of(checked.problems.front());
    }
    return checked.warnings.empty() ? QString() : uiwords::of(checked.warnings.front());
}

bool IdentityForm::phoneValid() const { return !m_phone.trimmed().isEmpty() && checkPhone(m_phone.trimmed().toStdString()).valid(); }

} // namespace menshen
