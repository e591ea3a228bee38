// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace menshen {

/// Whether a key may be left out; its target then keeps the value that it came with.
enum class Need : std::uint8_t { Optional, Required };

/// Both ends included.
template <typename T>
struct Range {
    T least, most;
};

/// The words of a choice and what they stand for.
template <typename E>
using Names = std::span<const std::pair<std::string_view, E>>;

/// What a path has to lead to.
enum class PathTo : std::uint8_t { Anything, File, Folder };

/// One table of a TOML file. Every read notes its key as known, puts a good value into its target and a problem about
/// a bad one into the reader; a loader is therefore a plain list of reads. A handle: copy it, but not beyond its reader.
class Section {
public:
    /// False when the table is not in the file: reads then leave their targets alone and complain of nothing.
    [[nodiscard]] bool present() const noexcept;
    [[nodiscard]] bool has(std::string_view key) const;

    void text(std::string_view key, std::string &target, Need need = Need::Optional);
    /// A list of texts, not empty.
    void texts(std::string_view key, std::vector<std::string> &target, Need need = Need::Optional);
    void flag(std::string_view key, bool &target, Need need = Need::Optional);
    void number(std::string_view key, double &target, Range<double> range, Need need = Need::Optional);
    /// Either a number or the word that stands for none.
    void numberOr(std::string_view word, std::string_view key, std::optional<double> &target, Range<double> range,
                  Need need = Need::Optional);
    void celsius(std::string_view key, Celsius &target, Range<double> range, Need need = Need::Optional);
    /// A whole number of the unit that ends the key's name: `…_ms` or `…_s`. The range is in that unit.
    void duration(std::string_view key, Micros &target, Range<std::int64_t> range, Need need = Need::Optional);
    void date(std::string_view key, std::optional<std::chrono::sys_days> &target, Need need = Need::Optional);
    /// "02:30": the minutes after midnight.
    void timeOfDay(std::string_view key, std::chrono::minutes &target);
    /// Relative to the folder of the file being read; what it leads to must be there, unless Anything.
    void path(std::string_view key, std::string &target, PathTo to, Need need = Need::Optional);

    template <std::integral T>
    void integer(std::string_view key, T &target, Range<T> range, Need need = Need::Optional)
    {
        if (const auto value = wholeNumber(key, {static_cast<std::int64_t>(range.least), static_cast<std::int64_t>(range.most)}, need))
            target = static_cast<T>(*value);
    }

    template <typename E>
    void choice(std::string_view key, E &target, std::type_identity_t<Names<E>> names, Need need = Need::Optional)
    {
        std::vector<std::string_view> words;
        for (const auto &[word, meaning] : names)
            words.push_back(word);
        if (const auto index = wordOf(key, words, need))
            target = names[*index].second;
    }

    /// A table within this one.
    [[nodiscard]] Section section(std::string_view key, Need need = Need::Optional);
    /// An array of tables, [[key]].
    [[nodiscard]] std::vector<Section> sections(std::string_view key, Need need = Need::Optional);

    /// Adds a problem about this key's value that only the loader can see; of a missing key, at the section's line.
    void refuse(std::string_view key, const std::string &remedy);
    /// Adds the problems of another file that `key` names.
    void refuse(std::string_view key, const Error &ofNamedFile);

private:
    friend class TomlReader;
    struct Table;
    explicit Section(Table *table) : m_table(table) {}

    [[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view key, Range<std::int64_t> range, Need need);
    [[nodiscard]] std::optional<std::size_t> wordOf(std::string_view key, const std::vector<std::string_view> &words, Need need);

    Table *m_table; ///< the reader's
};

/// One settings file being read. It collects every problem, not only the first, each on a line of its own as
/// `file:line: key: value: what would be right`, and refuses keys that nobody asked for.
class TomlReader {
public:
    /// `file` names the text in problems and is what relative paths start from.
    TomlReader(std::string_view text, std::filesystem::path file);
    ~TomlReader();
    TomlReader(const TomlReader &) = delete;
    TomlReader &operator=(const TomlReader &) = delete;

    [[nodiscard]] Section root();

    /// BadConfig with all problems, keys that no read asked for included. Call it after the last read.
    [[nodiscard]] Result<void> finish();

private:
    friend class Section;
    struct Document;
    std::unique_ptr<Document> m_document;
};

/// The text of a settings file; BadConfig, in the form of TomlReader's problems, when it cannot be read.
[[nodiscard]] Result<std::string> readSettingsText(const std::filesystem::path &file);

} // namespace menshen
