// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/XmlPart.h"

#include <new>

namespace menshen {
namespace {

std::string_view withoutPrefix(std::string_view name) { return name.substr(name.rfind(':') + 1); } // npos + 1 is 0

} // namespace

XmlPart::XmlPart() : m_parser(XML_ParserCreate(nullptr))
{
    if (m_parser == nullptr)
        throw std::bad_alloc();
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(
        m_parser,
        [](void *self, const XML_Char *name, const XML_Char **attributes) {
            static_cast<XmlPart *>(self)->begins(withoutPrefix(name), Attributes(attributes));
        },
        [](void *self, const XML_Char *name) { static_cast<XmlPart *>(self)->ends(withoutPrefix(name)); });
    XML_SetCharacterDataHandler(m_parser, [](void *self, const XML_Char *text, int size) {
        static_cast<XmlPart *>(self)->says({text, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(
        m_parser, [](void *self, const XML_Char *, const XML_Char *, const XML_Char *, int) { static_cast<XmlPart *>(self)->stop(); });
}

XmlPart::~XmlPart() { XML_ParserFree(m_parser); }

void XmlPart::stop() { XML_StopParser(m_parser, XML_FALSE); }

bool XmlPart::feed(std::string_view bytes, bool last)
{
    return XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0) == XML_STATUS_OK;
}

std::string_view XmlPart::Attributes::operator[](std::string_view name) const
{
    for (const char **pair = m_pairs; *pair != nullptr; pair += 2)
        if (withoutPrefix(pair[0]) == name)
            return pair[1];
    return {};
}

} // namespace menshen
