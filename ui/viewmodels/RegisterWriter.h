// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationAnswers.h"
#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"

namespace menshen {

/// Changes registers on a worker: each waits there until the ledger has it.
class RegisterWriter {
public:
    using Work = std::function<Result<void>(RegisterOffice &office, const RegisterOffice::Append &append)>;
    using Answer = std::function<void(const Result<void> &)>; ///< on the GUI thread

    RegisterWriter(const UiParts &parts, BackOffice &backOffice) : m_post(parts.post), m_office(parts.registers), m_backOffice(backOffice)
    {
    }

    [[nodiscard]] std::shared_ptr<const RegistersNow> now() const { return m_office.now(); }
    [[nodiscard]] const RegisterOffice &office() const { return m_office; }

    void run(Work work, Answer answer)
    {
        m_backOffice.run(
            [work = std::move(work), &office = m_office, post = m_post] {
                return work(office,
                            [&post](Entry entry, const std::string &actor) { return appendAndWait(post, std::move(entry), actor); });
            },
            std::move(answer));
    }
    /// Whether each register has a version to go back to.
    void askUndo(std::function<void(const std::pair<bool, bool> &)> answer)
    {
        m_backOffice.run(
            [&office = m_office] {
                const auto may = [&](RegisterKind kind) {
                    const auto known = office.mayUndo(kind);
                    return known && *known;
                };
                return std::pair(may(RegisterKind::LeadingGroup), may(RegisterKind::Roster));
            },
            std::move(answer));
    }

private:
    PostCommand m_post;
    RegisterOffice &m_office;
    BackOffice &m_backOffice;
};

} // namespace menshen
