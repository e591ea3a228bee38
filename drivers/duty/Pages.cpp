// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Pages.h"

#include "drivers/duty/Html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace menshen {

namespace {

const LocalText kDuty{"值班页", "Duty page"};

/// Words of one visitor's language, ready to stand in HTML.
class Words {
public:
    explicit Words(PageLanguage language) : m_language(language) {}
    [[nodiscard]] std::string operator()(const char *zh, const char *en) const
    {
        return escaped(m_language == PageLanguage::Chinese ? zh : en);
    }
    [[nodiscard]] std::string operator()(const LocalText &text) const { return escaped(in(m_language, text)); }
    [[nodiscard]] const char *code() const { return m_language == PageLanguage::Chinese ? "zh-CN" : "en"; }
    [[nodiscard]] bool isChinese() const { return m_language == PageLanguage::Chinese; }

private:
    PageLanguage m_language;
};

std::string headerOf(const PageFrame &frame, const Words &say)
{
    std::string html = "<header><div class=\"bar\"><img src=\"" + frame.assets + "sign.svg\" alt=\"\"><span class=\"name\">" +
                       escaped(frame.station) + "<span class=\"wide\"> · " + say(kDuty) + "</span></span>";
    if (!frame.path.empty()) {
        html += std::string("<a lang=\"") + (say.isChinese() ? "en" : "zh-CN") + "\" hreflang=\"" + (say.isChinese() ? "en" : "zh-CN") +
                "\" href=\"" + escaped(frame.path) + "?lang=" + (say.isChinese() ? "en\">English" : "zh\">中文") + "</a>";
    }
    if (frame.person) {
        html += "<form method=\"post\" action=\"/signout\"><input type=\"hidden\" name=\"form\" value=\"" + escaped(frame.formToken) +
                "\"><button class=\"quiet\">" + say("退出", "Sign out") + "</button></form>";
    }
    return html + "</div></header>\n";
}

std::string page(const PageFrame &frame, const std::string &title, const std::string &head, const std::string &body)
{
    const Words say(frame.language);
    return std::string("<!DOCTYPE html>\n<html lang=\"") + say.code() +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           title + " · " + escaped(frame.station) + "</title>\n<link rel=\"icon\" href=\"" + frame.assets +
           "sign.svg\">\n<link rel=\"stylesheet\" href=\"" + frame.assets + "duty.css\">\n" + head + "</head>\n<body>\n" +
           headerOf(frame, say) + body + "</body>\n</html>\n";
}

std::string script(const PageFrame &frame) { return "<script defer src=\"" + frame.assets + "duty.js\"></script>\n"; }

std::string formStart(const PageFrame &frame, const std::string &kind, const std::string &action)
{
    return "<form class=\"" + kind + "\" method=\"post\" action=\"" + escaped(action) +
           "\" autocomplete=\"off\"><input type=\"hidden\" name=\"form\" value=\"" + escaped(frame.formToken) + "\">\n";
}

std::string troubleBox(const Words &say, const std::optional<FormTrouble> &trouble)
{
    return trouble ? "<p class=\"trouble\" role=\"alert\">" + say(trouble->text) + "</p>\n" : "";
}

std::string choosePerson(const Words &say, const std::vector<DutyPerson> &people, const std::string &chosen)
{
    std::string html = "<label class=\"field\"><span>" + say("您是", "You are") +
                       "</span><select name=\"person\" required><option value=\"\">" + say("请选择", "Please choose") + "</option>";
    for (const DutyPerson &person : people) {
        html += "<option value=\"" + escaped(person.id) + (person.id == chosen ? "\" selected>" : "\">") + say(person.role) + " · " +
                escaped(person.name) + "</option>";
    }
    return html + "</select></label>\n";
}

std::string askPin(const Words &say)
{
    return "<label class=\"field\"><span>" + say("您的个人 PIN", "Your personal PIN") +
           "</span><input type=\"password\" name=\"pin\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"12\" required></label>\n";
}

std::string nobodyYet(const Words &say)
{
    return "<p>" +
           say("还没有人设置个人 PIN。请到站点的办公室页面设置。", "Nobody has a personal PIN yet. Set one on the station's office page.") +
           "</p>\n";
}

struct Choice {
    std::string value, label;
    bool needsWhy = false;
};

std::vector<Choice> choicesOf(const Words &say, const DutyAlert &alert)
{
    std::vector<Choice> choices;
    if (!alert.acknowledged && !alert.handedOver) {
        choices.push_back({"acknowledge", say("确认：我来处理", "Acknowledge: I take care of it")});
    }
    for (const DutyStep &step : alert.steps) {
        if (step.open) {
            choices.push_back({"step:" + step.id, say("已完成：", "Done: ") + say(step.what)});
        }
    }
    if (alert.acknowledged && !alert.handedOver) {
        choices.push_back({"handover", say("已移交给……", "Handed over to …"), true});
    }
    return choices;
}

std::string actForm(const PageFrame &frame, const Words &say, const DutyAlert &alert, const std::vector<DutyPerson> &people,
                    const std::optional<FormTrouble> &trouble)
{
    const std::vector<Choice> choices = choicesOf(say, alert);
    if (people.empty() && !frame.person) {
        return "<section class=\"card act\">" + nobodyYet(say) + "</section>\n";
    }
    if (choices.empty()) {
        return "<section class=\"card act\"><p>" + say("其余步骤请在站点记录。", "What is left is recorded at the station.") +
               "</p></section>\n";
    }
    std::string html = "<section class=\"card act\">" + formStart(frame, "acts", "/alert/" + std::to_string(alert.id.value)) +
                       troubleBox(say, trouble) + "<fieldset><legend>" + say("您要记录什么？", "What do you record?") + "</legend>\n";
    const std::string wanted = trouble && std::ranges::find(choices, trouble->act, &Choice::value) != choices.end() ? trouble->act
                               : alert.acknowledged                                                                 ? std::string()
                                                                                                                    : "acknowledge";
    for (const Choice &choice : choices) {
        html += "<label class=\"choice\"><input type=\"radio\" name=\"act\" required value=\"" + escaped(choice.value) + "\"" +
                (choice.needsWhy ? " class=\"needs-why\"" : "") + (choice.value == wanted ? " checked" : "") + "><span>" + choice.label +
                "</span></label>\n";
    }
    html += "</fieldset>\n";
    html += "<p class=\"muted\">" +
            (alert.acknowledged ? say("误报需要复测，请在站点记录。", "A false alarm needs a second reading: record it at the station.")
                                : say("移交要先确认。", "Handing over comes after acknowledging.")) +
            "</p>\n";
    if (alert.acknowledged && !alert.handedOver) {
        html += "<label class=\"field why\"><span>" + say("移交给谁（不写被测人的信息）", "To whom (nothing about the person)") +
                "</span><input type=\"text\" name=\"reason\" maxlength=\"120\" value=\"" + escaped(trouble ? trouble->reason : "") +
                "\"></label>\n";
    }
    if (frame.person) {
        html += "<input type=\"hidden\" name=\"person\" value=\"" + escaped(frame.person->id) + "\"><p class=\"muted\">" +
                say(roleInWords(frame.person->role)) + " · " + escaped(frame.person->name) + "</p>\n";
    } else {
        html += choosePerson(say, people, trouble ? trouble->person : "");
    }
    return html + askPin(say) + "<button>" + say("记录", "Record") + "</button>\n</form></section>\n";
}

std::string liveSection(const std::string &path, const std::string &part)
{
    return "<div id=\"live\" class=\"stack\" data-live=\"" + path + "\" data-tag=\"" + escaped(tagOf(part)) + "\">\n" + part + "</div>\n";
}

std::string liveNotes(const Words &say, const std::string &path)
{
    return "<p id=\"changed\" class=\"note whole\" hidden>" + say("情况已变化。", "Things have changed. ") + "<a href=\"" + path + "\">" +
           say("重新加载", "Reload") + "</a></p>\n<p id=\"lost\" class=\"note whole\" hidden>" +
           say("与站点的连接中断，显示的可能不是最新情况。", "The station cannot be reached: what is shown may be old.") + "</p>\n";
}

std::string stateBox(const Words &say, const DutyAlert &alert)
{
    return alert.acknowledged ? "<p class=\"state held\">" + say("已确认 · ", "Acknowledged · ") + say(*alert.acknowledged) + "</p>\n"
                              : "<p class=\"state open\">" + say("尚无人确认", "Nobody has acknowledged yet") + "</p>\n";
}

/// Of one tag of Accept-Language: "en-GB;q=0.8". 0 when it makes no sense.
double weightOf(std::string_view tag)
{
    const auto mark = tag.find(";q=");
    if (mark == std::string_view::npos) {
        return 1;
    }
    double weight = 0;
    const auto number = tag.substr(mark + 3);
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), weight);
    return problem == std::errc{} && weight >= 0 && weight <= 1 ? weight : 0;
}

} // namespace

