// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/TomlReader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <system_error>

namespace menshen {

namespace fs = std::filesystem;

namespace {

std::optional<std::chrono::minutes> timeOfDayFrom(const std::string &text)
{
    constexpr std::string_view kForm = "00:00"; // digits and a colon, nothing else
    const auto fits = [](char written, char wanted) { return wanted == ':' ? written == ':' : written >= '0' && written <= '9'; };
    if (!std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(), fits))
        return {};
    const auto hours = std::stoi(text.substr(0, 2));
    const auto minutes = std::stoi(text.substr(3, 2));
    if (hours > 23 || minutes > 59)
        return {};
    return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

constexpr std::uintmax_t kLargestFile = 1 << 20;
constexpr std::size_t kLongestText = 4000;
constexpr std::size_t kLongestShown = 60; ///< bytes of a value in a problem

/// Edit distance with swaps of neighbours: the mistakes that fingers make.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

/// The one of `words` that was probably meant; empty when none is near.
std::string_view nearest(std::string_view written, const std::vector<std::string_view> &words)
{
    if (written.size() > kLongestShown)
        return {};
    std::string_view best;
    std::size_t distance = std::max<std::size_t>(2, written.size() / 3) + 1;
    for (const auto word : words) {
        if (const auto d = editDistance(written, word); d < distance && d < word.size()) {
            best = word;
            distance = d;
        }
    }
    return best;
}

std::string quotedList(const std::vector<std::string_view> &words)
{
    std::string list;
    for (const auto word : words)
        list += (list.empty() ? "\"" : ", \"") + std::string(word) + '"';
    return list;
}

std::string shortened(std::string text)
{
    if (text.size() <= kLongestShown)
        return text;
    std::size_t end = kLongestShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not within a UTF-8 character
        --end;
    return text.substr(0, end) + "…";
}

std::string numberText(double value)
{
    std::ostringstream out;
    out << std::setprecision(12) << value; // 98.6 as it was written, not 98.599999999999994
    return out.str();
}

std::string shown(const toml::node &node)
{
    if (node.is_table())
        return "(a table)";
    if (node.is_array())
        return "(a list)";
    if (const auto *number = node.as_floating_point()) {
        const auto text = numberText(number->get());
        return text.find_first_of(".en") == std::string::npos ? text + ".0" : text; // 2.0 is not 2
    }
    std::ostringstream out;
    // A text over several lines would break the one line of its problem.
    out << toml::toml_formatter(node, toml::toml_formatter::default_flags & ~toml::format_flags::allow_multi_line_strings);
    return shortened(out.str());
}

/// Whatever stands in a file must fit on one line of a problem.
std::string onOneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, '?');
    return text;
}

std::string problemText(const fs::path &file, std::uint32_t line, std::string_view key, const std::string &value, const std::string &remedy)
{
    return onOneLine(file.string() + ':' + std::to_string(line) + ": " + std::string(key) + ": " + value + ": " + remedy);
}

} // namespace

struct Section::Table {
    TomlReader::Document &document;
    const toml::table *toml; ///< null: not in the file
    std::string path;        ///< "" of the root, else "plan.mask" or "staff[2]"
    std::uint32_t line = 1;
    std::vector<std::string_view> known{}; ///< keys that were asked for; they outlive the reader, being literals

    [[nodiscard]] std::string full(std::string_view key) const { return path.empty() ? std::string(key) : path + '.' + std::string(key); }

    /// The key's value, noted as known; complains of a missing one that is needed.
    const toml::node *value(std::string_view key, Need need, const std::string &remedy);
    void problem(std::string_view key, const std::string &remedy);
    void wrong(std::string_view key, const toml::node &node, const std::string &remedy);
    void refuseUnknownKeys();
};

struct TomlReader::Document {
    fs::path file;
    toml::table root;
    std::deque<Section::Table> tables;                           ///< every one that was asked for; a deque, because sections point into it
    std::vector<std::pair<std::uint32_t, std::string>> problems; ///< with their lines

    /// The table at `path`, the same one however often it is asked for: its known keys add up.
    Section::Table *at(const toml::table *toml, std::string path, std::uint32_t line)
    {
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto &table) { return table.path == path; });
        if (found != tables.end())
            return &*found;
        tables.push_back({*this, toml, std::move(path), line});
        return &tables.back();
    }
    void problem(std::uint32_t line, std::string_view key, const std::string &value, const std::string &remedy)
    {
        problems.emplace_back(line, problemText(file, line, key, value, remedy));
    }
};

const toml::node *Section::Table::value(std::string_view key, Need need, const std::string &remedy)
{
    if (std::find(known.begin(), known.end(), key) == known.end())
        known.push_back(key);
    const auto *node = toml ? toml->get(key) : nullptr;
    if (!node && toml && need == Need::Required)
        document.problem(line, full(key), "(missing)", "add it: " + remedy);
    return node;
}

