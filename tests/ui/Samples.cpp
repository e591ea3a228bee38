// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Samples.h"

#include "tests/ui/SampleLedger.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cstring>

namespace menshen::test {

namespace {

WallTime at(std::chrono::microseconds intoDay) { return startOfDay(kToday, UtcOffset{}) + intoDay; }

void paintFigure(QPainter &painter, const QRectF &face)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor("#37546f"));
    painter.drawRoundedRect(QRectF(face.center().x() - face.width() * 1.3, face.bottom() - 4, face.width() * 2.6, face.height() * 1.6), 60,
                            60);
    painter.setBrush(QColor("#3a2c25"));
    painter.drawEllipse(face.adjusted(-12, -22, 12, -face.height() * 0.3));
    painter.setBrush(QColor("#e3b793"));
    painter.drawEllipse(face);
    painter.setBrush(QColor("#2b2b2b"));
    for (const double side : {-0.2, 0.2}) {
        painter.drawEllipse(QPointF(face.center().x() + side * face.width(), face.center().y() - face.height() * 0.08), 7, 5);
    }
    QPainterPath mask;
    mask.addRoundedRect(QRectF(face.left() + 8, face.center().y() + 4, face.width() - 16, face.height() * 0.42), 26, 26);
    painter.fillPath(mask, QColor("#9fd0e6"));
}

/// Mail, a group's robot and a modem; the office, the leader and the CDC are told by them.
void addCouriers(StationConfig &config)
{
    config.couriers = {{"mail", SmtpSettings{{"mail.example.org", 587}, MailSecurity::StartTls, "menshen", "menshen@example.org"}, {}, {}},
                       {"group", RobotSettings{RobotKind::DingTalk}, {}, {}},
                       {"sms", SmsSettings{{.device = "/dev/serial/by-id/usb-modem"}}, {}, {}}};
    config.escalation.levels = {{"office",
                                 {"领导小组办公室", "Leading group's office"},
                                 {{"王主任", "13800138000", "office@example.org"}, {"赵科长", "13700137000", ""}},
                                 {"mail", "group"},
                                 5min},
                                {"leader", {"带班领导", "On-duty leader"}, {{"李局长", "13900139000", ""}}, {"sms"}, 10min}};
    config.escalation.beside = {{"cdc", {"疾控中心", "CDC"}, {{"值班室", "07370000000", ""}}, {"sms"}, 5min}};
}

} // namespace

Plan hallPlan()
{
    Plan plan = smallPlan();
    plan.id = "hall";
    plan.name = {"二级响应：政务服务大厅", "Response level II: public service hall"};
    plan.capacity = 60;
    plan.notice = {"请佩戴口罩，依次接受测温和登记。请保持一米以上距离，大厅内限 60 人。",
                   "Please wear a mask, have your temperature taken and register, one after another. Keep one metre apart; "
                   "at most 60 people in the hall."};
    plan.privacyNotice = {
        "根据《个人信息保护法》和疫情防控要求，登记姓名、证件、电话和体温，仅用于疫情防控，保存 30 天后销毁。画面不保存，不识别人脸身份。",
        "Under the Personal Information Protection Law and the rules of epidemic control your name, document, phone and temperature are "
        "recorded for epidemic control only and destroyed after 30 days. Pictures are not kept; nobody's face is recognised."};
    plan.questions = {
        {"fever14", {"14 天内有发热、咳嗽、乏力等症状", "Fever, cough or weakness in the last 14 days"}, CheckLevel::Hard, true},
        {"region", {"14 天内到过中高风险地区", "Been to a medium or high risk area in the last 14 days"}, CheckLevel::Hard, true},
        {"contact", {"接触过确诊或疑似病例", "In contact with a confirmed or suspected case"}, CheckLevel::Hard, true},
        {"abroad", {"21 天内从境外返回", "Returned from abroad in the last 21 days"}, CheckLevel::Soft, false}};
    plan.alertSteps = {
        {"hold", {"请此人原地等候，保持两米距离", "Ask the person to wait here, two metres away from others"}},
        {"isolate", {"由防护人员带至临时隔离室", "Lead to the isolation room, in protective clothing"}, StepKind::Isolation},
        {"office", {"报告防控办公室", "Tell the epidemic control office"}},
        {"cdc", {"联系疾控中心和 120", "Call the CDC and the ambulance"}},
        {"handover", {"移交疾控人员，列出同时段在场人员", "Hand the person over to the CDC; list those present"}, StepKind::HandOver},
        {"aircon", {"关闭中央空调，开窗通风", "Switch off the air conditioning and open the windows"}, StepKind::AirOff},
        {"disinfect", {"对通道和隔离室消毒", "Disinfect the passage and the isolation room"}, StepKind::Disinfection},
        {"airagain", {"消毒完成后重新开启中央空调", "Switch the air conditioning on again"}, StepKind::AirOn}};
    plan.incident.calm = {"请您不要紧张，刚才的结果需要再核对一次，这很常见。请跟我到安静的房间稍坐，有人陪同您，很快就好。",
                          "Please do not worry: what we measured has to be checked once more, that is common. Come with me to a quiet "
                          "room, somebody will stay with you, it will not take long."};
    return plan;
}

