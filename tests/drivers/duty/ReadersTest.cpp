// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred telephones at once are served, and the door does not wait for them. How fast is printed: it is the machine's, not asserted.
#include "tests/drivers/duty/Visitor.h"
#include "tests/support/DutyHouse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <latch>
#include <thread>

using namespace menshen;
using namespace menshen::test;

namespace {

using Steady = std::chrono::steady_clock;

double millis(Steady::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

/// How long the engine takes for an entry of its own, from the post to the receipt.
double engineTurn(Station &station)
{
    std::promise<void> durable;
    const auto began = Steady::now();
    station.post(AppendEntry{ExitEntry{}, "guard", [&](const Result<Receipt> &) { durable.set_value(); }});
    durable.get_future().wait();
    return millis(Steady::now() - began);
}

double highest(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// How fast a busy machine is, is not what is asked here.
ListenerLimits patient()
{
    ListenerLimits limits;
    limits.handshake = limits.request = limits.answer = std::chrono::minutes(1);
    return limits;
}

} // namespace

TEST(Readers, AHundredAtOnceAreServedAndTheEngineDoesNotWaitForThem)
{
    DutyHouse house(20, patient());
    Visitor leader(house.port());
    ASSERT_EQ(leader.signIn("p1", "246813").status, 303);
    std::vector<double> quiet, busy;
    for (int i = 0; i < 20; ++i) {
        quiet.push_back(engineTurn(house.station()));
    }
    constexpr int kReaders = 100;
    constexpr int kPages = 3;
    std::latch ready(kReaders + 1);
    std::atomic<int> good{0}, left{kReaders};
    std::mutex mutex;
    std::vector<double> pages;
    std::vector<std::jthread> readers;
    for (int i = 0; i < kReaders; ++i) {
        readers.emplace_back([&, i] {
            Visitor reader(house.port(), "127.0.2." + std::to_string(i + 1));
            reader.cookies = leader.cookies;
            ready.arrive_and_wait();
            for (int page = 0; page < kPages; ++page) {
                const auto began = Steady::now();
                good += reader.get("/alerts").status == 200;
                const std::scoped_lock lock(mutex);
                pages.push_back(millis(Steady::now() - began));
            }
            --left;
        });
    }
    ready.arrive_and_wait();
    while (left > 0) {
        busy.push_back(engineTurn(house.station()));
    }
    readers.clear();
    EXPECT_EQ(good, kReaders * kPages);
    std::printf(
        "page: median %.1f ms, p99 %.1f ms; the engine's entry: quiet median %.1f ms, beside 100 readers median %.1f ms, worst %.1f ms\n",
        highest(pages, 0.5), highest(pages, 0.99), highest(quiet, 0.5), highest(busy, 0.5), highest(busy, 1.0));
    RecordProperty("page_median_ms", std::to_string(highest(pages, 0.5)));
    RecordProperty("engine_worst_ms", std::to_string(highest(busy, 1.0)));
}

TEST(Readers, TheEngineTakesItsTurnWhileEveryWorkerIsHeld)
{
    const ListenerLimits limits = patient();
    DutyHouse house(1, limits);
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (std::size_t i = 0; i < limits.workers; ++i) {
        slow.push_back(std::make_unique<TlsClient>(house.port(), ("127.0.3." + std::to_string(i + 1)).c_str()));
        ASSERT_TRUE(slow.back()->isOpen()) << "a worker has shaken hands, and waits for a request";
    }
    for (int i = 0; i < 20; ++i) {
        engineTurn(house.station()); // returns
    }
    for (const auto &each : slow) {
        each->send("GET /alerts HTTP/1.1\r\nHost: " + house.host() + "\r\n\r\n");
        EXPECT_EQ(answerFrom(each->readAll()).status, 200) << "it was held all the while";
    }
}

TEST(Readers, OnePageAfterAnotherOverNewConnections)
{
    DutyHouse house(5);
    Visitor leader(house.port());
    ASSERT_EQ(leader.signIn("p1", "246813").status, 303);
    std::vector<double> pages;
    for (int i = 0; i < 20; ++i) {
        const auto began = Steady::now();
        ASSERT_EQ(leader.get("/alerts").status, 200);
        pages.push_back(millis(Steady::now() - began));
    }
    std::printf("one page over a new TLS connection: median %.1f ms, worst %.1f ms\n", highest(pages, 0.5), highest(pages, 1.0));
}
