// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/DutyServer.h"

#include "drivers/duty/Fields.h"
#include "drivers/duty/Neighbourhood.h"
#include "drivers/duty/PageFiles.h"
#include "drivers/duty/Pages.h"
#include "drivers/duty/Sessions.h"
#include "drivers/duty/TryLimit.h"

#include <sodium.h>

namespace menshen {

namespace {

constexpr const char *kSessionCookie = "__Host-menshen";
constexpr const char *kLanguageCookie = "__Host-language";
constexpr const char *kHtml = "text/html; charset=utf-8";
constexpr std::size_t kLongestPin = 12;
constexpr std::size_t kLongestId = 64;
constexpr std::size_t kLongestReason = 480; ///< of 120 characters

enum Status {
    kOk = 200,
    kSeeOther = 303,
    kNotModified = 304,
    kForbidden = 403,
    kNotFound = 404,
    kConflict = 409,
    kUnsupported = 415,
    kTooMany = 429,
    kServerError = 500,
    kUnavailable = 503
};

const LocalText kAskedToSignIn{"请登录后查看。", "Please sign in to see this."};
const LocalText kSpentLink{"这个链接不能再用：它已用过、已过期或不是本站点发出的。请用您的 PIN 登录。",
                           "This link cannot be used: it was used before, has expired or is not ours. Please sign in with your PIN."};
const LocalText kStaleForm{"页面放置过久，请重新填写。", "This page was open for too long. Please fill it in again."};

httplib::Headers everyHeader()
{
    return {{"Cache-Control", "no-store"},
            {"Content-Security-Policy",
             "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
             "frame-ancestors 'none'; base-uri 'none'"},
            {"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Referrer-Policy", "same-origin"}, // with no-referrer browsers send our own forms with the Origin "null"
            {"Strict-Transport-Security", "max-age=31536000"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cross-Origin-Resource-Policy", "same-origin"},
            {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
            {"X-Robots-Tag", "noindex, nofollow"}};
}

std::string cookie(const char *name, const std::string &value, std::chrono::seconds lasts)
{
    return std::string(name) + '=' + value + "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lasts.count());
}

/// Files get another address when they change: browsers may keep them.
std::string assetsFolder()
{
    std::string all;
    for (const PageFile &file : pageFiles())
        all += file.content;
    std::string tag = tagOf(all);
    return "/page-" + tag.substr(1, tag.size() - 2) + '/';
}

int statusOf(DutyOutcome outcome)
{
    switch (outcome) {
    case DutyOutcome::Done:
        return kOk;
    case DutyOutcome::WrongPin:
        return kForbidden;
    case DutyOutcome::NotOpen:
        return kNotFound;
    case DutyOutcome::Busy:
    case DutyOutcome::NotRecorded:
    case DutyOutcome::Unknown:
        return kUnavailable;
    default:
        return kConflict;
    }
}

/// The first octets of a longer text, for the log: whole characters of a form's field that anybody may have sent.
std::string forLog(const std::string &text)
{
    std::string safe;
    for (const char c : text.substr(0, 16))
        safe += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ? c : '?';
    return safe;
}

/// The log is finite: whoever knocks all night must not wash everything else out of it.
class Warnings {
public:
    Warnings(std::function<void(const std::string &)> out, const Clock &clock) : m_out(std::move(out)), m_clock(clock) {}

    void operator()(const std::string &what)
    {
        const std::scoped_lock lock(m_mutex);
        if (const MonoTime now = m_clock.mono(); now - m_began >= kEvery) {
            if (m_count > kMost)
                m_out("and " + std::to_string(m_count - kMost) + " more within a minute");
            m_began = now;
            m_count = 0;
        }
        if (++m_count <= kMost)
            m_out(what);
    }

private:
    static constexpr Micros kEvery = 1min;
    static constexpr int kMost = 30;
    std::function<void(const std::string &)> m_out;
    const Clock &m_clock;
    std::mutex m_mutex;
    MonoTime m_began;
    int m_count = 0;
};

} // namespace

class DutyServer::Site {
public:
    Site(const DutyServerSettings &settings, TlsContext context, DutyDesk &desk, const LinkTokens &tokens, const Clock &clock, DutyLog log)
        : m_station(settings.stationName), m_desk(desk), m_tokens(tokens), m_clock(clock), m_info(std::move(log.info)),
          m_warn(std::move(log.warn), clock), m_assets(assetsFolder()),
          m_listener(std::move(context), settings.limits, [this](const std::string &what) { m_warn(what); })
    {
        m_listener.setEveryHeader(everyHeader());
        addRules();
        addPages();
        addActs();
        addFiles();
    }

    Result<void> open(const DutyServerSettings &settings)
    {
        const auto port = m_listener.bind(settings.bind, settings.port);
        if (!port)
            return port.error();
        const int called = settings.publicPort != 0 ? settings.publicPort : *port;
        const std::string name = settings.host.find(':') == std::string::npos ? settings.host : '[' + settings.host + ']';
        const std::string host = called == 443 ? name : name + ':' + std::to_string(called);
        m_address = "https://" + host;
        m_listener.setHost(host);
        m_listener.startListening();
        return {};
    }

    [[nodiscard]] const std::string &address() const noexcept { return m_address; }

private:
    using Request = httplib::Request;
    using Response = httplib::Response;

    /// One visitor's request and what is known of him.
    struct Visit {
        const Request &request;
        Response &response;
        std::string cookie;             ///< as he sent it
        std::optional<Session> session; ///< that it opens
        PageFrame frame;

        [[nodiscard]] Audience audience() const { return session && session->person ? Audience::Office : Audience::Public; }
        void page(int status, const std::string &html) const
        {
            response.status = status;
            response.set_content(html, kHtml);
        }
        void goTo(const std::string &path) const
        {
            response.status = kSeeOther;
            response.set_header("Location", path);
        }
    };

    // ---- rules for every request ------------------------------------------------------------------

    void addRules()
    {
        m_listener.set_pre_routing_handler([this](const Request &request, Response &response) {
            const bool post = request.method == "POST";
            if (post && !isFromOurPage(request.headers, m_address)) {
                m_warn("a form from another page was refused, from " + request.remote_addr);
                refuse(request, response, kForbidden, kStaleForm);
                return httplib::Server::HandlerResponse::Handled;
            }
            if (post && request.get_header_value("Content-Type") != "application/x-www-form-urlencoded") {
                refuse(request, response, kUnsupported, kStaleForm);
                return httplib::Server::HandlerResponse::Handled;
            }
            return httplib::Server::HandlerResponse::Unhandled;
        });
        m_listener.set_exception_handler([this](const Request &request, Response &response, const std::exception_ptr &) {
            // httplib would put what() into a header.
            m_warn("a page could not be made");
            refuse(request, response, kServerError, {"出错了，请重新加载。", "Something went wrong. Please reload."});
        });
        m_listener.set_error_handler([this](const Request &request, Response &response) {
            if (response.body.empty() && response.status >= 400)
                refuse(request, response, response.status, {"这里没有页面。", "There is no such page."});
        });
    }

    void refuse(const Request &request, Response &response, int status, const LocalText &why)
    {
        Visit visit = visitOf(request, response, "");
        visit.page(status, messagePage(visit.frame, {"不能显示", "Not shown"}, why));
    }

    Visit visitOf(const Request &request, Response &response, const std::string &path)
    {
        Visit visit{request, response, cookieIn(request.get_header_value("Cookie"), kSessionCookie), std::nullopt, {}};
        visit.session = m_sessions.find(visit.cookie, m_clock.mono());
        if (visit.session && visit.session->person && !m_desk.holds(*visit.session->person)) {
            m_sessions.end(visit.cookie);
            m_info("person " + visit.session->person->id + " is signed out: the PIN was changed or taken away");
            visit.session.reset();
        }
        visit.frame.language = languageOf(request, response);
        visit.frame.station = m_station;
        visit.frame.path = path;
        visit.frame.assets = m_assets;
        if (visit.session)
            visit.frame.person = visit.session->person;
        visit.frame.formToken = m_sessions.formToken(visit.cookie);
        return visit;
    }

    /// A form has to be bound to something, before there is a session too.
    void bindForms(Visit &visit)
    {
        if (visit.cookie.empty()) {
            visit.cookie = Sessions::stranger();
            visit.response.set_header("Set-Cookie", cookie(kSessionCookie, visit.cookie, std::chrono::hours(1)));
            visit.frame.formToken = m_sessions.formToken(visit.cookie);
        }
    }

    static PageLanguage languageOf(const Request &request, Response &response)
    {
        std::string wish = request.get_param_value("lang");
        if (wish == "zh" || wish == "en")
            response.set_header("Set-Cookie", cookie(kLanguageCookie, wish, std::chrono::hours(24 * 365)));
        else
            wish = cookieIn(request.get_header_value("Cookie"), kLanguageCookie);
        return wish == "zh"   ? PageLanguage::Chinese
               : wish == "en" ? PageLanguage::English
                              : languageFrom(request.get_header_value("Accept-Language"));
    }

    // ---- looking ----------------------------------------------------------------------------------

    void addPages()
    {
        m_listener.Get("/", [this](const Request &request, Response &response) {
            const Visit visit = visitOf(request, response, "/");
            if (visit.session && !visit.session->person && !visit.session->alerts.empty())
                visit.goTo("/alert/" + std::to_string(visit.session->alerts.rbegin()->value));
            else
                visit.goTo("/alerts");
        });
        m_listener.Get(R"(/a/([A-Za-z0-9_-]{1,64}))",
                       [this](const Request &request, Response &response) { openLink(request, response, request.matches[1].str()); });
        m_listener.Get(R"(/alert/(\d{1,18}))", [this](const Request &request, Response &response) {
            Visit visit = visitOf(request, response, request.path);
            showAlert(visit, alertFrom(request.matches[1].str()), kOk, {});
        });
        m_listener.Get(R"(/alert/(\d{1,18})/live)", [this](const Request &request, Response &response) {
            const Visit visit = visitOf(request, response, "");
            const auto id = alertFrom(request.matches[1].str());
            if (!id || !visit.session || !visit.session->maySee(*id)) {
                visit.page(kForbidden, "-");
                return;
            }
            const auto alert = m_desk.alert(*id, visit.audience());
            alert ? showLive(visit, alertLive(visit.frame.language, *alert)) : visit.page(kNotFound, "-");
        });
        m_listener.Get("/alerts", [this](const Request &request, Response &response) {
            Visit visit = visitOf(request, response, "/alerts");
            if (!visit.frame.person) {
                askToSignIn(visit, kOk, kAskedToSignIn, {});
                return;
            }
            visit.page(kOk, boardPage(visit.frame, m_desk.board(visit.audience())));
        });
        m_listener.Get("/alerts/live", [this](const Request &request, Response &response) {
            const Visit visit = visitOf(request, response, "");
            if (!visit.frame.person) {
                visit.page(kForbidden, "-");
                return;
            }
            showLive(visit, boardLive(visit.frame.language, m_desk.board(visit.audience())));
        });
    }

    static void showLive(const Visit &visit, const std::string &part)
    {
        const std::string tag = tagOf(part);
        visit.response.set_header("ETag", tag);
        if (visit.request.get_header_value("If-None-Match") == tag) {
            visit.response.status = kNotModified;
            return;
        }
        visit.page(kOk, part);
    }

    void askToSignIn(Visit &visit, int status, const LocalText &why, const std::optional<FormTrouble> &trouble)
    {
        bindForms(visit);
        if (visit.request.path.starts_with("/a/") || visit.request.method == "POST")
            visit.frame.path = "/alerts"; // the switch of language must not spend a link nor send a form again
        visit.page(status, signInPage(visit.frame, m_desk.people(Audience::Public), why, trouble));
    }

    void showAlert(Visit &visit, std::optional<EntrySeq> id, int status, const std::optional<FormTrouble> &trouble)
    {
        if (!visit.session || !id || !visit.session->maySee(*id)) {
            askToSignIn(visit, kForbidden, kAskedToSignIn, {}); // whether there is such an alert is nobody's business
            return;
        }
        const auto alert = m_desk.alert(*id, visit.audience());
        if (!alert) {
            visit.page(kNotFound, messagePage(visit.frame, {"警报已结束", "Alert closed"}, wordsOf(DutyOutcome::NotOpen)));
            return;
        }
        visit.page(status, alertPage(visit.frame, *alert, m_desk.people(visit.audience()), trouble));
    }

    void openLink(const Request &request, Response &response, const std::string &token)
    {
        Visit visit = visitOf(request, response, "");
        // Whoever only looks ahead (a browser, a program that shows previews) must not spend the link.
        if (!request.get_header_value("Sec-Purpose").empty() || !request.get_header_value("Purpose").empty()) {
            visit.page(kUnavailable, messagePage(visit.frame, {"警报", "Alert"}, kAskedToSignIn));
            return;
        }
        const auto link = m_tokens.linkOf(token, m_clock.wall());
        const DutyOutcome outcome = link ? m_desk.open(*link) : DutyOutcome::NotOpen;
        if (outcome == DutyOutcome::NotRecorded || outcome == DutyOutcome::Unknown) {
            askToSignIn(visit, kUnavailable, wordsOf(outcome), {});
            return;
        }
        if (outcome != DutyOutcome::Done) {
            m_warn("a link was refused (" + std::string(link ? "used or closed" : "not ours or expired") + "), from " +
                   request.remote_addr);
            askToSignIn(visit, kForbidden, kSpentLink, {});
            return;
        }
        m_info("alert " + std::to_string(link->alert.value) + ": the link of attempt " + std::to_string(link->attempt) +
               " was opened, from " + request.remote_addr);
        const std::string name = m_sessions.opened(link->alert, visit.cookie, m_clock.mono());
        response.set_header("Set-Cookie", cookie(kSessionCookie, name, std::chrono::duration_cast<std::chrono::seconds>(Sessions::kLasts)));
        response.headers.erase("Referrer-Policy");
        response.set_header("Referrer-Policy", "no-referrer"); // this page's address is the token's
        visit.page(kOk, openedPage(visit.frame, "/alert/" + std::to_string(link->alert.value)));
    }

    // ---- acting -----------------------------------------------------------------------------------

    void addActs()
    {
        m_listener.Post("/signin", [this](const Request &request, Response &response) {
            Visit visit = visitOf(request, response, "");
            signIn(visit);
        });
        m_listener.Post("/signout", [this](const Request &request, Response &response) {
            const Visit visit = visitOf(request, response, "");
            if (m_sessions.isFormToken(fieldIn(request.params, "form", kLongestId), visit.cookie))
                m_sessions.end(visit.cookie);
            response.set_header("Set-Cookie", cookie(kSessionCookie, "", std::chrono::seconds(0)));
            visit.goTo("/");
        });
        m_listener.Post(R"(/alert/(\d{1,18}))", [this](const Request &request, Response &response) {
            Visit visit = visitOf(request, response, request.path);
            act(visit, alertFrom(request.matches[1].str()));
        });
    }

    /// A try at a PIN is taken before it is made. How long to wait otherwise.
    [[nodiscard]] std::chrono::seconds mustWait(const Request &request)
    {
        return std::chrono::ceil<std::chrono::seconds>(m_tries.take(neighbourhoodOf(request.remote_addr), m_clock.mono()));
    }

    void wrongPin(const Request &request, const std::string &person)
    {
        m_warn("a PIN was refused, person " + forLog(person) + ", from " + request.remote_addr);
    }

    void signIn(Visit &visit)
    {
        const auto field = [&](const char *name, std::size_t longest) { return fieldIn(visit.request.params, name, longest); };
        FormTrouble trouble{{}, {}, field("person", kLongestId), {}};
        if (!m_sessions.isFormToken(field("form", kLongestId), visit.cookie)) {
            trouble.text = kStaleForm;
            askToSignIn(visit, kForbidden, {}, trouble);
            return;
        }
        if (const auto wait = mustWait(visit.request); wait.count() > 0) {
            trouble.text = waitWords(wait);
            visit.response.set_header("Retry-After", std::to_string(wait.count()));
            askToSignIn(visit, kTooMany, {}, trouble);
            return;
        }
        const auto holder = m_desk.signIn(trouble.person, field("pin", kLongestPin));
        if (!holder && holder.error().code == ErrorCode::DeviceBusy) {
            m_tries.giveBack(neighbourhoodOf(visit.request.remote_addr));
            trouble.text = wordsOf(DutyOutcome::Busy);
            askToSignIn(visit, kUnavailable, {}, trouble);
            return;
        }
        if (!holder) {
            wrongPin(visit.request, trouble.person);
            trouble.text = wordsOf(DutyOutcome::WrongPin);
            askToSignIn(visit, kForbidden, {}, trouble);
            return;
        }
        m_tries.forgive(neighbourhoodOf(visit.request.remote_addr));
        m_info("person " + holder->id + " signed in, from " + visit.request.remote_addr);
        const std::string name = m_sessions.signedIn(*holder, visit.cookie, m_clock.mono());
        visit.response.set_header("Set-Cookie",
                                  cookie(kSessionCookie, name, std::chrono::duration_cast<std::chrono::seconds>(Sessions::kLasts)));
        visit.goTo("/alerts");
    }

    void act(Visit &visit, std::optional<EntrySeq> id)
    {
        const auto field = [&](const char *name, std::size_t longest) { return fieldIn(visit.request.params, name, longest); };
        if (!visit.session || !id || !visit.session->maySee(*id)) {
            askToSignIn(visit, kForbidden, kAskedToSignIn, {});
            return;
        }
        FormTrouble trouble{{}, field("act", kLongestId), field("person", kLongestId), field("reason", kLongestReason)};
        const auto action = actionFrom(*id, trouble.act, trouble.reason);
        if (!action || !m_sessions.isFormToken(field("form", kLongestId), visit.cookie)) {
            trouble.text = kStaleForm;
            showAlert(visit, id, kForbidden, trouble);
            return;
        }
        if (const auto wait = mustWait(visit.request); wait.count() > 0) {
            trouble.text = waitWords(wait);
            visit.response.set_header("Retry-After", std::to_string(wait.count()));
            showAlert(visit, id, kTooMany, trouble);
            return;
        }
        const DutyOutcome outcome = m_desk.act(*action, trouble.person, field("pin", kLongestPin));
        if (outcome == DutyOutcome::WrongPin) {
            wrongPin(visit.request, trouble.person);
        } else if (outcome != DutyOutcome::Done) {
            m_tries.giveBack(neighbourhoodOf(visit.request.remote_addr));
        } else {
            m_tries.forgive(neighbourhoodOf(visit.request.remote_addr));
            m_info("alert " + std::to_string(id->value) + ": \"" + forLog(trouble.act) + "\" recorded by person " + forLog(trouble.person) +
                   ", from " + visit.request.remote_addr);
            visit.goTo("/alert/" + std::to_string(id->value));
            return;
        }
        trouble.text = wordsOf(outcome);
        showAlert(visit, id, statusOf(outcome), trouble);
    }

    // ---- files ------------------------------------------------------------------------------------

    void addFiles()
    {
        for (const PageFile &file : pageFiles()) {
            m_listener.Get(m_assets + std::string(file.name), [file](const Request &, Response &response) {
                response.headers.erase("Cache-Control");
                response.set_header("Cache-Control", "public, max-age=31536000, immutable");
                response.set_content(file.content.data(), file.content.size(), std::string(file.type));
            });
        }
    }

    const std::string m_station;
    DutyDesk &m_desk;
    const LinkTokens &m_tokens;
    const Clock &m_clock;
    const std::function<void(const std::string &)> m_info;
    Warnings m_warn;
    const std::string m_assets;
    std::string m_address;
    Sessions m_sessions;
    TryLimit m_tries;
    TlsListener m_listener; ///< last: its threads end before what they use
};

Result<std::unique_ptr<DutyServer>> DutyServer::start(const DutyServerSettings &settings, const TlsIdentity &identity, DutyDesk &desk,
                                                      const LinkTokens &tokens, const Clock &clock, DutyLog log)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, "libsodium cannot be used"};
    auto context = makeTlsContext(identity);
    if (!context)
        return context.error();
    auto site = std::make_unique<Site>(settings, std::move(*context), desk, tokens, clock, std::move(log));
    if (auto opened = site->open(settings); !opened)
        return opened.error();
    return std::unique_ptr<DutyServer>(new DutyServer(std::move(site)));
}

DutyServer::DutyServer(std::unique_ptr<Site> site) : m_site(std::move(site)) {}
DutyServer::~DutyServer() = default;
const std::string &DutyServer::address() const noexcept { return m_site->address(); }

std::string linkAddress(const std::string &address, const std::string &token)
{
    return token.empty() ? std::string() : address + "/a/" + token;
}

} // namespace menshen