StationConfig hallConfig(const std::string &folder)
{
    StationConfig config;
    config.stationName = "市政务服务中心 东门 1 号";
    config.plan = hallPlan();
    config.camera = CameraSettings{};
    config.camera->kind = CameraKind::Url;
    config.camera->source = "rtsp://guard:secret@192.168.1.20/stream1";
    config.exportFolder = folder + "/export";
    config.importFolder = config.exportFolder;
    config.ledgerFile = folder + "/ledger.db";
    config.upkeep.backupFolder = folder + "/backup";
    config.stateFile = folder + "/state.ini";
    config.pinFile = folder + "/pin";
    config.staff = {{"1001", "王建国", "保安"},       {"1002", "李晓红", "综合窗口"}, {"1003", "赵敏", "社保窗口"},
                    {"1004", "陈志强", "不动产登记"}, {"1005", "刘洋", "食堂"},       {"1006", "孙丽", "保洁"},
                    {"1007", "周文", "公安窗口"},     {"1008", "吴刚", "信息中心"}};
    addCouriers(config);
    return config;
}

Snapshot snapshotOf(const ScreeningState &door)
{
    Snapshot snapshot;
    snapshot.door = door;
    snapshot.door.wall = at(10h + 42min);
    for (std::size_t i = 0; i < snapshot.devices.size(); ++i) {
        snapshot.devices[i] = {.kind = static_cast<DeviceKind>(i), .health = DeviceHealth::Up, .error = {}, .since = {}};
    }
    snapshot.today = {.admitted = 412, .refused = 3, .left = 1, .exits = 375, .staffIn = 22, .staffOut = 4};
    snapshot.door.inside = 37;
    snapshot.head = EntrySeq{482};
    snapshot.headHash = hashOf(snapshot.head);
    snapshot.droppedFrames = 31;
    snapshot.camera.sent = {1920, 1080};
    snapshot.camera.shown = {1280, 720};
    snapshot.camera.picturesPerSecond = 24.96;
    snapshot.camera.dropped = 7;
    snapshot.camera.light = PictureLight::Good;
    snapshot.camera.exposure = ExposureControl::None;
    return snapshot;
}

Snapshot nobodyThere(const Plan &plan) { return snapshotOf(DoorBench(plan).state()); }

Snapshot measuring(const Plan &plan)
{
    DoorBench bench(plan);
    bench.see({faceOf(MaskState::Mask)});
    bench.wait(20ms);
    return snapshotOf(bench.state());
}

Snapshot standing(const Plan &plan, MaskState mask, Celsius forehead, bool answered)
{
    DoorBench bench(plan);
    bench.stand({faceOf(mask)}, forehead);
    if (answered) {
        bench.send(IdentityEdited{zhang()});
        bench.send(AllAnswersNo{});
    }
    return snapshotOf(bench.state());
}

Snapshot fever(const Plan &plan) { return standing(plan, MaskState::NoMask, Celsius{37.6}, true); }

Snapshot admitted(const Plan &plan)
{
    DoorBench bench(plan);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    bench.send(IdentityEdited{zhang()});
    bench.send(AllAnswersNo{});
    bench.send(GuardAdmits{});
    bench.durable(483);
    Snapshot snapshot = snapshotOf(bench.state());
    snapshot.door.receipt = Receipt{EntrySeq{483}, at(10h + 42min), hashOf(EntrySeq{483})};
    return snapshot;
}

