// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/CertificateFile.h"

#include "drivers/documents/Certificate.h"

#include <QGuiApplication>

#include <array>

namespace menshen::ctl {

Result<void> writeCertificateFile(const std::string &path, const CertificateFacts &facts)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::string name = "menshenctl";
    std::array<char *, 2> arguments{name.data(), nullptr};
    int count = 1;
    const QGuiApplication fonts(count, arguments.data());
    return writeCertificate(path, facts);
}

} // namespace menshen::ctl
