// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/DutyDesk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

// The duty page's HTML. Pure: whatever comes in is escaped here, and only here. No script or style within a page; it works
// without a script.

enum class PageLanguage : std::uint8_t { Chinese, English };

[[nodiscard]] inline const std::string &in(PageLanguage language, const LocalText &text)
{
    return language == PageLanguage::Chinese ? text.zh : text.en;
}

/// What Accept-Language asks for; Chinese when it asks for neither.
[[nodiscard]] PageLanguage languageFrom(std::string_view acceptLanguage);

/// What every page of one visitor shares.
struct PageFrame {
    PageLanguage language = PageLanguage::Chinese;
    std::string station;
    std::string path;                ///< of this page, for the switch of language; empty: none
    std::string formToken;           ///< for its forms
    std::optional<PinHolder> person; ///< signed in
    std::string assets;              ///< the folder of style and script, "/page-1f2e3d/"
};

/// What went wrong with a form, and what had been filled in; a PIN is never given back.
struct FormTrouble {
    LocalText text;
    std::string act, person, reason;
};

[[nodiscard]] LocalText wordsOf(DutyOutcome outcome);
/// Too many wrong PINs from one place.
[[nodiscard]] LocalText waitWords(std::chrono::seconds wait);

/// Signing in; `why`: what led here instead of what was asked for.
[[nodiscard]] std::string signInPage(const PageFrame &frame, const std::vector<DutyPerson> &people, const LocalText &why,
                                     const std::optional<FormTrouble> &trouble);
/// Goes on to `path` by itself: a link's token has been spent and must not stay in the address.
[[nodiscard]] std::string openedPage(const PageFrame &frame, const std::string &path);
[[nodiscard]] std::string alertPage(const PageFrame &frame, const DutyAlert &alert, const std::vector<DutyPerson> &people,
                                    const std::optional<FormTrouble> &trouble);
[[nodiscard]] std::string boardPage(const PageFrame &frame, const DutyBoard &board);
/// A plain sentence: not found, closed, not recorded.
[[nodiscard]] std::string messagePage(const PageFrame &frame, const LocalText &title, const LocalText &text);

/// The part of a page that the script replaces when it has changed.
[[nodiscard]] std::string alertLive(PageLanguage language, const DutyAlert &alert);
[[nodiscard]] std::string boardLive(PageLanguage language, const DutyBoard &board);
/// Names what a part says; another part, another name.
[[nodiscard]] std::string tagOf(std::string_view part);

} // namespace menshen
