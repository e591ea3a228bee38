<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AlertBar</name>
        <message>
            <source>Alert open for %1: %2 · %3</source>
            <translation>警报已持续 %1：%2 · %3</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Incident open: %1 · %2</source>
            <translation>事件未结束：%1 · %2</translation>
        </message>
        <message>
            <source>may be closed</source>
            <translation>可以结束</translation>
        </message>
        <message>
            <source>%1 · %2 incidents open</source>
            <translation>%1 · 共 %2 起事件</translation>
        </message>
    </context>
    <context>
        <name>AlertDialog</name>
        <message>
            <source>%1 · since %2 · %3 alerts open</source>
            <translation>%1 · 自 %2 起 · 共 %3 个警报</translation>
        </message>
        <message>
            <source>%1 · since %2</source>
            <translation>%1 · 自 %2 起</translation>
        </message>
        <message>
            <source>What to do now</source>
            <translation>现在要做的事</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>确认警报</translation>
        </message>
        <message>
            <source>Office PIN</source>
            <translation>办公室密码</translation>
        </message>
        <message>
            <source>Go on at the door</source>
            <translation>继续门口工作</translation>
        </message>
        <message>
            <source>False alarm…</source>
            <translation>误报…</translation>
        </message>
        <message>
            <source>Say: "%1"</source>
            <translation>请念给对方听：“%1”</translation>
        </message>
        <message>
            <source>Skip this step: why?</source>
            <translation>跳过这一步：为什么？</translation>
        </message>
        <message>
            <source>Not needed here</source>
            <translation>此处不需要</translation>
        </message>
        <message>
            <source>Done by others</source>
            <translation>已由他人完成</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>无法做到</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>The plan keeps the door closed until the person is handed over.</source>
            <translation>按方案，人员移交之前门口不再放行。</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>移交…</translation>
        </message>
        <message>
            <source>Close the incident</source>
            <translation>结束事件</translation>
        </message>
        <message>
            <source>Silence for 15 min: why?</source>
            <translation>静音 15 分钟：为什么？</translation>
        </message>
        <message>
            <source>Somebody is on the way</source>
            <translation>已有人赶来</translation>
        </message>
        <message>
            <source>The office knows by telephone</source>
            <translation>已电话告知办公室</translation>
        </message>
        <message>
            <source>An exercise</source>
            <translation>演练</translation>
        </message>
    </context>
    <context>
        <name>AlertStep</name>
        <message>
            <source>Skip…</source>
            <translation>跳过…</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>移交…</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>AlertTold</name>
        <message>
            <source>Who is told</source>
            <translation>通知情况</translation>
        </message>
        <message>
            <source>Silence for 15 min…</source>
            <translation>静音 15 分钟…</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>AsideCard</name>
        <message>
            <source>Same person, or the next one?</source>
            <translation>是同一人，还是下一位？</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Same person  F2</source>
            <translation>同一人  F2</translation>
        </message>
        <message>
            <source>Next person  F3</source>
            <translation>下一位  F3</translation>
        </message>
    </context>
    <context>
        <name>AttractCard</name>
        <message>
            <source>Welcome</source>
            <translation>欢迎光临</translation>
        </message>
        <message>
            <source>Please stand in front of the camera with your mask on.</source>
            <translation>请佩戴口罩，站到摄像头前。</translation>
        </message>
        <message>
            <source>Plan: %1</source>
            <translation>预案：%1</translation>
        </message>
        <message>
            <source>Start by hand</source>
            <translation>手动登记</translation>
        </message>
    </context>
    <context>
        <name>CameraControls</name>
        <message>
            <source>Mirror</source>
            <translation>镜像</translation>
        </message>
        <message>
            <source>As in a mirror</source>
            <translation>像照镜子</translation>
        </message>
        <message>
            <source>As others see it</source>
            <translation>像别人看到的</translation>
        </message>
        <message>
            <source>Turned clockwise</source>
            <translation>顺时针旋转</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>曝光</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>Each picture</source>
            <translation>每帧时长</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Drag the frame or its corners. What is outside is neither shown nor searched.</source>
            <translation>拖动方框或四角。框外既不显示，也不检测。</translation>
        </message>
        <message>
            <source>Left edge</source>
            <translation>左边</translation>
        </message>
        <message>
            <source>Right edge</source>
            <translation>右边</translation>
        </message>
        <message>
            <source>Upper edge</source>
            <translation>上边</translation>
        </message>
        <message>
            <source>Lower edge</source>
            <translation>下边</translation>
        </message>
        <message>
            <source>Change the zone…</source>
            <translation>更改区域…</translation>
        </message>
        <message>
            <source>Use this zone</source>
            <translation>使用此区域</translation>
        </message>
        <message>
            <source>Whole picture</source>
            <translation>整个画面</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>As configured</source>
            <translation>按配置文件</translation>
        </message>
        <message>
            <source>Changes hold at once and are remembered. Undo goes back to how it was when this page was opened.</source>
            <translation>更改立即生效并会被记住。“撤销”恢复到打开本页时的样子。</translation>
        </message>
    </context>
    <context>
        <name>CameraTrouble</name>
        <message>
            <source>Camera: %1</source>
            <translation>摄像头：%1</translation>
        </message>
        <message>
            <source>No picture from the camera</source>
            <translation>摄像头没有画面</translation>
        </message>
    </context>
    <context>
        <name>CaptureBar</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>CaptureSheet</name>
        <message>
            <source>Turn the diagnostics capture on</source>
            <translation>开启诊断采集</translation>
        </message>
        <message>
            <source>About one picture a second is stored, its faces blurred. Everybody at the door sees that it is on. The ledger keeps who turned it on and why.</source>
            <translation>约每秒保存一张画面，人脸已模糊。门口所有人都能看到采集已开启。台账会记下由谁开启、为何开启。</translation>
        </message>
        <message>
            <source>Why is it needed?</source>
            <translation>为什么需要？</translation>
        </message>
        <message>
            <source>At least 4 characters, for example what the detector gets wrong</source>
            <translation>至少 4 个字，例如检测在哪里出错</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
    </context>
    <context>
        <name>CaseSheet</name>
        <message>
            <source>Open an incident</source>
            <translation>登记事件</translation>
        </message>
        <message>
            <source>Name, if it is known</source>
            <translation>姓名（已知时填写）</translation>
        </message>
        <message>
            <source>Shown and sent with the surname only</source>
            <translation>显示和发送时只保留姓氏</translation>
        </message>
        <message>
            <source>Where, and what else is to be known</source>
            <translation>在哪里，还有什么需要知道</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Open it and tell everybody</source>
            <translation>登记并通知各级</translation>
        </message>
    </context>
    <context>
        <name>ChoiceSheet</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>CorrectionSheet</name>
        <message>
            <source>Correct entry %1</source>
            <translation>更正记录 %1</translation>
        </message>
        <message>
            <source>What was recorded stays. The correction is added to it, with your reason, and can be taken back by another one.</source>
            <translation>原记录保留不变。更正连同您写的原因一并追加，可以再次更正撤回。</translation>
        </message>
        <message>
            <source>Why is it put right?</source>
            <translation>为什么更正？</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>正在记录…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Record the correction</source>
            <translation>记录更正</translation>
        </message>
    </context>
    <context>
        <name>DestroySheet</name>
        <message>
            <source>Destroy all stored pictures?</source>
            <translation>要销毁全部已存画面吗？</translation>
        </message>
        <message>
            <source>%1, with what the detector said of them. They cannot be brought back; the ledger keeps that they were destroyed.</source>
            <translation>%1，连同检测结果一起销毁，无法恢复；台账会记下销毁一事。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Destroy</source>
            <translation>销毁</translation>
        </message>
    </context>
    <context>
        <name>DevicesSection</name>
        <message>
            <source>Camera</source>
            <translation>摄像头</translation>
        </message>
        <message>
            <source>The settings name no camera: masks are judged by the guard.</source>
            <translation>配置中没有摄像头：口罩由值守人员查看。</translation>
        </message>
    </context>
    <context>
        <name>DiagnosticsSection</name>
        <message>
            <source>The diagnostics capture</source>
            <translation>诊断采集</translation>
        </message>
        <message>
            <source>Turn on…</source>
            <translation>开启…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>For a developer who looks into why faces or masks are told wrongly. About one picture a second is stored on this machine, its faces blurred beyond recognition, with what the detector said of it. It ends at its time, at 600 pictures, when the disk has little room and at a restart.</source>
            <translation>供开发人员查找人脸或口罩误判的原因。约每秒在本机保存一张画面，人脸已模糊到无法辨认，并附检测结果。到时间、满 600 张、磁盘空间不足或重新启动时自动停止。</translation>
        </message>
        <message>
            <source>Stored pictures</source>
            <translation>已存画面</translation>
        </message>
        <message>
            <source>Destroy all now…</source>
            <translation>立即全部销毁…</translation>
        </message>
    </context>
    <context>
        <name>DisclosureSheet</name>
        <message>
            <source>The ledger keeps who asked, when and why, before anything is shown.</source>
            <translation>显示之前，台账会先记下谁、何时、为何查看。</translation>
        </message>
        <message>
            <source>Why is it needed?</source>
            <translation>为什么需要？</translation>
        </message>
        <message>
            <source>At least 4 characters, for example who asked for it and on what ground</source>
            <translation>至少 4 个字，例如由谁要求、依据什么</translation>
        </message>
        <message>
            <source>Office PIN</source>
            <translation>办公室密码</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>"%1"</source>
            <translation>“%1”</translation>
        </message>
    </context>
    <context>
        <name>DoorNotes</name>
        <message>
            <source>Another person</source>
            <translation>另一人</translation>
        </message>
        <message>
            <source>I see: worn properly</source>
            <translation>我看到：佩戴正确</translation>
        </message>
        <message>
            <source>Worn wrongly</source>
            <translation>佩戴不当</translation>
        </message>
        <message>
            <source>No mask</source>
            <translation>未戴口罩</translation>
        </message>
        <message>
            <source>Temperature…</source>
            <translation>输入体温…</translation>
        </message>
    </context>
    <context>
        <name>DoorPage</name>
        <message>
            <source>Admit all the same: why?</source>
            <translation>仍然放行：原因？</translation>
        </message>
        <message>
            <source>Checked by hand</source>
            <translation>已人工核查</translation>
        </message>
        <message>
            <source>Urgent business</source>
            <translation>紧急事务</translation>
        </message>
        <message>
            <source>Known person, papers seen</source>
            <translation>熟悉此人，已看证件</translation>
        </message>
        <message>
            <source>Admit</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Refuse: why?</source>
            <translation>拒绝进入：原因？</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Admission stopped: the ledger cannot be written</source>
            <translation>已停止放行：台账无法写入</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>重新测量</translation>
        </message>
        <message>
            <source>Type a temperature</source>
            <translation>手动输入体温</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Undo clear</source>
            <translation>撤销清空</translation>
        </message>
        <message>
            <source>Next person</source>
            <translation>下一位</translation>
        </message>
        <message>
            <source>Admit with a reason…</source>
            <translation>说明原因放行…</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Report a case…</source>
            <translation>报告异常…</translation>
        </message>
        <message>
            <source>Staff at the entrance: %1</source>
            <translation>工作人员正在入口测温：%1</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>A member of staff is being screened</source>
            <translation>正在为工作人员测温</translation>
        </message>
        <message>
            <source>Visitors wait until it is done. A form that was begun is kept aside.</source>
            <translation>请办事群众稍候。已填写一部分的登记暂存，不会丢失。</translation>
        </message>
    </context>
    <context>
        <name>EmptyNote</name>
        <message>
            <source>Stop looking</source>
            <translation>停止查询</translation>
        </message>
    </context>
    <context>
        <name>ExportSheet</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>With the filters as they are set. Documents and phones are masked in the file.</source>
            <translation>按当前筛选条件导出，文件中的证件和电话已脱敏。</translation>
        </message>
        <message>
            <source>Cancel the export</source>
            <translation>取消导出</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>With the filters as they are set. Documents and phones stand whole in the file: keep it as you would keep the people's papers.</source>
            <translation>按当前筛选条件导出。文件中证件号和电话完整显示：请像保管证件原件一样保管该文件。</translation>
        </message>
        <message>
            <source>Whole numbers (needs PIN and a reason)</source>
            <translation>完整号码（需密码和原因）</translation>
        </message>
    </context>
    <context>
        <name>FalseAlarmSheet</name>
        <message>
            <source>False alarm</source>
            <translation>误报</translation>
        </message>
        <message>
            <source>Why is it a false alarm?</source>
            <translation>为什么是误报？</translation>
        </message>
        <message>
            <source>Second reading, °C</source>
            <translation>复测体温，℃</translation>
        </message>
        <message>
            <source>e.g. 36.5</source>
            <translation>例如 36.5</translation>
        </message>
        <message>
            <source>No thermometer shows that, or it is a fever: then it is no false alarm.</source>
            <translation>没有体温计显示这样的数值，或者仍是发热：那就不是误报。</translation>
        </message>
        <message>
            <source>Who looked again?</source>
            <translation>由谁复核？</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
    </context>
    <context>
        <name>GroupPart</name>
        <message>
            <source>Leading group, its office, the CDC</source>
            <translation>领导小组、办公室、疾控专线</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>Nobody is entered yet. Add people here, or export the template, fill it in and import it.</source>
            <translation>还没有登记任何人。可在此添加，或导出模板、填写后导入。</translation>
        </message>
    </context>
    <context>
        <name>GroupSection</name>
        <message>
            <source>Duty roster</source>
            <translation>值班表</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>交班…</translation>
        </message>
    </context>
    <context>
        <name>GroupSheets</name>
        <message>
            <source>Role</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Stands in while away</source>
            <translation>外出时由谁替班</translation>
        </message>
        <message>
            <source>Who has the rest of this shift?</source>
            <translation>本班余下时间由谁带班？</translation>
        </message>
        <message>
            <source>Who is on duty?</source>
            <translation>由谁带班？</translation>
        </message>
    </context>
    <context>
        <name>HandOverSheet</name>
        <message>
            <source>Hand over</source>
            <translation>移交</translation>
        </message>
        <message>
            <source>To whom?</source>
            <translation>移交给谁？</translation>
        </message>
        <message>
            <source>name and unit</source>
            <translation>姓名和单位</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>number plate, or none</source>
            <translation>车牌号，没有可不填</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>such as 14:05</source>
            <translation>例如 14:05</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Record the hand-over</source>
            <translation>记录移交</translation>
        </message>
    </context>
    <context>
        <name>HeaderBar</name>
        <message>
            <source>Menshen</source>
            <translation>门神</translation>
        </message>
        <message>
            <source>Door</source>
            <translation>门口</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>员工</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>办公室</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
    </context>
    <context>
        <name>IdentityCard</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>No phone: %1</source>
            <translation>无电话：%1</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Kept as unverified: %1</source>
            <translation>按未核验保留：%1</translation>
        </message>
        <message>
            <source>Issued by (country)</source>
            <translation>签发国家</translation>
        </message>
        <message>
            <source>Keep as unverified…</source>
            <translation>按未核验保留…</translation>
        </message>
        <message>
            <source>No phone…</source>
            <translation>没有电话…</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>来访事由</translation>
        </message>
    </context>
    <context>
        <name>ImportSheet</name>
        <message>
            <source>CSV or XLSX files in %1, newest first. What the file does not hold is removed from the register.</source>
            <translation>%1 中的 CSV 或 XLSX 文件，最新的在前。文件中没有的内容将从名册中移除。</translation>
        </message>
        <message>
            <source>There is no table in this folder. Export the template, fill it in on a computer of the office and put it back.</source>
            <translation>此文件夹中没有表格。请导出模板，在办公电脑上填写后放回。</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translation>确认导入</translation>
        </message>
    </context>
    <context>
        <name>IncidentPanel</name>
        <message>
            <source>Go through its steps</source>
            <translation>继续处置步骤</translation>
        </message>
        <message>
            <source>Close the incident</source>
            <translation>结束事件</translation>
        </message>
        <message>
            <source>List those present</source>
            <translation>列出同时段在场人员</translation>
        </message>
        <message>
            <source>They came in during the same window. The ledger does not know who was near whom.</source>
            <translation>这些人在同一时段进入。台账并不知道谁与谁有过接近。</translation>
        </message>
        <message>
            <source>CSV, masked</source>
            <translation>CSV（隐去部分号码）</translation>
        </message>
        <message>
            <source>XLSX, masked</source>
            <translation>XLSX（隐去部分号码）</translation>
        </message>
        <message>
            <source>XLSX with whole numbers…</source>
            <translation>XLSX（完整号码）…</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
        <message>
            <source>Its story</source>
            <translation>全部经过</translation>
        </message>
    </context>
    <context>
        <name>IncidentsSection</name>
        <message>
            <source>Open an incident…</source>
            <translation>登记事件…</translation>
        </message>
        <message>
            <source>No incident yet. One is opened by an abnormal temperature, by a yes to a question, by the guard, or here.</source>
            <translation>还没有事件。体温异常、问询有异常、安保报告，或在这里登记，都会产生事件。</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · incident %2 · %3</source>
            <translation>%1 · 事件 %2 · %3</translation>
        </message>
        <message>
            <source>Older ones</source>
            <translation>更早的</translation>
        </message>
    </context>
    <context>
        <name>KeptLine</name>
        <message>
            <source>Kept aside, bring back:</source>
            <translation>暂存的登记，可取回：</translation>
        </message>
    </context>
    <context>
        <name>LeaderPinSheet</name>
        <message>
            <source>Your own PIN</source>
            <translation>您本人的密码</translation>
        </message>
        <message>
            <source>Give a temporary PIN</source>
            <translation>设置临时密码</translation>
        </message>
        <message>
            <source>Nobody else should see the keys.</source>
            <translation>请勿让他人看到按键。</translation>
        </message>
        <message>
            <source>Tell it to nobody but its person, who should change it here soon: until then two know it.</source>
            <translation>只告诉本人，并请其尽快在此修改：在此之前有两人知道。</translation>
        </message>
        <message>
            <source>PIN so far</source>
            <translation>原密码</translation>
        </message>
        <message>
            <source>New PIN, 6 to 12 digits</source>
            <translation>新密码，6 至 12 位数字</translation>
        </message>
        <message>
            <source>The new PIN again</source>
            <translation>再输一次新密码</translation>
        </message>
        <message>
            <source>Its person changes it…</source>
            <translation>由本人修改…</translation>
        </message>
        <message>
            <source>Take it away</source>
            <translation>取消密码</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Set the PIN</source>
            <translation>设置密码</translation>
        </message>
    </context>
    <context>
        <name>LeaderSheet</name>
        <message>
            <source>Add somebody</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Leading group</source>
            <translation>领导小组</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Away until (that day included)</source>
            <translation>外出至（含当日）</translation>
        </message>
        <message>
            <source>empty: there</source>
            <translation>留空：在岗</translation>
        </message>
        <message>
            <source>Stands in while away</source>
            <translation>外出时由谁替班</translation>
        </message>
        <message>
            <source>To acknowledge an alert: %1</source>
            <translation>确认警报用：%1</translation>
        </message>
        <message>
            <source>PIN…</source>
            <translation>密码…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>LedgerBar</name>
        <message>
            <source>Open the ledger</source>
            <translation>查看台账</translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>LedgerSection</name>
        <message>
            <source>The chain of entries</source>
            <translation>记录链</translation>
        </message>
        <message>
            <source>Verify now</source>
            <translation>立即校验</translation>
        </message>
        <message>
            <source>The backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>The ledger's head</source>
            <translation>台账链首</translation>
        </message>
        <message>
            <source>No head has been signed yet. The first one is signed when the station has started.</source>
            <translation>尚无签名的链首。本站启动后会签署第一个。</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>Photograph this code, or save it and keep it somewhere else: who keeps this head can prove later that nothing before it was cut or changed.</source>
            <translation>请拍下此码，或另存到别处保管：持有此链首的人，日后可以证明此前的记录没有被删减或改动。</translation>
        </message>
        <message>
            <source>Save as a file</source>
            <translation>保存为文件</translation>
        </message>
        <message>
            <source>What it holds and what it has forgotten</source>
            <translation>保存与销毁情况</translation>
        </message>
    </context>
    <context>
        <name>LedgerTable</name>
        <message>
            <source>‹ Newer</source>
            <translation>‹ 较新</translation>
        </message>
        <message>
            <source>Older ›</source>
            <translation>较早 ›</translation>
        </message>
        <message>
            <source>Stop looking</source>
            <translation>停止查询</translation>
        </message>
    </context>
    <context>
        <name>LockCard</name>
        <message>
            <source>Office</source>
            <translation>办公室</translation>
        </message>
        <message>
            <source>Type the new PIN once more</source>
            <translation>请再输入一次新密码</translation>
        </message>
        <message>
            <source>Choose a PIN of 6 to 12 digits</source>
            <translation>请设置 6 至 12 位数字密码</translation>
        </message>
        <message>
            <source>Please type the PIN</source>
            <translation>请输入密码</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Set the PIN</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>进入</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Menshen</source>
            <translation>门神</translation>
        </message>
        <message>
            <source>Close the station?</source>
            <translation>要关闭本站吗？</translation>
        </message>
    </context>
    <context>
        <name>MessagesSection</name>
        <message>
            <source>Sending…</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <source>Send the test to</source>
            <translation>测试消息发给</translation>
        </message>
        <message>
            <source>Send a test</source>
            <translation>发送测试</translation>
        </message>
        <message>
            <source>Who is told of an alert, in this order</source>
            <translation>警报按以下顺序通知</translation>
        </message>
        <message>
            <source>Whoever has not answered in time is followed by the next level; after the last the first is told again, until somebody acknowledges. + is told at once, beside the others.</source>
            <translation>未在时限内确认的，通知下一级；最后一级之后从头再来，直到有人确认。带 + 的同时立即通知。</translation>
        </message>
    </context>
    <context>
        <name>OfficePage</name>
        <message>
            <source>Settings…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>来访</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>查人</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>台账</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>诊断</translation>
        </message>
        <message>
            <source>Store pictures with blurred faces?</source>
            <translation>要保存人脸已模糊的画面吗？</translation>
        </message>
        <message>
            <source>Record and turn on</source>
            <translation>登记并开启</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>日报</translation>
        </message>
        <message>
            <source>Sign the report of %1?</source>
            <translation>签署 %1 的日报？</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>签署并锁定</translation>
        </message>
        <message>
            <source>Why is the report corrected?</source>
            <translation>为什么更正日报？</translation>
        </message>
        <message>
            <source>Something was recorded later</source>
            <translation>事后补记</translation>
        </message>
        <message>
            <source>Unit or telephone was wrong</source>
            <translation>单位或电话有误</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Leading group</source>
            <translation>领导小组</translation>
        </message>
        <message>
            <source>Paper forms</source>
            <translation>纸质表补录</translation>
        </message>
    </context>
    <context>
        <name>PersonSection</name>
        <message>
            <source>Document number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查询</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>PictureCard</name>
        <message>
            <source>No picture from the camera</source>
            <translation>摄像头没有画面</translation>
        </message>
    </context>
    <context>
        <name>PinSheet</name>
        <message>
            <source>Office PIN</source>
            <translation>办公室密码</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Close the station</source>
            <translation>关闭本站</translation>
        </message>
    </context>
    <context>
        <name>QuestionsCard</name>
        <message>
            <source>Ask</source>
            <translation>询问</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>以上都没有</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message numerus="yes">
            <source>%n not asked</source>
            <translation>
                <numerusform>%n 项未询问</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>tap one above, or type</source>
            <translation>点选上面一项，或自行输入</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Keep as unverified: why?</source>
            <translation>按未核验保留：原因？</translation>
        </message>
        <message>
            <source>Elder without papers</source>
            <translation>老人未带证件</translation>
        </message>
        <message>
            <source>Card damaged, person known</source>
            <translation>证件损坏，认识本人</translation>
        </message>
        <message>
            <source>Photo of the card seen</source>
            <translation>已看证件照片</translation>
        </message>
        <message>
            <source>Will be checked later</source>
            <translation>稍后核验</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>No phone: whose number or why?</source>
            <translation>没有电话：谁的号码或原因？</translation>
        </message>
        <message>
            <source>Has no phone</source>
            <translation>没有手机</translation>
        </message>
        <message>
            <source>Companion's phone</source>
            <translation>陪同人的电话</translation>
        </message>
        <message>
            <source>Battery empty</source>
            <translation>手机没电</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>The station cannot start</source>
            <translation>本站无法启动</translation>
        </message>
        <message>
            <source>The ledger was not opened: %1. Nothing in it has been changed.</source>
            <translation>台账没有打开：%1。台账内容未作任何改动。</translation>
        </message>
        <message>
            <source>Until then write everybody who comes in on paper; nobody is recorded here.</source>
            <translation>在此之前请用纸质表格登记所有进入的人；本机不作记录。</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>怎么办</translation>
        </message>
        <message>
            <source>For the technician</source>
            <translation>供技术人员参考</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>RegisterButtons</name>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Export XLSX</source>
            <translation>导出 XLSX</translation>
        </message>
        <message>
            <source>Export CSV</source>
            <translation>导出 CSV</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>撤销上次改动</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>正在登记…</translation>
        </message>
    </context>
    <context>
        <name>ReportCalendar</name>
        <message>
            <source>Mon</source>
            <translation>一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>日</translation>
        </message>
    </context>
    <context>
        <name>ReportCard</name>
        <message>
            <source>Sign a correction…</source>
            <translation>签署更正…</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>签署…</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>正在统计…</translation>
        </message>
        <message>
            <source>Choose a day.</source>
            <translation>请选择日期。</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>That day</source>
            <translation>当日</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>累计</translation>
        </message>
    </context>
    <context>
        <name>ReportCaseSheet</name>
        <message>
            <source>Report a case: the leading group is told at once</source>
            <translation>报告异常：立即通知领导小组</translation>
        </message>
        <message>
            <source>Whom is it about? A tap reports it.</source>
            <translation>是谁？点选后立即报告。</translation>
        </message>
        <message>
            <source>The person in front: %1</source>
            <translation>面前的人：%1</translation>
        </message>
        <message>
            <source>Somebody else…</source>
            <translation>其他人…</translation>
        </message>
        <message>
            <source>Name not known</source>
            <translation>不知道姓名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Shown and sent with the surname only</source>
            <translation>显示和发送时只保留姓氏</translation>
        </message>
        <message>
            <source>Report it</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>ResultCard</name>
        <message>
            <source>Recording…</source>
            <translation>正在记录…</translation>
        </message>
        <message>
            <source>Next person</source>
            <translation>下一位</translation>
        </message>
    </context>
    <context>
        <name>RosterDay</name>
        <message>
            <source>%1 today</source>
            <translation>%1 今日</translation>
        </message>
    </context>
    <context>
        <name>RosterPart</name>
        <message>
            <source>Mon</source>
            <translation>一</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>二</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>三</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>四</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>五</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>六</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Open that day</source>
            <translation>改为开放</translation>
        </message>
        <message>
            <source>Closed that day</source>
            <translation>设为休息日</translation>
        </message>
        <message>
            <source>There are no shifts yet. Until then the deputies are told, then the leader. Add a shift, or export the template, fill it in and import it.</source>
            <translation>还没有班次。在此之前先通知副组长，再通知组长。可添加班次，或导出模板、填写后导入。</translation>
        </message>
        <message>
            <source>Add a shift…</source>
            <translation>添加班次…</translation>
        </message>
    </context>
    <context>
        <name>SettingsSheet</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>ShiftRow</name>
        <message>
            <source>Times…</source>
            <translation>时间…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>换人…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选人…</translation>
        </message>
    </context>
    <context>
        <name>ShiftSheet</name>
        <message>
            <source>Add a shift</source>
            <translation>添加班次</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Begins</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>A shift that ends no later than it begins passes midnight; it belongs to the day on which it begins.</source>
            <translation>结束时间不晚于开始时间的班次跨过午夜，算在开始的那一天。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>Find by badge number or name</source>
            <translation>按工号或姓名查找</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>您是哪位？</translation>
        </message>
        <message>
            <source>%1 · badge %2</source>
            <translation>%1 · 工号 %2</translation>
        </message>
        <message>
            <source>Pick your name, then look into the camera.</source>
            <translation>请点选姓名，然后看摄像头。</translation>
        </message>
        <message>
            <source>Clock in</source>
            <translation>上岗</translation>
        </message>
        <message>
            <source>Clock out</source>
            <translation>离岗</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Nobody has clocked in yet</source>
            <translation>今天还没有人上岗</translation>
        </message>
        <message>
            <source>Refuse: why?</source>
            <translation>劝返：原因？</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>劝返</translation>
        </message>
    </context>
    <context>
        <name>StaffProof</name>
        <message>
            <source>A visitor's form is kept aside: the door asks about it afterwards.</source>
            <translation>办事群众的登记已暂存，结束后入口页会询问是谁的。</translation>
        </message>
        <message>
            <source>The guard has confirmed who it is.</source>
            <translation>安保人员已确认是本人。</translation>
        </message>
        <message>
            <source>Guard: is this %1?</source>
            <translation>请安保人员确认：这是%1本人吗？</translation>
        </message>
        <message>
            <source>Only the guard may confirm it. Until then nothing is recorded and the gate stays shut.</source>
            <translation>只能由安保人员点选。确认之前不记录，闸机不开。</translation>
        </message>
        <message>
            <source>Yes, this is the person</source>
            <translation>确认是本人</translation>
        </message>
    </context>
    <context>
        <name>StaffScreening</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>重新测量</translation>
        </message>
        <message>
            <source>Contact thermometer…</source>
            <translation>用体温计复测…</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>劝返</translation>
        </message>
    </context>
    <context>
        <name>StoryLine</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Put back what was there before…</source>
            <translation>恢复为之前的内容…</translation>
        </message>
    </context>
    <context>
        <name>ThermometerSheet</name>
        <message>
            <source>Contact thermometer</source>
            <translation>接触式体温计</translation>
        </message>
        <message>
            <source>e.g. 36.5 °C</source>
            <translation>例如 36.5 °C</translation>
        </message>
        <message>
            <source>A contact thermometer does not show that. Please read it again.</source>
            <translation>体温计不会显示这个数，请重新读数。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>采用</translation>
        </message>
    </context>
    <context>
        <name>TodayCard</name>
        <message>
            <source>Inside %1 / %2</source>
            <translation>在场 %1 / %2</translation>
        </message>
        <message>
            <source>Inside %1</source>
            <translation>在场 %1</translation>
        </message>
        <message>
            <source>Someone left</source>
            <translation>有人离开</translation>
        </message>
        <message>
            <source>admitted today</source>
            <translation>今日放行</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>walked away</source>
            <translation>自行离开</translation>
        </message>
    </context>
    <context>
        <name>VerdictCard</name>
        <message>
            <source>default correction</source>
            <translation>默认修正</translation>
        </message>
    </context>
    <context>
        <name>VisitLine</name>
        <message>
            <source>corrected</source>
            <translation>已更正</translation>
        </message>
    </context>
    <context>
        <name>VisitLineHead</name>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>VisitPanel</name>
        <message>
            <source>The entry</source>
            <translation>记录详情</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>更正…</translation>
        </message>
        <message>
            <source>Hide again</source>
            <translation>重新隐藏</translation>
        </message>
        <message>
            <source>Show whole…</source>
            <translation>完整显示…</translation>
        </message>
        <message>
            <source>Its story</source>
            <translation>处理经过</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>VisitRows</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>签发国家</translation>
        </message>
        <message>
            <source>Kept as unverified because</source>
            <translation>未核验原因</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>No phone because</source>
            <translation>无电话原因</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>来访事由</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>体温</translation>
        </message>
        <message>
            <source>%1 °C · %2%3</source>
            <translation>%1 °C · %2%3</translation>
        </message>
        <message>
            <source> · default correction</source>
            <translation> · 默认修正</translation>
        </message>
        <message>
            <source>Mask</source>
            <translation>口罩</translation>
        </message>
        <message>
            <source>Admitted all the same because</source>
            <translation>破例放行原因</translation>
        </message>
        <message>
            <source>The guard's note</source>
            <translation>保安备注</translation>
        </message>
        <message>
            <source>paper form, %1</source>
            <translation>补录 %1</translation>
        </message>
        <message>
            <source>Entered afterwards</source>
            <translation>事后补录</translation>
        </message>
        <message>
            <source>It happened on %1; filled in by: %2. It stands under the day on which it was entered.</source>
            <translation>发生时间 %1；填表人：%2。记在录入当天。</translation>
        </message>
        <message>
            <source> · as read</source>
            <translation> · 按仪器读数</translation>
        </message>
    </context>
    <context>
        <name>VisitsSection</name>
        <message>
            <source>Name, document or phone, or a part of it</source>
            <translation>姓名、证件或电话，或其中一部分</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>No temperature: %1</source>
            <translation>没有体温：%1</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>请复查</translation>
        </message>
        <message>
            <source>No result</source>
            <translation>没有结果</translation>
        </message>
        <message>
            <source>Do not admit</source>
            <translation>不予放行</translation>
        </message>
        <message>
            <source>Admitted</source>
            <translation>已放行</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>Walked away</source>
            <translation>自行离开</translation>
        </message>
        <message>
            <source>Mask worn properly</source>
            <translation>口罩佩戴正确</translation>
        </message>
        <message>
            <source>No mask</source>
            <translation>未戴口罩</translation>
        </message>
        <message>
            <source>Mask not over the nose</source>
            <translation>口罩未遮住鼻子</translation>
        </message>
        <message>
            <source>Mask not clearly seen</source>
            <translation>口罩看不清楚</translation>
        </message>
        <message>
            <source>the thermometer does not answer</source>
            <translation>测温仪没有应答</translation>
        </message>
        <message>
            <source>the thermometer is warming up</source>
            <translation>测温仪正在预热</translation>
        </message>
        <message>
            <source>the thermometer reports a fault</source>
            <translation>测温仪报告故障</translation>
        </message>
        <message>
            <source>the room is too cold or too warm</source>
            <translation>环境温度过低或过高</translation>
        </message>
        <message>
            <source>the last reading is too old</source>
            <translation>最近的读数已过时</translation>
        </message>
        <message>
            <source>nobody in front</source>
            <translation>前面没有人</translation>
        </message>
        <message>
            <source>more than one person</source>
            <translation>不止一个人</translation>
        </message>
        <message>
            <source>still measuring</source>
            <translation>正在测量</translation>
        </message>
        <message>
            <source>the reading is unsteady</source>
            <translation>读数不稳定</translation>
        </message>
        <message>
            <source>the reading cannot be a forehead</source>
            <translation>读数不像额头温度</translation>
        </message>
        <message>
            <source>cold forehead</source>
            <translation>额头太凉</translation>
        </message>
        <message>
            <source>calibration overdue</source>
            <translation>校准已过期</translation>
        </message>
        <message>
            <source>calibration out of limits</source>
            <translation>校准超出范围</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>near the fever line</source>
            <translation>接近发热线</translation>
        </message>
        <message>
            <source>fever</source>
            <translation>发热</translation>
        </message>
        <message>
            <source>infrared</source>
            <translation>红外</translation>
        </message>
        <message>
            <source>contact</source>
            <translation>接触式</translation>
        </message>
        <message>
            <source>Resident ID card</source>
            <translation>居民身份证</translation>
        </message>
        <message>
            <source>HK/Macau travel permit</source>
            <translation>港澳通行证</translation>
        </message>
        <message>
            <source>Taiwan travel permit</source>
            <translation>台胞证</translation>
        </message>
        <message>
            <source>Chinese passport</source>
            <translation>中国护照</translation>
        </message>
        <message>
            <source>Foreigner's residence card</source>
            <translation>外国人永居证</translation>
        </message>
        <message>
            <source>Foreign passport</source>
            <translation>外国护照</translation>
        </message>
        <message>
            <source>No document</source>
            <translation>没有证件</translation>
        </message>
        <message>
            <source>Clocked in</source>
            <translation>已上岗</translation>
        </message>
        <message>
            <source>Clocked out</source>
            <translation>已离岗</translation>
        </message>
        <message>
            <source>Please come closer</source>
            <translation>请靠近一些</translation>
        </message>
        <message>
            <source>One person at a time, please</source>
            <translation>请一次一人</translation>
        </message>
        <message>
            <source>Please put on a mask</source>
            <translation>请戴好口罩</translation>
        </message>
        <message>
            <source>Please pull the mask over your nose</source>
            <translation>请用口罩遮住鼻子</translation>
        </message>
        <message>
            <source>Measuring, please hold still</source>
            <translation>正在测量，请不要动</translation>
        </message>
        <message>
            <source>Cold forehead: please warm up for a moment</source>
            <translation>额头太凉：请稍等回暖</translation>
        </message>
        <message>
            <source>Please measure with the contact thermometer</source>
            <translation>请用接触式体温计测量</translation>
        </message>
        <message>
            <source>Thermometer</source>
            <translation>测温仪</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>摄像头</translation>
        </message>
        <message>
            <source>Mask detector</source>
            <translation>口罩识别</translation>
        </message>
        <message>
            <source>Gate</source>
            <translation>闸机</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>台账</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>启动中</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>down</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>not fitted</source>
            <translation>未安装</translation>
        </message>
        <message>
            <source>wrong settings</source>
            <translation>设置错误</translation>
        </message>
        <message>
            <source>not a valid value</source>
            <translation>数值无效</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>not connected</source>
            <translation>未连接</translation>
        </message>
        <message>
            <source>does not answer</source>
            <translation>没有应答</translation>
        </message>
        <message>
            <source>answers nonsense</source>
            <translation>应答异常</translation>
        </message>
        <message>
            <source>disk full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>file error</source>
            <translation>文件错误</translation>
        </message>
        <message>
            <source>written by a newer version</source>
            <translation>由更新的版本写入</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>不允许</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>internal fault</source>
            <translation>内部故障</translation>
        </message>
        <message>
            <source>6 to 12 digits; not all the same, not in a row.</source>
            <translation>6 至 12 位数字，不能全相同，也不能连号。</translation>
        </message>
        <message>
            <source>The PIN could not be checked: %1.</source>
            <translation>无法核对密码：%1。</translation>
        </message>
        <message>
            <source>Too many wrong tries. Wait %1 s.</source>
            <translation>错误次数过多，请等待 %1 秒。</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>密码错误。</translation>
        </message>
        <message>
            <source>Fever</source>
            <translation>发热</translation>
        </message>
        <message>
            <source>Temperature near the fever line</source>
            <translation>体温接近发热线</translation>
        </message>
        <message>
            <source>No temperature</source>
            <translation>没有体温</translation>
        </message>
        <message>
            <source>Yes: %1</source>
            <translation>回答“是”：%1</translation>
        </message>
        <message>
            <source>A question was answered yes</source>
            <translation>有问题回答为“是”</translation>
        </message>
        <message>
            <source>The hall is full</source>
            <translation>大厅人数已满</translation>
        </message>
        <message>
            <source>Closed to the public at this response level</source>
            <translation>当前响应级别不对外开放</translation>
        </message>
        <message>
            <source>Document not verified</source>
            <translation>证件未核验</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Document number is not right</source>
            <translation>证件号码不对</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Phone number is not right</source>
            <translation>电话号码不对</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>来访事由</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>询问</translation>
        </message>
        <message numerus="yes">
            <source>%n more character(s)</source>
            <translation>
                <numerusform>还差 %n 位</numerusform>
            </translation>
        </message>
        <message>
            <source>The number does not have the right length</source>
            <translation>号码长度不对</translation>
        </message>
        <message>
            <source>A character that such a number cannot have</source>
            <translation>号码中有不应出现的字符</translation>
        </message>
        <message>
            <source>This document's number looks different</source>
            <translation>这种证件的号码不是这样</translation>
        </message>
        <message>
            <source>No such birth date</source>
            <translation>出生日期不存在</translation>
        </message>
        <message>
            <source>The birth date lies in the future</source>
            <translation>出生日期在今天之后</translation>
        </message>
        <message>
            <source>Which country issued it?</source>
            <translation>由哪个国家签发？</translation>
        </message>
        <message>
            <source>Region code not known; that may be right</source>
            <translation>地区代码未知，也可能是对的</translation>
        </message>
        <message>
            <source>The number of a machine SIM</source>
            <translation>物联网卡号码</translation>
        </message>
        <message>
            <source>Not a phone number yet</source>
            <translation>还不是完整的电话号码</translation>
        </message>
        <message>
            <source>Wrong check character: compare with the card</source>
            <translation>校验码不对：请与证件核对</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>Recorded: %1</source>
            <translation>已登记：%1</translation>
        </message>
        <message>
            <source>Document and phone shown whole</source>
            <translation>完整显示了证件和电话</translation>
        </message>
        <message>
            <source>Exported with whole numbers</source>
            <translation>导出了完整号码</translation>
        </message>
        <message>
            <source>Chain verified</source>
            <translation>已校验记录链</translation>
        </message>
        <message>
            <source>whole up to entry %1</source>
            <translation>截至记录 %1 完整</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1：%2 → %3</translation>
        </message>
        <message>
            <source>%1 (differs in the hidden part)</source>
            <translation>%1（不同之处在隐藏部分）</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>Station started</source>
            <translation>本站启动</translation>
        </message>
        <message>
            <source>Station stopped</source>
            <translation>本站停止</translation>
        </message>
        <message>
            <source>The clock jumped</source>
            <translation>时钟跳变</translation>
        </message>
        <message>
            <source>A device was lost</source>
            <translation>设备失联</translation>
        </message>
        <message>
            <source>A device came back</source>
            <translation>设备恢复</translation>
        </message>
        <message>
            <source>The ledger was recovered</source>
            <translation>台账已恢复</translation>
        </message>
        <message>
            <source>The disk is full: nobody is admitted until there is room</source>
            <translation>磁盘已满：腾出空间之前停止放行</translation>
        </message>
        <message>
            <source>Destruction was due and was held back</source>
            <translation>到期销毁被暂缓</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>已导出</translation>
        </message>
        <message>
            <source>Office opened</source>
            <translation>进入办公室</translation>
        </message>
        <message>
            <source>Wrong PIN at the office</source>
            <translation>办公室密码错误</translation>
        </message>
        <message>
            <source>Step done</source>
            <translation>步骤已完成</translation>
        </message>
        <message>
            <source>Alert acknowledged</source>
            <translation>警报已确认</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>已移交</translation>
        </message>
        <message>
            <source>Recorded as a false alarm</source>
            <translation>记为误报</translation>
        </message>
        <message>
            <source>Certain</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Likely</source>
            <translation>很可能</translation>
        </message>
        <message>
            <source>Possible</source>
            <translation>可能</translation>
        </message>
        <message>
            <source>the same document</source>
            <translation>证件号相同</translation>
        </message>
        <message>
            <source>a document one mistake away, and the same phone or name</source>
            <translation>证件号差一处，且电话或姓名相同</translation>
        </message>
        <message>
            <source>only the phone agrees, or only a document one mistake away</source>
            <translation>仅电话相同，或仅证件号差一处</translation>
        </message>
        <message>
            <source>destroyed on schedule</source>
            <translation>已按期销毁</translation>
        </message>
        <message>
            <source>cannot be opened</source>
            <translation>无法打开</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>完好</translation>
        </message>
        <message>
            <source>An entry was changed</source>
            <translation>有记录被改动</translation>
        </message>
        <message>
            <source>Entries are missing</source>
            <translation>有记录缺失</translation>
        </message>
        <message>
            <source>An entry was slipped in</source>
            <translation>有记录被插入</translation>
        </message>
        <message>
            <source>Entries stand in another order</source>
            <translation>记录顺序被打乱</translation>
        </message>
        <message>
            <source>The end was cut off</source>
            <translation>末尾被截断</translation>
        </message>
        <message>
            <source>A signed head is gone or was changed</source>
            <translation>签名链首丢失或被改动</translation>
        </message>
        <message>
            <source>Signed or sealed with a foreign key</source>
            <translation>用外来密钥签名或封存</translation>
        </message>
        <message>
            <source>The file is damaged there</source>
            <translation>该处文件损坏</translation>
        </message>
        <message>
            <source>The lists do not show what the journal says</source>
            <translation>各列表所示与日志不符</translation>
        </message>
        <message>
            <source>The entries themselves are whole. Somebody may have changed what is shown of them: keep a copy of the file, have the technician run menshenctl ledger rebuild, and do not rely on today's lists until then.</source>
            <translation>记录本身完好，但有人可能改动了所示内容：请保留一份台账文件，由技术人员执行 menshenctl ledger rebuild，在此之前勿以列表为准。</translation>
        </message>
        <message>
            <source>The disk may be failing. Back up now, keep the old file, and have the technician restore the newest good backup.</source>
            <translation>磁盘可能即将损坏。请立即备份，保留原文件，由技术人员恢复最近的完好备份。</translation>
        </message>
        <message>
            <source>Somebody may have put an older copy in place. Keep the file, tell the head of the office, compare with the heads that were kept, and look for the newer file.</source>
            <translation>可能有人换上了旧副本。请保留文件，报告办公室负责人，与留存的链首核对，并寻找较新的文件。</translation>
        </message>
        <message>
            <source>Somebody may have touched the file. Do not delete or mend it: keep it, tell the head of the office, and compare it with the newest backup. The station goes on recording.</source>
            <translation>可能有人动过文件。请勿删除或修复：保留原样，报告办公室负责人，并与最近的备份核对。本站继续登记。</translation>
        </message>
        <message>
            <source>Staff %1</source>
            <translation>员工 %1</translation>
        </message>
        <message>
            <source>Guard</source>
            <translation>保安</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>办公室</translation>
        </message>
        <message>
            <source>The station</source>
            <translation>本站</translation>
        </message>
        <message>
            <source>The technician</source>
            <translation>技术人员</translation>
        </message>
        <message>
            <source>Somebody left the hall</source>
            <translation>有人离开大厅</translation>
        </message>
        <message>
            <source>Telling people was stuck and was begun anew</source>
            <translation>通知曾停滞，已重新开始</translation>
        </message>
        <message>
            <source>level %1, %2</source>
            <translation>第 %1 级，%2</translation>
        </message>
        <message>
            <source>A message is being sent</source>
            <translation>正在发送消息</translation>
        </message>
        <message>
            <source>A message was delivered</source>
            <translation>消息已送达</translation>
        </message>
        <message>
            <source>A message failed</source>
            <translation>消息发送失败</translation>
        </message>
        <message>
            <source>Messages silenced</source>
            <translation>消息已静默</translation>
        </message>
        <message>
            <source>A message was kept back by a silence</source>
            <translation>静默期间未发送消息</translation>
        </message>
        <message>
            <source>The acknowledgement expired: people are told again</source>
            <translation>确认已过期，重新通知</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>已查看</translation>
        </message>
        <message>
            <source>Alert raised</source>
            <translation>发出警报</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <source>The ledger was restored from a backup</source>
            <translation>台账由备份恢复</translation>
        </message>
        <message>
            <source>The ledger begins</source>
            <translation>台账开始</translation>
        </message>
        <message>
            <source>A day's key was made</source>
            <translation>生成当日密钥</translation>
        </message>
        <message>
            <source>The keys were changed</source>
            <translation>密钥已更换</translation>
        </message>
        <message>
            <source>Personal data destroyed</source>
            <translation>个人信息已销毁</translation>
        </message>
        <message>
            <source>days before %1</source>
            <translation>%1 之前的各日</translation>
        </message>
        <message>
            <source>Backed up</source>
            <translation>已备份</translation>
        </message>
        <message>
            <source>Kind of document</source>
            <translation>证件类型</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>签发国家</translation>
        </message>
        <message>
            <source>Kept as unverified because</source>
            <translation>未核验原因</translation>
        </message>
        <message>
            <source>No phone because</source>
            <translation>无电话原因</translation>
        </message>
        <message>
            <source>the ledger's file is damaged</source>
            <translation>台账文件已损坏</translation>
        </message>
        <message>
            <source>written by a version without seals</source>
            <translation>由不封存的旧版本写成</translation>
        </message>
        <message>
            <source>the station's key is missing</source>
            <translation>找不到本站密钥</translation>
        </message>
        <message>
            <source>the key does not open this ledger</source>
            <translation>密钥打不开此台账</translation>
        </message>
        <message>
            <source>the ledger of another station</source>
            <translation>这是其他站点的台账</translation>
        </message>
        <message>
            <source>Install the version of Menshen that wrote this ledger, or a newer one.
