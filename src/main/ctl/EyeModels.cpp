// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/EyeModels.h"

#include "drivers/config/ConfigFiles.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace menshen::ctl {

namespace {

namespace fs = std::filesystem;

/// The models that come with the program: config/models in a folder above it, as in a clone.
DetectorSettings shippedModels()
{
    DetectorSettings settings;
    std::error_code error;
    for (auto folder = fs::read_symlink("/proc/self/exe", error); folder.has_relative_path(); folder = folder.parent_path()) {
        const auto models = folder.parent_path() / "config/models";
        if (!fs::is_directory(models, error))
            continue;
        settings.faceModel = (models / "face-detector.onnx").string();
        settings.stateModel = (models / "mask-state.onnx").string();
        break;
    }
    return settings;
}

/// The one file of this ending; empty when there is none or more than one.
std::string onlyFile(const fs::path &folder, const char *extension)
{
    std::string found;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() != extension)
            continue;
        if (!found.empty())
            return {};
        found = entry.path().string();
    }
    return found;
}

} // namespace

void addModelOptions(CLI::App &command, ModelArguments &arguments)
{
    command.add_option("--face-model", arguments.faceModel, "Instead of the model of --config or the one shipped")
        ->check(CLI::ExistingFile);
    command.add_option("--state-model", arguments.stateModel, "Likewise")->check(CLI::ExistingFile);
}

Result<DetectorSettings> chosenModels(const ModelArguments &arguments, const Program &program)
{
    DetectorSettings settings;
    if (program.configGiven) {
        const auto config = loadStationConfig(program.config);
        if (!config)
            return config.error();
        settings = config->detector;
    } else {
        settings = shippedModels();
    }
    if (!arguments.faceModel.empty())
        settings.faceModel = arguments.faceModel;
    if (!arguments.stateModel.empty())
        settings.stateModel = arguments.stateModel;
    if (settings.faceModel.empty() || (settings.stateModel.empty() && settings.kind != DetectorKind::Aizoo))
        return Error{ErrorCode::BadConfig, "no models found beside the program: name them with --face-model and --state-model"};
    return settings;
}

Result<DetectorSettings> peerModels(const std::string &option, const DetectorSettings &own)
{
    const auto equals = option.find('=');
    const std::string kind = option.substr(0, equals), path = equals == std::string::npos ? std::string() : option.substr(equals + 1);
    DetectorSettings settings = own;
    if (kind == "aizoo" && !path.empty()) {
        settings.kind = DetectorKind::Aizoo;
        settings.faceNetwork = onlyFile(path, ".prototxt");
        settings.faceModel = onlyFile(path, ".caffemodel");
        if (settings.faceNetwork.empty() || settings.faceModel.empty())
            return Error{ErrorCode::BadInput, "--peer: " + path + ": a folder with one .prototxt and one .caffemodel"};
        return settings;
    }
    if (kind == "yunet" && !path.empty()) {
        settings.kind = DetectorKind::Yunet;
        settings.faceModel = path;
        return settings;
    }
    return Error{ErrorCode::BadInput, "--peer: " + option + ": aizoo=FOLDER or yunet=FILE"};
}

} // namespace menshen::ctl
