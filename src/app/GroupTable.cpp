// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "menshen/core/Identity.h"
#include "src/app/SheetReading.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace menshen {

namespace {

enum Column : std::size_t { Id, Name, Role, Mobile, Email, Substitute, Away };

const std::array<ColumnWords, 7> &columns()
{
    static const std::array<ColumnWords, 7> all{{{{"编号", "Number"}, {"id", "no."}, false},
                                                 {{"姓名", "Name"}, {"名字"}, true},
                                                 {{"职务", "Role"}, {"角色", "身份"}, true},
                                                 {{"手机", "Mobile"}, {"手机号", "手机号码", "电话", "联系电话", "phone"}, false},
                                                 {{"邮箱", "E-mail"}, {"电子邮箱", "邮件", "email", "mail"}, false},
                                                 {{"替班", "Substitute"}, {"替班人", "代班"}, false},
                                                 {{"外出至", "Away until"}, {"外出", "away"}, false}}};
    return all;
}

constexpr std::size_t kMostPeople = 1000;

constexpr std::array kRoles{GroupRole::Leader,         GroupRole::Deputy, GroupRole::Member,
                            GroupRole::OfficeDirector, GroupRole::Office, GroupRole::Cdc};

std::optional<GroupRole> roleFrom(const std::string &text)
{
    static const std::map<std::string_view, GroupRole> alike{
        {"deputy", GroupRole::Deputy},       {"Deputy", GroupRole::Deputy},     {"office director", GroupRole::OfficeDirector},
        {"主任", GroupRole::OfficeDirector}, {"办公室成员", GroupRole::Office}, {"疾控", GroupRole::Cdc},
        {"疾控中心", GroupRole::Cdc},        {"CDC", GroupRole::Cdc},           {"leader", GroupRole::Leader},
        {"member", GroupRole::Member},       {"office", GroupRole::Office}};
    for (const GroupRole role : kRoles) {
        const LocalText words = roleInWords(role);
        if (text == words.zh || text == words.en) {
            return role;
        }
    }
    const auto found = alike.find(text);
    return found == alike.end() ? std::nullopt : std::optional(found->second);
}

LocalText allRoles()
{
    LocalText all;
    for (const GroupRole role : kRoles) {
        const LocalText words = roleInWords(role);
        all.zh += (all.zh.empty() ? "" : "、") + words.zh;
        all.en += (all.en.empty() ? "" : ", ") + words.en;
    }
    return all;
}

bool isEmail(const std::string &text)
{
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string::npos &&
           text.find_first_of(" <>\",;") == std::string::npos;
}

/// The lines of one table on their way to a group.
class Reading {
public:
    Reading(const Sheet &sheet, const LeadingGroup &before) : m_sheet(sheet, columns()), m_before(before)
    {
        m_group.lastId = before.lastId;
    }

    Imported<LeadingGroup> run()
    {
        if (m_sheet.lines().size() > kMostPeople) {
            m_sheet.refuse(0, {}, {"人数太多", "These are too many people"}, {"不超过 1000 人", "1000 at most"});
        } else {
            for (const SheetRow *row : m_sheet.lines()) {
                readPerson(*row);
            }
        }
        giveIds();
        resolveSubstitutes();
        auto problems = m_sheet.takeProblems();
        return {problems.empty() ? std::move(m_group) : LeadingGroup{}, std::move(problems)};
    }

private:
    void readPerson(const SheetRow &row)
    {
        GroupPerson person;
        person.id = m_sheet.text(row, Id);
        if (!person.id.empty() && !numberOfId(person.id)) {
            m_sheet.refuse(row.line, Id, {"不是编号：" + inQuotes(person.id), "No number: " + inQuotes(person.id)},
                           {"p1、p2……；新人留空", "p1, p2 …; empty for somebody new"});
        } else if (!person.id.empty() && !m_ids.insert(person.id).second) {
            m_sheet.refuse(row.line, Id, {"编号重复", "This number is used twice"}, {"每人一个编号", "a number of its own for everybody"});
        } else if (!person.id.empty() && personOf(m_before, person.id) == nullptr && *numberOfId(person.id) <= m_before.lastId) {
            m_sheet.refuse(row.line, Id, {"此编号属于已移除的人", "This number was somebody's who was removed"},
                           {"留空，由本站给新人编号", "empty: the station gives somebody new a number"});
        }
        person.name = m_sheet.text(row, Name);
        if (person.name.empty()) {
            m_sheet.refuse(row.line, Name, {"没有姓名", "The name is missing"}, {"一个姓名", "a name"});
        } else if (!m_names.insert(person.name).second) {
            m_sheet.refuse(row.line, Name, {"姓名重复", "This name is there twice"},
                           {"加以区分，例如加上部门", "something that tells them apart, such as the department"});
        }
        const std::string role = m_sheet.text(row, Role);
        if (const auto found = roleFrom(role)) {
            person.role = *found;
        } else {
            m_sheet.refuse(row.line, Role,
                           {role.empty() ? "没有职务" : "不认识的职务 " + inQuotes(role),
                            role.empty() ? "The role is missing" : "Unknown role " + inQuotes(role)},
                           allRoles());
        }
        readWays(row, person);
        m_substitutes.push_back({row.line, m_sheet.text(row, Substitute)});
        person.awayUntil = m_sheet.day(row, Away);
        m_group.people.push_back(std::move(person));
    }

