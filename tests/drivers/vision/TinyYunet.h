// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace menshen::test {

/// An ONNX file in YuNet's format, written by hand: the smallest model with its input and outputs. It takes a white square of
/// 32 × 32 input pixels for a face twice as large. The real files are not part of the project.
class TinyYunet {
public:
    [[nodiscard]] static std::string bytes()
    {
        TinyYunet model;
        for (const int stride : {8, 16, 32}) {
            const auto end = std::to_string(stride);
            const float white = stride == 32 ? 1.0F / (3 * 255 * 32 * 32) : 0;
            model.addMap("cls_" + end, stride, white, {0});
            model.addMap("obj_" + end, stride, white, {0});
            model.addMap("bbox_" + end, stride, 0, {0.5F, 0.5F, 0.6931472F, 0.6931472F});
        }
        model.m_graph += field(2, "tiny") + field(11, valueInfo("input", {1, 3, 320, 320}));
        return number(1, 7) + field(7, model.m_graph) + field(8, field(1, "") + number(2, 11));
    }

private:
    // Protocol buffers: a field is its number and kind, then a number or a length and bytes.
    static std::string varint(std::uint64_t value)
    {
        std::string text;
        for (; value >= 0x80; value >>= 7)
            text += static_cast<char>(value | 0x80);
        return text + static_cast<char>(value);
    }
    static std::string number(std::uint64_t name, std::int64_t value)
    {
        return varint(name << 3) + varint(static_cast<std::uint64_t>(value));
    }
    static std::string field(std::uint64_t name, const std::string &value) { return varint(name << 3 | 2) + varint(value.size()) + value; }

    static std::string valueInfo(const std::string &name, const std::vector<std::int64_t> &shape)
    {
        std::string dims;
        for (const auto size : shape)
            dims += field(1, number(1, size));
        constexpr std::int64_t kFloat = 1;
        return field(1, name) + field(2, field(1, number(1, kFloat) + field(2, dims)));
    }
    template <typename T>
    static std::string tensor(const std::string &name, const std::vector<std::int64_t> &shape, const std::vector<T> &values)
    {
        std::string dims;
        for (const auto size : shape)
            dims += number(1, size);
        std::string raw(values.size() * sizeof(T), '\0');
        std::memcpy(raw.data(), values.data(), raw.size());
        constexpr std::int64_t kFloat = 1, kInt64 = 7;
        return dims + number(2, sizeof(T) == sizeof(float) ? kFloat : kInt64) + field(8, name) + field(9, raw);
    }
    static std::string integers(const std::string &name, const std::vector<std::int64_t> &values)
    {
        std::string text = field(1, name);
        for (const auto value : values)
            text += number(8, value);
        constexpr std::int64_t kIntegers = 7;
        return text + number(20, kIntegers);
    }
    static std::string node(const std::string &kind, const std::vector<std::string> &inputs, const std::string &output,
                            const std::vector<std::string> &attributes)
    {
        std::string text;
        for (const auto &input : inputs)
            text += field(1, input);
        text += field(2, output) + field(3, output) + field(4, kind);
        for (const auto &attribute : attributes)
            text += field(5, attribute);
        return text;
    }

    /// One output: a convolution of a cell's pixels, a channel for each bias.
    void addMap(const std::string &name, int stride, float weight, const std::vector<float> &biases)
    {
        const auto channels = static_cast<std::int64_t>(biases.size());
        const std::vector<float> weights(biases.size() * 3 * static_cast<std::size_t>(stride * stride), weight);
        m_graph += field(5, tensor(name + "_w", {channels, 3, stride, stride}, weights)) +
                   field(5, tensor(name + "_b", {channels}, biases)) +
                   field(5, tensor(name + "_s", {3}, std::vector<std::int64_t>{1, -1, channels}));
        m_graph += field(1, node("Conv", {"input", name + "_w", name + "_b"}, name + "_c",
                                 {integers("kernel_shape", {stride, stride}), integers("strides", {stride, stride})})) +
                   field(1, node("Transpose", {name + "_c"}, name + "_t", {integers("perm", {0, 2, 3, 1})})) +
                   field(1, node("Reshape", {name + "_t", name + "_s"}, name, {})) + field(12, valueInfo(name, {}));
    }

    std::string m_graph;
};

} // namespace menshen::test
