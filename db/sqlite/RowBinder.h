// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/EnumNames.h"
#include "menshen/core/Units.h"

#include <SQLiteCpp/Statement.h>
#include <optional>
#include <string>

namespace menshen {

/// Binds one value after the other to a statement, absent ones as NULL. Throws SQLite::Exception.
class RowBinder {
public:
    explicit RowBinder(SQLite::Statement &statement) : m_statement(statement)
    {
        m_statement.tryReset(); // reset() would throw what an earlier run of it met
        m_statement.clearBindings();
    }

    RowBinder &operator<<(const std::string &text)
    {
        m_statement.bind(++m_index, text);
        return *this;
    }
    RowBinder &operator<<(const std::optional<std::string> &text)
    {
        ++m_index;
        if (text)
            m_statement.bind(m_index, *text);
        return *this;
    }
    RowBinder &operator<<(std::int64_t value)
    {
        m_statement.bind(++m_index, value);
        return *this;
    }
    RowBinder &operator<<(std::optional<std::int64_t> value)
    {
        ++m_index;
        if (value)
            m_statement.bind(m_index, *value);
        return *this;
    }
    RowBinder &operator<<(std::optional<Celsius> value)
    {
        ++m_index;
        if (value)
            m_statement.bind(m_index, value->degrees);
        return *this;
    }
    template <typename E>
    RowBinder &operator<<(const std::optional<E> &value)
    {
        ++m_index;
        if (value)
            m_statement.bind(m_index, nameOf(*value));
        return *this;
    }

    void run() { m_statement.exec(); }
    /// Whether the statement, a query, has a row.
    [[nodiscard]] bool found()
    {
        const bool row = m_statement.executeStep();
        m_statement.tryReset();
        return row;
    }

private:
    SQLite::Statement &m_statement;
    int m_index = 0;
};

} // namespace menshen
