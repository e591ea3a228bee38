// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/CaptureStore.h"

#include <filesystem>

namespace menshen {

/// Captures as folders below one, for the owner's eyes only (0700, files 0600):
///   <id>/0001.jpg …     the pictures, faces blurred
///   <id>/notes.jsonl    a line a picture: {"picture","at","width","height","faces":[{"box","score","mask","no_mask",
///                       "incorrect","sharpness","brightness"}]}; "at" is UTC, boxes are pixels [x, y, w, h]
///   <id>/ended          its end is in the ledger
///   <id>/destroyed      "<pictures> expired" or "<pictures> wanted"; then it is the only one left
class CaptureFolder final : public CaptureStore {
public:
    explicit CaptureFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] Result<std::int64_t> begin(const std::string &id) override;
    [[nodiscard]] Result<PictureFile> keep(const std::string &id, const Frame &frame, const PictureNote &note,
                                           const std::vector<PixelBox> &hide) override;
    [[nodiscard]] Result<void> end(const std::string &id) override;
    [[nodiscard]] Result<std::vector<StoredCapture>> list() override;
    [[nodiscard]] Result<int> destroy(const std::string &id, bool expired) override;
    [[nodiscard]] Result<void> forget(const std::string &id) override;

private:
    [[nodiscard]] Result<std::filesystem::path> folderOf(const std::string &id) const;

    const std::filesystem::path m_folder;
};

} // namespace menshen
