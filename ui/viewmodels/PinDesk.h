// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/PinVault.h"
#include "ui/viewmodels/BackOffice.h"

#include <functional>
#include <string>

namespace menshen {

/// Asks the vault on a worker: hashing a PIN is slow on purpose. Answers come on the GUI thread.
class PinDesk {
public:
    using Answer = std::function<void(const Result<void> &)>;

    PinDesk(PinVault &vault, BackOffice &backOffice) : m_vault(vault), m_backOffice(backOffice) {}

    void verify(std::string pin, Answer answer)
    {
        m_backOffice.run([&vault = m_vault, pin = std::move(pin)] { return vault.verify(pin); }, std::move(answer));
    }
    void setFirst(std::string pin, Answer answer)
    {
        m_backOffice.run([&vault = m_vault, pin = std::move(pin)] { return vault.set({}, pin); }, std::move(answer));
    }
    [[nodiscard]] Result<bool> isSet() const { return m_vault.isSet(); }

private:
    PinVault &m_vault;
    BackOffice &m_backOffice;
};

} // namespace menshen
