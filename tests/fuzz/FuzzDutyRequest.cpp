// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger sends to the duty page: a request's head, a token, a cookie, a form's field, a language. The first byte says which.
#include "drivers/duty/Fields.h"
#include "drivers/duty/Html.h"
#include "drivers/duty/LinkTokens.h"
#include "drivers/duty/Pages.h"
#include "drivers/duty/RequestHead.h"

#include <cstdlib>

using namespace menshen;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void head(std::string_view bytes)
{
    const RequestRules rules;
    const HeadVerdict verdict = judgeHead(bytes, "localhost:8443", rules);
    require(verdict.body <= rules.longestBody || verdict.refusal != 0);
    require(verdict.refusal == 0 || (verdict.refusal >= 400 && verdict.refusal < 600));
    // Whatever the fuzzer finds in front, a second length or a chunked body never gets through.
    std::string smuggler(bytes);
    if (smuggler.ends_with("\r\n\r\n") && verdict.refusal == 0) {
        smuggler.insert(smuggler.size() - 2, "Transfer-Encoding: chunked\r\n");
        require(judgeHead(smuggler, "localhost:8443", rules).refusal != 0);
    }
}

void token(std::string_view bytes)
{
    const LinkTokens tokens{SecretKey{}};
    const WallTime now{std::chrono::seconds(1'800'000'000)};
    if (const auto link = tokens.linkOf(bytes, now)) {
        require(tokens.tokenOf(*link) == bytes && link->until > now);
    }
}

void form(const std::string &body)
{
    httplib::Params params;
    httplib::detail::parse_query_text(body, params);
    for (const char *name : {"form", "person", "pin", "act", "reason"}) {
        const std::string field = fieldIn(params, name, 64);
        require(isPlainText(field, 64));
        if (const auto action = actionFrom(EntrySeq{1}, field, field)) {
            require(action->action != AlertAction::StepDone || !action->step.empty());
        }
    }
}

void text(std::string_view bytes)
{
    const std::string safe = escaped(bytes);
    require(safe.find_first_of("<>\"'") == std::string::npos);
    (void)languageFrom(bytes);
    (void)cookieIn(bytes, "__Host-menshen");
    if (const auto alert = alertFrom(bytes)) {
        require(std::to_string(alert->value) == bytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        head(rest);
        break;
    case 1:
        token(rest);
        break;
    case 2:
        form(std::string(rest));
        break;
    default:
        text(rest);
    }
    return 0;
}
