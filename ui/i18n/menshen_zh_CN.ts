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
            <source>Done</source>
            <translation>完成</translation>
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
            <source>Handed over…</source>
            <translation>移交…</translation>
        </message>
        <message>
            <source>False alarm…</source>
            <translation>误报…</translation>
        </message>
        <message>
            <source>Handed over to whom?</source>
            <translation>移交给谁？</translation>
        </message>
        <message>
            <source>Why is it a false alarm?</source>
            <translation>为什么是误报？</translation>
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
        <name>ChoiceSheet</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
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
        <name>LedgerTable</name>
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
        <message>
            <source>Looking…</source>
            <translation>正在查询…</translation>
        </message>
        <message>
            <source>No entries on these days with these filters</source>
            <translation>所选日期和条件下没有记录</translation>
        </message>
        <message>
            <source>‹ Newer</source>
            <translation>‹ 较新</translation>
        </message>
        <message>
            <source>Older ›</source>
            <translation>较早 ›</translation>
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
        <name>OfficePage</name>
        <message>
            <source>Name, document or phone</source>
            <translation>姓名、证件或电话</translation>
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
        <message>
            <source>Settings…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>The entry</source>
            <translation>记录详情</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>判定</translation>
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
            <translation>上班</translation>
        </message>
        <message>
            <source>Clock out</source>
            <translation>下班</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Type a contact temperature</source>
            <translation>输入接触式体温</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Nobody has clocked in yet</source>
            <translation>今天还没有人打卡</translation>
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
            <translation>已上班打卡</translation>
        </message>
        <message>
            <source>Clocked out</source>
            <translation>已下班打卡</translation>
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
    </context>
    <context>
        <name>menshen::AlertModel</name>
        <message>
            <source>Acknowledged at %1</source>
            <translation>已于 %1 确认</translation>
        </message>
        <message>
            <source>guard</source>
            <translation>保安</translation>
        </message>
        <message>
            <source>office</source>
            <translation>办公室</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
    </context>
    <context>
        <name>menshen::DoorModel</name>
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
        <name>menshen::OfficeModel</name>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
        <message>
            <source>All outcomes</source>
            <translation>全部结果</translation>
        </message>
        <message>
            <source>All verdicts</source>
            <translation>全部判定</translation>
        </message>
        <message>
            <source>0 entries</source>
            <translation>0 条</translation>
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
            <source>Name</source>
            <translation>姓名</translation>
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
    </context>
    <context>
        <name>menshen::ShellModel</name>
        <message>
            <source>Ledger %1</source>
            <translation>台账 %1</translation>
        </message>
        <message>
            <source>Response level %1</source>
            <translation>响应级别 %1</translation>
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
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>记录 %1 · %2</translation>
        </message>
        <message>
            <source>Today's punches cannot be read: %1</source>
            <translation>无法读取今天的打卡：%1</translation>
        </message>
    </context>
</TS>
