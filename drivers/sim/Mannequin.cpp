// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/Mannequin.h"

#include "drivers/sim/Brush.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace menshen {
namespace {

using Colour = cv::Scalar; // blue, green, red

enum class HairStyle { Short, SidePart, Bob, Long, Bun };

/// What a variant's number stands for.
struct Person {
    Colour skin, hair, cloth, mask;
    HairStyle style = HairStyle::Short;
    double width = 1;     ///< of the face, against the average
    double brow = 1;      ///< thickness
    bool moulded = false; ///< a folded respirator instead of a pleated mask
    bool glasses = false;
    double phase = 0; ///< of the sway
};

Colour shade(const Colour &colour, double factor) { return colour * factor; }

Colour tint(const Colour &colour, const Colour &towards, double share) { return colour * (1 - share) + towards * share; }

/// Independent choices from one number (splitmix64).
class Choices {
public:
    explicit Choices(std::uint32_t seed) : m_state(seed * 0x9E3779B97F4A7C15ull + 0x1234567ull) {}

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    double between(double low, double high) { return low + (high - low) * static_cast<double>(next() % 10001) / 10000; }

private:
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

Person personOf(const MannequinLook &look)
{
    static const std::array<Colour, 6> skins{Colour(186, 205, 238), Colour(168, 192, 230), Colour(150, 180, 222),
                                             Colour(132, 165, 212), Colour(104, 136, 186), Colour(76, 104, 150)};
    static const std::array<Colour, 5> hairs{Colour(34, 30, 32), Colour(30, 34, 46), Colour(34, 46, 66), Colour(48, 68, 98),
                                             Colour(148, 146, 146)};
    static const std::array<Colour, 7> clothes{Colour(120, 82, 52),   Colour(72, 76, 84), Colour(70, 62, 128), Colour(104, 120, 66),
                                               Colour(196, 198, 202), Colour(52, 60, 70), Colour(150, 130, 96)};
    static const std::array<Colour, 5> masks{Colour(222, 198, 152), Colour(238, 238, 234), Colour(226, 206, 170), Colour(200, 216, 176),
                                             Colour(212, 198, 236)};
    Choices choose(look.variant);
    Person person;
    person.skin = skins[choose.below(skins.size())];
    person.hair = hairs[choose.below(hairs.size())];
    person.cloth = clothes[choose.below(clothes.size())];
    person.mask = masks[choose.below(masks.size())];
    person.style = static_cast<HairStyle>(choose.below(5));
    person.width = choose.between(0.95, 1.06);
    person.brow = choose.between(0.8, 1.25);
    person.moulded = choose.below(4) == 0;
    person.glasses = choose.below(5) == 0;
    person.phase = choose.between(0, 6.28);
    if (look.uniform) {
        person.cloth = clothes[*look.uniform % clothes.size()];
        person.mask = masks[*look.uniform % masks.size()];
        person.moulded = false;
    }
    return person;
}

// ---- the hall -------------------------------------------------------------------------------------------

Outline box(double x, double y, double w, double h) { return {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}; }

/// A bright entrance hall: wall, glass door, notice board, floor. One unit is the picture's height, the origin its middle.
void drawHall(cv::Mat &picture)
{
    const double half = 0.5 * picture.cols / picture.rows;
    const Brush brush(picture, {picture.cols / 2.0, picture.rows / 2.0}, picture.rows, 0);
    brush.fillShaded(box(-half, -0.52, 2 * half, 0.85), {212, 214, 212}, {178, 184, 188});
    brush.fillShaded(box(-half, 0.32, 2 * half, 0.2), {128, 138, 146}, {156, 164, 170});
    brush.fill(box(-half, 0.305, 2 * half, 0.018), {118, 122, 126});
    for (double x = -half; x < half; x += 0.27)
        brush.stroke({{x, -0.52}, {x, 0.31}}, 0.003, {160, 164, 166}, 0.8);

    brush.fill(box(-half + 0.05, -0.34, 0.36, 0.65), {132, 134, 134});
    brush.fillShaded(box(-half + 0.065, -0.325, 0.158, 0.63), {236, 226, 206}, {206, 206, 190});
    brush.fillShaded(box(-half + 0.237, -0.325, 0.158, 0.63), {236, 226, 206}, {206, 206, 190});
    brush.stroke({{-half + 0.215, -0.02}, {-half + 0.215, 0.1}}, 0.008, {96, 96, 96});
    brush.stroke({{-half + 0.245, -0.02}, {-half + 0.245, 0.1}}, 0.008, {96, 96, 96});

    brush.fill(box(half - 0.46, -0.4, 0.4, 0.22), {150, 122, 84});
    brush.fill(box(half - 0.45, -0.39, 0.38, 0.2), {230, 228, 220});
    brush.fill(box(half - 0.45, -0.39, 0.1, 0.2), {150, 116, 72});
    for (int i = 0; i < 4; ++i)
        brush.stroke({{half - 0.33, -0.35 + i * 0.04}, {half - (i == 3 ? 0.2 : 0.1), -0.35 + i * 0.04}}, 0.006, {196, 190, 182});
    brush.spot({0, -0.5}, {half * 0.9, 0.12}, {255, 255, 255}, 0.6);
}

/// What a sensor adds; without it an empty hall would be the same picture for ever, like a frozen camera's.
void addNoise(cv::Mat &picture, double seconds)
{
    static const cv::Mat grain = [] {
        cv::Mat noise(256, 256, CV_8UC3);
        cv::RNG random(7);
        random.fill(noise, cv::RNG::NORMAL, 128, 2.2);
        return noise;
    }();
    const auto bits = std::bit_cast<std::uint64_t>(seconds) * 0x9E3779B97F4A7C15ull;
    const cv::Rect shifted(static_cast<int>(bits >> 56), static_cast<int>((bits >> 48) & 0xFF), picture.cols, picture.rows);
    cv::Mat noise;
    cv::repeat(grain, shifted.br().y / grain.rows + 1, shifted.br().x / grain.cols + 1, noise);
    cv::addWeighted(picture, 1, noise(shifted), 1, -128, picture);
}

// ---- the figure, from back to front; units of Brush ---------------------------------------------------------

void drawHairBehind(const Brush &brush, const Person &person)
{
    const Colour dark = shade(person.hair, 0.72);
    if (person.style == HairStyle::Long)
        brush.fill(mirroredLoop({{0, -0.76}, {0.3, -0.7}, {0.47, -0.42}, {0.5, 0.1}, {0.52, 0.6}, {0.44, 0.84}, {0.2, 0.8}, {0, 0.7}}),
                   dark);
    else if (person.style == HairStyle::Bob)
        brush.fill(mirroredLoop({{0, -0.76}, {0.3, -0.7}, {0.48, -0.42}, {0.51, 0.05}, {0.47, 0.36}, {0.34, 0.42}, {0, 0.3}}), dark);
    else if (person.style == HairStyle::Bun)
        brush.disc({0, -0.83}, {0.16, 0.13}, dark);
}

void drawBody(const Brush &brush, const Person &person)
{
    const Outline neck = mirroredLoop({{0, 0.2}, {0.21, 0.22}, {0.215, 0.55}, {0.26, 0.74}, {0.3, 0.9}, {0, 1.0}});
    brush.fillShaded(neck, shade(person.skin, 0.76), shade(person.skin, 0.92));
    const Brush onNeck = brush.inside(neck);
    onNeck.fill(mirroredLoop({{0, 0.3}, {0.3, 0.3}, {0.25, 0.5}, {0.1, 0.6}, {0, 0.62}}), shade(person.skin, 0.58), 0.75, 0.1);
    for (const double side : {-1.0, 1.0})
        onNeck.spot({side * 0.23, 0.66}, {0.05, 0.2}, shade(person.skin, 0.66), 0.6);

    const Outline coat = mirroredLoop(
        {{0, 0.98}, {0.14, 0.86}, {0.24, 0.72}, {0.38, 0.76}, {0.66, 0.86}, {0.84, 0.98}, {0.94, 1.2}, {1.0, 1.7}, {1.02, 2.6}, {0, 2.7}});
    brush.fillShaded(coat, shade(person.cloth, 1.12), shade(person.cloth, 0.7));
    const Brush onCoat = brush.inside(coat);
    for (const double side : {-1.0, 1.0}) {
        onCoat.spot({side * 0.9, 1.3}, {0.12, 0.4}, shade(person.cloth, 0.5), 0.6);
        onCoat.spot({side * 0.5, 0.95}, {0.2, 0.07}, shade(person.cloth, 1.5), 0.4);
        const Outline collar = smoothLoop(
            {{side * -0.015, 1.0}, {side * 0.1, 0.9}, {side * 0.235, 0.71}, {side * 0.31, 0.78}, {side * 0.25, 1.0}, {side * 0.15, 1.15}});
        brush.fill(collar, {10, 10, 14}, 0.35, 0.04);
        brush.fill(collar, shade(person.cloth, 1.22));
        brush.inside(collar).spot({side * 0.24, 0.74}, {0.06, 0.1}, shade(person.cloth, 0.7), 0.6);
    }
    onCoat.stroke({{0, 1.04}, {0, 2.6}}, 0.008, shade(person.cloth, 0.55), 0.7);
    for (const double y : {1.25, 1.55, 1.85})
        onCoat.disc({0.035, y}, {0.018, 0.018}, shade(person.cloth, 1.5));
}

Outline faceShape(const Person &person)
{
    Outline half{{0, -0.62},    {0.2, -0.6},  {0.33, -0.47}, {0.385, -0.25}, {0.39, -0.02},
                 {0.372, 0.15}, {0.325, 0.3}, {0.24, 0.41},  {0.13, 0.485},  {0, 0.505}};
    for (cv::Point2d &p : half)
        p.x *= person.width;
    return mirroredLoop(half);
}

void drawHead(const Brush &brush, const Person &person)
{
    const Colour &skin = person.skin;
    for (const double side : {-1.0, 1.0}) {
        const double x = side * 0.4 * person.width;
        brush.disc({x, -0.0}, {0.055, 0.115}, shade(skin, 0.86));
        brush.disc({x + side * 0.005, 0.0}, {0.03, 0.075}, shade(skin, 0.7), 0.8, 0.03);
    }
    const Outline face = faceShape(person);
    brush.fill(face, skin);
    const Brush onFace = brush.inside(face);
    const Colour shadow = tint(shade(skin, 0.62), {60, 70, 130}, 0.15), light = tint(skin, {235, 245, 255}, 0.45);
    for (const double side : {-1.0, 1.0}) {
        onFace.spot({side * 0.36 * person.width, 0.1}, {0.07, 0.28}, shadow, 0.5);            // cheeks turn away
        onFace.spot({side * 0.3, 0.37}, {0.12, 0.1}, shadow, 0.42);                           // jaw
        onFace.spot({side * 0.165, -0.135}, {0.095, 0.05}, shadow, 0.5);                      // eye sockets
        onFace.spot({side * 0.07, -0.1}, {0.03, 0.06}, shadow, 0.42);                         // beside the bridge
        onFace.spot({side * 0.22, 0.09}, {0.1, 0.07}, tint(skin, {120, 120, 235}, 0.4), 0.5); // blush
        onFace.spot({side * 0.2, 0.02}, {0.08, 0.04}, light, 0.5);                            // cheek bones
    }
    onFace.spot({0, 0.47}, {0.16, 0.04}, shadow, 0.45);
    onFace.spot({-0.04, -0.37}, {0.2, 0.1}, light, 0.6);
    onFace.spot({0, 0.41}, {0.07, 0.05}, light, 0.4);
}

void drawNose(const Brush &brush, const Person &person)
{
    const Colour shadow = tint(shade(person.skin, 0.58), {50, 60, 130}, 0.2), light = tint(person.skin, {240, 250, 255}, 0.6);
    brush.spot({0.045, 0.03}, {0.025, 0.09}, shadow, 0.45);
    brush.spot({-0.008, 0.0}, {0.016, 0.11}, light, 0.65);
    brush.spot({0, 0.105}, {0.075, 0.045}, tint(person.skin, {110, 120, 220}, 0.25), 0.6);
    brush.spot({-0.008, 0.095}, {0.024, 0.02}, light, 0.7);
    brush.spot({0, 0.158}, {0.075, 0.018}, shadow, 0.75);
    for (const double side : {-1.0, 1.0}) {
        brush.stroke(smoothPath({{side * 0.07, 0.075}, {side * 0.092, 0.11}, {side * 0.085, 0.14}, {side * 0.06, 0.148}}), 0.012, shadow,
                     0.75, 0.012);
        brush.disc({side * 0.04, 0.143}, {0.021, 0.009}, shade(shadow, 0.5), 0.85, 0.008);
    }
}

void drawMouth(const Brush &brush, const Person &person)
{
    const Colour lip = tint(shade(person.skin, 0.78), {96, 84, 190}, 0.5), dark = shade(lip, 0.48);
    brush.spot({0, 0.2}, {0.022, 0.03}, shade(person.skin, 0.75), 0.6);
    brush.fill(
        smoothLoop({{-0.14, 0.268}, {-0.06, 0.243}, {-0.018, 0.237}, {0, 0.243}, {0.018, 0.237}, {0.06, 0.243}, {0.14, 0.268}, {0, 0.276}}),
        shade(lip, 0.88), 1, 0.006);
    brush.fill(smoothLoop({{-0.135, 0.27}, {0, 0.276}, {0.135, 0.27}, {0.075, 0.312}, {0, 0.322}, {-0.075, 0.312}}), lip, 1, 0.006);
    brush.stroke(smoothPath({{-0.145, 0.265}, {-0.07, 0.272}, {0, 0.277}, {0.07, 0.272}, {0.145, 0.265}}), 0.011, dark, 0.9);
    brush.spot({0, 0.297}, {0.05, 0.01}, tint(lip, {235, 235, 255}, 0.6), 0.6);
    brush.spot({0, 0.348}, {0.09, 0.016}, shade(person.skin, 0.68), 0.6);
    for (const double side : {-1.0, 1.0})
        brush.spot({side * 0.155, 0.265}, {0.018, 0.018}, dark, 0.4);
}

void drawEye(const Brush &brush, const Person &person, double side, bool closed)
{
    const cv::Point2d middle(side * 0.165, -0.115);
    const auto at = [&](double x, double y) { return cv::Point2d(middle.x + side * x, middle.y + y); };
    const Colour line = tint({24, 24, 30}, person.skin, 0.1);
    const Outline upper = smoothPath({at(-0.075, 0.014), at(-0.04, -0.018), at(0.01, -0.03), at(0.055, -0.014), at(0.085, 0.008)});
    if (closed) {
        brush.fill(ellipse(middle, {0.085, 0.035}), shade(person.skin, 0.9), 1, 0.02);
        brush.stroke(smoothPath({at(-0.075, 0.01), at(0, 0.026), at(0.085, 0.006)}), 0.014, line);
    } else {
        Outline almond = upper;
        for (const cv::Point2d &p : smoothPath({at(0.085, 0.008), at(0.04, 0.029), at(-0.02, 0.03), at(-0.075, 0.014)}))
            almond.push_back(p);
        brush.fill(almond, {224, 230, 232});
        brush.disc(at(0.004, -0.002), {0.031, 0.031}, {30, 42, 62});
        brush.disc(at(0.004, -0.002), {0.016, 0.016}, {12, 12, 14});
        brush.disc(at(-0.008 * side, -0.012), {0.008, 0.008}, {250, 250, 250});
        brush.stroke(upper, 0.015, line);
        brush.stroke(smoothPath({at(0.085, 0.008), at(0.04, 0.029), at(-0.02, 0.03), at(-0.075, 0.014)}), 0.007, shade(person.skin, 0.5),
                     0.8);
    }
    brush.stroke(smoothPath({at(-0.07, -0.02), at(0.005, -0.055), at(0.08, -0.025)}), 0.009, shade(person.skin, 0.55), 0.7, 0.008);
    const double t = 0.022 * person.brow;
    const Colour brow = tint(person.hair, person.skin, 0.15);
    brush.fill(smoothLoop({at(-0.085, -0.082), at(-0.03, -0.105 - t / 2), at(0.04, -0.112 - t / 2), at(0.115, -0.078),
                           at(0.04, -0.1 + t / 2), at(-0.03, -0.09 + t / 2), at(-0.08, -0.075 + t / 2)}),
               brow, 0.92, 0.008);
}

void drawGlasses(const Brush &brush)
{
    const Colour frame(40, 40, 46);
    for (const double side : {-1.0, 1.0}) {
        Outline rim = smoothLoop({{side * 0.05, -0.16},
                                  {side * 0.16, -0.18},
                                  {side * 0.28, -0.165},
                                  {side * 0.285, -0.09},
                                  {side * 0.22, -0.035},
                                  {side * 0.11, -0.035},
                                  {side * 0.055, -0.085}});
        brush.fill(rim, {255, 250, 245}, 0.08);
        rim.push_back(rim.front());
        brush.stroke(rim, 0.013, frame);
        brush.stroke({{side * 0.285, -0.14}, {side * 0.39, -0.12}}, 0.014, frame);
    }
    brush.stroke(smoothPath({{-0.05, -0.13}, {0, -0.145}, {0.05, -0.13}}), 0.013, frame);
}

void drawHairInFront(const Brush &brush, const Person &person)
{
    const double w = person.width;
    const bool full = person.style == HairStyle::Long || person.style == HairStyle::Bob;
    Outline cap{{-0.405 * w, -0.05}, {-0.44 * w, -0.3}, {-0.4 * w, -0.56}, {-0.24, -0.74},    {0, -0.785},
                {0.24, -0.74},       {0.4 * w, -0.56},  {0.44 * w, -0.3},  {0.405 * w, -0.05}};
    if (full) {
        cap.insert(cap.begin(), {{-0.36 * w, 0.3}, {-0.46 * w, 0.3}});
        cap.insert(cap.end(), {{0.46 * w, 0.3}, {0.36 * w, 0.3}});
    }
    const double part = person.style == HairStyle::SidePart ? 0.14 : person.style == HairStyle::Short ? 0.04 : -0.08;
    for (const cv::Point2d &p : Outline{
             {0.375 * w, -0.16}, {0.33 * w, -0.34}, {0.22, -0.44}, {part, -0.5}, {-0.16, -0.42}, {-0.31 * w, -0.34}, {-0.375 * w, -0.16}})
        cap.push_back(p);
    const Outline shape = smoothLoop(cap);
    brush.inside(faceShape(person)).fill(shape, {10, 14, 30}, 0.4, 0.05); // its shadow on the forehead
    brush.fill(shape, person.hair, 1, 0.006);
    const Brush onHair = brush.inside(shape);
    for (int i = 0; i < 23; ++i) {
        const double out = -0.44 + 0.04 * i;
        const Colour strand = i % 3 == 0 ? shade(person.hair, 0.7) : tint(person.hair, {190, 195, 205}, i % 3 == 1 ? 0.14 : 0.06);
        onHair.stroke(smoothPath({{part * 0.6, -0.79}, {out * 0.75, -0.68}, {out, -0.5}, {out * 1.02, -0.1}}), 0.012, strand, 0.6, 0.01);
    }
    onHair.spot({-0.12, -0.66}, {0.15, 0.05}, tint(person.hair, {220, 220, 225}, 0.5), 0.5);
    for (const double side : {-1.0, 1.0})
        onHair.spot({side * 0.44 * w, -0.25}, {0.06, 0.3}, shade(person.hair, 0.55), 0.6);
}

// ---- what covers the face ------------------------------------------------------------------------------------

/// A mask from `top` to `bottom`; the ear loops run to the ears.
void drawMask(const Brush &brush, const Person &person, double top, double bottom)
{
    const Colour &cloth = person.mask;
    const double w = person.width, height = bottom - top, middle = top + height / 2;
    for (const double side : {-1.0, 1.0}) {
        brush.stroke(smoothPath({{side * 0.3 * w, top + 0.06}, {side * 0.36 * w, std::min(top, 0.1)}, {side * 0.405 * w, -0.04}}), 0.012,
                     {226, 226, 224});
        brush.stroke(smoothPath({{side * 0.3 * w, bottom - 0.12}, {side * 0.37 * w, std::min(middle, 0.16)}, {side * 0.405 * w, 0.05}}),
                     0.012, {216, 216, 214});
    }
    const Outline shape = mirroredLoop({{0, top},
                                        {0.09, top + 0.025},
                                        {0.22 * w, top + 0.06},
                                        {0.345 * w, top + 0.075},
                                        {0.35 * w, middle},
                                        {0.3 * w, bottom - 0.1},
                                        {0.16, bottom - 0.015},
                                        {0, bottom}});
    brush.inside(faceShape(person)).fill(shape, {20, 24, 40}, 0.4, 0.05); // its shadow on the skin
    brush.fillShaded(shape, shade(cloth, 1.04), shade(cloth, 0.86));
    const Brush onMask = brush.inside(shape);
    for (const double side : {-1.0, 1.0})
        onMask.spot({side * 0.3 * w, middle + 0.03}, {0.07, height * 0.4}, shade(cloth, 0.66), 0.5);
    onMask.spot({-0.03, middle - height * 0.2}, {0.1, height * 0.2}, {255, 255, 255}, 0.35);
    if (person.moulded) {
        onMask.stroke({{0, top + 0.01}, {0, bottom - 0.02}}, 0.014, shade(cloth, 0.8), 0.8, 0.006);
        onMask.spot({0.05, middle}, {0.05, height * 0.35}, shade(cloth, 0.78), 0.4);
    } else {
        for (const double share : {0.3, 0.5, 0.7}) {
            const double y = top + height * share;
            onMask.stroke(smoothPath({{-0.33 * w, y + 0.02}, {0, y + 0.035}, {0.33 * w, y + 0.02}}), 0.012, shade(cloth, 0.8), 0.85, 0.006);
        }
    }
    onMask.stroke(smoothPath({{-0.3 * w, top + 0.085}, {-0.12, top + 0.05}, {0, top + 0.024}, {0.12, top + 0.05}, {0.3 * w, top + 0.085}}),
                  0.01, shade(cloth, 0.84), 0.8);
}

void drawFinger(const Brush &brush, const Person &person, cv::Point2d root, cv::Point2d tip, double width)
{
    const cv::Point2d along = tip - root;
    const cv::Point2d across = cv::Point2d(-along.y, along.x) * (width / std::hypot(along.x, along.y));
    const Outline shape =
        smoothLoop({root + across, root + along * 0.5 + across * 0.98, tip - along * 0.08 + across * 0.85, tip + along * 0.02,
                    tip - along * 0.08 - across * 0.85, root + along * 0.5 - across * 0.98, root - across});
    brush.fill(shape, {20, 24, 44}, 0.35, 0.04);
    brush.fill(shape, shade(person.skin, 0.97), 1, 0.006);
    const Brush skin = brush.inside(shape);
    skin.stroke(shape, 0.028, shade(person.skin, 0.6), 0.55, 0.02);
    skin.stroke(smoothPath({root - across * 0.3, root + along * 0.5 - across * 0.3, tip - across * 0.2}), width * 0.5,
                tint(person.skin, {240, 248, 255}, 0.4), 0.45, width * 0.6);
    for (const double share : {0.42, 0.72})
        skin.spot(root + along * share, {0.012, width * 0.7}, shade(person.skin, 0.68), 0.45);
    brush.fill(ellipse(tip - along * 0.08, {width * 0.5, width * 0.42}), tint(person.skin, {210, 210, 250}, 0.55), 0.9, 0.006);
}

/// A hand before the mouth, its back to the camera, the arm coming from below.
void drawHand(const Brush &brush, const Person &person)
{
    const Outline arm = smoothLoop({{0.24, 0.5}, {0.42, 0.44}, {0.56, 0.8}, {0.74, 1.2}, {0.98, 2.4}, {0.5, 2.4}, {0.4, 1.2}, {0.32, 0.8}});
    brush.fill(arm, {20, 24, 44}, 0.35, 0.06);
    brush.fillShaded(arm, shade(person.skin, 0.95), shade(person.skin, 0.8));
    const Outline sleeve = smoothLoop({{0.32, 0.92}, {0.46, 0.87}, {0.62, 0.86}, {0.86, 1.3}, {1.1, 2.6}, {0.4, 2.6}, {0.36, 1.4}});
    brush.fill(sleeve, {10, 12, 16}, 0.4, 0.06);
    brush.fillShaded(sleeve, shade(person.cloth, 1.2), shade(person.cloth, 0.75));
    brush.stroke(smoothPath({{0.32, 0.95}, {0.46, 0.9}, {0.63, 0.89}}), 0.012, shade(person.cloth, 0.7), 0.8);

    drawFinger(brush, person, {0.2, 0.49}, {-0.14, 0.41}, 0.043);
    drawFinger(brush, person, {0.18, 0.41}, {-0.2, 0.335}, 0.046);
    drawFinger(brush, person, {0.18, 0.33}, {-0.21, 0.255}, 0.047);
    drawFinger(brush, person, {0.2, 0.25}, {-0.17, 0.175}, 0.045);
    const Outline back = smoothLoop(
        {{0.12, 0.2}, {0.24, 0.2}, {0.36, 0.3}, {0.43, 0.46}, {0.4, 0.58}, {0.28, 0.6}, {0.16, 0.54}, {0.13, 0.46}, {0.11, 0.33}});
    brush.fill(back, shade(person.skin, 0.97), 1, 0.012);
    for (int i = 0; i < 4; ++i)
        brush.spot({0.165, 0.24 + 0.08 * i}, {0.03, 0.022}, tint(person.skin, {225, 235, 250}, 0.5), 0.6);
    for (int i = 0; i < 3; ++i)
        brush.stroke(smoothPath({{0.12, 0.285 + 0.08 * i}, {0.2, 0.31 + 0.075 * i}, {0.29, 0.37 + 0.05 * i}}), 0.014,
                     shade(person.skin, 0.78), 0.5, 0.014);
    brush.spot({0.4, 0.56}, {0.06, 0.08}, shade(person.skin, 0.72), 0.5);
}

/// A cloth over head and shoulders, a fine net before the eyes.
void drawVeil(const Brush &brush, const Person &person)
{
    const Colour cloth = shade(person.cloth, 0.55);
    const Outline shape =
        mirroredLoop({{0, -0.8}, {0.26, -0.74}, {0.43, -0.5}, {0.5, -0.1}, {0.56, 0.4}, {0.78, 0.9}, {0.98, 1.3}, {1.04, 2.6}, {0, 2.7}});
    brush.fillShaded(shape, shade(cloth, 1.15), shade(cloth, 0.8));
    const Brush onCloth = brush.inside(shape);
    for (const double out : {-0.7, -0.5, -0.32, -0.18, 0.16, 0.3, 0.52, 0.72})
        onCloth.stroke(smoothPath({{out * 0.35, -0.7}, {out * 0.8, 0.1}, {out * 1.1, 1.0}, {out * 1.2, 2.6}}), 0.03, shade(cloth, 0.7), 0.6,
                       0.03);
}

void drawHeadFromBehind(const Brush &brush, const Person &person)
{
    for (const double side : {-1.0, 1.0})
        brush.disc({side * 0.41 * person.width, 0.0}, {0.05, 0.11}, shade(person.skin, 0.8));
    const Outline head =
        mirroredLoop({{0, -0.78}, {0.24, -0.73}, {0.4, -0.54}, {0.43, -0.25}, {0.4, 0.1}, {0.3, 0.34}, {0.16, 0.42}, {0, 0.44}});
    brush.fillShaded(head, person.hair, shade(person.hair, 0.75));
    const Brush onHair = brush.inside(head);
    for (int i = 0; i < 19; ++i) {
        const double out = -0.36 + 0.04 * i;
        onHair.stroke(smoothPath({{0, -0.7}, {out * 0.8, -0.5}, {out, -0.1}, {out * 0.8, 0.42}}), 0.012,
                      i % 2 == 0 ? shade(person.hair, 0.7) : tint(person.hair, {190, 195, 205}, 0.1), 0.6, 0.01);
    }
}

void drawFigure(cv::Mat &picture, const MannequinLook &look, double seconds)
{
    const Person person = personOf(look);
    const double t = seconds + person.phase;
    const double unit = look.height * picture.rows;
    const cv::Point2d sway(0.02 * std::sin(0.9 * t) + 0.008 * std::sin(2.3 * t), 0.008 * std::sin(1.4 * t));
    const cv::Point2d origin(look.x * picture.cols + sway.x * unit, (0.47 + 0.02 * look.height + look.y) * picture.rows + sway.y * unit);
    constexpr double kHalfTurn = 180;
    const Brush brush(picture, origin, unit, 0.03 * std::sin(0.7 * t) + look.roll / kHalfTurn * CV_PI);
    const bool blink = std::fmod(t, 3.7) < 0.14;

    if (look.face == MannequinFace::Veiled) {
        drawVeil(brush, person);
        return;
    }
    if (look.face == MannequinFace::FromBehind) {
        drawHairBehind(brush, person);
        drawBody(brush, person);
        drawHeadFromBehind(brush, person);
        return;
    }

    drawHairBehind(brush, person);
    drawBody(brush, person);
    drawHead(brush, person);
    drawNose(brush, person);
    drawMouth(brush, person);
    for (const double side : {-1.0, 1.0})
        drawEye(brush, person, side, blink);
    if (look.face == MannequinFace::Mask)
        drawMask(brush, person, 0.0, 0.53);
    else if (look.face == MannequinFace::NoseOut)
        drawMask(brush, person, 0.185, 0.55);
    else if (look.face == MannequinFace::Chin)
        drawMask(brush, person, 0.335, 0.66);
    drawHairInFront(brush, person);
    if (person.glasses)
        drawGlasses(brush);
    if (look.face == MannequinFace::HandBeforeMouth)
        drawHand(brush, person);
}

} // namespace

cv::Mat drawScene(const std::vector<MannequinLook> &figures, cv::Size size, double seconds)
{
    thread_local cv::Mat hall; // the same for every picture of a size, so it is drawn once
    if (hall.size() != size) {
        hall.create(size, CV_8UC3);
        drawHall(hall);
    }
    cv::Mat picture = hall.clone();
    std::vector<MannequinLook> farFirst = figures;
    std::ranges::stable_sort(farFirst, {}, &MannequinLook::height);
    for (const MannequinLook &figure : farFirst)
        drawFigure(picture, figure, seconds);
    addNoise(picture, seconds);
    return picture;
}

} // namespace menshen