void Section::Table::wrong(std::string_view key, const toml::node &node, const std::string &remedy)
{
    document.problem(node.source().begin.line, full(key), shown(node), remedy);
}

void Section::Table::problem(std::string_view key, const std::string &remedy)
{
    if (const auto *node = toml ? toml->get(key) : nullptr)
        wrong(key, *node, remedy);
    else
        document.problem(line, full(key), "(missing)", remedy);
}

void Section::Table::refuseUnknownKeys()
{
    if (!toml)
        return;
    for (const auto &[key, node] : *toml) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end())
            continue;
        const auto meant = nearest(key.str(), known);
        const auto remedy =
            meant.empty() ? "no such key; known here: " + quotedList(known) : "no such key; did you mean \"" + std::string(meant) + "\"?";
        document.problem(key.source().begin.line, full(shortened(std::string(key.str()))), shown(node), remedy);
    }
}

bool Section::present() const noexcept { return m_table->toml != nullptr; }

bool Section::has(std::string_view key) const { return m_table->toml && m_table->toml->contains(key); }

void Section::text(std::string_view key, std::string &target, Need need)
{
    const std::string remedy = "a text in quotes, not empty";
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return;
    const auto *text = node->as_string();
    if (!text || text->get().empty())
        return m_table->wrong(key, *node, remedy);
    const auto unprintable = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; };
    if (text->get().size() > kLongestText || std::any_of(text->get().begin(), text->get().end(), unprintable))
        return m_table->wrong(key, *node, "a text of at most " + std::to_string(kLongestText) + " bytes without control characters");
    target = text->get();
}

void Section::texts(std::string_view key, std::vector<std::string> &target, Need need)
{
    const std::string remedy = "a list of texts, such as [\"mail\", \"sms\"], not empty";
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return;
    const auto *array = node->as_array();
    if (!array || array->empty())
        return m_table->wrong(key, *node, remedy);
    std::vector<std::string> found;
    for (const auto &element : *array) {
        const auto *text = element.as_string();
        if (!text || text->get().empty() || text->get().size() > kLongestText)
            return m_table->wrong(key, element, remedy);
        found.push_back(text->get());
    }
    target = std::move(found);
}

void Section::flag(std::string_view key, bool &target, Need need)
{
    const std::string remedy = "true or false, without quotes";
    if (const auto *node = m_table->value(key, need, remedy)) {
        if (const auto *flag = node->as_boolean())
            target = flag->get();
        else
            m_table->wrong(key, *node, remedy);
    }
}

void Section::number(std::string_view key, double &target, Range<double> range, Need need)
{
    const auto remedy = "a number from " + numberText(range.least) + " to " + numberText(range.most);
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return;
    const auto number = node->is_number() ? node->value<double>() : std::nullopt;
    if (number && *number >= range.least && *number <= range.most) // false for nan, too
        target = *number;
    else
        m_table->wrong(key, *node, remedy);
}

void Section::numberOr(std::string_view word, std::string_view key, std::optional<double> &target, Range<double> range, Need need)
{
    const auto remedy = '"' + std::string(word) + "\", or a number from " + numberText(range.least) + " to " + numberText(range.most);
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return;
    const auto *text = node->as_string();
    const auto number = node->is_number() ? node->value<double>() : std::nullopt;
    if (text && text->get() == word)
        target.reset();
    else if (number && *number >= range.least && *number <= range.most) // false for nan, too
        target = *number;
    else
        m_table->wrong(key, *node, remedy);
}

void Section::celsius(std::string_view key, Celsius &target, Range<double> range, Need need) { number(key, target.degrees, range, need); }

std::optional<std::int64_t> Section::wholeNumber(std::string_view key, Range<std::int64_t> range, Need need)
{
    const auto remedy = "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most);
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return {};
    const auto *number = node->as_integer();
    if (number && number->get() >= range.least && number->get() <= range.most)
        return number->get();
    m_table->wrong(key, *node, remedy);
    return {};
}

void Section::duration(std::string_view key, Micros &target, Range<std::int64_t> range, Need need)
{
    const bool seconds = !key.ends_with("_ms");
    if (const auto value = wholeNumber(key, range, need))
        target = seconds ? Micros(std::chrono::seconds(*value)) : Micros(std::chrono::milliseconds(*value));
}

void Section::date(std::string_view key, std::optional<std::chrono::sys_days> &target, Need need)
{
    const std::string remedy = "a date such as 2026-03-01, without quotes";
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return;
    const auto *date = node->as_date();
    if (!date)
        return m_table->wrong(key, *node, remedy);
    const std::chrono::year_month_day day{std::chrono::year{date->get().year}, std::chrono::month{date->get().month},
                                          std::chrono::day{date->get().day}};
    if (day.ok())
        target = std::chrono::sys_days{day};
    else
        m_table->wrong(key, *node, remedy);
}