Do not delete the file.</source>
            <translation>请安装写成此台账的门神版本或更新的版本。
请勿删除该文件。</translation>
        </message>
        <message>
            <source>Keep the old file where it is safe: it is not sealed.
Name another file as the ledger in the settings; a new ledger begins there.</source>
            <translation>请将旧文件妥善保管：其内容未封存。
在设置中另指定一个台账文件，新台账从那里开始。</translation>
        </message>
        <message>
            <source>This file belongs to another station. Put this station's own ledger back, or set the right file in the settings.
Do not delete the file: the other station may need it.</source>
            <translation>该文件属于其他站点。请放回本站自己的台账，或在设置中指定正确的文件。
请勿删除该文件：其他站点可能需要它。</translation>
        </message>
        <message>
            <source>Make room on the disk: move exports and old backups elsewhere.
Do not delete the ledger or its key.</source>
            <translation>请腾出磁盘空间：把导出文件和旧备份移到别处。
请勿删除台账或其密钥。</translation>
        </message>
        <message>
            <source>Others may read the key, or Menshen may not: the technician sets the owner and the rights of the file (0600).</source>
            <translation>密钥可被他人读取，或门神无权读取：由技术人员设置文件的所有者和权限（0600）。</translation>
        </message>
        <message>
            <source>Look whether the disk is there and may be written, then start the station again.
