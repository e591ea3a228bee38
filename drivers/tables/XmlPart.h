// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expat.h>

#include <string>
#include <string_view>

namespace menshen {

/// Something that reads one XML part of a workbook as expat calls it out. Names come without their prefix. A document type
/// declaration is refused: no workbook has one, and entities are a way to attack who reads them.
class XmlPart {
public:
    XmlPart();
    virtual ~XmlPart();
    XmlPart(const XmlPart &) = delete;
    XmlPart &operator=(const XmlPart &) = delete;

    /// The next bytes; false when it is no XML, or was stopped.
    [[nodiscard]] bool feed(std::string_view bytes, bool last);
    /// Whether it was stopped for holding more than anybody's table does.
    [[nodiscard]] bool isFull() const { return m_full; }

protected:
    /// An element's attributes; valid during the call.
    class Attributes {
    public:
        explicit Attributes(const char **pairs) : m_pairs(pairs) {}
        /// Empty when it is not there.
        [[nodiscard]] std::string_view operator[](std::string_view name) const;

    private:
        const char **m_pairs;
    };

    virtual void begins(std::string_view name, const Attributes &attributes) = 0;
    virtual void ends(std::string_view name) = 0;
    virtual void says(std::string_view text) = 0;
    void stop();
    void full()
    {
        m_full = true;
        stop();
    }

private:
    XML_Parser m_parser;
    bool m_full = false;
};

} // namespace menshen
