// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/OpenDetector.h"

#include "drivers/vision/AizooMaskDetector.h"
#include "drivers/vision/OnnxMaskDetector.h"
#include "drivers/vision/YunetMaskDetector.h"

namespace menshen {

Result<std::unique_ptr<MaskDetector>> openDetector(const DetectorSettings &settings)
{
    switch (settings.kind) {
    case DetectorKind::Aizoo:
        return AizooMaskDetector::open(settings);
    case DetectorKind::Yunet:
        return YunetMaskDetector::open(settings);
    case DetectorKind::Menshen:
        break;
    }
    return OnnxMaskDetector::open(settings);
}

} // namespace menshen