Snapshot asSubject(Snapshot snapshot, SubjectId subject)
{
    snapshot.door.subject = snapshot.door.evidence.subject = snapshot.door.front = subject;
    return snapshot;
}

namespace {

constexpr double kElsewhere = 20; ///< of a face that is not the one at faceOf()'s usual place

/// 张三 was typed and measured, then a newcomer took his place.
DoorBench withNewcomer(const Plan &plan, Celsius formerForehead)
{
    DoorBench bench(plan);
    bench.stand({faceOf(MaskState::Mask)}, formerForehead);
    bench.send(IdentityEdited{zhang(), bench.state().subject});
    bench.stand({faceOf(MaskState::Mask, 200, kElsewhere)}, Celsius{35.3});
    return bench;
}

StaffMember li() { return {"1002", "李晓红", "综合窗口"}; }

DoorBench withStaff(const Plan &plan, Celsius forehead, PunchDirection direction)
{
    DoorBench bench(plan);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    bench.send(IdentityEdited{zhang(), bench.state().subject});
    bench.send(PunchAsked{li(), direction, true, 1});
    bench.stand({faceOf(MaskState::Mask, 200, kElsewhere)}, forehead);
    return bench;
}

} // namespace

Snapshot newcomer(const Plan &plan, Celsius formerForehead) { return snapshotOf(withNewcomer(plan, formerForehead).state()); }

Snapshot newcomerIsAnother(const Plan &plan)
{
    DoorBench bench = withNewcomer(plan, Celsius{35.4});
    bench.send(AnotherPerson{bench.state().aside.front().subject});
    return snapshotOf(bench.state());
}

Snapshot notSurelySame(const Plan &plan)
{
    DoorBench bench(plan);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    bench.stand({faceOf(MaskState::Mask), faceOf(MaskState::Mask, 200, 440)}, Celsius{35.4}, 300ms);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{35.4}, 200ms);
    return snapshotOf(bench.state());
}

Snapshot twoNear(const Plan &plan)
{
    DoorBench bench(plan);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    bench.send(IdentityEdited{zhang(), bench.state().subject});
    bench.send(AllAnswersNo{bench.state().subject});
    bench.stand({faceOf(MaskState::Mask), faceOf(MaskState::Mask, 200, 440)}, Celsius{35.4}, 300ms);
    return snapshotOf(bench.state());
}

Snapshot faceNotFound(const Plan &plan)
{
    DoorBench bench(plan);
    bench.stand({}, Celsius{22}, 200ms);
    bench.send(StartByHand{});
    bench.stand({}, Celsius{22}, plan.faceNotFound + 200ms);
    return snapshotOf(bench.state());
}

Snapshot findingTold(const Plan &plan, bool joined)
{
    DoorBench bench(plan);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{37.9});
    bench.send(FindingDurable{EntrySeq{481}, bench.state().subject});
    if (joined) {
        bench.send(GuardRefuses{{}, bench.state().subject});
        bench.durable(482);
        bench.stand({}, Celsius{22}, 6min);
        bench.stand({faceOf(MaskState::Mask, 200, kElsewhere)}, Celsius{37.8});
    }
    return snapshotOf(bench.state());
}

Snapshot warmAndEmpty(const Plan &plan)
{
    DoorBench bench(plan);
    bench.stand({}, Celsius{35}, 4s);
    return snapshotOf(bench.state());
}

Snapshot frozenThermometer(const Plan &plan)
{
    DoorBench bench(plan);
    bench.stand({}, Celsius{35.4}, 4s);
    bench.stand({faceOf(MaskState::Mask)}, Celsius{35.4});
    return snapshotOf(bench.state());
}

Snapshot staffStands(const Plan &plan, Celsius forehead, PunchDirection direction)
{
    const DoorBench bench = withStaff(plan, forehead, direction);
    Snapshot snapshot = snapshotOf(bench.state());
    snapshot.staff = {.request = 1, .member = li(), .direction = direction, .waiting = true, .entry = {}, .receipt = {}, .error = {}};
    return snapshot;
}