    void readWays(const SheetRow &row, GroupPerson &person)
    {
        if (const std::string mobile = m_sheet.text(row, Mobile); !mobile.empty()) {
            const PhoneCheck check = checkPhone(mobile);
            if (!check.valid()) {
                m_sheet.refuse(row.line, Mobile, {"不是电话号码：" + inQuotes(mobile), "No phone number: " + inQuotes(mobile)},
                               {"11 位手机号，或 +国家代码", "11 digits, or + and the country's code"});
            }
            person.mobile = check.normalised;
        }
        person.email = m_sheet.text(row, Email);
        if (!person.email.empty() && !isEmail(person.email)) {
            m_sheet.refuse(row.line, Email, {"不是邮箱地址：" + inQuotes(person.email), "No e-mail address: " + inQuotes(person.email)},
                           {"例如 name@example.gov.cn", "for example name@example.gov.cn"});
        }
    }

    /// Whoever was there keeps his id, and with it his PIN and his place in the ledger.
    void giveIds()
    {
        for (GroupPerson &person : m_group.people) {
            const GroupPerson *known = person.id.empty() ? personNamed(m_before, person.name) : nullptr;
            if (known != nullptr && m_ids.insert(known->id).second) {
                person.id = known->id;
            }
        }
        for (GroupPerson &person : m_group.people) {
            if (person.id.empty()) {
                person.id = freshId(m_group);
            }
        }
    }

    void resolveSubstitutes()
    {
        for (std::size_t i = 0; i < m_group.people.size(); ++i) {
            const auto &[line, text] = m_substitutes[i];
            if (text.empty()) {
                continue;
            }
            const GroupPerson *other = personOf(m_group, text) != nullptr ? personOf(m_group, text) : personNamed(m_group, text);
            if (other == nullptr || other == &m_group.people[i]) {
                m_sheet.refuse(line, Substitute,
                               {"替班人不在此表中：" + inQuotes(text), "The substitute is not in this table: " + inQuotes(text)},
                               {"表中另一人的姓名或编号", "the name or number of somebody else in the table"});
                continue;
            }
            m_group.people[i].substitute = other->id;
        }
    }

    SheetReading m_sheet;
    const LeadingGroup &m_before;
    LeadingGroup m_group;
    std::set<std::string> m_ids, m_names;
    std::vector<std::pair<int, std::string>> m_substitutes; ///< by line, as written
};

} // namespace

Imported<LeadingGroup> groupFromSheet(const Sheet &sheet, const LeadingGroup &before) { return Reading(sheet, before).run(); }

Result<void> writeGroupTable(TableWriter &writer, const LeadingGroup &group, Language language)
{
    std::vector<std::string> header;
    for (const ColumnWords &column : columns()) {
        header.push_back(in(language, column.title));
    }
    if (auto started = writer.sheet(in(language, {"领导小组", "Leading group"}), header); !started) {
        return started;
    }
    const auto row = [&](const std::vector<std::string> &texts) {
        std::vector<TableWriter::Cell> cells;
        for (const std::string &text : texts) {
            cells.push_back({text, std::nullopt});
        }
        return writer.row(cells);
    };
    if (group.people.empty()) {
        const bool chinese = language == Language::Chinese;
        if (auto written = row({chinese ? "示例（导入时不读此行）" : "Example (not read)", chinese ? "张三" : "Zhang San",
                                in(language, roleInWords(GroupRole::Deputy)), "13800138000", "zhang@example.gov.cn", "", ""});
            !written) {
            return written;
        }
    }
    for (const GroupPerson &person : group.people) {
        const GroupPerson *substitute = personOf(group, person.substitute);
        if (auto written = row({person.id, person.name, in(language, roleInWords(person.role)), person.mobile, person.email,
                                substitute == nullptr ? "" : substitute->name, person.awayUntil ? isoDay(*person.awayUntil) : ""});
            !written) {
            return written;
        }
    }
    return writer.commit();
}

} // namespace menshen