PageLanguage languageFrom(std::string_view acceptLanguage)
{
    double chinese = 0, english = 0;
    while (!acceptLanguage.empty()) {
        const auto end = std::min(acceptLanguage.find(','), acceptLanguage.size());
        auto tag = acceptLanguage.substr(0, end);
        acceptLanguage.remove_prefix(std::min(end + 1, acceptLanguage.size()));
        while (tag.starts_with(' ')) {
            tag.remove_prefix(1);
        }
        const auto is = [&](std::string_view lower, std::string_view upper) {
            const auto primary = tag.substr(0, std::min(tag.find_first_of("-; "), tag.size()));
            return primary == lower || primary == upper;
        };
        if (is("zh", "ZH")) {
            chinese = std::max(chinese, weightOf(tag));
        } else if (is("en", "EN")) {
            english = std::max(english, weightOf(tag));
        }
    }
    return english > chinese ? PageLanguage::English : PageLanguage::Chinese;
}

LocalText wordsOf(DutyOutcome outcome)
{
    switch (outcome) {
    case DutyOutcome::Done:
        return {"已记录", "Recorded"};
    case DutyOutcome::WrongPin:
        return {"PIN 不正确，或尝试次数过多。请核对姓名，稍候再试。",
                "That PIN is not right, or there were too many tries. Check the name, wait a moment and try again."};
    case DutyOutcome::Busy:
        return {"同时登录的人较多，请稍候再试。", "Several people are signing in at this moment. Please try again shortly."};
    case DutyOutcome::NotOpen:
        return {"该警报已结束或不存在。", "This alert is closed, or there is none of this number."};
    case DutyOutcome::AlreadyDone:
        return {"这一项已经记录过了。", "This has been recorded already."};
    case DutyOutcome::NotAcknowledged:
        return {"请先确认警报。", "Please acknowledge the alert first."};
    case DutyOutcome::ReasonMissing:
        return {"请写明移交对象。", "Please say to whom."};
    case DutyOutcome::NotRecorded:
        return {"站点现在无法记录，什么也没有改变。请在站点处理并通知管理员。",
                "The station cannot record anything now; nothing has changed. Please act at the station and tell whoever looks after it."};
    case DutyOutcome::Unknown:
        return {"站点尚未答复，可能已记录。请重新加载页面查看。",
                "The station has not answered yet; it may be recorded. Reload the page to see."};
    }
    return {};
}

