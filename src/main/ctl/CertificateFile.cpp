// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/CertificateFile.h"

#include "drivers/documents/Certificate.h"

#include <QGuiApplication>

#include <array>

namespace menshen::ctl {

Result<void> writeCertificateFile(const std::string &path, const CertificateFacts &facts)
{
    std::string name = "menshenctl", option = "-platform", platform = "offscreen";
    std::array<char *, 4> arguments{name.data(), option.data(), platform.data(), nullptr};
    int count = 3;
    const QGuiApplication fonts(count, arguments.data());
    return writeCertificate(path, facts);
}

} // namespace menshen::ctl