void Section::timeOfDay(std::string_view key, std::chrono::minutes &target)
{
    if (!has(key))
        return;
    std::string written = "00:00"; // stays when it is no text, which is a problem by itself
    text(key, written);
    if (const auto time = timeOfDayFrom(written))
        target = *time;
    else
        refuse(key, "a time of day such as \"02:30\"");
}

void Section::path(std::string_view key, std::string &target, PathTo to, Need need)
{
    std::string written;
    text(key, written, need);
    if (written.empty())
        return;
    const fs::path found = (m_table->document.file.parent_path() / written).lexically_normal();
    std::error_code ignored;
    if (to == PathTo::File && !fs::is_regular_file(found, ignored))
        return m_table->problem(key, "a file that exists; looked for " + found.string());
    if (to == PathTo::Folder && !fs::is_directory(found, ignored))
        return m_table->problem(key, "a folder that exists; looked for " + found.string());
    target = found.string();
}

std::optional<std::size_t> Section::wordOf(std::string_view key, const std::vector<std::string_view> &words, Need need)
{
    const auto remedy = "one of " + quotedList(words);
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return {};
    const auto *written = node->as_string();
    const auto found = written ? std::find(words.begin(), words.end(), written->get()) : words.end();
    if (found == words.end()) {
        m_table->wrong(key, *node, remedy);
        return {};
    }
    return static_cast<std::size_t>(found - words.begin());
}

Section Section::section(std::string_view key, Need need)
{
    const auto *node = m_table->value(key, need, "a section [" + m_table->full(key) + "]");
    if (node && !node->is_table())
        m_table->wrong(key, *node, "a section [" + m_table->full(key) + "]");
    const auto *table = node ? node->as_table() : nullptr;
    return Section(m_table->document.at(table, m_table->full(key), table ? table->source().begin.line : m_table->line));
}

std::vector<Section> Section::sections(std::string_view key, Need need)
{
    const auto remedy = "sections [[" + m_table->full(key) + "]]";
    const auto *node = m_table->value(key, need, remedy);
    if (!node)
        return {};
    const auto *array = node->as_array();
    if (!array) {
        m_table->wrong(key, *node, remedy);
        return {};
    }
    std::vector<Section> found;
    for (const auto &element : *array) {
        const auto *table = element.as_table();
        if (!table)
            m_table->wrong(key, element, remedy);
        else
            found.push_back(Section(m_table->document.at(table, m_table->full(key) + '[' + std::to_string(found.size() + 1) + ']',
                                                         table->source().begin.line)));
    }
    return found;
}

void Section::refuse(std::string_view key, const std::string &remedy) { m_table->problem(key, remedy); }

void Section::refuse(std::string_view key, const Error &ofNamedFile)
{
    const auto *node = m_table->toml ? m_table->toml->get(key) : nullptr;
    m_table->document.problems.emplace_back(node ? node->source().begin.line : m_table->line, ofNamedFile.detail);
}

TomlReader::TomlReader(std::string_view text, fs::path file) : m_document(std::make_unique<Document>())
{
    m_document->file = std::move(file);
    try {
        m_document->root = toml::parse(text, m_document->file.string());
    } catch (const toml::parse_error &error) {
        const auto at = error.source().begin;
        m_document->problem(at.line, "(syntax)", "column " + std::to_string(at.column), std::string(error.description()));
    }
}

TomlReader::~TomlReader() = default;

Section TomlReader::root()
{
    // After a syntax error nothing was read: then nothing is missing either.
    return Section(m_document->at(m_document->problems.empty() ? &m_document->root : nullptr, {}, 1));
}

Result<void> TomlReader::finish()
{
    for (auto &table : m_document->tables)
        table.refuseUnknownKeys();
    auto &problems = m_document->problems;
    if (problems.empty())
        return {};
    std::stable_sort(problems.begin(), problems.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::string detail;
    for (const auto &[line, text] : problems)
        detail += (detail.empty() ? "" : "\n") + text;
    return Error{ErrorCode::BadConfig, detail};
}

Result<std::string> readSettingsText(const fs::path &file)
{
    const auto refused = [&](const std::string &why) {
        return Error{ErrorCode::BadConfig, problemText(file, 1, "(file)", why, "the path of a settings file that can be read")};
    };
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status))
        return refused(error.message());
    if (!fs::is_regular_file(status))
        return refused("not a regular file");
    if (const auto size = fs::file_size(file, error); error || size > kLargestFile)
        return refused(error ? error.message() : "larger than 1 MiB");
    std::ifstream in(file, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in.is_open() || in.bad())
        return refused(std::generic_category().message(errno));
    return text;
}

} // namespace menshen
