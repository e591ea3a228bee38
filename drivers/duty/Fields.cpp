// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Fields.h"

#include "drivers/duty/Html.h"

#include <charconv>

namespace menshen {

namespace {

constexpr std::string_view kStep = "step:";

std::string headerIn(const httplib::Headers &headers, const char *name)
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

} // namespace

std::string cookieIn(std::string_view header, std::string_view name)
{
    std::optional<std::string> value;
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        auto pair = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        while (pair.starts_with(' ')) {
            pair.remove_prefix(1);
        }
        if (pair.starts_with(name) && pair.size() > name.size() && pair[name.size()] == '=') {
            if (value) {
                return {};
            }
            value = pair.substr(name.size() + 1);
        }
    }
    return value.value_or(std::string());
}

std::string fieldIn(const httplib::Params &form, const std::string &name, std::size_t longest)
{
    const auto [first, last] = form.equal_range(name);
    const bool once = first != last && std::next(first) == last;
    return once && isPlainText(first->second, longest) ? first->second : std::string();
}

std::optional<AlertActionEntry> actionFrom(EntrySeq alert, std::string_view act, std::string reason)
{
    if (act == "acknowledge") {
        return AlertActionEntry{alert, AlertAction::Acknowledged, {}, {}};
    }
    if (act.starts_with(kStep) && act.size() > kStep.size()) {
        return AlertActionEntry{alert, AlertAction::StepDone, std::string(act.substr(kStep.size())), {}};
    }
    if (act == "handover") {
        return AlertActionEntry{alert, AlertAction::HandedOver, {}, std::move(reason)};
    }
    return {};
}

std::optional<EntrySeq> alertFrom(std::string_view digits)
{
    EntrySeq alert;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), alert.value);
    const bool number = !digits.empty() && problem == std::errc{} && end == digits.data() + digits.size();
    return number && alert.value > 0 && digits.front() != '0' ? std::optional(alert) : std::nullopt;
}

bool isFromOurPage(const httplib::Headers &headers, const std::string &origin)
{
    const std::string from = headerIn(headers, "Origin");
    const std::string site = headerIn(headers, "Sec-Fetch-Site");
    if (!from.empty() && from != origin) {
        return false;
    }
    if (!site.empty() && site != "same-origin") {
        return false;
    }
    return !from.empty() || !site.empty();
}

} // namespace menshen
