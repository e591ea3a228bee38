// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TlsClient.h"

#include <map>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace menshen::test {

/// A browser without a screen: keeps cookies, sends what browsers send, one connection a request.
class Visitor {
public:
    explicit Visitor(std::uint16_t port, std::string from = "127.0.0.1", std::string language = "en")
        : m_port(port), m_from(std::move(from)), m_language(std::move(language))
    {
    }

    HttpAnswer get(const std::string &path, const std::string &more = {})
    {
        return ask("GET " + path + " HTTP/1.1\r\n" + common() + more + "\r\n");
    }
    /// From one of our own pages unless a test says otherwise.
    HttpAnswer post(const std::string &path, const std::vector<std::pair<std::string, std::string>> &fields)
    {
        return post(path, fields, "Origin: https://" + host() + "\r\nSec-Fetch-Site: same-origin\r\n");
    }
    HttpAnswer post(const std::string &path, const std::vector<std::pair<std::string, std::string>> &fields, const std::string &origin)
    {
        std::string body;
        for (const auto &[name, value] : fields) {
            body += (body.empty() ? "" : "&") + name + "=" + encoded(value);
        }
        return ask("POST " + path + " HTTP/1.1\r\n" + common() + origin +
                   "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }

    /// Opens a page and fills in its form, keeping what the form carries by itself.
    HttpAnswer fillIn(const std::string &page, const std::string &action, std::vector<std::pair<std::string, std::string>> fields)
    {
        fields.emplace_back("form", formToken(get(page).body));
        return post(action, fields);
    }
    HttpAnswer signIn(const std::string &person, const std::string &pin)
    {
        return fillIn("/alerts", "/signin", {{"person", person}, {"pin", pin}});
    }

    [[nodiscard]] static std::string formToken(const std::string &html)
    {
        std::smatch found;
        static const std::regex pattern("name=\"form\" value=\"([^\"]*)\"");
        return std::regex_search(html, found, pattern) ? found[1].str() : std::string();
    }

    std::map<std::string, std::string> cookies;

private:
    [[nodiscard]] std::string host() const { return "localhost:" + std::to_string(m_port); }
    [[nodiscard]] std::string common() const
    {
        std::string lines = "Host: " + host() + "\r\nAccept-Language: " + m_language + "\r\nAccept-Encoding: gzip, br\r\n";
        std::string jar;
        for (const auto &[name, value] : cookies) {
            jar += (jar.empty() ? "" : "; ") + name + "=" + value;
        }
        return jar.empty() ? lines : lines + "Cookie: " + jar + "\r\n";
    }
    HttpAnswer ask(const std::string &request)
    {
        TlsClient client(m_port, m_from.c_str());
        client.send(request);
        HttpAnswer answer = answerFrom(client.readAll());
        const auto [first, last] = answer.headers.equal_range("Set-Cookie");
        for (auto cookie = first; cookie != last; ++cookie) {
            const std::string &text = cookie->second;
            const auto equals = text.find('=');
            cookies[text.substr(0, equals)] = text.substr(equals + 1, text.find(';') - equals - 1);
        }
        return answer;
    }
    static std::string encoded(const std::string &text)
    {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        std::string safe;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_') {
                safe += c;
            } else {
                safe += {'%', kDigits[byte >> 4], kDigits[byte & 0xF]};
            }
        }
        return safe;
    }

    std::uint16_t m_port;
    std::string m_from, m_language;
};

} // namespace menshen::test
