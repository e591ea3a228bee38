// SPDX-License-Identifier: GPL-3.0-or-later
// What tools/soak runs: half an hour with a plug pulled every minute.
#include "tests/e2e/Soak.h"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char **argv)
{
    menshen::test::SoakSettings settings;
    settings.station = MENSHEN_STATION;
    settings.simulator = MENSHEN_SIM;
    settings.ctl = MENSHEN_CTL;
    settings.source = MENSHEN_SOURCE_DIR;
    double minutes = 30, every = 60, warmUp = 5;
    std::string out = "soak";
    CLI::App app{"The station at the simulator, with a plug pulled every minute. Exit codes: 0 within the limits, 1 beyond one, 2 usage, "
                 "3 the programs do not start."};
    app.add_option("--minutes", minutes, "How long; every kind of fault comes at least once")
        ->check(CLI::Range(0.0, 10'000.0))
        ->capture_default_str();
    app.add_option("--every", every, "Seconds from one fault to the next")->check(CLI::Range(1.0, 3600.0))->capture_default_str();
    app.add_option("--warm-up", warmUp, "Minutes before memory counts")->check(CLI::Range(0.0, 600.0))->capture_default_str();
    app.add_option("--out", out, "Where settings, ledger and log are left")->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    settings.out = std::filesystem::absolute(out);
    settings.lasts = menshen::test::Seconds{60 * minutes};
    settings.every = menshen::test::Seconds{every};
    settings.outFor = std::min(settings.outFor, settings.every / 3);
    settings.warmUp = menshen::test::Seconds{60 * warmUp};
    try {
        menshen::test::Soak soak(settings);
        soak.run(std::cout);
        soak.report(std::cout);
        const auto broken = soak.broken();
        for (const std::string &limit : broken) {
            std::cout << "BEYOND ITS LIMIT  " << limit << '\n';
        }
        std::cout << (broken.empty() ? "all within the limits" : "see above") << std::endl;
        return broken.empty() ? 0 : 1;
    } catch (const std::exception &error) {
        std::cerr << "soak: " << error.what() << '\n';
        return 3;
    }
}
