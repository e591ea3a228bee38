// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/RequestHead.h"

#include <gtest/gtest.h>

#include <string>

using namespace menshen;

namespace {

const std::string kHost = "192.168.1.10:8443";

HeadVerdict judge(const std::string &head) { return judgeHead(head, kHost); }
HeadVerdict get(const std::string &more) { return judge("GET /alerts HTTP/1.1\r\nHost: 192.168.1.10:8443\r\n" + more + "\r\n"); }
HeadVerdict post(const std::string &more) { return judge("POST /signin HTTP/1.1\r\nHost: 192.168.1.10:8443\r\n" + more + "\r\n"); }

} // namespace

TEST(RequestHead, WhatBrowsersSendIsLetThrough)
{
    EXPECT_EQ(get("Accept: */*\r\nAccept-Language: zh-CN,zh;q=0.9\r\n").refusal, 0);
    EXPECT_EQ(post("Content-Length: 17\r\nOrigin: https://192.168.1.10:8443\r\n").body, 17U);
    EXPECT_EQ(judge("GET / HTTP/1.1\r\nhOsT:192.168.1.10:8443 \r\n\r\n").refusal, 0);
}

TEST(RequestHead, NoSecondMeaningOfWhereARequestEnds)
{
    EXPECT_EQ(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n").refusal, 400) << "CL and TE";
    EXPECT_EQ(post("Transfer-Encoding: chunked\r\n").refusal, 400);
    EXPECT_EQ(post("transfer-encoding : chunked\r\n").refusal, 400) << "a space before the colon";
    EXPECT_EQ(post("Transfer-Encoding:\tchunked\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length: 5\r\nContent-Length: 6\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length: 5, 6\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length: +5\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length: -5\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length: 0x5\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length:\r\n").refusal, 400);
    EXPECT_EQ(post("Content-Length: 99999999999999999999\r\n").refusal, 400);
    EXPECT_EQ(post("").refusal, 411);
    EXPECT_EQ(get("Content-Length: 5\r\n").refusal, 400) << "a body where none belongs";
    EXPECT_EQ(get("Expect: 100-continue\r\n").refusal, 400);
    EXPECT_EQ(get("Upgrade: h2c\r\n").refusal, 400);
    EXPECT_EQ(get("X: a\r\n folded\r\n").refusal, 400);
    EXPECT_EQ(get("X: a\nTransfer-Encoding: chunked\r\n").refusal, 400) << "a bare LF";
    EXPECT_EQ(get("X: a\rb\r\n").refusal, 400) << "a bare CR";
}

TEST(RequestHead, EverythingHasAnEnd)
{
    EXPECT_EQ(post("Content-Length: 4096\r\n").refusal, 0);
    EXPECT_EQ(post("Content-Length: 4097\r\n").refusal, 413);
    EXPECT_EQ(judge("GET /" + std::string(600, 'a') + " HTTP/1.1\r\nHost: 192.168.1.10:8443\r\n\r\n").refusal, 414);
    EXPECT_EQ(get("X: " + std::string(8192, 'a') + "\r\n").refusal, 431);
    std::string many;
    for (int i = 0; i < 60; ++i) {
        many += "X-" + std::to_string(i) + ": a\r\n";
    }
    EXPECT_EQ(get(many).refusal, 431);
}

TEST(RequestHead, OneHostAndOurs)
{
    EXPECT_EQ(judge("GET / HTTP/1.1\r\n\r\n").refusal, 400);
    EXPECT_EQ(judge("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").refusal, 421);
    EXPECT_EQ(judge("GET / HTTP/1.1\r\nHost: 192.168.1.10\r\n\r\n").refusal, 421);
    EXPECT_EQ(judge("GET / HTTP/1.1\r\nHost: 192.168.1.10:8443\r\nHost: evil.example\r\n\r\n").refusal, 400);
    EXPECT_EQ(judge("GET https://evil.example/ HTTP/1.1\r\nHost: 192.168.1.10:8443\r\n\r\n").refusal, 400);
}

TEST(RequestHead, OtherMethodsVersionsAndBytes)
{
    const std::string host = "\r\nHost: 192.168.1.10:8443\r\n\r\n";
    for (const char *method : {"HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PRI", "get"}) {
        EXPECT_EQ(judge(method + std::string(" / HTTP/1.1") + host).refusal, 405) << method;
    }
    EXPECT_EQ(judge("GET / HTTP/1.0" + host).refusal, 505);
    EXPECT_EQ(judge("GET / HTTP/2.0" + host).refusal, 505);
    for (const std::string &line : {std::string("GET"), std::string("GET /"), std::string("GET  HTTP/1.1"), std::string("GET / x HTTP/1.1"),
                                    std::string(" GET / HTTP/1.1"), std::string("GET \\ HTTP/1.1"), std::string("GET /a\tb HTTP/1.1"),
                                    std::string("GET /\0 HTTP/1.1", 15), std::string("G@T / HTTP/1.1"), std::string("GET /\xE4 HTTP/1.1"),
                                    std::string("GET * HTTP/1.1"), std::string()}) {
        EXPECT_EQ(judge(line + host).refusal, 400) << line;
    }
    EXPECT_EQ(get(std::string("X: a\0b\r\n", 8)).refusal, 400);
    EXPECT_EQ(get("X: \xE4\xBD\xA0\r\n").refusal, 400);
    EXPECT_EQ(get(": empty\r\n").refusal, 400);
    EXPECT_EQ(get("no colon\r\n").refusal, 400);
    EXPECT_EQ(judge("").refusal, 400);
    EXPECT_EQ(judge("GET / HTTP/1.1\r\nHost: 192.168.1.10:8443\r\n").refusal, 400) << "no end";
}