LocalText waitWords(std::chrono::seconds wait)
{
    const std::string minutes = std::to_string(std::max<std::int64_t>(1, (wait.count() + 59) / 60));
    return {"尝试次数过多，请 " + minutes + " 分钟后再试。", "Too many tries from here: please wait " + minutes + " min and try again."};
}

std::string tagOf(std::string_view part)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a: tells parts apart, proves nothing
    for (const char c : part) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return '"' + std::to_string(hash) + '"';
}

std::string signInPage(const PageFrame &frame, const std::vector<DutyPerson> &people, const LocalText &why,
                       const std::optional<FormTrouble> &trouble)
{
    const Words say(frame.language);
    std::string html = "<main class=\"narrow\"><section class=\"card stack\"><h1>" + say("登录", "Sign in") + "</h1>\n";
    if (!why.zh.empty()) {
        html += "<p class=\"note\">" + say(why) + "</p>\n";
    }
    if (people.empty()) {
        html += nobodyYet(say);
    } else {
        html += formStart(frame, "sign-in", "/signin") + troubleBox(say, trouble) +
                choosePerson(say, people, trouble ? trouble->person : "") + askPin(say) + "<button>" + say("登录", "Sign in") +
                "</button>\n</form>\n";
    }
    return page(frame, say("登录", "Sign in"), "", html + "</section></main>\n");
}

std::string openedPage(const PageFrame &frame, const std::string &path)
{
    // Not a redirection: a cookie that only our own pages may send (SameSite=Strict) would not go with one that began in somebody
    // else's page, a webmail's for instance. This page is ours.
    const Words say(frame.language);
    return page(frame, say("警报", "Alert"), "<meta http-equiv=\"refresh\" content=\"0; url=" + escaped(path) + "\">\n",
                "<main class=\"narrow\"><section class=\"card\"><a href=\"" + escaped(path) + "\">" + say("查看警报", "Show the alert") +
                    "</a></section></main>\n");
}

