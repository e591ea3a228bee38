// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/LabelledFaces.h"
#include "menshen/ports/Camera.h"

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>

namespace menshen {

// The training's split (tools/train/data.py): whole groups only, groups that share a picture stay together, and a hash
// of the cluster's name says on which side it stands. Change both together.

/// Called after each picture.
using PictureProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Groups joined to clusters; a cluster's name is that of its first group in byte order. A value.
class GroupClusters {
public:
    void join(const std::string &a, const std::string &b);
    /// The cluster's name; `group` itself when nobody joined it.
    [[nodiscard]] std::string of(std::string group) const;

private:
    std::map<std::string, std::string> m_parents;
};

[[nodiscard]] bool isValidation(std::string_view cluster);

/// The pictures that training never saw, in their order. Every picture is read, since two that look alike join their
/// groups; one that cannot be read joins none. Cancelled when stopped.
[[nodiscard]] Result<std::vector<LabelledPicture>> validationPart(const std::filesystem::path &folder,
                                                                  const std::vector<LabelledPicture> &pictures,
                                                                  const PictureProgress &progress, const std::stop_token &stop);

} // namespace menshen
