// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ExportOffice.h"
#include "menshen/app/Words.h"

#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// Every word of an enumeration in one language, looked up once.
template <typename E>
class WordList {
public:
    explicit WordList(Language language)
    {
        for (std::uint8_t i = 0;; ++i) {
            auto text = word(static_cast<E>(i), language);
            if (text.empty())
                return;
            m_words.push_back(std::move(text));
        }
    }
    [[nodiscard]] std::string_view of(std::optional<E> value) const
    {
        const auto index = value ? static_cast<std::size_t>(*value) : m_words.size();
        return index < m_words.size() ? std::string_view(m_words[index]) : std::string_view();
    }

private:
    std::vector<std::string> m_words;
};

/// What an export writes of each row. Masks documents and phones unless the request is in clear; says where personal data is
/// not there any more.
class ExportRows {
public:
    explicit ExportRows(const ExportRequest &request);

    [[nodiscard]] std::string visitSheet() const { return say("来访登记", "Visits"); }
    [[nodiscard]] std::string punchSheet() const { return say("员工打卡", "Staff"); }
    [[nodiscard]] std::vector<std::string> visitHeader() const;
    [[nodiscard]] std::vector<std::string> punchHeader() const;

    /// Good until the next call, and no longer than the row.
    [[nodiscard]] const std::vector<TableWriter::Cell> &cells(const VisitRow &visit);
    [[nodiscard]] const std::vector<TableWriter::Cell> &cells(const StaffPunchRow &punch);

private:
    using Cell = TableWriter::Cell;

    [[nodiscard]] std::string say(const char *zh, const char *en) const { return m_language == Language::Chinese ? zh : en; }
    [[nodiscard]] std::string_view gone(PersonalState state) const;
    [[nodiscard]] std::string_view correction(const VisitRow &visit) const;
    [[nodiscard]] std::string_view timed(WallTime at);
    [[nodiscard]] std::string_view reasoned(const std::vector<Reason> &reasons);
    void addMeasured(const VisitRow &visit);
    void addPersonal(const VisitRow &visit);
    void addAfterwards(const std::optional<EnteredAfterwards> &afterwards);
    void add(std::string_view text) { m_cells.push_back({text, std::nullopt}); }
    void add(EntrySeq seq) { m_cells.push_back({{}, static_cast<double>(seq.value), 0}); }
    void add(std::optional<Celsius> value) { m_cells.push_back(value ? Cell{{}, value->degrees} : Cell{}); }

    const Language m_language;
    const UtcOffset m_offset;
    const bool m_inClear;
    const std::string m_yes, m_destroyed, m_unreadable, m_siteCorrection, m_defaultCorrection, m_asRead;
    const WordList<Outcome> m_outcomes;
    const WordList<Verdict> m_verdicts;
    const WordList<MaskState> m_masks;
    const WordList<Instrument> m_instruments;
    const WordList<DocumentType> m_documents;
    const WordList<PunchDirection> m_directions;
    std::string m_time, m_happened, m_reasons, m_document, m_phone; ///< of the newest row
    std::vector<Cell> m_cells;
};

} // namespace menshen
