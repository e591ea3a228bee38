// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/prctl.h>
#include <sys/resource.h>

namespace menshen {

/// A crash must not write the memory of this process to a disk: opened keys and the names and documents of visitors are in it,
/// and a core file knows no seal and no retention. Neither the kernel's own core file nor a collector behind a pipe gets one,
/// and no other process of the same user may read the memory. To be called first of all.
inline void leaveNoCoreDumps() noexcept
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // a limit of 0 does not stop a collector behind a pipe
}

} // namespace menshen
