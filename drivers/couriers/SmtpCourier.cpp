// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/SmtpCourier.h"

#include "drivers/couriers/MailText.h"
#include "drivers/couriers/MessageText.h"
#include "drivers/couriers/Transfer.h"

#include <algorithm>
#include <new>
#include <utility>

namespace menshen {

namespace {

constexpr std::size_t kLongestText = 100'000;
constexpr std::size_t kLongestSession = 64UL * 1024;
constexpr Micros kTwoMinutes = 120s; ///< a mail server that has no time now

struct FreeMime {
    void operator()(curl_mime *mime) const noexcept { curl_mime_free(mime); }
};
using Mime = std::unique_ptr<curl_mime, FreeMime>;

/// libcurl hands over every line of the server's as a "header".
std::size_t takeLine(char *data, std::size_t /*one*/, std::size_t size, void *session)
{
    auto &taken = *static_cast<std::string *>(session);
    if (taken.size() + size <= kLongestSession)
        taken.append(data, size);
    return size;
}

void addPart(curl_mime *mime, const std::string &text, const char *type)
{
    auto *part = curl_mime_addpart(mime);
    if (part == nullptr || curl_mime_data(part, text.data(), text.size()) != CURLE_OK || curl_mime_type(part, type) != CURLE_OK ||
        curl_mime_encoder(part, "base64") != CURLE_OK)
        throw std::bad_alloc();
}

/// The last alternative is the one that is shown where both can be.
Mime partsOf(CURL *easy, const CourierMessage &message)
{
    Mime mime(curl_mime_init(easy));
    if (!mime)
        throw std::bad_alloc();
    addPart(mime.get(), plainText(message, kLongestText), "text/plain; charset=utf-8");
    addPart(mime.get(), htmlText(message), "text/html; charset=utf-8");
    return mime;
}

std::string urlOf(const SmtpSettings &settings)
{
    const auto &[host, port] = settings.server;
    const bool v6 = host.find(':') != std::string::npos;
    return (settings.security == MailSecurity::Tls ? "smtps://" : "smtp://") + (v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

long encryptionOf(MailSecurity security)
{
    switch (security) {
    case MailSecurity::Tls:
    case MailSecurity::StartTls:
        return CURLUSESSL_ALL;
    case MailSecurity::StartTlsIfOffered:
        return CURLUSESSL_TRY;
    case MailSecurity::None:
        break;
    }
    return CURLUSESSL_NONE;
}

void prepare(CURL *easy, const SmtpSettings &settings, const TextList &headers, const TextList &recipients, std::string &session)
{
    curl_easy_setopt(easy, CURLOPT_URL, urlOf(settings).c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_USE_SSL, encryptionOf(settings.security));
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, ('<' + settings.from + '>').c_str());
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L); // one wrong address must not keep the others from knowing
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeLine);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &session);
}

/// Whether the last reply ended the exchange; time, certificate, stop and a line that broke do so whatever was said before.
bool endedBy(const MailReply &last, const Error &error)
{
    if (error.code == ErrorCode::DeviceUnavailable) // also what a refused command is to libcurl, which then names the reply
        return error.detail.find(std::to_string(last.code)) != std::string::npos;
    return error.code == ErrorCode::DeviceProtocol || error.code == ErrorCode::Denied;
}

/// Of recipients who were all refused the first whose no passes: he will be told, though another never is. Else the last reply.
const MailReply &whatCounts(const std::vector<MailReply> &replies, std::size_t recipients)
{
    const auto first = replies.end() - static_cast<std::ptrdiff_t>(std::min(recipients, replies.size()));
    const bool nobody = std::all_of(first, replies.end(), [](const MailReply &reply) { return reply.code >= 400; });
    const auto passing = std::find_if(first, replies.end(), [](const MailReply &reply) { return reply.code < 500; });
    return nobody && passing != replies.end() ? *passing : replies.back();
}

/// The server's own no; without one, what libcurl says.
Delivery refusalOf(const Error &error, const std::vector<MailReply> &replies, std::size_t recipients)
{
    if (replies.empty())
        return failed(error);
    if (!endedBy(replies.back(), error))
        return failed(error, forLog(replies.back().line));
    const auto &[code, line] = whatCounts(replies, recipients);
    if (code >= 500)
        return failed({error.code == ErrorCode::Denied ? ErrorCode::Denied : ErrorCode::BadInput, error.detail}, forLog(line));
    if (code >= 400)
        return tryLater(kTwoMinutes, {ErrorCode::DeviceBusy, error.detail}, forLog(line));
    return failed(error, forLog(line));
}

} // namespace

SmtpCourier::SmtpCourier(const CourierSettings &settings, SecretReader password)
    : m_settings(std::get<SmtpSettings>(settings.channel)), m_caFile(settings.caFile), m_timeout(settings.timeout),
      m_password(std::move(password))
{
}

Delivery SmtpCourier::deliver(const CourierMessage &message, std::stop_token stop)
{
    std::vector<std::size_t> to, missed;
    for (std::size_t i = 0; i < message.to.size(); ++i)
        (isMailAddress(message.to[i].email) ? to : missed).push_back(i);
    if (to.empty())
        return failed({ErrorCode::BadInput, "nobody to be told has a mail address"});

    TextList headers, recipients;
    for (const auto &header : mailHeaders(message, m_settings.from, to))
        headers.add(header);
    for (const auto place : to)
        recipients.add('<' + message.to[place].email + '>');
    std::string session;
    Transfer transfer(m_timeout, m_caFile);
    CURL *easy = transfer.handle();
    Mime mime;
    if (easy != nullptr) {
        prepare(easy, m_settings, headers, recipients, session);
        mime = partsOf(easy, message);
        curl_easy_setopt(easy, CURLOPT_MIMEPOST, mime.get());
    }
    if (easy != nullptr && !m_settings.user.empty()) {
        const auto password = m_password();
        if (!password)
            return failed({ErrorCode::BadConfig, password.error().detail});
        curl_easy_setopt(easy, CURLOPT_USERNAME, m_settings.user.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, password->text().c_str());
    }
    const auto run = transfer.run(stop);
    const auto replies = mailReplies(session);
    if (!run)
        return refusalOf(run.error(), replies, to.size());
    auto delivery = accepted(replies.empty() ? std::string() : forLog(replies.back().line));
    for (const auto refused : refusedRecipients(replies, to.size()))
        missed.push_back(to[refused]);
    std::sort(missed.begin(), missed.end());
    delivery.missed = std::move(missed);
    return delivery;
}

} // namespace menshen