Snapshot staffDone(const Plan &plan, Outcome outcome)
{
    DoorBench bench = withStaff(plan, outcome == Outcome::Refused ? Celsius{37.9} : Celsius{35.4}, PunchDirection::In);
    const SubjectId subject = bench.state().subject;
    bench.send(FindingDurable{EntrySeq{481}, subject});
    if (outcome == Outcome::Refused) {
        bench.send(GuardRefuses{{}, subject});
    } else {
        bench.send(AllAnswersNo{subject});
        bench.send(StaffProved{subject});
        bench.wait(20ms);
    }
    bench.durable(483);
    Snapshot snapshot = snapshotOf(bench.state());
    snapshot.door.receipt = Receipt{EntrySeq{483}, at(10h + 42min), hashOf(EntrySeq{483})};
    snapshot.staff = {.request = 1,
                      .member = li(),
                      .direction = PunchDirection::In,
                      .waiting = false,
                      .entry = snapshot.door.punched,
                      .receipt = snapshot.door.receipt,
                      .error = {}};
    return snapshot;
}

namespace {

EscalationNote noteOf(WallTime at, EscalationStep step, int attempt, const std::string &courier, const std::string &detail = {})
{
    EscalationEntry entry;
    entry.step = step;
    entry.attempt = attempt;
    entry.courier = courier;
    entry.detail = detail;
    return {at, entry};
}

/// Told for two minutes: the mail failed, the robot delivered.
EscalationView toldOf(const Alert &alert, WallTime now)
{
    EscalationView view;
    view.alert = alert.id;
    view.levels = {{"领导小组办公室", "Office of the leading group"}, {"带班领导", "Leader on duty"}};
    view.level = view.levels[0];
    view.over = alert.handedOver.has_value();
    if (!view.over) {
        view.next = now + 175s;
    }
    using enum EscalationStep;
    view.notes = {noteOf(alert.since + 1s, Planned, 1, "mail"), noteOf(alert.since + 4s, Failed, 1, "mail", "connection refused"),
                  noteOf(alert.since + 4s, Planned, 2, "wecom"), noteOf(alert.since + 5s, Delivered, 2, "wecom"),
                  noteOf(alert.since + 30s, Seen, 0, "")};
    return view;
}

} // namespace

Snapshot withAlert(Snapshot snapshot, const Plan &plan, bool acknowledged)
{
    AlertRaisedEntry raised;
    raised.cause = EntrySeq{480};
    raised.who = "张* 110105********002X";
    raised.reasons = {{.code = ReasonCode::Fever, .level = CheckLevel::Hard, .noTemperature = {}, .detail = {}},
                      {.code = ReasonCode::NoMask, .level = CheckLevel::Hard, .noTemperature = {}, .detail = {}}};
    const WallTime now = snapshot.door.wall;
    snapshot.alerts = withRaised({}, raised, {EntrySeq{481}, now - 125s}, plan);
    snapshot.escalations = std::make_shared<const std::vector<EscalationView>>(std::vector{toldOf(snapshot.alerts[0], now)});
    if (acknowledged) {
        const auto act = [&](AlertAction action, const std::string &step, Micros ago, const char *actor) {
            snapshot.alerts = withAction(std::move(snapshot.alerts), {EntrySeq{481}, action, step, {}}, {EntrySeq{482}, now - ago}, actor);
        };
        act(AlertAction::StepDone, plan.alertSteps[0].id, 100s, "guard");
        act(AlertAction::Acknowledged, {}, 60s, "office");
        act(AlertAction::StepDone, plan.alertSteps[1].id, 40s, "office");
    }
    return snapshot;
}

Snapshot withHandOver(Snapshot snapshot, const Plan &plan)
{
    snapshot = withAlert(std::move(snapshot), plan, true);
    AlertActionEntry entry{EntrySeq{481}, AlertAction::HandedOver, {}, "区疾控中心 赵医生"};
    entry.vehicle = "鲁H·12345";
    entry.when = snapshot.door.wall - 20s;
    snapshot.alerts = withAction(std::move(snapshot.alerts), entry, {EntrySeq{482}, snapshot.door.wall - 15s}, "office");
    snapshot.escalations = std::make_shared<const std::vector<EscalationView>>(std::vector{toldOf(snapshot.alerts[0], snapshot.door.wall)});
    return snapshot;
}

