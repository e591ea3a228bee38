// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/SmsCourier.h"

#include "drivers/couriers/SmsText.h"

#include <algorithm>
#include <array>
#include <utility>

namespace menshen {

namespace {

constexpr Micros kForCommand = 3s, kForAttention = 1s, kForPrompt = 5s;
constexpr int kAttentions = 3;
constexpr Micros kNetworkLater = 30s;

/// +CMS ERROR, 3GPP TS 27.005 and 24.011: the number will never do, as opposed to the network not now.
constexpr std::array kNeverThisNumber{1, 8, 10, 21, 28, 29, 30, 50, 69};
/// And what keeps every message from going until somebody comes: no SIM, PIN, PUK, wrong SIM, no service centre.
constexpr std::array kSomebodyMustCome{310, 311, 312, 313, 315, 316, 317, 318, 330};

template <std::size_t N>
bool isOneOf(const std::array<int, N> &codes, std::optional<int> code)
{
    return code && std::find(codes.begin(), codes.end(), *code) != codes.end();
}

Error refusedCommand(const std::string &command, const AtReply &reply)
{
    return {ErrorCode::DeviceProtocol, "the modem answers " + command + " with " + forLog(reply.failure())};
}

/// One command that has to be answered by OK.
Result<AtReply> done(ModemLine &modem, const std::string &command)
{
    auto reply = modem.ask(command, kForCommand);
    if (reply && reply->state() != AtReply::State::Ok)
        return refusedCommand(command, *reply);
    return reply;
}

/// The first answers after a crash belong to whatever was asked before it.
Result<void> attention(ModemLine &modem)
{
    Error last;
    for (int i = 0; i < kAttentions; ++i) {
        modem.reset();
        const auto reply = modem.ask("AT", kForAttention);
        if (reply && reply->state() == AtReply::State::Ok)
            return {};
        last = reply ? refusedCommand("AT", *reply) : reply.error();
        if (last.code != ErrorCode::DeviceTimeout && last.code != ErrorCode::DeviceProtocol)
            break;
    }
    return last;
}

/// Whether its SIM is open. A PIN is never tried: three wrong ones, and the card is locked.
Result<void> simReady(ModemLine &modem)
{
    const auto reply = modem.ask("AT+CPIN?", kForCommand);
    if (!reply)
        return reply.error();
    const auto state = reply->after("+CPIN:");
    if (reply->state() == AtReply::State::Ok && state == "READY")
        return {};
    return Error{ErrorCode::BadConfig, "the SIM is not ready (" + forLog(state.value_or(reply->failure())) +
                                           "): it must be in its place, with its PIN switched off"};
}

/// "+CREG: 0,1": at home, or ",5" roaming. A modem that does not know the question may still send.
Result<void> networkReady(ModemLine &modem)
{
    const auto reply = modem.ask("AT+CREG?", kForCommand);
    if (!reply)
        return reply.error();
    const auto state = reply->after("+CREG:");
    if (reply->state() != AtReply::State::Ok || !state)
        return {};
    const auto comma = state->find(',');
    const char registered = comma != std::string::npos && comma + 1 < state->size() ? (*state)[comma + 1] : '1';
    if (registered == '1' || registered == '5')
        return {};
    return Error{ErrorCode::DeviceBusy, "the modem has no network (+CREG: " + forLog(*state) + ')'};
}

Result<void> prepared(ModemLine &modem)
{
    if (auto ready = attention(modem); !ready)
        return ready;
    if (auto quiet = done(modem, "ATE0"); !quiet)
        return quiet.error();
    if (auto ready = simReady(modem); !ready)
        return ready;
    if (auto ready = networkReady(modem); !ready)
        return ready;
    // Text mode; UCS2; valid for a day, text in UCS2 that the telephone keeps (class 1).
    for (const auto *command : {"AT+CMGF=1", "AT+CSCS=\"UCS2\"", "AT+CSMP=17,167,0,25"}) {
        if (auto set = done(modem, command); !set)
            return set.error();
    }
    return {};
}

Error errorOf(const AtReply &reply)
{
    const auto code = reply.smsError();
    if (isOneOf(kNeverThisNumber, code))
        return {ErrorCode::BadInput, "the network refuses this number: " + forLog(reply.failure())};
    if (isOneOf(kSomebodyMustCome, code))
        return {ErrorCode::BadConfig, "the SIM cannot send: " + forLog(reply.failure())};
    return {ErrorCode::DeviceBusy, "the network did not take it: " + forLog(reply.failure())};
}

/// The network's reference of the message.
Result<std::string> sent(ModemLine &modem, const std::string &number, const std::u16string &text, Micros timeout)
{
    const auto prompt = modem.askForPrompt("AT+CMGS=\"" + ucs2Hex(utf16From(number)) + '"', kForPrompt);
    if (!prompt) {
        modem.reset(); // should it come after all
        return prompt.error();
    }
    if (prompt->state() == AtReply::State::Failed)
        return errorOf(*prompt);
    if (prompt->state() != AtReply::State::Prompt)
        return Error{ErrorCode::DeviceProtocol, "the modem does not ask for the text"};
    const auto reply = modem.give(ucs2Hex(text), timeout);
    if (!reply)
        return reply.error();
    if (reply->state() != AtReply::State::Ok)
        return errorOf(*reply);
    return reply->after("+CMGS:").value_or("");
}

/// All parts to one number; the network's references of them.
Result<std::string> sentAll(ModemLine &modem, const std::string &number, const std::vector<std::u16string> &texts, Micros timeout)
{
    std::string references;
    for (const auto &text : texts) {
        auto reference = sent(modem, number, text, timeout);
        if (!reference)
            return reference;
        references += ' ' + forLog(*reference);
    }
    return references;
}

} // namespace

SmsCourier::SmsCourier(const CourierSettings &settings) : m_line(std::get<SmsSettings>(settings.channel).line), m_timeout(settings.timeout)
{
}

Delivery SmsCourier::deliver(const CourierMessage &message, std::stop_token stop)
{
    if (std::none_of(message.to.begin(), message.to.end(), takesSms))
        return failed({ErrorCode::BadInput, "nobody to be told has a mobile number"});
    const auto modem = ModemLine::open(m_line, std::move(stop));
    if (!modem)
        return failed(modem.error());
    if (auto ready = prepared(**modem); !ready)
        return failed(ready.error());

    const auto texts = smsTexts(message);
    Delivery delivery = accepted("+CMGS");
    Error last;
    std::vector<std::size_t> heldUp; ///< their number, or the network for everybody? Who is reached after them tells
    for (std::size_t i = 0; i < message.to.size(); ++i) {
        if (!takesSms(message.to[i])) {
            delivery.missed.push_back(i);
            continue;
        }
        const auto references = sentAll(**modem, message.to[i].mobile, texts, m_timeout);
        if (references) {
            delivery.provider += *references;
            delivery.missed.insert(delivery.missed.end(), heldUp.begin(), heldUp.end());
            heldUp.clear();
            continue;
        }
        last = references.error();
        if (last.code == ErrorCode::DeviceBusy)
            heldUp.push_back(i);
        else if (last.code == ErrorCode::BadInput) // a number that is refused is his alone
            delivery.missed.push_back(i);
        else
            return failed(last); // the line: it ends it for those after him too
    }
    if (!heldUp.empty())
        return tryLater(kNetworkLater, last);
    std::ranges::sort(delivery.missed);
    return delivery.missed.size() < message.to.size() ? delivery : failed(last);
}

} // namespace menshen