If that does not help, call the technician and keep the file.</source>
            <translation>请检查磁盘是否在位、可写，然后重新启动本站。
如仍不行，请联系技术人员并保留该文件。</translation>
        </message>
        <message>
            <source>Do not delete, copy over or mend the file: it is evidence.
The technician runs "menshenctl ledger verify", which names the place, and brings the newest backup back with "menshenctl ledger restore".</source>
            <translation>请勿删除、覆盖或修复该文件：它是证据。
由技术人员运行“menshenctl ledger verify”查明损坏位置，再用“menshenctl ledger restore”恢复最近的备份。</translation>
        </message>
        <message>
            <source>Put the key file back where the settings say, or type the passphrase.
If the key is lost: "menshenctl keys recover" with the recovery passphrase from the safe.
A new key does not help: it would open nothing of what has been recorded.</source>
            <translation>请把密钥文件放回设置中指定的位置，或输入口令。
密钥遗失时：用保险柜中的恢复口令运行“menshenctl keys recover”。
换新密钥没有用：它打不开已有的任何记录。</translation>
        </message>
        <message>
            <source>The key and the ledger do not belong together: look whether one of them was copied from elsewhere.
"menshenctl keys recover" with the recovery passphrase from the safe makes them fit again.</source>
            <translation>密钥与台账不配套：请检查其中之一是否从别处复制而来。