Snapshot withSecondAlert(Snapshot snapshot, const Plan &plan)
{
    AlertRaisedEntry reported;
    reported.who = "欧*";
    reported.origin = AlertOrigin::Guard;
    reported.sign = CaseSign::FellIll;
    const WallTime now = snapshot.door.wall;
    snapshot.alerts = withRaised(std::move(snapshot.alerts), reported, {EntrySeq{490}, now - 12s}, plan);
    auto views = *snapshot.escalations;
    views.push_back(toldOf(snapshot.alerts.back(), now));
    snapshot.escalations = std::make_shared<const std::vector<EscalationView>>(std::move(views));
    return snapshot;
}

Snapshot withTroubles(Snapshot snapshot, const std::vector<LedgerTroubleKind> &kinds)
{
    for (const LedgerTroubleKind kind : kinds) {
        const bool fault = kind == LedgerTroubleKind::ChainFault;
        const ErrorCode why = fault                                     ? ErrorCode::Damaged
                              : kind == LedgerTroubleKind::BackupFailed ? ErrorCode::DiskFull
                                                                        : ErrorCode::Storage;
        const LedgerTrouble trouble{.kind = kind,
                                    .since = at(2h + 31min),
                                    .fault = fault ? ChainFault::Changed : ChainFault::None,
                                    .entry = EntrySeq{fault ? 321 : 0},
                                    .error = {why, ""}};
        snapshot.ledgerTroubles = withNews(std::move(snapshot.ledgerTroubles), {.over = {}, .trouble = trouble});
    }
    return snapshot;
}

Snapshot withEveryTrouble(Snapshot snapshot)
{
    using enum LedgerTroubleKind;
    return withTroubles(std::move(snapshot), {LedgerTroubleKind::ChainFault, VerificationFailed, BackupFailed, PurgeFailed, PurgeHeld});
}

Snapshot withCapture(Snapshot snapshot, CapturePhase phase)
{
    snapshot.capture = {.available = true,
                        .phase = phase,
                        .until = at(10h + 57min),
                        .pictures = 312,
                        .bytes = 14'200'000,
                        .last = {},
                        .problem = {},
                        .kept = {{captureId(at(10h + 42min) - 48h), 312, 14'200'000, true, {}, true},
                                 {captureId(at(15h + 3min) - 24h), 100, 4'500'000, true, {}, true}},
                        .trouble = {}};
    return snapshot;
}

Snapshot withCourierResults(Snapshot snapshot)
{
    Delivery accepted;
    accepted.outcome = Delivery::Outcome::Accepted;
    accepted.provider = "250 2.0.0 Ok: queued";
    accepted.missed = {1};
    Delivery refused;
    refused.outcome = Delivery::Outcome::Refused;
    refused.provider = "310000 sign not match";
    snapshot.couriers = std::make_shared<const std::vector<CourierView>>(
        std::vector<CourierView>{{"mail", 0, CourierView::Result{at(10h + 40min), 300ms, accepted}},
                                 {"group", 0, CourierView::Result{at(10h + 41min), 1200ms, refused}},
                                 {"sms", 1, {}}});
    return snapshot;
}

Frame drawnFrame()
{
    QImage image(640, 480, QImage::Format_BGR888);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient wall(0, 0, 0, 480);
    wall.setColorAt(0, QColor("#c9d6df"));
    wall.setColorAt(1, QColor("#8fa3b3"));
    painter.fillRect(image.rect(), wall);
    painter.fillRect(QRect(40, 60, 120, 260), QColor("#b2c4d0"));
    painter.fillRect(QRect(500, 40, 110, 300), QColor("#b2c4d0"));
    const PixelBox box = faceOf(MaskState::Mask).box;
    paintFigure(painter, QRectF(box.x, box.y, box.w, box.h));
    painter.end();

    const auto bytes = static_cast<std::size_t>(image.sizeInBytes());
    std::shared_ptr<std::uint8_t> data(new std::uint8_t[bytes], std::default_delete<std::uint8_t[]>());
    std::memcpy(data.get(), image.constBits(), bytes);
    return {.at = {}, .size = {640, 480}, .stride = static_cast<std::size_t>(image.bytesPerLine()), .data = data};
}

} // namespace menshen::test
