// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Identity.h"
#include "menshen/core/Plan.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// What the guard types of a person, with core's checks put into words as he types. It belongs to the guard: it is filled from
/// elsewhere only when another person's form comes onto the screen.
class IdentityForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the door's model makes it")
    Q_PROPERTY(QString name MEMBER m_name NOTIFY edited FINAL)
    Q_PROPERTY(QString document READ document WRITE setDocument NOTIFY edited FINAL)
    Q_PROPERTY(int documentType READ documentType WRITE setDocumentType NOTIFY edited FINAL)
    Q_PROPERTY(QString country MEMBER m_country NOTIFY edited FINAL)
    Q_PROPERTY(QString unverifiedReason MEMBER m_unverifiedReason NOTIFY edited FINAL)
    Q_PROPERTY(QString phone MEMBER m_phone NOTIFY edited FINAL)
    Q_PROPERTY(QString phoneNote MEMBER m_phoneNote NOTIFY edited FINAL)
    Q_PROPERTY(QString purpose MEMBER m_purpose NOTIFY edited FINAL)

    Q_PROPERTY(QStringList documentTypes READ documentTypes NOTIFY wordsChanged FINAL)
    Q_PROPERTY(QString documentTypeWord READ documentTypeWord NOTIFY edited FINAL)
    Q_PROPERTY(bool wantsCountry READ wantsCountry NOTIFY edited FINAL)
    Q_PROPERTY(bool wantsNumber READ wantsNumber NOTIFY edited FINAL)
    Q_PROPERTY(QString documentProblem READ documentProblem NOTIFY edited FINAL) ///< it must be put right or kept as unverified
    Q_PROPERTY(QString documentHint READ documentHint NOTIFY edited FINAL)       ///< not finished yet, or a warning
    Q_PROPERTY(bool documentValid READ documentValid NOTIFY edited FINAL)
    Q_PROPERTY(bool mayKeepUnverified READ mayKeepUnverified NOTIFY edited FINAL)
    Q_PROPERTY(QString phoneHint READ phoneHint NOTIFY edited FINAL)
    Q_PROPERTY(bool phoneValid READ phoneValid NOTIFY edited FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY edited FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY edited FINAL)
    Q_PROPERTY(bool nameShown MEMBER m_nameShown CONSTANT FINAL)
    Q_PROPERTY(bool nameRequired MEMBER m_nameRequired CONSTANT FINAL)
    Q_PROPERTY(bool documentShown MEMBER m_documentShown CONSTANT FINAL)
    Q_PROPERTY(bool documentRequired MEMBER m_documentRequired CONSTANT FINAL)
    Q_PROPERTY(bool phoneShown MEMBER m_phoneShown CONSTANT FINAL)
    Q_PROPERTY(bool phoneRequired MEMBER m_phoneRequired CONSTANT FINAL)
    Q_PROPERTY(bool purposeShown MEMBER m_purposeShown CONSTANT FINAL)
    Q_PROPERTY(bool purposeRequired MEMBER m_purposeRequired CONSTANT FINAL)
public:
    explicit IdentityForm(const Plan &plan, QObject *parent = nullptr);

    [[nodiscard]] IdentityDraft draft() const;
    /// The hall's day, against which birth dates are checked.
    void setToday(HallDay today) { m_today = today; }
    /// Somebody's form instead of the one before, of which nothing can be brought back: what has been recorded of him, or was
    /// typed before.
    void edit(const IdentityDraft &draft);
    void forget() { edit({}); }
    void retranslate();

    Q_INVOKABLE void clear(); ///< may be undone until the next person
    Q_INVOKABLE void undoClear();

    [[nodiscard]] QString document() const { return m_document; }
    void setDocument(const QString &document);
    [[nodiscard]] int documentType() const { return static_cast<int>(m_type); }
    void setDocumentType(int type);
    [[nodiscard]] QStringList documentTypes() const;
    [[nodiscard]] QString documentTypeWord() const;
    [[nodiscard]] bool wantsCountry() const { return m_type == DocumentType::ForeignPassport; }
    [[nodiscard]] bool wantsNumber() const { return m_type != DocumentType::None; }
    [[nodiscard]] QString documentProblem() const;
    [[nodiscard]] QString documentHint() const;
    [[nodiscard]] bool documentValid() const;
    [[nodiscard]] bool mayKeepUnverified() const;
    [[nodiscard]] QString phoneHint() const;
    [[nodiscard]] bool phoneValid() const;
    [[nodiscard]] bool isEmpty() const { return draft() == IdentityDraft{}; }
    [[nodiscard]] bool canUndo() const { return m_cleared != IdentityDraft{} && isEmpty(); }

signals:
    void edited();
    void wordsChanged();

private:
    [[nodiscard]] DocumentCheck check() const;
    void fill(const IdentityDraft &draft);

    QString m_name, m_document, m_country, m_unverifiedReason, m_phone, m_phoneNote, m_purpose;
    DocumentType m_type = DocumentType::ResidentId;
    bool m_typeChosen = false; ///< by the guard: it is no longer guessed from the number
    IdentityDraft m_cleared;   ///< what clear() took away
    HallDay m_today{};
    bool m_nameShown, m_nameRequired, m_documentShown, m_documentRequired;
    bool m_phoneShown, m_phoneRequired, m_purposeShown, m_purposeRequired;
};

} // namespace menshen
