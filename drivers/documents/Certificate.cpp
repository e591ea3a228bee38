// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/Certificate.h"

#include "drivers/documents/CertificateText.h"
#include "drivers/documents/Paper.h"

namespace menshen {

Result<void> writeCertificate(const std::string &path, const CertificateFacts &facts)
{
    return printPaper(path, QStringLiteral("Menshen: certificate of destruction"), certificateHtml(facts), facts.head);
}

} // namespace menshen