std::string alertLive(PageLanguage language, const DutyAlert &alert)
{
    const Words say(language);
    std::string acts = alert.handedOver ? "h" : alert.acknowledged ? "a" : "-";
    std::string html = stateBox(say, alert) + "<section class=\"card\"><dl><dt>" + say("人员", "Person") + "</dt><dd class=\"big\">" +
                       escaped(alert.who) + "</dd><dt>" + say("原因", "Why") + "</dt><dd class=\"big\">" + say(alert.why) + "</dd><dt>" +
                       say("时间", "Since") + "</dt><dd>" + escaped(alert.since) + "</dd><dt>" + say("通知", "Told") + "</dt><dd>" +
                       say(alert.next) + "</dd></dl></section>\n<section class=\"card todo\"><h2>" + say("处置步骤", "What to do") +
                       "</h2><ol class=\"steps\">\n";
    for (const DutyStep &step : alert.steps) {
        acts += step.done ? "1" : "0";
        html += std::string("<li") + (step.done ? " class=\"done\"" : "") + "><div>" + say(step.what) +
                (step.done ? "<div class=\"muted\">" + say(*step.done) + "</div>" : "") + "</div></li>\n";
    }
    html += "</ol></section>\n<section class=\"card past\"><h2>" + say("经过", "So far") + "</h2><ol class=\"story\">\n";
    for (const DutyNote &note : alert.story) {
        html += "<li><time>" + escaped(note.time) + "</time><span>" + say(note.what) + "</span></li>\n";
    }
    return html + "</ol></section>\n<div hidden data-acts=\"" + acts + "\"></div>\n";
}

std::string alertPage(const PageFrame &frame, const DutyAlert &alert, const std::vector<DutyPerson> &people,
                      const std::optional<FormTrouble> &trouble)
{
    const Words say(frame.language);
    const std::string path = "/alert/" + std::to_string(alert.id.value);
    const std::string title = say("警报 ", "Alert ") + std::to_string(alert.id.value);
    return page(frame, title, script(frame),
                "<main class=\"two\"><h1 class=\"whole\">" + title + "</h1>\n" +
                    (frame.person ? "<p class=\"whole\"><a href=\"/alerts\">" + say("全部警报", "All alerts") + "</a></p>\n" : "") +
                    liveNotes(say, path) + liveSection(path + "/live", alertLive(frame.language, alert)) +
                    actForm(frame, say, alert, people, trouble) + "</main>\n");
}

std::string boardLive(PageLanguage language, const DutyBoard &board)
{
    const Words say(language);
    std::string html = "<section class=\"stack\"><h2>" + say("未结束的警报", "Open alerts") + "</h2>\n";
    if (board.alerts.empty()) {
        html += "<p class=\"state held\">" + say("无", "None") + "</p>\n";
    }
    for (const DutyAlert &alert : board.alerts) {
        html += std::string("<a class=\"alert") + (alert.acknowledged ? " held" : "") + "\" href=\"/alert/" +
                std::to_string(alert.id.value) + "\"><b>" + say("警报 ", "Alert ") + std::to_string(alert.id.value) + " · " +
                escaped(alert.who) + "</b><div>" + say(alert.why) + "</div><div class=\"muted\">" + escaped(alert.since) + " · " +
                (alert.acknowledged ? say("已确认 · ", "acknowledged · ") + say(*alert.acknowledged)
                                    : say("尚无人确认", "nobody has acknowledged yet")) +
                "</div></a>\n";
    }
    html += "</section>\n<section class=\"card\"><h2>" + say("今日", "Today") + "</h2><div class=\"figures\">\n";
    for (const DutyFigure &figure : board.today) {
        html += "<div class=\"figure\"><b>" + escaped(figure.value) + "</b>" + say(figure.name) + "</div>\n";
    }
    return html + "</div></section>\n";
}

std::string boardPage(const PageFrame &frame, const DutyBoard &board)
{
    const Words say(frame.language);
    const std::string title = say("警报与今日情况", "Alerts and today");
    return page(frame, title, script(frame) + "<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>\n",
                "<main><h1>" + title + "</h1>\n" + liveNotes(say, "/alerts") +
                    liveSection("/alerts/live", boardLive(frame.language, board)) + "</main>\n");
}

std::string messagePage(const PageFrame &frame, const LocalText &title, const LocalText &text)
{
    const Words say(frame.language);
    return page(frame, say(title), "",
                "<main class=\"narrow\"><section class=\"card\"><h1>" + say(title) + "</h1><p>" + say(text) + "</p><p><a href=\"/\">" +
                    say("返回", "Back") + "</a></p></section></main>\n");
}

} // namespace menshen
