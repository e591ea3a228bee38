// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"
#include "src/main/ctl/Program.h"

namespace menshen::ctl {

// Which models the commands on the eye take.

struct ModelArguments {
    std::string faceModel, stateModel; ///< empty: those of --config, or the ones shipped
};

/// --face-model and --state-model.
void addModelOptions(CLI::App &command, ModelArguments &arguments);

/// BadConfig when there are no settings, or no models anywhere.
[[nodiscard]] Result<DetectorSettings> chosenModels(const ModelArguments &arguments, const Program &program);

/// Another's models, as an option names them: "aizoo=FOLDER" (with one .prototxt and one .caffemodel), "yunet=FILE.onnx"
/// (with the state model of `own`). Threads are those of `own`. BadInput.
[[nodiscard]] Result<DetectorSettings> peerModels(const std::string &option, const DetectorSettings &own);

} // namespace menshen::ctl