用保险柜中的恢复口令运行“menshenctl keys recover”，可使二者重新配套。</translation>
        </message>
        <message>
            <source>The technician puts right what the line below says; "menshenctl config check" tries the settings.</source>
            <translation>由技术人员按下方所示改正；可用“menshenctl config check”检查设置。</translation>
        </message>
        <message>
            <source>The ledger was altered or damaged: %1. Tell the office at once.</source>
            <translation>台账被改动过或已损坏：%1。请立即告知办公室。</translation>
        </message>
        <message>
            <source>The ledger was altered or damaged: entry %1 (%2). Tell the office at once.</source>
            <translation>台账被改动过或已损坏：第 %1 条（%2）。请立即告知办公室。</translation>
        </message>
        <message>
            <source>Ledger verification failing since %1 (%2)</source>
            <translation>台账校验自 %1 起失败（%2）</translation>
        </message>
        <message>
            <source>Ledger backup failing since %1 (%2)</source>
            <translation>台账备份自 %1 起失败（%2）</translation>
        </message>
        <message>
            <source>Due destruction failing since %1 (%2)</source>
            <translation>到期销毁自 %1 起失败（%2）</translation>
        </message>
        <message>
            <source>Due destruction held back since %1</source>
            <translation>到期销毁自 %1 起暂缓</translation>
        </message>
        <message>
            <source>stopped by a person</source>
            <translation>由人停止</translation>
        </message>
        <message>
            <source>ended at its time</source>
            <translation>到时结束</translation>
        </message>
        <message>
            <source>ended because it was full</source>
            <translation>已满而结束</translation>
        </message>
        <message>
            <source>ended because the disk has little room</source>
            <translation>因磁盘空间不足而结束</translation>
        </message>
        <message>
            <source>ended because a picture could not be looked at or written</source>
            <translation>因画面无法检测或写入而结束</translation>
        </message>
        <message>
            <source>ended because the ledger cannot be written</source>
            <translation>因台账无法写入而结束</translation>
        </message>
        <message>
            <source>ended with the station</source>
            <translation>随本站停止而结束</translation>
        </message>
        <message>
            <source>was broken off</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>Diagnostics capture turned on</source>
            <translation>已开启诊断采集</translation>
        </message>
        <message numerus="yes">
            <source>for %n minute(s)</source>
            <translation>
                <numerusform>时长 %n 分钟</numerusform>
            </translation>
        </message>
        <message>
            <source>Diagnostics capture ended</source>
            <translation>诊断采集已结束</translation>
        </message>
        <message numerus="yes">
            <source>%1; %n picture(s)</source>
            <translation>
                <numerusform>%1；%n 张画面</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures of a diagnostics capture destroyed</source>
            <translation>诊断采集的画面已销毁</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n 张画面</numerusform>
            </translation>
        </message>
        <message>
            <source>in use by another program</source>
            <translation>被其他程序占用</translation>
        </message>
        <message>
            <source>picture black</source>
            <translation>画面全黑</translation>
        </message>
        <message>
            <source>picture overexposed</source>
            <translation>画面过曝</translation>
        </message>
        <message>
            <source>picture frozen</source>
            <translation>画面静止不动</translation>
        </message>
        <message>
            <source>Daily report signed</source>
            <translation>日报已签署</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1，第 %2 版</translation>
        </message>
        <message>
            <source>Siren</source>
            <translation>警报器</translation>
        </message>
        <message>
            <source>The daily report was sent</source>
            <translation>日报已发送</translation>
        </message>
        <message>
            <source>Reminded of a daily report</source>
            <translation>已提醒签署日报</translation>
        </message>
        <message>
            <source>Told that a daily report is overdue</source>
            <translation>已通知日报逾期</translation>
        </message>
        <message>
            <source>Not delivered: %1</source>
            <translation>未送达：%1</translation>
        </message>
        <message>
            <source>Reported: a fever</source>
            <translation>人员报告：体温异常</translation>
        </message>
        <message>
            <source>Reported: a cough or other symptoms</source>
            <translation>人员报告：咳嗽等症状</translation>
        </message>
        <message>
            <source>Reported: fell ill in the hall</source>
            <translation>人员报告：在大厅内身体不适</translation>
        </message>
        <message>
            <source>Reported: has met a case</source>
            <translation>人员报告：接触过病例</translation>
        </message>
        <message>
            <source>Reported: something else</source>
            <translation>人员报告：其他异常</translation>
        </message>
        <message>
            <source>A fever, measured elsewhere</source>
            <translation>体温异常（在别处测得）</translation>
        </message>
        <message>
            <source>A cough or other symptoms</source>
            <translation>咳嗽等症状</translation>
        </message>
        <message>
            <source>Somebody fell ill in the hall</source>
            <translation>有人在大厅内身体不适</translation>
        </message>
        <message>
            <source>Somebody has met a case</source>
            <translation>有人接触过病例</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>其他异常</translation>
        </message>
        <message>
            <source>Armpit</source>
            <translation>腋下</translation>
        </message>
        <message>
            <source>Ear</source>
            <translation>耳温</translation>
        </message>
        <message>
            <source>Mouth</source>
            <translation>口腔</translation>
        </message>
        <message>
            <source>Forehead, infrared</source>
            <translation>额温（红外）</translation>
        </message>
        <message>
            <source>Person unknown</source>
            <translation>人员不详</translation>
        </message>
        <message>
            <source>Handed over to %1 at %2</source>
            <translation>%2 已移交给 %1</translation>
        </message>
        <message>
            <source>Handed over to %1 at %2, %3</source>
            <translation>%2 已移交给 %1，车辆：%3</translation>
        </message>
        <message>
            <source>%1 · %2 · after %3</source>
            <translation>%1 · %2 · 距上一步 %3</translation>
        </message>
        <message>
            <source>Skipped: "%1" · %2</source>
            <translation>已跳过：“%1” · %2</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>False alarm</source>
            <translation>误报</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Handed over, steps left</source>
            <translation>已移交，仍有步骤未完成</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Nobody has acknowledged</source>
            <translation>无人确认</translation>
        </message>
        <message>
            <source>Isolation room: free</source>
            <translation>隔离室：空闲</translation>
        </message>
        <message>
            <source>Isolation room: %1 of %2 taken</source>
            <translation>隔离室：已占用 %1/%2</translation>
        </message>
        <message>
            <source>%1 (alert %2) has left; not disinfected yet</source>
            <translation>%1（警报 %2）已离开，尚未消毒</translation>
        </message>
        <message>
            <source>%1 (alert %2) since %3</source>
            <translation>%1（警报 %2），自 %3 起</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>正在发送</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>发送失败</translation>
        </message>
        <message>
            <source>Silenced</source>
            <translation>已静音</translation>
        </message>
        <message>
            <source>Kept back by the silence</source>
            <translation>静音期间未发送</translation>
        </message>
        <message>
            <source>Acknowledgement expired</source>
            <translation>确认已过期</translation>
        </message>
        <message>
            <source>people are told again</source>
            <translation>将再次通知</translation>
        </message>
        <message>
            <source>second reading %1 °C, %2</source>
            <translation>复测 %1 ℃，%2</translation>
        </message>
        <message>
            <source>looked at again by %1</source>
            <translation>复核人：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n 人</numerusform>
            </translation>
        </message>
        <message>
            <source>Step skipped</source>
            <translation>步骤已跳过</translation>
        </message>
        <message>
            <source>Persons present were listed</source>
            <translation>已列出同时段在场人员</translation>
        </message>
        <message>
            <source>Incident closed</source>
            <translation>事件已结束</translation>
        </message>
        <message>
            <source>Leading group</source>
            <translation>领导小组</translation>
        </message>
        <message>
            <source>Duty roster</source>
            <translation>值班表</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>duty handed over</source>
            <translation>已交班</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>version %1: %2 added, %3 changed, %4 removed</source>
            <translation>第 %1 版：新增 %2，修改 %3，移除 %4</translation>
        </message>
        <message>
            <source>Leading group, %1</source>
            <translation>领导小组 %1</translation>
        </message>
        <message>
            <source>that it was handed over</source>
            <translation>告知已移交</translation>
        </message>
        <message>
            <source>that it is over</source>
            <translation>告知已结束</translation>
        </message>
        <message>
            <source>Not sent any more</source>
            <translation>不再发送</translation>
        </message>
        <message>
            <source>A message was not sent any more: somebody had answered</source>
            <translation>已有人处理，消息不再发送</translation>
        </message>
        <message>
            <source>Not recorded yet: %1. The alert is raised as soon as the ledger takes entries again.</source>
            <translation>尚未记录：%1。台账恢复后会立即报警。</translation>
        </message>
        <message>
            <source>A new day: the count of people inside begins anew</source>
            <translation>新的一天：在厅人数重新计数</translation>
        </message>
        <message>
            <source>The people inside were counted by hand</source>
            <translation>已人工清点在厅人数</translation>
        </message>
        <message>
            <source>clock in</source>
            <translation>上岗</translation>
        </message>
        <message>
            <source>clock out</source>
            <translation>离岗</translation>
        </message>
        <message>
            <source>%1: not on duty</source>
            <translation>%1，未上岗</translation>
        </message>
        <message>
            <source>Refused at the entrance</source>
            <translation>入口劝返</translation>
        </message>
        <message>
            <source>the thermometer's value does not move</source>
            <translation>测温仪数值不变</translation>
        </message>
        <message>
            <source>Please stand still: measuring again</source>
            <translation>请站好，正在重新测量</translation>
        </message>
        <message>
            <source>Please look into the camera</source>
            <translation>请看摄像头</translation>
        </message>
    </context>
    <context>
        <name>menshen::AlertModel</name>
        <message>
            <source>Acknowledged at %1</source>
            <translation>已于 %1 确认</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) left</source>
            <translation>
                <numerusform>还有 %n 步</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is set up to be told: only this screen tells of it.</source>
            <translation>没有设置通知对象：只有本屏幕提示。</translation>
        </message>
        <message>
            <source>Handed over: nobody is told any more.</source>
            <translation>已移交：不再通知。</translation>
        </message>
        <message>
            <source>Being told: %1</source>
            <translation>正在通知：%1</translation>
        </message>
        <message>
            <source>Silent until %1</source>
            <translation>静音至 %1</translation>
        </message>
        <message>
            <source>Told again in %1 unless it is handed over</source>
            <translation>%1 后若未移交，将再次通知</translation>
        </message>
        <message>
            <source>Next level in %1</source>
            <translation>%1 后通知下一级</translation>
        </message>
        <message>
            <source>Not recorded: that is not possible now.</source>
            <translation>未记录：现在不能这样做。</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>未记录：%1</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>在%1之后</translation>
        </message>
    </context>
    <context>
        <name>menshen::AsideModel</name>
        <message>
            <source>No name typed yet</source>
            <translation>尚未填写姓名</translation>
        </message>
        <message>
            <source>name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>mobile number</source>
            <translation>手机号码</translation>
        </message>
        <message>
            <source>purpose</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>询问</translation>
        </message>
        <message>
            <source>Nothing typed</source>
            <translation>未填写</translation>
        </message>
        <message>
            <source>Typed: %1</source>
            <translation>已填写：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Nothing measured</source>
            <translation>未测量</translation>
        </message>
        <message>
            <source>Found: %1</source>
            <translation>测得：%1</translation>
        </message>
        <message>
            <source>kept since %1</source>
            <translation>%1 起暂存</translation>
        </message>
        <message>
            <source>Something has been typed or asked of the person in front: clear it first if it is the same one.</source>
            <translation>面前的人已有填写或询问：如是同一人，请先清空。</translation>
        </message>
        <message>
            <source>Form without a name, kept since %1</source>
            <translation>无姓名的登记，%1 起暂存</translation>
        </message>
        <message>
            <source>%1, kept since %2</source>
            <translation>%1，%2 起暂存</translation>
        </message>
    </context>
    <context>
        <name>menshen::CameraDesk</name>
        <message>
            <source>%1 ms</source>
            <translation>%1 毫秒</translation>
        </message>
        <message>
            <source>Whether the exposure can be set is known once the camera runs.</source>
            <translation>摄像头运行后才知道能否设置曝光。</translation>
        </message>
        <message>
            <source>The exposure of this camera cannot be set from here: it sees to it itself.</source>
            <translation>此摄像头的曝光不能在这里设置，由它自行调节。</translation>
        </message>
        <message>
            <source>The whole picture is shown and searched.</source>
            <translation>显示并检测整个画面。</translation>
        </message>
        <message>
            <source>%1 of the width, %2 of the height are shown and searched.</source>
            <translation>显示并检测宽度的 %1、高度的 %2。</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>画面</translation>
        </message>
        <message>
            <source>%1, shown %2</source>
            <translation>%1，显示 %2</translation>
        </message>
        <message>
            <source>Pictures a second</source>
            <translation>每秒帧数</translation>
        </message>
        <message>
            <source>Dropped pictures</source>
            <translation>丢弃的帧</translation>
        </message>
        <message>
            <source>%1 before they were shown, %2 before the detector</source>
            <translation>显示前 %1，检测前 %2</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>光线</translation>
        </message>
        <message>
            <source>too dark</source>
            <translation>太暗</translation>
        </message>
        <message>
            <source>good</source>
            <translation>合适</translation>
        </message>
        <message>
            <source>too bright</source>
            <translation>太亮</translation>
        </message>
    </context>
    <context>
        <name>menshen::CorrectionDesk</name>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>尚未作任何改动。</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>缺少姓名。</translation>
        </message>
        <message>
            <source>The document is not right yet, or has to be kept as unverified.</source>
            <translation>证件号仍有误，否则须按未核验保留。</translation>
        </message>
        <message>
            <source>The phone is not right yet.</source>
            <translation>电话仍有误。</translation>
        </message>
        <message>
            <source>The phone is missing.</source>
            <translation>缺少电话。</translation>
        </message>
        <message>
            <source>The reason is missing: why is it put right?</source>
            <translation>缺少原因：为什么更正？</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>未记录：%1</translation>
        </message>
    </context>
    <context>
        <name>menshen::DiagnosticsDesk</name>
        <message>
            <source>Diagnostics capture until %1: pictures with blurred faces are stored</source>
            <translation>诊断采集至 %1：正在保存人脸已模糊的画面</translation>
        </message>
        <message>
            <source>Off: no picture is stored</source>
            <translation>已关闭：不保存任何画面</translation>
        </message>
        <message>
            <source>Not to be had without a camera</source>
            <translation>没有摄像头，无法采集</translation>
        </message>
        <message>
            <source>Being entered in the ledger…</source>
            <translation>正在记入台账…</translation>
        </message>
        <message>
            <source>On until %1</source>
            <translation>已开启，至 %1</translation>
        </message>
        <message>
            <source>Ending…</source>
            <translation>正在结束…</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s), %1</source>
            <translation>
                <numerusform>%n 张画面，%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Stored so far: %1</source>
            <translation>已保存：%1</translation>
        </message>
        <message>
            <source>The last one: %1; %2.</source>
            <translation>上次采集：%1；%2。</translation>
        </message>
        <message>
            <source>The capture ended early: %1.</source>
            <translation>采集提前结束：%1。</translation>
        </message>
        <message>
            <source>The capture was not turned on: %1.</source>
            <translation>采集未能开启：%1。</translation>
        </message>
        <message>
            <source>Begun %1</source>
            <translation>开始于 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s), %1; destroyed %2</source>
            <translation>
                <numerusform>%n 张画面，%1；%2 销毁</numerusform>
            </translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n 张画面</numerusform>
            </translation>
        </message>
        <message>
            <source>Stored pictures cannot be listed or destroyed: %1.</source>
            <translation>已存画面无法列出或销毁：%1。</translation>
        </message>
        <message numerus="yes">
            <source>Pictures are destroyed by themselves %n day(s) after the capture began; the ledger keeps that they were.</source>
            <translation>
                <numerusform>采集开始 %n 天后画面自动销毁，台账会记下销毁一事。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>menshen::DisclosureDesk</name>
        <message>
            <source>Checking the PIN…</source>
            <translation>正在核对密码…</translation>
        </message>
        <message>
            <source>Recording who looks and why…</source>
            <translation>正在记录谁查看、为何查看…</translation>
        </message>
        <message>
            <source>Show entry %1 whole</source>
            <translation>完整显示记录 %1</translation>
        </message>
        <message>
            <source>Export whole numbers</source>
            <translation>导出完整号码</translation>
        </message>
        <message>
            <source>Not recorded, so nothing is shown or written: %1</source>
            <translation>未能记录，因此不显示也不导出：%1</translation>
        </message>
        <message>
            <source>Record and show</source>
            <translation>记录并显示</translation>
        </message>
        <message>
            <source>Record and export</source>
            <translation>记录并导出</translation>
        </message>
    </context>
    <context>
        <name>menshen::DoorModel</name>
        <message>
            <source>Except now, until %1: pictures with blurred faces are stored on this machine for diagnostics.</source>
            <translation>例外：即刻起至 %1，为诊断在本机保存人脸已模糊的画面。</translation>
        </message>
        <message>
            <source>Measuring…</source>
            <translation>正在测量…</translation>
        </message>
        <message>
            <source>Please fill in</source>
            <translation>请登记</translation>
        </message>
        <message>
            <source>Still open: %1</source>
            <translation>还缺：%1</translation>
        </message>
        <message>
            <source>±%1 · %2 · %3</source>
            <translation>±%1 · %2 · %3</translation>
        </message>
        <message>
            <source>Looking at the mask…</source>
            <translation>正在查看口罩…</translation>
        </message>
        <message>
            <source>Sent to the fever clinic</source>
            <translation>已引导至发热门诊</translation>
        </message>
        <message>
            <source>Will not wear a mask</source>
            <translation>拒绝佩戴口罩</translation>
        </message>
        <message>
            <source>Will not give particulars</source>
            <translation>拒绝登记信息</translation>
        </message>
        <message>
            <source>Comes back later</source>
            <translation>稍后再来</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>员工</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>记录 %1 · %2</translation>
        </message>
        <message>
            <source>Last: %1 %2</source>
            <translation>最近：%1 %2</translation>
        </message>
        <message>
            <source>That could not be done now. Please look at the screen and try again.</source>
            <translation>刚才的操作未能完成，请看屏幕提示后重试。</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 (the guard looked)</source>
            <translation>%1（安保人员看过）</translation>
        </message>
        <message>
            <source>Please ask</source>
            <translation>请先询问</translation>
        </message>
    </context>
    <context>
        <name>menshen::DoorNotices</name>
        <message>
            <source>Ask the person to wait here, apart from others, and measure with the contact thermometer.</source>
            <translation>请其原地暂留，与他人分开，并用体温计复测。</translation>
        </message>
        <message>
            <source>Ask the person to wait here, apart from others.</source>
            <translation>请其原地暂留，与他人分开。</translation>
        </message>
        <message>
            <source>Ask the person to wait here, apart from others. The leading group is being notified.</source>
            <translation>请其原地暂留，与他人分开。正在通知领导小组。</translation>
        </message>
        <message>
            <source>Ask the person to wait here. Counted to the open incident: nobody is notified twice.</source>
            <translation>请其原地暂留。已计入未结束的异常事件，不再重复通知。</translation>
        </message>
        <message>
            <source>Ask the person to wait here. Counted to the open incident of %1: nobody is notified twice.</source>
            <translation>请其原地暂留。已计入 %1 的异常事件，不再重复通知。</translation>
        </message>
        <message>
            <source>Two people stand close: nobody is admitted until one of them steps back.</source>
            <translation>有两人靠近：请一人退后，否则不能放行。</translation>
        </message>
        <message>
            <source>Not surely the same person as before: measuring again.</source>
            <translation>不能确定与刚才是同一人，正在重新测量。</translation>
        </message>
        <message>
            <source>The camera gives no picture: please look at the mask yourself.</source>
            <translation>摄像头没有画面：请目测口罩。</translation>
        </message>
        <message>
            <source>The camera finds no face: please look at the mask yourself, and measure with the contact thermometer.</source>
            <translation>摄像头找不到人脸：请目测口罩，并用体温计测量。</translation>
        </message>
        <message>
            <source>The camera cannot tell about the mask: please look yourself.</source>
            <translation>摄像头看不清口罩：请目测。</translation>
        </message>
        <message>
            <source>The thermometer's value does not move: measure with the contact thermometer and have it looked at.</source>
            <translation>测温仪数值不变：请改用体温计测量，并报修测温仪。</translation>
        </message>
        <message>
            <source>Body warmth where the camera sees nobody: something warm stands behind, or somebody whom the camera does not see.</source>
            <translation>画面中无人，测温仪却测得体温：背后有热源，或有人未进入画面。</translation>
        </message>
    </context>
    <context>
        <name>menshen::GroupDesk</name>
        <message>
            <source>away until %1</source>
            <translation>外出至 %1</translation>
        </message>
        <message>
            <source>away until %1: %2 stands in</source>
            <translation>外出至 %1，由 %2 替班</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>通知不到</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>e-mail only</source>
            <translation>仅邮箱</translation>
        </message>
        <message>
            <source>The register cannot be read: %1. Nothing was removed; undo brings back the version before.</source>
            <translation>名册无法读取：%1。没有删除任何内容；撤销可恢复上一版本。</translation>
        </message>
        <message>
            <source>Saved as version %1</source>
            <translation>已保存为第 %1 版</translation>
        </message>
        <message>
            <source>Not saved: it was changed meanwhile. Look at it again.</source>
            <translation>未保存：期间已被改动，请再看一遍。</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>未保存：%1</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>缺少姓名。</translation>
        </message>
        <message>
            <source>This name is there already: add what tells them apart.</source>
            <translation>已有此姓名：请加以区分。</translation>
        </message>
        <message>
            <source>The phone number is not right: 11 digits, or + and the country's code.</source>
            <translation>电话号码不正确：11 位手机号，或 + 国家代码。</translation>
        </message>
        <message>
            <source>The e-mail address is not right.</source>
            <translation>邮箱地址不正确。</translation>
        </message>
        <message>
            <source>The day is not right: for example 2026-11-22.</source>
            <translation>日期不正确：例如 2026-11-22。</translation>
        </message>
        <message>
            <source>PIN set</source>
            <translation>已设密码</translation>
        </message>
        <message>
            <source>temporary PIN</source>
            <translation>临时密码</translation>
        </message>
        <message>
            <source>no PIN</source>
            <translation>未设密码</translation>
        </message>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
    </context>
    <context>
        <name>menshen::IncidentDesk</name>
        <message>
            <source>The incidents cannot be read: %1</source>
            <translation>无法读取事件：%1</translation>
        </message>
        <message>
            <source>Incident %1 · %2</source>
            <translation>事件 %1 · %2</translation>
        </message>
        <message>
            <source>It has to be acknowledged.</source>
            <translation>须先确认警报。</translation>
        </message>
        <message>
            <source>To be done before it can be closed:</source>
            <translation>结束之前还须完成：</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>未记录：%1</translation>
        </message>
        <message>
            <source>%1 · after %2</source>
            <translation>%1 · 距上一步 %2</translation>
        </message>
        <message>
            <source>"%1"</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>条目 %1 · %2</translation>
        </message>
    </context>
    <context>
        <name>menshen::LedgerDesk</name>
        <message>
            <source>The ledger's state cannot be read: %1</source>
            <translation>台账状态无法读取：%1</translation>
        </message>
        <message>
            <source>Days that can be read</source>
            <translation>可读的天数</translation>
        </message>
        <message>
            <source>Oldest of them</source>
            <translation>其中最早一天</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Days destroyed</source>
            <translation>已销毁的天数</translation>
        </message>
        <message>
            <source>Personal data is kept</source>
            <translation>个人信息保存</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s), then destroyed by itself</source>
            <translation>
                <numerusform>%n 天，到期自动销毁</numerusform>
            </translation>
        </message>
        <message>
            <source>until somebody destroys it: the plan sets no term</source>
            <translation>直到有人销毁：预案未设期限</translation>
        </message>
        <message>
            <source>Reserve on the disk</source>
            <translation>磁盘预留空间</translation>
        </message>
        <message>
            <source>there</source>
            <translation>在</translation>
        </message>
        <message>
            <source>used up: the disk was full. Make room: move exports and old backups elsewhere.</source>
            <translation>已用掉：磁盘曾写满。请腾出空间：把导出文件和旧备份移到别处。</translation>
        </message>
        <message>
            <source>Station</source>
            <translation>站点</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>记录 %1 · %2</translation>
        </message>
        <message>
            <source>Head no. %1, signed %2</source>
            <translation>第 %1 号链首，签于 %2</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>未保存：%1</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translation>尚未校验</translation>
        </message>
        <message>
            <source>Sound as far as it was checked</source>
            <translation>已校验部分完好</translation>
        </message>
        <message>
            <source>Nobody has walked along the whole chain of this ledger yet.</source>
            <translation>此台账的记录链还没有完整校验过。</translation>
        </message>
        <message>
            <source>Verified %1, whole up to entry %2.</source>
            <translation>%1 校验，截至记录 %2 完整。</translation>
        </message>
        <message>
            <source>Found %1. Whole up to entry %2.</source>
            <translation>%1 发现。截至记录 %2 完整。</translation>
        </message>
        <message>
            <source>Found %1 at entry %2. Whole up to entry %3.</source>
            <translation>%1 在记录 %2 处发现。截至记录 %3 完整。</translation>
        </message>
        <message>
            <source>Last backup %1</source>
            <translation>最近备份 %1</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>If this disk fails, everything that was recorded is lost.</source>
            <translation>若此磁盘损坏，全部记录都会丢失。</translation>
        </message>
        <message>
            <source>%1 · up to entry %2 · %3</source>
            <translation>%1 · 截至记录 %2 · %3</translation>
        </message>
        <message numerus="yes">
            <source>Goes to %1, every night and at a tap; the newest %n are kept.</source>
            <translation>
                <numerusform>每晚自动及点按时备份到 %1；保留最新 %n 份。</numerusform>
            </translation>
        </message>
        <message>
            <source>No folder for backups is set: the technician names one in the settings (ledger, backup_folder).</source>
            <translation>未设置备份文件夹：由技术人员在设置中指定（ledger，backup_folder）。</translation>
        </message>
        <message>
            <source>Verifying entry %1 of %2…</source>
            <translation>正在校验记录 %1 / %2…</translation>
        </message>
        <message>
            <source>Copying page %1 of %2…</source>
            <translation>正在复制第 %1 / %2 页…</translation>
        </message>
        <message>
            <source>Verifying…</source>
            <translation>正在校验…</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>正在备份…</translation>
        </message>
        <message>
            <source>Verified.</source>
            <translation>校验完成。</translation>
        </message>
        <message>
            <source>Backed up, and the copy verified.</source>
            <translation>备份完成，副本已校验。</translation>
        </message>
        <message>
            <source>Stopped before the end.</source>
            <translation>未完成即停止。</translation>
        </message>
        <message>
            <source>Stopped. No unfinished copy was left behind.</source>
            <translation>已停止。没有留下不完整的副本。</translation>
        </message>
        <message>
            <source>Not verified: %1</source>
            <translation>未能校验：%1</translation>
        </message>
        <message>
            <source>Not backed up: %1</source>
            <translation>未能备份：%1</translation>
        </message>
    </context>
    <context>
        <name>menshen::LedgerExport</name>
        <message>
            <source>Writing %1 of %2…</source>
            <translation>正在写入 %1 / %2…</translation>
        </message>
        <message>
            <source>%1 visits and %2 staff records written</source>
            <translation>已写入 %1 条来访、%2 条员工记录</translation>
        </message>
        <message>
            <source>Cancelled. No file was left behind.</source>
            <translation>已取消，没有留下文件。</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>未能写入：%1</translation>
        </message>
    </context>
    <context>
        <name>menshen::MessagesDesk</name>
        <message>
            <source>Mail</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>WeCom group</source>
            <translation>企业微信群</translation>
        </message>
        <message>
            <source>DingTalk group</source>
            <translation>钉钉群</translation>
        </message>
        <message>
            <source>Feishu group</source>
            <translation>飞书群</translation>
        </message>
        <message>
            <source>Webhook</source>
            <translation>网络接口</translation>
        </message>
        <message>
            <source>SMS modem</source>
            <translation>短信猫</translation>
        </message>
        <message>
            <source>Not used since the start</source>
            <translation>启动后尚未使用</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>已送达</translation>
        </message>
        <message>
            <source>A limit holds it back</source>
            <translation>受频率限制，稍后再发</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>被拒绝</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>无应答</translation>
        </message>
        <message>
            <source>%1, after %2 s</source>
            <translation>%1，用时 %2 秒</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) could not be reached</source>
            <translation>
                <numerusform>%n 人无法送达</numerusform>
            </translation>
        </message>
        <message>
            <source>everybody in the group</source>
            <translation>全群</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) to answer</source>
            <translation>
                <numerusform>%n 分钟内应答</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no way to tell the leading group yet: alerts are seen and heard at this door only. Add [[courier]] and [escalation] to the settings.</source>
            <translation>还没有通知领导小组的途径：警报只在本站点可见可闻。请在配置中添加 [[courier]] 和 [escalation]。</translation>
        </message>
        <message>
            <source>Nobody is told of alerts yet: add the levels of [escalation] to the settings.</source>
            <translation>警报还不会通知任何人：请在配置中添加 [escalation] 的各级。</translation>
        </message>
    </context>
    <context>
        <name>menshen::OfficeModel</name>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
    </context>
    <context>
        <name>menshen::PersonSearch</name>
        <message>
            <source>A name alone finds nobody here: add the document or the phone. By name alone look under Visits, with the days.</source>
            <translation>仅凭姓名在此查不到人：请加上证件号或电话。仅凭姓名请在“来访”中按日期查询。</translation>
        </message>
        <message>
            <source>The surest and newest %1 visits; there may be more</source>
            <translation>最确定、最新的 %1 次来访；可能还有更多</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>共 %n 次来访</numerusform>
            </translation>
        </message>
        <message>
            <source>The ledger cannot be read: %1</source>
            <translation>台账无法读取：%1</translation>
        </message>
        <message>
            <source>Type a document or a phone. One mistake in a document is forgiven: a wrong, missing, extra or swapped character. The name helps to tell how sure it is. All days are searched whose personal data has not been destroyed.</source>
            <translation>请输入证件号或电话。证件号允许有一处错误：错一位、少一位、多一位或相邻两位颠倒。姓名有助于判断把握大小。查询范围为个人信息尚未销毁的所有日期。</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>Stopped. Nothing has been looked up.</source>
            <translation>已停止，未作查询。</translation>
        </message>
        <message>
            <source>Nobody found. A document may have one mistake, a phone none. Days whose personal data has been destroyed cannot be searched.</source>
            <translation>没有找到。证件号允许一处错误，电话须完全一致。个人信息已销毁的日期无法查询。</translation>
        </message>
    </context>
    <context>
        <name>menshen::PresentDesk</name>
        <message numerus="yes">
            <source>%1 to %2: %n person(s) came in</source>
            <translation>
                <numerusform>%1 至 %2：共 %n 人进入</numerusform>
            </translation>
        </message>
        <message>
            <source>Not done: %1</source>
            <translation>未完成：%1</translation>
        </message>
        <message>
            <source>The first %1 are shown; a file has all of them.</source>
            <translation>只显示前 %1 人；导出文件包含全部。</translation>
        </message>
    </context>
    <context>
        <name>menshen::ReportDesk</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>To sign</source>
            <translation>待签署</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>漏报</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <source>Zero</source>
            <translation>零报告</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签署</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>迟报</translation>
        </message>
        <message>
            <source>There is no report of this day: the ledger did not exist yet, or the day is still to come.</source>
            <translation>该日没有日报：当时尚无台账，或该日尚未到来。</translation>
        </message>
        <message>
            <source>The day goes on: figures so far</source>
            <translation>当日尚未结束，为截至目前的数字</translation>
        </message>
        <message>
            <source>Overdue, not signed</source>
            <translation>已逾期，未签署</translation>
        </message>
        <message>
            <source>Not signed yet</source>
            <translation>尚未签署</translation>
        </message>
        <message>
            <source>Signed, version %1, entry %2</source>
            <translation>已签署，第 %1 版，台账记录 %2</translation>
        </message>
        <message>
            <source>%1 · late</source>
            <translation>%1 · 迟报</translation>
        </message>
        <message>
            <source>%1 · in time</source>
            <translation>%1 · 按时</translation>
        </message>
        <message>
            <source>The clock stands before the ledger's newest entry. Set it right, then sign.</source>
            <translation>本机时钟早于台账最新记录。请先校准时钟，再签署。</translation>
        </message>
        <message>
            <source>By now the ledger gives other figures: %1. Sign a correction.</source>
            <translation>台账现有数字与已签署的不同：%1。请签署更正。</translation>
        </message>
        <message>
            <source>It can be signed when the day has ended.</source>
            <translation>当日结束后方可签署。</translation>
        </message>
        <message>
            <source>Not signed: the figures or the clock have changed. Look at the report again.</source>
            <translation>未签署：数字或时钟已有变动，请重新查看日报。</translation>
        </message>
        <message>
            <source>Not signed: %1</source>
            <translation>未签署：%1</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>正在写入…</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>已写入</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>未写入：%1</translation>
        </message>
    </context>
    <context>
        <name>menshen::RosterDesk</name>
        <message>
            <source>Nobody is on duty</source>
            <translation>无人带班</translation>
        </message>
        <message>
            <source>On duty: %1</source>
            <translation>带班领导：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1, until %2</source>
            <translation>%1，至 %2</translation>
        </message>
        <message>
            <source>%1, until %2, handed over</source>
            <translation>%1，至 %2，已交班</translation>
        </message>
        <message>
            <source>%1, until %2, as a substitute</source>
            <translation>%1，至 %2，替班</translation>
        </message>
        <message>
            <source>Nobody has the shift %1, until %2: these are told instead</source>
            <translation>%1无人带班（至 %2）：改为通知以上人员</translation>
        </message>
        <message>
            <source>The hall is closed today: these are told</source>
            <translation>今日休息：通知以上人员</translation>
        </message>
        <message>
            <source>The leading group is empty</source>
            <translation>领导小组名单为空</translation>
        </message>
        <message>
            <source>No shift runs now: these are told</source>
            <translation>此刻没有班次：通知以上人员</translation>
        </message>
        <message>
            <source>The register cannot be read: %1. Nothing was removed; undo brings back the version before.</source>
            <translation>名册无法读取：%1。没有删除任何内容；撤销可恢复上一版本。</translation>
        </message>
        <message>
            <source>Saved as version %1</source>
            <translation>已保存为第 %1 版</translation>
        </message>
        <message>
            <source>Not saved: it was changed meanwhile. Look at it again.</source>
            <translation>未保存：期间已被改动，请再看一遍。</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>未保存：%1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>另有 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>closed</source>
            <translation>休息</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>nobody: a gap</source>
            <translation>无人带班</translation>
        </message>
        <message>
            <source>two at once</source>
            <translation>一班两人</translation>
        </message>
        <message>
            <source>not in the leading group</source>
            <translation>不在领导小组名单中</translation>
        </message>
        <message>
            <source>now: %1</source>
            <translation>此刻：%1</translation>
        </message>
        <message>
            <source>now</source>
            <translation>此刻</translation>
        </message>
        <message>
            <source>%1 to %2 next day</source>
            <translation>%1 至次日 %2</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>缺少名称。</translation>
        </message>
        <message>
            <source>There is a shift of this name already.</source>
            <translation>已有同名班次。</translation>
        </message>
        <message>
            <source>The time is not right: for example 08:00.</source>
            <translation>时间不正确：例如 08:00。</translation>
        </message>
        <message>
            <source>It overlaps with another shift: %1.</source>
            <translation>与其他班次重叠：%1。</translation>
        </message>
    </context>
    <context>
        <name>menshen::ShellModel</name>
        <message>
            <source>altered or damaged</source>
            <translation>被改动或损坏</translation>
        </message>
        <message>
            <source>Response level %1</source>
            <translation>响应级别 %1</translation>
        </message>
        <message>
            <source>Ledger empty</source>
            <translation>台账为空</translation>
        </message>
        <message>
            <source>Ledger %1 · %2</source>
            <translation>台账 %1 · %2</translation>
        </message>
        <message>
            <source>does not move</source>
            <translation>数值不变</translation>
        </message>
        <message>
            <source>warm, and nobody there</source>
            <translation>无人却有体温</translation>
        </message>
    </context>
    <context>
        <name>menshen::StaffDesk</name>
        <message>
            <source>Not recorded: %1</source>
            <translation>未记录：%1</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>正在记录…</translation>
        </message>
        <message>
            <source>Measuring…</source>
            <translation>正在测量…</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>记录 %1 · %2</translation>
        </message>
        <message>
            <source>Today's punches cannot be read: %1</source>
            <translation>无法读取今天的打卡：%1</translation>
        </message>
        <message>
            <source>%1 · badge %2</source>
            <translation>%1 · 工号 %2</translation>
        </message>
    </context>
    <context>
        <name>menshen::TransferDesk</name>
        <message>
            <source>Import the duty roster</source>
            <translation>导入值班表</translation>
        </message>
        <message>
            <source>Import the leading group</source>
            <translation>导入领导小组名单</translation>
        </message>
        <message>
            <source>Nothing would change: the register says the same already.</source>
            <translation>没有变化：名册内容与文件相同。</translation>
        </message>
        <message>
            <source>%1 added, %2 changed, %3 removed; then %4 lines. The version before stays for undo.</source>
            <translation>新增 %1，修改 %2，移除 %3；之后共 %4 行。上一版本保留，可撤销。</translation>
        </message>
        <message>
            <source>Not taken over: the register was changed meanwhile.</source>
            <translation>未导入：期间名册已被改动。</translation>
        </message>
        <message>
            <source>Not taken over: %1</source>
            <translation>未导入：%1</translation>
        </message>
        <message numerus="yes">
            <source>Nothing was taken over: %n problem(s) to be put right in the file.</source>
            <translation>
                <numerusform>未导入任何内容：文件中有 %n 处需要改正。</numerusform>
            </translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>正在写入…</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>已写入</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>未写入：%1</translation>
        </message>
    </context>
    <context>
        <name>menshen::VisitStory</name>
        <message>
            <source>The story cannot be read: %1</source>
            <translation>处理经过无法读取：%1</translation>
        </message>
        <message>
            <source>The personal data of this day has been destroyed on schedule. What was measured and decided stays.</source>
            <translation>当日个人信息已按期销毁。测量和判定结果仍保留。</translation>
        </message>
        <message>
            <source>The personal part cannot be opened: it was changed, or sealed with a foreign key. Keep the ledger's file as it is, verify the chain under Ledger, and tell the head of the office.</source>
            <translation>个人信息部分无法打开：被改动过，或用外来密钥封存。请保持台账文件原样，在“台账”中校验记录链，并报告办公室负责人。</translation>
        </message>
        <message>
            <source>Corrected. Entry %1.</source>
            <translation>已更正。记录 %1。</translation>
        </message>
        <message>
            <source>Entry %1 taken back</source>
            <translation>撤回记录 %1</translation>
        </message>
        <message>
            <source>Shown whole for another %1 s</source>
            <translation>完整显示，还剩 %1 秒</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>记录 %1 · %2</translation>
        </message>
        <message>
            <source>"%1"</source>
            <translation>“%1”</translation>
        </message>
    </context>
    <context>
        <name>menshen::VisitTable</name>
        <message>
            <source>All outcomes</source>
            <translation>全部结果</translation>
        </message>
        <message>
            <source>All verdicts</source>
            <translation>全部判定</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>0 entries</source>
            <translation>0 条</translation>
        </message>
        <message>
            <source>%1–%2, and more</source>
            <translation>第 %1–%2 条，还有更多</translation>
        </message>
        <message>
            <source>%1–%2 of %3</source>
            <translation>第 %1–%2 条，共 %3 条</translation>
        </message>
        <message>
            <source>The ledger cannot be read: %1</source>
            <translation>台账无法读取：%1</translation>
        </message>
        <message>
            <source>Looking through these days, newest first…</source>
            <translation>正在逐条查询这些日期，从最新开始…</translation>
        </message>
        <message>
            <source>Stopped. Change what you look for, or tap Refresh.</source>
            <translation>已停止。请修改查询内容，或点“刷新”。</translation>
        </message>
        <message>
            <source>No entries on these days with these filters</source>
            <translation>所选日期和条件下没有记录</translation>
        </message>
    </context>
    <context>
        <name>PaperSection</name>
        <message>
            <source>A paper form: it is recorded with its own time, counted apart, and opens no gate</source>
            <translation>纸质登记表：按表上时间补录，单独统计，不开闸门</translation>
        </message>
        <message>
            <source>Time, as 09:30</source>
            <translation>时间，如 09:30</translation>
        </message>
        <message>
            <source>Filled in by %1</source>
            <translation>填表人：%1</translation>
        </message>
        <message>
            <source>Filled in by…</source>
            <translation>填表人…</translation>
        </message>
        <message>
            <source>Temp. °C</source>
            <translation>体温 ℃</translation>
        </message>
        <message>
            <source>contact thermometer</source>
            <translation>体温计</translation>
        </message>
        <message>
            <source>infrared, as read</source>
            <translation>额温枪（按读数）</translation>
        </message>
        <message>
            <source>Mask worn</source>
            <translation>口罩戴好</translation>
        </message>
        <message>
            <source>No mask</source>
            <translation>未戴口罩</translation>
        </message>
        <message>
            <source>Worn badly</source>
            <translation>口罩未戴好</translation>
        </message>
        <message>
            <source>Admitted</source>
            <translation>放行</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>劝返</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>It was reported at the time</source>
            <translation>当时已报告</translation>
        </message>
        <message>
            <source>Report it now</source>
            <translation>现在报告</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>报告给谁</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>正在记录…</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Report and record</source>
            <translation>报告并记录</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Entered afterwards in the last seven days. They stand under the day on which they were entered; tap one to put it right.</source>
            <translation>最近七天的补录。补录记在录入当天；点一条可以更正。</translation>
        </message>
        <message>
            <source>Empty forms, for the next time without power</source>
            <translation>空白登记表（备停电时使用）</translation>
        </message>
        <message>
            <source>Write 50 forms as PDF</source>
            <translation>生成 50 张（PDF）</translation>
        </message>
    </context>
    <context>
        <name>PaperQuestions</name>
        <message>
            <source>Questions: what is not on the form stays open</source>
            <translation>询问：表上没填的就不选</translation>
        </message>
        <message>
            <source>No to all</source>
            <translation>全部没有</translation>
        </message>
        <message>
            <source>No</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>有</translation>
        </message>
    </context>
    <context>
        <name>PaperSheets</name>
        <message>
            <source>Who filled the form in?</source>
            <translation>这张表是谁填的？</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件</translation>
        </message>
    </context>
    <context>
        <name>InsideReview</name>
        <message>
            <source>Enter the number…</source>
            <translation>填写人数…</translation>
        </message>
        <message>
            <source>How many people are inside?</source>
            <translation>现在厅内有多少人？</translation>
        </message>
        <message>
            <source>The number that you found counts from now on. It is recorded, with the number left over.</source>
            <translation>从现在起以清点的人数为准。清点人数和遗留人数都会记录。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
    </context>
    <context>
        <name>menshen::InsideReviewModel</name>
        <message numerus="yes">
            <source>%n left over when the last day ended. Walk through the hall: how many people are inside?</source>
            <translation>
                <numerusform>上一日结束时还有 %n 人未计离厅。请到厅内清点：现在有多少人？</numerusform>
            </translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>未能记录：%1</translation>
        </message>
    </context>
    <context>
        <name>menshen::PaperDesk</name>
        <message>
            <source>By this form: %1</source>
            <translation>按此表：%1</translation>
        </message>
        <message>
            <source>By this form no pass: %1</source>
            <translation>按此表不能通过：%1</translation>
        </message>
        <message>
            <source>The time is missing: when the person came, as 09:30.</source>
            <translation>缺少来访时间，如 09:30。</translation>
        </message>
        <message>
            <source>That is no time: hours and minutes, as 09:30.</source>
            <translation>时间有误：请填时和分，如 09:30。</translation>
        </message>
        <message>
            <source>The temperature is no number.</source>
            <translation>体温不是数字。</translation>
        </message>
        <message>
            <source>This time is still to come: look at day and time again.</source>
            <translation>这个时间还没到：请核对日期和时间。</translation>
        </message>
        <message numerus="yes">
            <source>Longer ago than the %n days that the plan keeps personal data: it may not be entered any more.</source>
            <translation>
                <numerusform>已超过方案规定的 %n 天保存期限，不能再补录。</numerusform>
            </translation>
        </message>
        <message>
            <source>Who filled the form in is missing.</source>
            <translation>缺少填表人。</translation>
        </message>
        <message>
            <source>No thermometer shows such a temperature: look at the form again.</source>
            <translation>体温计不会有这样的读数：请核对登记表。</translation>
        </message>
        <message>
            <source>Admitted or refused is missing.</source>
            <translation>请选择放行或劝返。</translation>
        </message>
        <message>
            <source>Admitted all the same: write in the note why, as the form or the person who filled it in says.</source>
            <translation>当时仍然放行了：请按登记表或填表人所述，在说明中写明原因。</translation>
        </message>
        <message>
            <source>Nothing on the form says why the person was refused: write it in the note.</source>
            <translation>表上看不出劝返的原因：请写在说明中。</translation>
        </message>
        <message>
            <source>Was this reported at the time? Say so, or report it now.</source>
            <translation>当时报告过吗？请选择“当时已报告”或“现在报告”。</translation>
        </message>
        <message>
            <source>To whom was it reported?</source>
            <translation>当时报告给了谁？</translation>
        </message>
        <message>
            <source>Reported at the time to %1</source>
            <translation>当时已报告：%1</translation>
        </message>
        <message>
            <source>From a paper form of %1, entered afterwards</source>
            <translation>来自 %1 的纸质登记表，事后补录</translation>
        </message>
        <message>
            <source>Recorded as entry %1. Mark the form with this number.</source>
            <translation>已记录，序号 %1。请把序号写在登记表上。</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>未能记录：%1</translation>
        </message>
        <message>
            <source>%1 · entry %2 of %3</source>
            <translation>%1 · %3 录入，序号 %2</translation>
        </message>
        <message>
            <source>The ledger cannot be read: %1</source>
            <translation>无法读取台账：%1</translation>
        </message>
        <message>
            <source>Nothing was entered afterwards in the last days.</source>
            <translation>最近没有补录。</translation>
        </message>
        <message>
            <source>The forms were not written: %1</source>
            <translation>未能生成登记表：%1</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已生成：%1</translation>
        </message>
    </context>
</TS>
