<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AlertBar</name>
        <message>
            <source>Alert open for %1: %2 · %3</source>
            <translation>Alert open for %1: %2 · %3</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Incident open: %1 · %2</source>
            <translation>Incident open: %1 · %2</translation>
        </message>
        <message>
            <source>may be closed</source>
            <translation>may be closed</translation>
        </message>
        <message>
            <source>%1 · %2 incidents open</source>
            <translation>%1 · %2 incidents open</translation>
        </message>
    </context>
    <context>
        <name>AlertDialog</name>
        <message>
            <source>%1 · since %2 · %3 alerts open</source>
            <translation>%1 · since %2 · %3 alerts open</translation>
        </message>
        <message>
            <source>%1 · since %2</source>
            <translation>%1 · since %2</translation>
        </message>
        <message>
            <source>What to do now</source>
            <translation>What to do now</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Acknowledge</translation>
        </message>
        <message>
            <source>Office PIN</source>
            <translation>Office PIN</translation>
        </message>
        <message>
            <source>Go on at the door</source>
            <translation>Go on at the door</translation>
        </message>
        <message>
            <source>False alarm…</source>
            <translation>False alarm…</translation>
        </message>
        <message>
            <source>Say: "%1"</source>
            <translation>Say: "%1"</translation>
        </message>
        <message>
            <source>Skip this step: why?</source>
            <translation>Skip this step: why?</translation>
        </message>
        <message>
            <source>Not needed here</source>
            <translation>Not needed here</translation>
        </message>
        <message>
            <source>Done by others</source>
            <translation>Done by others</translation>
        </message>
        <message>
            <source>Not possible</source>
            <translation>Not possible</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>The plan keeps the door closed until the person is handed over.</source>
            <translation>The plan keeps the door closed until the person is handed over.</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Hand over…</translation>
        </message>
        <message>
            <source>Close the incident</source>
            <translation>Close the incident</translation>
        </message>
        <message>
            <source>Silence for 15 min: why?</source>
            <translation>Silence for 15 min: why?</translation>
        </message>
        <message>
            <source>Somebody is on the way</source>
            <translation>Somebody is on the way</translation>
        </message>
        <message>
            <source>The office knows by telephone</source>
            <translation>The office knows by telephone</translation>
        </message>
        <message>
            <source>An exercise</source>
            <translation>An exercise</translation>
        </message>
    </context>
    <context>
        <name>AlertStep</name>
        <message>
            <source>Skip…</source>
            <translation>Skip…</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Hand over…</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>AlertTold</name>
        <message>
            <source>Who is told</source>
            <translation>Who is told</translation>
        </message>
        <message>
            <source>Silence for 15 min…</source>
            <translation>Silence for 15 min…</translation>
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
            <translation>Same person, or the next one?</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Same person  F2</source>
            <translation>Same person  F2</translation>
        </message>
        <message>
            <source>Next person  F3</source>
            <translation>Next person  F3</translation>
        </message>
    </context>
    <context>
        <name>AttractCard</name>
        <message>
            <source>Welcome</source>
            <translation>Welcome</translation>
        </message>
        <message>
            <source>Please stand in front of the camera with your mask on.</source>
            <translation>Please stand in front of the camera with your mask on.</translation>
        </message>
        <message>
            <source>Plan: %1</source>
            <translation>Plan: %1</translation>
        </message>
        <message>
            <source>Start by hand</source>
            <translation>Start by hand</translation>
        </message>
    </context>
    <context>
        <name>CameraControls</name>
        <message>
            <source>Mirror</source>
            <translation>Mirror</translation>
        </message>
        <message>
            <source>As in a mirror</source>
            <translation>As in a mirror</translation>
        </message>
        <message>
            <source>As others see it</source>
            <translation>As others see it</translation>
        </message>
        <message>
            <source>Turned clockwise</source>
            <translation>Turned clockwise</translation>
        </message>
        <message>
            <source>Exposure</source>
            <translation>Exposure</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>Fixed</translation>
        </message>
        <message>
            <source>Each picture</source>
            <translation>Each picture</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>Zone</translation>
        </message>
        <message>
            <source>Drag the frame or its corners. What is outside is neither shown nor searched.</source>
            <translation>Drag the frame or its corners. What is outside is neither shown nor searched.</translation>
        </message>
        <message>
            <source>Left edge</source>
            <translation>Left edge</translation>
        </message>
        <message>
            <source>Right edge</source>
            <translation>Right edge</translation>
        </message>
        <message>
            <source>Upper edge</source>
            <translation>Upper edge</translation>
        </message>
        <message>
            <source>Lower edge</source>
            <translation>Lower edge</translation>
        </message>
        <message>
            <source>Change the zone…</source>
            <translation>Change the zone…</translation>
        </message>
        <message>
            <source>Use this zone</source>
            <translation>Use this zone</translation>
        </message>
        <message>
            <source>Whole picture</source>
            <translation>Whole picture</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>As configured</source>
            <translation>As configured</translation>
        </message>
        <message>
            <source>Changes hold at once and are remembered. Undo goes back to how it was when this page was opened.</source>
            <translation>Changes hold at once and are remembered. Undo goes back to how it was when this page was opened.</translation>
        </message>
    </context>
    <context>
        <name>CameraTrouble</name>
        <message>
            <source>Camera: %1</source>
            <translation>Camera: %1</translation>
        </message>
        <message>
            <source>No picture from the camera</source>
            <translation>No picture from the camera</translation>
        </message>
    </context>
    <context>
        <name>CaptureBar</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
    </context>
    <context>
        <name>CaptureSheet</name>
        <message>
            <source>Turn the diagnostics capture on</source>
            <translation>Turn the diagnostics capture on</translation>
        </message>
        <message>
            <source>About one picture a second is stored, its faces blurred. Everybody at the door sees that it is on. The ledger keeps who turned it on and why.</source>
            <translation>About one picture a second is stored, its faces blurred. Everybody at the door sees that it is on. The ledger keeps who turned it on and why.</translation>
        </message>
        <message>
            <source>Why is it needed?</source>
            <translation>Why is it needed?</translation>
        </message>
        <message>
            <source>At least 4 characters, for example what the detector gets wrong</source>
            <translation>At least 4 characters, for example what the detector gets wrong</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
    </context>
    <context>
        <name>CaseSheet</name>
        <message>
            <source>Open an incident</source>
            <translation>Open an incident</translation>
        </message>
        <message>
            <source>Name, if it is known</source>
            <translation>Name, if it is known</translation>
        </message>
        <message>
            <source>Shown and sent with the surname only</source>
            <translation>Shown and sent with the surname only</translation>
        </message>
        <message>
            <source>Where, and what else is to be known</source>
            <translation>Where, and what else is to be known</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Open it and tell everybody</source>
            <translation>Open it and tell everybody</translation>
        </message>
    </context>
    <context>
        <name>ChoiceSheet</name>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>CorrectionSheet</name>
        <message>
            <source>Correct entry %1</source>
            <translation>Correct entry %1</translation>
        </message>
        <message>
            <source>What was recorded stays. The correction is added to it, with your reason, and can be taken back by another one.</source>
            <translation>What was recorded stays. The correction is added to it, with your reason, and can be taken back by another one.</translation>
        </message>
        <message>
            <source>Why is it put right?</source>
            <translation>Why is it put right?</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>Recording…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Record the correction</source>
            <translation>Record the correction</translation>
        </message>
    </context>
    <context>
        <name>DestroySheet</name>
        <message>
            <source>Destroy all stored pictures?</source>
            <translation>Destroy all stored pictures?</translation>
        </message>
        <message>
            <source>%1, with what the detector said of them. They cannot be brought back; the ledger keeps that they were destroyed.</source>
            <translation>%1, with what the detector said of them. They cannot be brought back; the ledger keeps that they were destroyed.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Destroy</source>
            <translation>Destroy</translation>
        </message>
    </context>
    <context>
        <name>DevicesSection</name>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>The settings name no camera: masks are judged by the guard.</source>
            <translation>The settings name no camera: masks are judged by the guard.</translation>
        </message>
    </context>
    <context>
        <name>DiagnosticsSection</name>
        <message>
            <source>The diagnostics capture</source>
            <translation>The diagnostics capture</translation>
        </message>
        <message>
            <source>Turn on…</source>
            <translation>Turn on…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>For a developer who looks into why faces or masks are told wrongly. About one picture a second is stored on this machine, its faces blurred beyond recognition, with what the detector said of it. It ends at its time, at 600 pictures, when the disk has little room and at a restart.</source>
            <translation>For a developer who looks into why faces or masks are told wrongly. About one picture a second is stored on this machine, its faces blurred beyond recognition, with what the detector said of it. It ends at its time, at 600 pictures, when the disk has little room and at a restart.</translation>
        </message>
        <message>
            <source>Stored pictures</source>
            <translation>Stored pictures</translation>
        </message>
        <message>
            <source>Destroy all now…</source>
            <translation>Destroy all now…</translation>
        </message>
    </context>
    <context>
        <name>DisclosureSheet</name>
        <message>
            <source>The ledger keeps who asked, when and why, before anything is shown.</source>
            <translation>The ledger keeps who asked, when and why, before anything is shown.</translation>
        </message>
        <message>
            <source>Why is it needed?</source>
            <translation>Why is it needed?</translation>
        </message>
        <message>
            <source>At least 4 characters, for example who asked for it and on what ground</source>
            <translation>At least 4 characters, for example who asked for it and on what ground</translation>
        </message>
        <message>
            <source>Office PIN</source>
            <translation>Office PIN</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>"%1"</source>
            <translation>"%1"</translation>
        </message>
    </context>
    <context>
        <name>DoorNotes</name>
        <message>
            <source>Another person</source>
            <translation>Another person</translation>
        </message>
        <message>
            <source>I see: worn properly</source>
            <translation>I see: worn properly</translation>
        </message>
        <message>
            <source>Worn wrongly</source>
            <translation>Worn wrongly</translation>
        </message>
        <message>
            <source>No mask</source>
            <translation>No mask</translation>
        </message>
        <message>
            <source>Temperature…</source>
            <translation>Temperature…</translation>
        </message>
    </context>
    <context>
        <name>DoorPage</name>
        <message>
            <source>Admit all the same: why?</source>
            <translation>Admit all the same: why?</translation>
        </message>
        <message>
            <source>Checked by hand</source>
            <translation>Checked by hand</translation>
        </message>
        <message>
            <source>Urgent business</source>
            <translation>Urgent business</translation>
        </message>
        <message>
            <source>Known person, papers seen</source>
            <translation>Known person, papers seen</translation>
        </message>
        <message>
            <source>Admit</source>
            <translation>Admit</translation>
        </message>
        <message>
            <source>Refuse: why?</source>
            <translation>Refuse: why?</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>Refuse</translation>
        </message>
        <message>
            <source>Admission stopped: the ledger cannot be written</source>
            <translation>Admission stopped: the ledger cannot be written</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>Measure again</translation>
        </message>
        <message>
            <source>Type a temperature</source>
            <translation>Type a temperature</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Undo clear</source>
            <translation>Undo clear</translation>
        </message>
        <message>
            <source>Next person</source>
            <translation>Next person</translation>
        </message>
        <message>
            <source>Admit with a reason…</source>
            <translation>Admit with a reason…</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Report a case…</source>
            <translation>Report a case…</translation>
        </message>
        <message>
            <source>Staff at the entrance: %1</source>
            <translation>Staff at the entrance: %1</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>A member of staff is being screened</source>
            <translation>A member of staff is being screened</translation>
        </message>
        <message>
            <source>Visitors wait until it is done. A form that was begun is kept aside.</source>
            <translation>Visitors wait until it is done. A form that was begun is kept aside.</translation>
        </message>
    </context>
    <context>
        <name>EmptyNote</name>
        <message>
            <source>Stop looking</source>
            <translation>Stop looking</translation>
        </message>
    </context>
    <context>
        <name>ExportSheet</name>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 to %2</translation>
        </message>
        <message>
            <source>With the filters as they are set. Documents and phones are masked in the file.</source>
            <translation>With the filters as they are set. Documents and phones are masked in the file.</translation>
        </message>
        <message>
            <source>Cancel the export</source>
            <translation>Cancel the export</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>With the filters as they are set. Documents and phones stand whole in the file: keep it as you would keep the people's papers.</source>
            <translation>With the filters as they are set. Documents and phones stand whole in the file: keep it as you would keep the people's papers.</translation>
        </message>
        <message>
            <source>Whole numbers (needs PIN and a reason)</source>
            <translation>Whole numbers (needs PIN and a reason)</translation>
        </message>
    </context>
    <context>
        <name>FalseAlarmSheet</name>
        <message>
            <source>False alarm</source>
            <translation>False alarm</translation>
        </message>
        <message>
            <source>Why is it a false alarm?</source>
            <translation>Why is it a false alarm?</translation>
        </message>
        <message>
            <source>Second reading, °C</source>
            <translation>Second reading, °C</translation>
        </message>
        <message>
            <source>e.g. 36.5</source>
            <translation>e.g. 36.5</translation>
        </message>
        <message>
            <source>No thermometer shows that, or it is a fever: then it is no false alarm.</source>
            <translation>No thermometer shows that, or it is a fever: then it is no false alarm.</translation>
        </message>
        <message>
            <source>Who looked again?</source>
            <translation>Who looked again?</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
    </context>
    <context>
        <name>GroupPart</name>
        <message>
            <source>Leading group, its office, the CDC</source>
            <translation>Leading group, its office, the CDC</translation>
        </message>
        <message>
            <source>Add…</source>
            <translation>Add…</translation>
        </message>
        <message>
            <source>Nobody is entered yet. Add people here, or export the template, fill it in and import it.</source>
            <translation>Nobody is entered yet. Add people here, or export the template, fill it in and import it.</translation>
        </message>
    </context>
    <context>
        <name>GroupSection</name>
        <message>
            <source>Duty roster</source>
            <translation>Duty roster</translation>
        </message>
        <message>
            <source>People</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Hand over…</translation>
        </message>
    </context>
    <context>
        <name>GroupSheets</name>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Stands in while away</source>
            <translation>Stands in while away</translation>
        </message>
        <message>
            <source>Who has the rest of this shift?</source>
            <translation>Who has the rest of this shift?</translation>
        </message>
        <message>
            <source>Who is on duty?</source>
            <translation>Who is on duty?</translation>
        </message>
    </context>
    <context>
        <name>HandOverSheet</name>
        <message>
            <source>Hand over</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>To whom?</source>
            <translation>To whom?</translation>
        </message>
        <message>
            <source>name and unit</source>
            <translation>name and unit</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>Vehicle</translation>
        </message>
        <message>
            <source>number plate, or none</source>
            <translation>number plate, or none</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>such as 14:05</source>
            <translation>such as 14:05</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Record the hand-over</source>
            <translation>Record the hand-over</translation>
        </message>
    </context>
    <context>
        <name>HeaderBar</name>
        <message>
            <source>Menshen</source>
            <translation>Menshen</translation>
        </message>
        <message>
            <source>Door</source>
            <translation>Door</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
    </context>
    <context>
        <name>IdentityCard</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>No phone: %1</source>
            <translation>No phone: %1</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>Document number</translation>
        </message>
        <message>
            <source>Kept as unverified: %1</source>
            <translation>Kept as unverified: %1</translation>
        </message>
        <message>
            <source>Issued by (country)</source>
            <translation>Issued by (country)</translation>
        </message>
        <message>
            <source>Keep as unverified…</source>
            <translation>Keep as unverified…</translation>
        </message>
        <message>
            <source>No phone…</source>
            <translation>No phone…</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
    </context>
    <context>
        <name>ImportSheet</name>
        <message>
            <source>CSV or XLSX files in %1, newest first. What the file does not hold is removed from the register.</source>
            <translation>CSV or XLSX files in %1, newest first. What the file does not hold is removed from the register.</translation>
        </message>
        <message>
            <source>There is no table in this folder. Export the template, fill it in on a computer of the office and put it back.</source>
            <translation>There is no table in this folder. Export the template, fill it in on a computer of the office and put it back.</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Reading…</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>Another file</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translation>Take it over</translation>
        </message>
    </context>
    <context>
        <name>IncidentPanel</name>
        <message>
            <source>Go through its steps</source>
            <translation>Go through its steps</translation>
        </message>
        <message>
            <source>Close the incident</source>
            <translation>Close the incident</translation>
        </message>
        <message>
            <source>List those present</source>
            <translation>List those present</translation>
        </message>
        <message>
            <source>They came in during the same window. The ledger does not know who was near whom.</source>
            <translation>They came in during the same window. The ledger does not know who was near whom.</translation>
        </message>
        <message>
            <source>CSV, masked</source>
            <translation>CSV, masked</translation>
        </message>
        <message>
            <source>XLSX, masked</source>
            <translation>XLSX, masked</translation>
        </message>
        <message>
            <source>XLSX with whole numbers…</source>
            <translation>XLSX with whole numbers…</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Written: %1</translation>
        </message>
        <message>
            <source>Its story</source>
            <translation>Its story</translation>
        </message>
    </context>
    <context>
        <name>IncidentsSection</name>
        <message>
            <source>Open an incident…</source>
            <translation>Open an incident…</translation>
        </message>
        <message>
            <source>No incident yet. One is opened by an abnormal temperature, by a yes to a question, by the guard, or here.</source>
            <translation>No incident yet. One is opened by an abnormal temperature, by a yes to a question, by the guard, or here.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · incident %2 · %3</source>
            <translation>%1 · incident %2 · %3</translation>
        </message>
        <message>
            <source>Older ones</source>
            <translation>Older ones</translation>
        </message>
    </context>
    <context>
        <name>KeptLine</name>
        <message>
            <source>Kept aside, bring back:</source>
            <translation>Kept aside, bring back:</translation>
        </message>
    </context>
    <context>
        <name>LeaderPinSheet</name>
        <message>
            <source>Your own PIN</source>
            <translation>Your own PIN</translation>
        </message>
        <message>
            <source>Give a temporary PIN</source>
            <translation>Give a temporary PIN</translation>
        </message>
        <message>
            <source>Nobody else should see the keys.</source>
            <translation>Nobody else should see the keys.</translation>
        </message>
        <message>
            <source>Tell it to nobody but its person, who should change it here soon: until then two know it.</source>
            <translation>Tell it to nobody but its person, who should change it here soon: until then two know it.</translation>
        </message>
        <message>
            <source>PIN so far</source>
            <translation>PIN so far</translation>
        </message>
        <message>
            <source>New PIN, 6 to 12 digits</source>
            <translation>New PIN, 6 to 12 digits</translation>
        </message>
        <message>
            <source>The new PIN again</source>
            <translation>The new PIN again</translation>
        </message>
        <message>
            <source>Its person changes it…</source>
            <translation>Its person changes it…</translation>
        </message>
        <message>
            <source>Take it away</source>
            <translation>Take it away</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Set the PIN</source>
            <translation>Set the PIN</translation>
        </message>
    </context>
    <context>
        <name>LeaderSheet</name>
        <message>
            <source>Add somebody</source>
            <translation>Add somebody</translation>
        </message>
        <message>
            <source>Leading group</source>
            <translation>Leading group</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Away until (that day included)</source>
            <translation>Away until (that day included)</translation>
        </message>
        <message>
            <source>empty: there</source>
            <translation>empty: there</translation>
        </message>
        <message>
            <source>Stands in while away</source>
            <translation>Stands in while away</translation>
        </message>
        <message>
            <source>To acknowledge an alert: %1</source>
            <translation>To acknowledge an alert: %1</translation>
        </message>
        <message>
            <source>PIN…</source>
            <translation>PIN…</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
    </context>
    <context>
        <name>LedgerBar</name>
        <message>
            <source>Open the ledger</source>
            <translation>Open the ledger</translation>
        </message>
    </context>
    <context>
        <name>LedgerCard</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
    </context>
    <context>
        <name>LedgerSection</name>
        <message>
            <source>The chain of entries</source>
            <translation>The chain of entries</translation>
        </message>
        <message>
            <source>Verify now</source>
            <translation>Verify now</translation>
        </message>
        <message>
            <source>The backup</source>
            <translation>The backup</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>The ledger's head</source>
            <translation>The ledger's head</translation>
        </message>
        <message>
            <source>No head has been signed yet. The first one is signed when the station has started.</source>
            <translation>No head has been signed yet. The first one is signed when the station has started.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>Photograph this code, or save it and keep it somewhere else: who keeps this head can prove later that nothing before it was cut or changed.</source>
            <translation>Photograph this code, or save it and keep it somewhere else: who keeps this head can prove later that nothing before it was cut or changed.</translation>
        </message>
        <message>
            <source>Save as a file</source>
            <translation>Save as a file</translation>
        </message>
        <message>
            <source>What it holds and what it has forgotten</source>
            <translation>What it holds and what it has forgotten</translation>
        </message>
    </context>
    <context>
        <name>LedgerTable</name>
        <message>
            <source>‹ Newer</source>
            <translation>‹ Newer</translation>
        </message>
        <message>
            <source>Older ›</source>
            <translation>Older ›</translation>
        </message>
        <message>
            <source>Stop looking</source>
            <translation>Stop looking</translation>
        </message>
    </context>
    <context>
        <name>LockCard</name>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>Type the new PIN once more</source>
            <translation>Type the new PIN once more</translation>
        </message>
        <message>
            <source>Choose a PIN of 6 to 12 digits</source>
            <translation>Choose a PIN of 6 to 12 digits</translation>
        </message>
        <message>
            <source>Please type the PIN</source>
            <translation>Please type the PIN</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Set the PIN</source>
            <translation>Set the PIN</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Menshen</source>
            <translation>Menshen</translation>
        </message>
        <message>
            <source>Close the station?</source>
            <translation>Close the station?</translation>
        </message>
    </context>
    <context>
        <name>MessagesSection</name>
        <message>
            <source>Sending…</source>
            <translation>Sending…</translation>
        </message>
        <message>
            <source>Send the test to</source>
            <translation>Send the test to</translation>
        </message>
        <message>
            <source>Send a test</source>
            <translation>Send a test</translation>
        </message>
        <message>
            <source>Who is told of an alert, in this order</source>
            <translation>Who is told of an alert, in this order</translation>
        </message>
        <message>
            <source>Whoever has not answered in time is followed by the next level; after the last the first is told again, until somebody acknowledges. + is told at once, beside the others.</source>
            <translation>Whoever has not answered in time is followed by the next level; after the last the first is told again, until somebody acknowledges. + is told at once, beside the others.</translation>
        </message>
    </context>
    <context>
        <name>OfficePage</name>
        <message>
            <source>Settings…</source>
            <translation>Settings…</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>Ledger</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>Diagnostics</translation>
        </message>
        <message>
            <source>Store pictures with blurred faces?</source>
            <translation>Store pictures with blurred faces?</translation>
        </message>
        <message>
            <source>Record and turn on</source>
            <translation>Record and turn on</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Devices</translation>
        </message>
        <message>
            <source>Daily report</source>
            <translation>Daily report</translation>
        </message>
        <message>
            <source>Sign the report of %1?</source>
            <translation>Sign the report of %1?</translation>
        </message>
        <message>
            <source>Sign and lock</source>
            <translation>Sign and lock</translation>
        </message>
        <message>
            <source>Why is the report corrected?</source>
            <translation>Why is the report corrected?</translation>
        </message>
        <message>
            <source>Something was recorded later</source>
            <translation>Something was recorded later</translation>
        </message>
        <message>
            <source>Unit or telephone was wrong</source>
            <translation>Unit or telephone was wrong</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>Incidents</translation>
        </message>
        <message>
            <source>Leading group</source>
            <translation>Leading group</translation>
        </message>
        <message>
            <source>Paper forms</source>
            <translation>Paper forms</translation>
        </message>
    </context>
    <context>
        <name>PersonSection</name>
        <message>
            <source>Document number</source>
            <translation>Document number</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>PictureCard</name>
        <message>
            <source>No picture from the camera</source>
            <translation>No picture from the camera</translation>
        </message>
    </context>
    <context>
        <name>PinSheet</name>
        <message>
            <source>Office PIN</source>
            <translation>Office PIN</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Close the station</source>
            <translation>Close the station</translation>
        </message>
    </context>
    <context>
        <name>QuestionsCard</name>
        <message>
            <source>Ask</source>
            <translation>Ask</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>None of these</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message numerus="yes">
            <source>%n not asked</source>
            <translation>
                <numerusform>%n not asked</numerusform>
                <numerusform>%n not asked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>tap one above, or type</source>
            <translation>tap one above, or type</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Keep as unverified: why?</source>
            <translation>Keep as unverified: why?</translation>
        </message>
        <message>
            <source>Elder without papers</source>
            <translation>Elder without papers</translation>
        </message>
        <message>
            <source>Card damaged, person known</source>
            <translation>Card damaged, person known</translation>
        </message>
        <message>
            <source>Photo of the card seen</source>
            <translation>Photo of the card seen</translation>
        </message>
        <message>
            <source>Will be checked later</source>
            <translation>Will be checked later</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>No phone: whose number or why?</source>
            <translation>No phone: whose number or why?</translation>
        </message>
        <message>
            <source>Has no phone</source>
            <translation>Has no phone</translation>
        </message>
        <message>
            <source>Companion's phone</source>
            <translation>Companion's phone</translation>
        </message>
        <message>
            <source>Battery empty</source>
            <translation>Battery empty</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>The station cannot start</source>
            <translation>The station cannot start</translation>
        </message>
        <message>
            <source>The ledger was not opened: %1. Nothing in it has been changed.</source>
            <translation>The ledger was not opened: %1. Nothing in it has been changed.</translation>
        </message>
        <message>
            <source>Until then write everybody who comes in on paper; nobody is recorded here.</source>
            <translation>Until then write everybody who comes in on paper; nobody is recorded here.</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>For the technician</source>
            <translation>For the technician</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>RegisterButtons</name>
        <message>
            <source>Import…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>Export XLSX</source>
            <translation>Export XLSX</translation>
        </message>
        <message>
            <source>Export CSV</source>
            <translation>Export CSV</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>Undo the last change</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>Recording…</translation>
        </message>
    </context>
    <context>
        <name>ReportCalendar</name>
        <message>
            <source>Mon</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>Sun</translation>
        </message>
    </context>
    <context>
        <name>ReportCard</name>
        <message>
            <source>Sign a correction…</source>
            <translation>Sign a correction…</translation>
        </message>
        <message>
            <source>Sign…</source>
            <translation>Sign…</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Choose a day.</source>
            <translation>Choose a day.</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>That day</source>
            <translation>That day</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
    </context>
    <context>
        <name>ReportCaseSheet</name>
        <message>
            <source>Report a case: the leading group is told at once</source>
            <translation>Report a case: the leading group is told at once</translation>
        </message>
        <message>
            <source>Whom is it about? A tap reports it.</source>
            <translation>Whom is it about? A tap reports it.</translation>
        </message>
        <message>
            <source>The person in front: %1</source>
            <translation>The person in front: %1</translation>
        </message>
        <message>
            <source>Somebody else…</source>
            <translation>Somebody else…</translation>
        </message>
        <message>
            <source>Name not known</source>
            <translation>Name not known</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Shown and sent with the surname only</source>
            <translation>Shown and sent with the surname only</translation>
        </message>
        <message>
            <source>Report it</source>
            <translation>Report it</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>ResultCard</name>
        <message>
            <source>Recording…</source>
            <translation>Recording…</translation>
        </message>
        <message>
            <source>Next person</source>
            <translation>Next person</translation>
        </message>
    </context>
    <context>
        <name>RosterDay</name>
        <message>
            <source>%1 today</source>
            <translation>%1 today</translation>
        </message>
    </context>
    <context>
        <name>RosterPart</name>
        <message>
            <source>Mon</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>Sun</translation>
        </message>
        <message>
            <source>Open that day</source>
            <translation>Open that day</translation>
        </message>
        <message>
            <source>Closed that day</source>
            <translation>Closed that day</translation>
        </message>
        <message>
            <source>There are no shifts yet. Until then the deputies are told, then the leader. Add a shift, or export the template, fill it in and import it.</source>
            <translation>There are no shifts yet. Until then the deputies are told, then the leader. Add a shift, or export the template, fill it in and import it.</translation>
        </message>
        <message>
            <source>Add a shift…</source>
            <translation>Add a shift…</translation>
        </message>
    </context>
    <context>
        <name>SettingsSheet</name>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>ShiftRow</name>
        <message>
            <source>Times…</source>
            <translation>Times…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
    </context>
    <context>
        <name>ShiftSheet</name>
        <message>
            <source>Add a shift</source>
            <translation>Add a shift</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Begins</source>
            <translation>Begins</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Ends</translation>
        </message>
        <message>
            <source>A shift that ends no later than it begins passes midnight; it belongs to the day on which it begins.</source>
            <translation>A shift that ends no later than it begins passes midnight; it belongs to the day on which it begins.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>Find by badge number or name</source>
            <translation>Find by badge number or name</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Nobody found</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Who are you?</translation>
        </message>
        <message>
            <source>%1 · badge %2</source>
            <translation>%1 · badge %2</translation>
        </message>
        <message>
            <source>Pick your name, then look into the camera.</source>
            <translation>Pick your name, then look into the camera.</translation>
        </message>
        <message>
            <source>Clock in</source>
            <translation>Clock in</translation>
        </message>
        <message>
            <source>Clock out</source>
            <translation>Clock out</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Nobody has clocked in yet</source>
            <translation>Nobody has clocked in yet</translation>
        </message>
        <message>
            <source>Refuse: why?</source>
            <translation>Refuse: why?</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>Refuse</translation>
        </message>
    </context>
    <context>
        <name>StaffProof</name>
        <message>
            <source>A visitor's form is kept aside: the door asks about it afterwards.</source>
            <translation>A visitor's form is kept aside: the door asks about it afterwards.</translation>
        </message>
        <message>
            <source>The guard has confirmed who it is.</source>
            <translation>The guard has confirmed who it is.</translation>
        </message>
        <message>
            <source>Guard: is this %1?</source>
            <translation>Guard: is this %1?</translation>
        </message>
        <message>
            <source>Only the guard may confirm it. Until then nothing is recorded and the gate stays shut.</source>
            <translation>Only the guard may confirm it. Until then nothing is recorded and the gate stays shut.</translation>
        </message>
        <message>
            <source>Yes, this is the person</source>
            <translation>Yes, this is the person</translation>
        </message>
    </context>
    <context>
        <name>StaffScreening</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>Measure again</translation>
        </message>
        <message>
            <source>Contact thermometer…</source>
            <translation>Contact thermometer…</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>Refuse</translation>
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
            <translation>Put back what was there before…</translation>
        </message>
    </context>
    <context>
        <name>ThermometerSheet</name>
        <message>
            <source>Contact thermometer</source>
            <translation>Contact thermometer</translation>
        </message>
        <message>
            <source>e.g. 36.5 °C</source>
            <translation>e.g. 36.5 °C</translation>
        </message>
        <message>
            <source>A contact thermometer does not show that. Please read it again.</source>
            <translation>A contact thermometer does not show that. Please read it again.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Take it</translation>
        </message>
    </context>
    <context>
        <name>TodayCard</name>
        <message>
            <source>Inside %1 / %2</source>
            <translation>Inside %1 / %2</translation>
        </message>
        <message>
            <source>Inside %1</source>
            <translation>Inside %1</translation>
        </message>
        <message>
            <source>Someone left</source>
            <translation>Someone left</translation>
        </message>
        <message>
            <source>admitted today</source>
            <translation>admitted today</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refused</translation>
        </message>
        <message>
            <source>walked away</source>
            <translation>walked away</translation>
        </message>
    </context>
    <context>
        <name>VerdictCard</name>
        <message>
            <source>default correction</source>
            <translation>default correction</translation>
        </message>
    </context>
    <context>
        <name>VisitLine</name>
        <message>
            <source>corrected</source>
            <translation>corrected</translation>
        </message>
    </context>
    <context>
        <name>VisitLineHead</name>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
    </context>
    <context>
        <name>VisitPanel</name>
        <message>
            <source>The entry</source>
            <translation>The entry</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>Correct…</translation>
        </message>
        <message>
            <source>Hide again</source>
            <translation>Hide again</translation>
        </message>
        <message>
            <source>Show whole…</source>
            <translation>Show whole…</translation>
        </message>
        <message>
            <source>Its story</source>
            <translation>Its story</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>VisitRows</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>Kept as unverified because</source>
            <translation>Kept as unverified because</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>No phone because</source>
            <translation>No phone because</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entry</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Reasons</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>Temperature</translation>
        </message>
        <message>
            <source>%1 °C · %2%3</source>
            <translation>%1 °C · %2%3</translation>
        </message>
        <message>
            <source> · default correction</source>
            <translation> · default correction</translation>
        </message>
        <message>
            <source>Mask</source>
            <translation>Mask</translation>
        </message>
        <message>
            <source>Admitted all the same because</source>
            <translation>Admitted all the same because</translation>
        </message>
        <message>
            <source>The guard's note</source>
            <translation>The guard's note</translation>
        </message>
        <message>
            <source>paper form, %1</source>
            <translation>paper form, %1</translation>
        </message>
        <message>
            <source>Entered afterwards</source>
            <translation>Entered afterwards</translation>
        </message>
        <message>
            <source>It happened on %1; filled in by: %2. It stands under the day on which it was entered.</source>
            <translation>It happened on %1; filled in by: %2. It stands under the day on which it was entered.</translation>
        </message>
        <message>
            <source> · as read</source>
            <translation> · as read</translation>
        </message>
    </context>
    <context>
        <name>VisitsSection</name>
        <message>
            <source>Name, document or phone, or a part of it</source>
            <translation>Name, document or phone, or a part of it</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Refresh</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>No temperature: %1</source>
            <translation>No temperature: %1</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>Pass</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Check again</translation>
        </message>
        <message>
            <source>No result</source>
            <translation>No result</translation>
        </message>
        <message>
            <source>Do not admit</source>
            <translation>Do not admit</translation>
        </message>
        <message>
            <source>Admitted</source>
            <translation>Admitted</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Walked away</source>
            <translation>Walked away</translation>
        </message>
        <message>
            <source>Mask worn properly</source>
            <translation>Mask worn properly</translation>
        </message>
        <message>
            <source>No mask</source>
            <translation>No mask</translation>
        </message>
        <message>
            <source>Mask not over the nose</source>
            <translation>Mask not over the nose</translation>
        </message>
        <message>
            <source>Mask not clearly seen</source>
            <translation>Mask not clearly seen</translation>
        </message>
        <message>
            <source>the thermometer does not answer</source>
            <translation>the thermometer does not answer</translation>
        </message>
        <message>
            <source>the thermometer is warming up</source>
            <translation>the thermometer is warming up</translation>
        </message>
        <message>
            <source>the thermometer reports a fault</source>
            <translation>the thermometer reports a fault</translation>
        </message>
        <message>
            <source>the room is too cold or too warm</source>
            <translation>the room is too cold or too warm</translation>
        </message>
        <message>
            <source>the last reading is too old</source>
            <translation>the last reading is too old</translation>
        </message>
        <message>
            <source>nobody in front</source>
            <translation>nobody in front</translation>
        </message>
        <message>
            <source>more than one person</source>
            <translation>more than one person</translation>
        </message>
        <message>
            <source>still measuring</source>
            <translation>still measuring</translation>
        </message>
        <message>
            <source>the reading is unsteady</source>
            <translation>the reading is unsteady</translation>
        </message>
        <message>
            <source>the reading cannot be a forehead</source>
            <translation>the reading cannot be a forehead</translation>
        </message>
        <message>
            <source>cold forehead</source>
            <translation>cold forehead</translation>
        </message>
        <message>
            <source>calibration overdue</source>
            <translation>calibration overdue</translation>
        </message>
        <message>
            <source>calibration out of limits</source>
            <translation>calibration out of limits</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>normal</translation>
        </message>
        <message>
            <source>near the fever line</source>
            <translation>near the fever line</translation>
        </message>
        <message>
            <source>fever</source>
            <translation>fever</translation>
        </message>
        <message>
            <source>infrared</source>
            <translation>infrared</translation>
        </message>
        <message>
            <source>contact</source>
            <translation>contact</translation>
        </message>
        <message>
            <source>Resident ID card</source>
            <translation>Resident ID card</translation>
        </message>
        <message>
            <source>HK/Macau travel permit</source>
            <translation>HK/Macau travel permit</translation>
        </message>
        <message>
            <source>Taiwan travel permit</source>
            <translation>Taiwan travel permit</translation>
        </message>
        <message>
            <source>Chinese passport</source>
            <translation>Chinese passport</translation>
        </message>
        <message>
            <source>Foreigner's residence card</source>
            <translation>Foreigner's residence card</translation>
        </message>
        <message>
            <source>Foreign passport</source>
            <translation>Foreign passport</translation>
        </message>
        <message>
            <source>No document</source>
            <translation>No document</translation>
        </message>
        <message>
            <source>Clocked in</source>
            <translation>Clocked in</translation>
        </message>
        <message>
            <source>Clocked out</source>
            <translation>Clocked out</translation>
        </message>
        <message>
            <source>Please come closer</source>
            <translation>Please come closer</translation>
        </message>
        <message>
            <source>One person at a time, please</source>
            <translation>One person at a time, please</translation>
        </message>
        <message>
            <source>Please put on a mask</source>
            <translation>Please put on a mask</translation>
        </message>
        <message>
            <source>Please pull the mask over your nose</source>
            <translation>Please pull the mask over your nose</translation>
        </message>
        <message>
            <source>Measuring, please hold still</source>
            <translation>Measuring, please hold still</translation>
        </message>
        <message>
            <source>Cold forehead: please warm up for a moment</source>
            <translation>Cold forehead: please warm up for a moment</translation>
        </message>
        <message>
            <source>Please measure with the contact thermometer</source>
            <translation>Please measure with the contact thermometer</translation>
        </message>
        <message>
            <source>Thermometer</source>
            <translation>Thermometer</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>Mask detector</source>
            <translation>Mask detector</translation>
        </message>
        <message>
            <source>Gate</source>
            <translation>Gate</translation>
        </message>
        <message>
            <source>Ledger</source>
            <translation>Ledger</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>starting</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>ready</translation>
        </message>
        <message>
            <source>down</source>
            <translation>down</translation>
        </message>
        <message>
            <source>not fitted</source>
            <translation>not fitted</translation>
        </message>
        <message>
            <source>wrong settings</source>
            <translation>wrong settings</translation>
        </message>
        <message>
            <source>not a valid value</source>
            <translation>not a valid value</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>not found</translation>
        </message>
        <message>
            <source>not connected</source>
            <translation>not connected</translation>
        </message>
        <message>
            <source>does not answer</source>
            <translation>does not answer</translation>
        </message>
        <message>
            <source>answers nonsense</source>
            <translation>answers nonsense</translation>
        </message>
        <message>
            <source>disk full</source>
            <translation>disk full</translation>
        </message>
        <message>
            <source>file error</source>
            <translation>file error</translation>
        </message>
        <message>
            <source>written by a newer version</source>
            <translation>written by a newer version</translation>
        </message>
        <message>
            <source>not allowed</source>
            <translation>not allowed</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>internal fault</source>
            <translation>internal fault</translation>
        </message>
        <message>
            <source>6 to 12 digits; not all the same, not in a row.</source>
            <translation>6 to 12 digits; not all the same, not in a row.</translation>
        </message>
        <message>
            <source>The PIN could not be checked: %1.</source>
            <translation>The PIN could not be checked: %1.</translation>
        </message>
        <message>
            <source>Too many wrong tries. Wait %1 s.</source>
            <translation>Too many wrong tries. Wait %1 s.</translation>
        </message>
        <message>
            <source>Wrong PIN.</source>
            <translation>Wrong PIN.</translation>
        </message>
        <message>
            <source>Fever</source>
            <translation>Fever</translation>
        </message>
        <message>
            <source>Temperature near the fever line</source>
            <translation>Temperature near the fever line</translation>
        </message>
        <message>
            <source>No temperature</source>
            <translation>No temperature</translation>
        </message>
        <message>
            <source>Yes: %1</source>
            <translation>Yes: %1</translation>
        </message>
        <message>
            <source>A question was answered yes</source>
            <translation>A question was answered yes</translation>
        </message>
        <message>
            <source>The hall is full</source>
            <translation>The hall is full</translation>
        </message>
        <message>
            <source>Closed to the public at this response level</source>
            <translation>Closed to the public at this response level</translation>
        </message>
        <message>
            <source>Document not verified</source>
            <translation>Document not verified</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Document number is not right</source>
            <translation>Document number is not right</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Phone number is not right</source>
            <translation>Phone number is not right</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Questions</translation>
        </message>
        <message numerus="yes">
            <source>%n more character(s)</source>
            <translation>
                <numerusform>%n more character</numerusform>
                <numerusform>%n more characters</numerusform>
            </translation>
        </message>
        <message>
            <source>The number does not have the right length</source>
            <translation>The number does not have the right length</translation>
        </message>
        <message>
            <source>A character that such a number cannot have</source>
            <translation>A character that such a number cannot have</translation>
        </message>
        <message>
            <source>This document's number looks different</source>
            <translation>This document's number looks different</translation>
        </message>
        <message>
            <source>No such birth date</source>
            <translation>No such birth date</translation>
        </message>
        <message>
            <source>The birth date lies in the future</source>
            <translation>The birth date lies in the future</translation>
        </message>
        <message>
            <source>Which country issued it?</source>
            <translation>Which country issued it?</translation>
        </message>
        <message>
            <source>Region code not known; that may be right</source>
            <translation>Region code not known; that may be right</translation>
        </message>
        <message>
            <source>The number of a machine SIM</source>
            <translation>The number of a machine SIM</translation>
        </message>
        <message>
            <source>Not a phone number yet</source>
            <translation>Not a phone number yet</translation>
        </message>
        <message>
            <source>Wrong check character: compare with the card</source>
            <translation>Wrong check character: compare with the card</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 to %2</translation>
        </message>
        <message>
            <source>Recorded: %1</source>
            <translation>Recorded: %1</translation>
        </message>
        <message>
            <source>Document and phone shown whole</source>
            <translation>Document and phone shown whole</translation>
        </message>
        <message>
            <source>Exported with whole numbers</source>
            <translation>Exported with whole numbers</translation>
        </message>
        <message>
            <source>Chain verified</source>
            <translation>Chain verified</translation>
        </message>
        <message>
            <source>whole up to entry %1</source>
            <translation>whole up to entry %1</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1: %2 → %3</translation>
        </message>
        <message>
            <source>%1 (differs in the hidden part)</source>
            <translation>%1 (differs in the hidden part)</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>Station started</source>
            <translation>Station started</translation>
        </message>
        <message>
            <source>Station stopped</source>
            <translation>Station stopped</translation>
        </message>
        <message>
            <source>The clock jumped</source>
            <translation>The clock jumped</translation>
        </message>
        <message>
            <source>A device was lost</source>
            <translation>A device was lost</translation>
        </message>
        <message>
            <source>A device came back</source>
            <translation>A device came back</translation>
        </message>
        <message>
            <source>The ledger was recovered</source>
            <translation>The ledger was recovered</translation>
        </message>
        <message>
            <source>The disk is full: nobody is admitted until there is room</source>
            <translation>The disk is full: nobody is admitted until there is room</translation>
        </message>
        <message>
            <source>Destruction was due and was held back</source>
            <translation>Destruction was due and was held back</translation>
        </message>
        <message>
            <source>Exported</source>
            <translation>Exported</translation>
        </message>
        <message>
            <source>Office opened</source>
            <translation>Office opened</translation>
        </message>
        <message>
            <source>Wrong PIN at the office</source>
            <translation>Wrong PIN at the office</translation>
        </message>
        <message>
            <source>Step done</source>
            <translation>Step done</translation>
        </message>
        <message>
            <source>Alert acknowledged</source>
            <translation>Alert acknowledged</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>Recorded as a false alarm</source>
            <translation>Recorded as a false alarm</translation>
        </message>
        <message>
            <source>Certain</source>
            <translation>Certain</translation>
        </message>
        <message>
            <source>Likely</source>
            <translation>Likely</translation>
        </message>
        <message>
            <source>Possible</source>
            <translation>Possible</translation>
        </message>
        <message>
            <source>the same document</source>
            <translation>the same document</translation>
        </message>
        <message>
            <source>a document one mistake away, and the same phone or name</source>
            <translation>a document one mistake away, and the same phone or name</translation>
        </message>
        <message>
            <source>only the phone agrees, or only a document one mistake away</source>
            <translation>only the phone agrees, or only a document one mistake away</translation>
        </message>
        <message>
            <source>destroyed on schedule</source>
            <translation>destroyed on schedule</translation>
        </message>
        <message>
            <source>cannot be opened</source>
            <translation>cannot be opened</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>An entry was changed</source>
            <translation>An entry was changed</translation>
        </message>
        <message>
            <source>Entries are missing</source>
            <translation>Entries are missing</translation>
        </message>
        <message>
            <source>An entry was slipped in</source>
            <translation>An entry was slipped in</translation>
        </message>
        <message>
            <source>Entries stand in another order</source>
            <translation>Entries stand in another order</translation>
        </message>
        <message>
            <source>The end was cut off</source>
            <translation>The end was cut off</translation>
        </message>
        <message>
            <source>A signed head is gone or was changed</source>
            <translation>A signed head is gone or was changed</translation>
        </message>
        <message>
            <source>Signed or sealed with a foreign key</source>
            <translation>Signed or sealed with a foreign key</translation>
        </message>
        <message>
            <source>The file is damaged there</source>
            <translation>The file is damaged there</translation>
        </message>
        <message>
            <source>The lists do not show what the journal says</source>
            <translation>The lists do not show what the journal says</translation>
        </message>
        <message>
            <source>The entries themselves are whole. Somebody may have changed what is shown of them: keep a copy of the file, have the technician run menshenctl ledger rebuild, and do not rely on today's lists until then.</source>
            <translation>The entries themselves are whole. Somebody may have changed what is shown of them: keep a copy of the file, have the technician run menshenctl ledger rebuild, and do not rely on today's lists until then.</translation>
        </message>
        <message>
            <source>The disk may be failing. Back up now, keep the old file, and have the technician restore the newest good backup.</source>
            <translation>The disk may be failing. Back up now, keep the old file, and have the technician restore the newest good backup.</translation>
        </message>
        <message>
            <source>Somebody may have put an older copy in place. Keep the file, tell the head of the office, compare with the heads that were kept, and look for the newer file.</source>
            <translation>Somebody may have put an older copy in place. Keep the file, tell the head of the office, compare with the heads that were kept, and look for the newer file.</translation>
        </message>
        <message>
            <source>Somebody may have touched the file. Do not delete or mend it: keep it, tell the head of the office, and compare it with the newest backup. The station goes on recording.</source>
            <translation>Somebody may have touched the file. Do not delete or mend it: keep it, tell the head of the office, and compare it with the newest backup. The station goes on recording.</translation>
        </message>
        <message>
            <source>Staff %1</source>
            <translation>Staff %1</translation>
        </message>
        <message>
            <source>Guard</source>
            <translation>Guard</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>The station</source>
            <translation>The station</translation>
        </message>
        <message>
            <source>The technician</source>
            <translation>The technician</translation>
        </message>
        <message>
            <source>Somebody left the hall</source>
            <translation>Somebody left the hall</translation>
        </message>
        <message>
            <source>Telling people was stuck and was begun anew</source>
            <translation>Telling people was stuck and was begun anew</translation>
        </message>
        <message>
            <source>level %1, %2</source>
            <translation>level %1, %2</translation>
        </message>
        <message>
            <source>A message is being sent</source>
            <translation>A message is being sent</translation>
        </message>
        <message>
            <source>A message was delivered</source>
            <translation>A message was delivered</translation>
        </message>
        <message>
            <source>A message failed</source>
            <translation>A message failed</translation>
        </message>
        <message>
            <source>Messages silenced</source>
            <translation>Messages silenced</translation>
        </message>
        <message>
            <source>A message was kept back by a silence</source>
            <translation>A message was kept back by a silence</translation>
        </message>
        <message>
            <source>The acknowledgement expired: people are told again</source>
            <translation>The acknowledgement expired: people are told again</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Seen</translation>
        </message>
        <message>
            <source>Alert raised</source>
            <translation>Alert raised</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>The ledger was restored from a backup</source>
            <translation>The ledger was restored from a backup</translation>
        </message>
        <message>
            <source>The ledger begins</source>
            <translation>The ledger begins</translation>
        </message>
        <message>
            <source>A day's key was made</source>
            <translation>A day's key was made</translation>
        </message>
        <message>
            <source>The keys were changed</source>
            <translation>The keys were changed</translation>
        </message>
        <message>
            <source>Personal data destroyed</source>
            <translation>Personal data destroyed</translation>
        </message>
        <message>
            <source>days before %1</source>
            <translation>days before %1</translation>
        </message>
        <message>
            <source>Backed up</source>
            <translation>Backed up</translation>
        </message>
        <message>
            <source>Kind of document</source>
            <translation>Kind of document</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>Kept as unverified because</source>
            <translation>Kept as unverified because</translation>
        </message>
        <message>
            <source>No phone because</source>
            <translation>No phone because</translation>
        </message>
        <message>
            <source>the ledger's file is damaged</source>
            <translation>the ledger's file is damaged</translation>
        </message>
        <message>
            <source>written by a version without seals</source>
            <translation>written by a version without seals</translation>
        </message>
        <message>
            <source>the station's key is missing</source>
            <translation>the station's key is missing</translation>
        </message>
        <message>
            <source>the key does not open this ledger</source>
            <translation>the key does not open this ledger</translation>
        </message>
        <message>
            <source>the ledger of another station</source>
            <translation>the ledger of another station</translation>
        </message>
        <message>
            <source>Install the version of Menshen that wrote this ledger, or a newer one.
Do not delete the file.</source>
            <translation>Install the version of Menshen that wrote this ledger, or a newer one.
Do not delete the file.</translation>
        </message>
        <message>
            <source>Keep the old file where it is safe: it is not sealed.
Name another file as the ledger in the settings; a new ledger begins there.</source>
            <translation>Keep the old file where it is safe: it is not sealed.
Name another file as the ledger in the settings; a new ledger begins there.</translation>
        </message>
        <message>
            <source>This file belongs to another station. Put this station's own ledger back, or set the right file in the settings.
Do not delete the file: the other station may need it.</source>
            <translation>This file belongs to another station. Put this station's own ledger back, or set the right file in the settings.
Do not delete the file: the other station may need it.</translation>
        </message>
        <message>
            <source>Make room on the disk: move exports and old backups elsewhere.
Do not delete the ledger or its key.</source>
            <translation>Make room on the disk: move exports and old backups elsewhere.
Do not delete the ledger or its key.</translation>
        </message>
        <message>
            <source>Others may read the key, or Menshen may not: the technician sets the owner and the rights of the file (0600).</source>
            <translation>Others may read the key, or Menshen may not: the technician sets the owner and the rights of the file (0600).</translation>
        </message>
        <message>
            <source>Look whether the disk is there and may be written, then start the station again.
If that does not help, call the technician and keep the file.</source>
            <translation>Look whether the disk is there and may be written, then start the station again.
If that does not help, call the technician and keep the file.</translation>
        </message>
        <message>
            <source>Do not delete, copy over or mend the file: it is evidence.
The technician runs "menshenctl ledger verify", which names the place, and brings the newest backup back with "menshenctl ledger restore".</source>
            <translation>Do not delete, copy over or mend the file: it is evidence.
The technician runs "menshenctl ledger verify", which names the place, and brings the newest backup back with "menshenctl ledger restore".</translation>
        </message>
        <message>
            <source>Put the key file back where the settings say, or type the passphrase.
If the key is lost: "menshenctl keys recover" with the recovery passphrase from the safe.
A new key does not help: it would open nothing of what has been recorded.</source>
            <translation>Put the key file back where the settings say, or type the passphrase.
If the key is lost: "menshenctl keys recover" with the recovery passphrase from the safe.
A new key does not help: it would open nothing of what has been recorded.</translation>
        </message>
        <message>
            <source>The key and the ledger do not belong together: look whether one of them was copied from elsewhere.
"menshenctl keys recover" with the recovery passphrase from the safe makes them fit again.</source>
            <translation>The key and the ledger do not belong together: look whether one of them was copied from elsewhere.
"menshenctl keys recover" with the recovery passphrase from the safe makes them fit again.</translation>
        </message>
        <message>
            <source>The technician puts right what the line below says; "menshenctl config check" tries the settings.</source>
            <translation>The technician puts right what the line below says; "menshenctl config check" tries the settings.</translation>
        </message>
        <message>
            <source>The ledger was altered or damaged: %1. Tell the office at once.</source>
            <translation>The ledger was altered or damaged: %1. Tell the office at once.</translation>
        </message>
        <message>
            <source>The ledger was altered or damaged: entry %1 (%2). Tell the office at once.</source>
            <translation>The ledger was altered or damaged: entry %1 (%2). Tell the office at once.</translation>
        </message>
        <message>
            <source>Ledger verification failing since %1 (%2)</source>
            <translation>Ledger verification failing since %1 (%2)</translation>
        </message>
        <message>
            <source>Ledger backup failing since %1 (%2)</source>
            <translation>Ledger backup failing since %1 (%2)</translation>
        </message>
        <message>
            <source>Due destruction failing since %1 (%2)</source>
            <translation>Due destruction failing since %1 (%2)</translation>
        </message>
        <message>
            <source>Due destruction held back since %1</source>
            <translation>Due destruction held back since %1</translation>
        </message>
        <message>
            <source>stopped by a person</source>
            <translation>stopped by a person</translation>
        </message>
        <message>
            <source>ended at its time</source>
            <translation>ended at its time</translation>
        </message>
        <message>
            <source>ended because it was full</source>
            <translation>ended because it was full</translation>
        </message>
        <message>
            <source>ended because the disk has little room</source>
            <translation>ended because the disk has little room</translation>
        </message>
        <message>
            <source>ended because a picture could not be looked at or written</source>
            <translation>ended because a picture could not be looked at or written</translation>
        </message>
        <message>
            <source>ended because the ledger cannot be written</source>
            <translation>ended because the ledger cannot be written</translation>
        </message>
        <message>
            <source>ended with the station</source>
            <translation>ended with the station</translation>
        </message>
        <message>
            <source>was broken off</source>
            <translation>was broken off</translation>
        </message>
        <message>
            <source>Diagnostics capture turned on</source>
            <translation>Diagnostics capture turned on</translation>
        </message>
        <message numerus="yes">
            <source>for %n minute(s)</source>
            <translation>
                <numerusform>for %n minute</numerusform>
                <numerusform>for %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Diagnostics capture ended</source>
            <translation>Diagnostics capture ended</translation>
        </message>
        <message numerus="yes">
            <source>%1; %n picture(s)</source>
            <translation>
                <numerusform>%1; %n picture</numerusform>
                <numerusform>%1; %n pictures</numerusform>
            </translation>
        </message>
        <message>
            <source>Pictures of a diagnostics capture destroyed</source>
            <translation>Pictures of a diagnostics capture destroyed</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message>
            <source>in use by another program</source>
            <translation>in use by another program</translation>
        </message>
        <message>
            <source>picture black</source>
            <translation>picture black</translation>
        </message>
        <message>
            <source>picture overexposed</source>
            <translation>picture overexposed</translation>
        </message>
        <message>
            <source>picture frozen</source>
            <translation>picture frozen</translation>
        </message>
        <message>
            <source>Daily report signed</source>
            <translation>Daily report signed</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1, version %2</translation>
        </message>
        <message>
            <source>Siren</source>
            <translation>Siren</translation>
        </message>
        <message>
            <source>The daily report was sent</source>
            <translation>The daily report was sent</translation>
        </message>
        <message>
            <source>Reminded of a daily report</source>
            <translation>Reminded of a daily report</translation>
        </message>
        <message>
            <source>Told that a daily report is overdue</source>
            <translation>Told that a daily report is overdue</translation>
        </message>
        <message>
            <source>Not delivered: %1</source>
            <translation>Not delivered: %1</translation>
        </message>
        <message>
            <source>Reported: a fever</source>
            <translation>Reported: a fever</translation>
        </message>
        <message>
            <source>Reported: a cough or other symptoms</source>
            <translation>Reported: a cough or other symptoms</translation>
        </message>
        <message>
            <source>Reported: fell ill in the hall</source>
            <translation>Reported: fell ill in the hall</translation>
        </message>
        <message>
            <source>Reported: has met a case</source>
            <translation>Reported: has met a case</translation>
        </message>
        <message>
            <source>Reported: something else</source>
            <translation>Reported: something else</translation>
        </message>
        <message>
            <source>A fever, measured elsewhere</source>
            <translation>A fever, measured elsewhere</translation>
        </message>
        <message>
            <source>A cough or other symptoms</source>
            <translation>A cough or other symptoms</translation>
        </message>
        <message>
            <source>Somebody fell ill in the hall</source>
            <translation>Somebody fell ill in the hall</translation>
        </message>
        <message>
            <source>Somebody has met a case</source>
            <translation>Somebody has met a case</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Something else</translation>
        </message>
        <message>
            <source>Armpit</source>
            <translation>Armpit</translation>
        </message>
        <message>
            <source>Ear</source>
            <translation>Ear</translation>
        </message>
        <message>
            <source>Mouth</source>
            <translation>Mouth</translation>
        </message>
        <message>
            <source>Forehead, infrared</source>
            <translation>Forehead, infrared</translation>
        </message>
        <message>
            <source>Person unknown</source>
            <translation>Person unknown</translation>
        </message>
        <message>
            <source>Handed over to %1 at %2</source>
            <translation>Handed over to %1 at %2</translation>
        </message>
        <message>
            <source>Handed over to %1 at %2, %3</source>
            <translation>Handed over to %1 at %2, %3</translation>
        </message>
        <message>
            <source>%1 · %2 · after %3</source>
            <translation>%1 · %2 · after %3</translation>
        </message>
        <message>
            <source>Skipped: "%1" · %2</source>
            <translation>Skipped: "%1" · %2</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>step %1</translation>
        </message>
        <message>
            <source>False alarm</source>
            <translation>False alarm</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Handed over, steps left</source>
            <translation>Handed over, steps left</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Acknowledged</translation>
        </message>
        <message>
            <source>Nobody has acknowledged</source>
            <translation>Nobody has acknowledged</translation>
        </message>
        <message>
            <source>Isolation room: free</source>
            <translation>Isolation room: free</translation>
        </message>
        <message>
            <source>Isolation room: %1 of %2 taken</source>
            <translation>Isolation room: %1 of %2 taken</translation>
        </message>
        <message>
            <source>%1 (alert %2) has left; not disinfected yet</source>
            <translation>%1 (alert %2) has left; not disinfected yet</translation>
        </message>
        <message>
            <source>%1 (alert %2) since %3</source>
            <translation>%1 (alert %2) since %3</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Silenced</source>
            <translation>Silenced</translation>
        </message>
        <message>
            <source>Kept back by the silence</source>
            <translation>Kept back by the silence</translation>
        </message>
        <message>
            <source>Acknowledgement expired</source>
            <translation>Acknowledgement expired</translation>
        </message>
        <message>
            <source>people are told again</source>
            <translation>people are told again</translation>
        </message>
        <message>
            <source>second reading %1 °C, %2</source>
            <translation>second reading %1 °C, %2</translation>
        </message>
        <message>
            <source>looked at again by %1</source>
            <translation>looked at again by %1</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n people</numerusform>
            </translation>
        </message>
        <message>
            <source>Step skipped</source>
            <translation>Step skipped</translation>
        </message>
        <message>
            <source>Persons present were listed</source>
            <translation>Persons present were listed</translation>
        </message>
        <message>
            <source>Incident closed</source>
            <translation>Incident closed</translation>
        </message>
        <message>
            <source>Leading group</source>
            <translation>Leading group</translation>
        </message>
        <message>
            <source>Duty roster</source>
            <translation>Duty roster</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>imported</translation>
        </message>
        <message>
            <source>duty handed over</source>
            <translation>duty handed over</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>undone</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>edited</translation>
        </message>
        <message>
            <source>version %1: %2 added, %3 changed, %4 removed</source>
            <translation>version %1: %2 added, %3 changed, %4 removed</translation>
        </message>
        <message>
            <source>Leading group, %1</source>
            <translation>Leading group, %1</translation>
        </message>
        <message>
            <source>that it was handed over</source>
            <translation>that it was handed over</translation>
        </message>
        <message>
            <source>that it is over</source>
            <translation>that it is over</translation>
        </message>
        <message>
            <source>Not sent any more</source>
            <translation>Not sent any more</translation>
        </message>
        <message>
            <source>A message was not sent any more: somebody had answered</source>
            <translation>A message was not sent any more: somebody had answered</translation>
        </message>
        <message>
            <source>Not recorded yet: %1. The alert is raised as soon as the ledger takes entries again.</source>
            <translation>Not recorded yet: %1. The alert is raised as soon as the ledger takes entries again.</translation>
        </message>
        <message>
            <source>A new day: the count of people inside begins anew</source>
            <translation>A new day: the count of people inside begins anew</translation>
        </message>
        <message>
            <source>The people inside were counted by hand</source>
            <translation>The people inside were counted by hand</translation>
        </message>
        <message>
            <source>clock in</source>
            <translation>clock in</translation>
        </message>
        <message>
            <source>clock out</source>
            <translation>clock out</translation>
        </message>
        <message>
            <source>%1: not on duty</source>
            <translation>%1: not on duty</translation>
        </message>
        <message>
            <source>Refused at the entrance</source>
            <translation>Refused at the entrance</translation>
        </message>
        <message>
            <source>the thermometer's value does not move</source>
            <translation>the thermometer's value does not move</translation>
        </message>
        <message>
            <source>Please stand still: measuring again</source>
            <translation>Please stand still: measuring again</translation>
        </message>
        <message>
            <source>Please look into the camera</source>
            <translation>Please look into the camera</translation>
        </message>
    </context>
    <context>
        <name>menshen::AlertModel</name>
        <message>
            <source>Acknowledged at %1</source>
            <translation>Acknowledged at %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) left</source>
            <translation>
                <numerusform>%n step left</numerusform>
                <numerusform>%n steps left</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is set up to be told: only this screen tells of it.</source>
            <translation>Nobody is set up to be told: only this screen tells of it.</translation>
        </message>
        <message>
            <source>Handed over: nobody is told any more.</source>
            <translation>Handed over: nobody is told any more.</translation>
        </message>
        <message>
            <source>Being told: %1</source>
            <translation>Being told: %1</translation>
        </message>
        <message>
            <source>Silent until %1</source>
            <translation>Silent until %1</translation>
        </message>
        <message>
            <source>Told again in %1 unless it is handed over</source>
            <translation>Told again in %1 unless it is handed over</translation>
        </message>
        <message>
            <source>Next level in %1</source>
            <translation>Next level in %1</translation>
        </message>
        <message>
            <source>Not recorded: that is not possible now.</source>
            <translation>Not recorded: that is not possible now.</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>Not recorded: %1</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>after %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::AsideModel</name>
        <message>
            <source>No name typed yet</source>
            <translation>No name typed yet</translation>
        </message>
        <message>
            <source>name</source>
            <translation>name</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>ID number</translation>
        </message>
        <message>
            <source>mobile number</source>
            <translation>mobile number</translation>
        </message>
        <message>
            <source>purpose</source>
            <translation>purpose</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>answers</translation>
        </message>
        <message>
            <source>Nothing typed</source>
            <translation>Nothing typed</translation>
        </message>
        <message>
            <source>Typed: %1</source>
            <translation>Typed: %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Nothing measured</source>
            <translation>Nothing measured</translation>
        </message>
        <message>
            <source>Found: %1</source>
            <translation>Found: %1</translation>
        </message>
        <message>
            <source>kept since %1</source>
            <translation>kept since %1</translation>
        </message>
        <message>
            <source>Something has been typed or asked of the person in front: clear it first if it is the same one.</source>
            <translation>Something has been typed or asked of the person in front: clear it first if it is the same one.</translation>
        </message>
        <message>
            <source>Form without a name, kept since %1</source>
            <translation>Form without a name, kept since %1</translation>
        </message>
        <message>
            <source>%1, kept since %2</source>
            <translation>%1, kept since %2</translation>
        </message>
    </context>
    <context>
        <name>menshen::CameraDesk</name>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>Whether the exposure can be set is known once the camera runs.</source>
            <translation>Whether the exposure can be set is known once the camera runs.</translation>
        </message>
        <message>
            <source>The exposure of this camera cannot be set from here: it sees to it itself.</source>
            <translation>The exposure of this camera cannot be set from here: it sees to it itself.</translation>
        </message>
        <message>
            <source>The whole picture is shown and searched.</source>
            <translation>The whole picture is shown and searched.</translation>
        </message>
        <message>
            <source>%1 of the width, %2 of the height are shown and searched.</source>
            <translation>%1 of the width, %2 of the height are shown and searched.</translation>
        </message>
        <message>
            <source>Condition</source>
            <translation>Condition</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>%1, shown %2</source>
            <translation>%1, shown %2</translation>
        </message>
        <message>
            <source>Pictures a second</source>
            <translation>Pictures a second</translation>
        </message>
        <message>
            <source>Dropped pictures</source>
            <translation>Dropped pictures</translation>
        </message>
        <message>
            <source>%1 before they were shown, %2 before the detector</source>
            <translation>%1 before they were shown, %2 before the detector</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>too dark</source>
            <translation>too dark</translation>
        </message>
        <message>
            <source>good</source>
            <translation>good</translation>
        </message>
        <message>
            <source>too bright</source>
            <translation>too bright</translation>
        </message>
    </context>
    <context>
        <name>menshen::CorrectionDesk</name>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>Nothing has been changed yet.</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>The name is missing.</translation>
        </message>
        <message>
            <source>The document is not right yet, or has to be kept as unverified.</source>
            <translation>The document is not right yet, or has to be kept as unverified.</translation>
        </message>
        <message>
            <source>The phone is not right yet.</source>
            <translation>The phone is not right yet.</translation>
        </message>
        <message>
            <source>The phone is missing.</source>
            <translation>The phone is missing.</translation>
        </message>
        <message>
            <source>The reason is missing: why is it put right?</source>
            <translation>The reason is missing: why is it put right?</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>Not recorded: %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::DiagnosticsDesk</name>
        <message>
            <source>Diagnostics capture until %1: pictures with blurred faces are stored</source>
            <translation>Diagnostics capture until %1: pictures with blurred faces are stored</translation>
        </message>
        <message>
            <source>Off: no picture is stored</source>
            <translation>Off: no picture is stored</translation>
        </message>
        <message>
            <source>Not to be had without a camera</source>
            <translation>Not to be had without a camera</translation>
        </message>
        <message>
            <source>Being entered in the ledger…</source>
            <translation>Being entered in the ledger…</translation>
        </message>
        <message>
            <source>On until %1</source>
            <translation>On until %1</translation>
        </message>
        <message>
            <source>Ending…</source>
            <translation>Ending…</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s), %1</source>
            <translation>
                <numerusform>%n picture, %1</numerusform>
                <numerusform>%n pictures, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Stored so far: %1</source>
            <translation>Stored so far: %1</translation>
        </message>
        <message>
            <source>The last one: %1; %2.</source>
            <translation>The last one: %1; %2.</translation>
        </message>
        <message>
            <source>The capture ended early: %1.</source>
            <translation>The capture ended early: %1.</translation>
        </message>
        <message>
            <source>The capture was not turned on: %1.</source>
            <translation>The capture was not turned on: %1.</translation>
        </message>
        <message>
            <source>Begun %1</source>
            <translation>Begun %1</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s), %1; destroyed %2</source>
            <translation>
                <numerusform>%n picture, %1; destroyed %2</numerusform>
                <numerusform>%n pictures, %1; destroyed %2</numerusform>
            </translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message>
            <source>Stored pictures cannot be listed or destroyed: %1.</source>
            <translation>Stored pictures cannot be listed or destroyed: %1.</translation>
        </message>
        <message numerus="yes">
            <source>Pictures are destroyed by themselves %n day(s) after the capture began; the ledger keeps that they were.</source>
            <translation>
                <numerusform>Pictures are destroyed by themselves %n day after the capture began; the ledger keeps that they were.</numerusform>
                <numerusform>Pictures are destroyed by themselves %n days after the capture began; the ledger keeps that they were.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>menshen::DisclosureDesk</name>
        <message>
            <source>Checking the PIN…</source>
            <translation>Checking the PIN…</translation>
        </message>
        <message>
            <source>Recording who looks and why…</source>
            <translation>Recording who looks and why…</translation>
        </message>
        <message>
            <source>Show entry %1 whole</source>
            <translation>Show entry %1 whole</translation>
        </message>
        <message>
            <source>Export whole numbers</source>
            <translation>Export whole numbers</translation>
        </message>
        <message>
            <source>Not recorded, so nothing is shown or written: %1</source>
            <translation>Not recorded, so nothing is shown or written: %1</translation>
        </message>
        <message>
            <source>Record and show</source>
            <translation>Record and show</translation>
        </message>
        <message>
            <source>Record and export</source>
            <translation>Record and export</translation>
        </message>
    </context>
    <context>
        <name>menshen::DoorModel</name>
        <message>
            <source>Except now, until %1: pictures with blurred faces are stored on this machine for diagnostics.</source>
            <translation>Except now, until %1: pictures with blurred faces are stored on this machine for diagnostics.</translation>
        </message>
        <message>
            <source>Measuring…</source>
            <translation>Measuring…</translation>
        </message>
        <message>
            <source>Please fill in</source>
            <translation>Please fill in</translation>
        </message>
        <message>
            <source>Still open: %1</source>
            <translation>Still open: %1</translation>
        </message>
        <message>
            <source>±%1 · %2 · %3</source>
            <translation>±%1 · %2 · %3</translation>
        </message>
        <message>
            <source>Looking at the mask…</source>
            <translation>Looking at the mask…</translation>
        </message>
        <message>
            <source>Sent to the fever clinic</source>
            <translation>Sent to the fever clinic</translation>
        </message>
        <message>
            <source>Will not wear a mask</source>
            <translation>Will not wear a mask</translation>
        </message>
        <message>
            <source>Will not give particulars</source>
            <translation>Will not give particulars</translation>
        </message>
        <message>
            <source>Comes back later</source>
            <translation>Comes back later</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>Entry %1 · %2</translation>
        </message>
        <message>
            <source>Last: %1 %2</source>
            <translation>Last: %1 %2</translation>
        </message>
        <message>
            <source>That could not be done now. Please look at the screen and try again.</source>
            <translation>That could not be done now. Please look at the screen and try again.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 (the guard looked)</source>
            <translation>%1 (the guard looked)</translation>
        </message>
        <message>
            <source>Please ask</source>
            <translation>Please ask</translation>
        </message>
    </context>
    <context>
        <name>menshen::DoorNotices</name>
        <message>
            <source>Ask the person to wait here, apart from others, and measure with the contact thermometer.</source>
            <translation>Ask the person to wait here, apart from others, and measure with the contact thermometer.</translation>
        </message>
        <message>
            <source>Ask the person to wait here, apart from others.</source>
            <translation>Ask the person to wait here, apart from others.</translation>
        </message>
        <message>
            <source>Ask the person to wait here, apart from others. The leading group is being notified.</source>
            <translation>Ask the person to wait here, apart from others. The leading group is being notified.</translation>
        </message>
        <message>
            <source>Ask the person to wait here. Counted to the open incident: nobody is notified twice.</source>
            <translation>Ask the person to wait here. Counted to the open incident: nobody is notified twice.</translation>
        </message>
        <message>
            <source>Ask the person to wait here. Counted to the open incident of %1: nobody is notified twice.</source>
            <translation>Ask the person to wait here. Counted to the open incident of %1: nobody is notified twice.</translation>
        </message>
        <message>
            <source>Two people stand close: nobody is admitted until one of them steps back.</source>
            <translation>Two people stand close: nobody is admitted until one of them steps back.</translation>
        </message>
        <message>
            <source>Not surely the same person as before: measuring again.</source>
            <translation>Not surely the same person as before: measuring again.</translation>
        </message>
        <message>
            <source>The camera gives no picture: please look at the mask yourself.</source>
            <translation>The camera gives no picture: please look at the mask yourself.</translation>
        </message>
        <message>
            <source>The camera finds no face: please look at the mask yourself, and measure with the contact thermometer.</source>
            <translation>The camera finds no face: please look at the mask yourself, and measure with the contact thermometer.</translation>
        </message>
        <message>
            <source>The camera cannot tell about the mask: please look yourself.</source>
            <translation>The camera cannot tell about the mask: please look yourself.</translation>
        </message>
        <message>
            <source>The thermometer's value does not move: measure with the contact thermometer and have it looked at.</source>
            <translation>The thermometer's value does not move: measure with the contact thermometer and have it looked at.</translation>
        </message>
        <message>
            <source>Body warmth where the camera sees nobody: something warm stands behind, or somebody whom the camera does not see.</source>
            <translation>Body warmth where the camera sees nobody: something warm stands behind, or somebody whom the camera does not see.</translation>
        </message>
    </context>
    <context>
        <name>menshen::GroupDesk</name>
        <message>
            <source>away until %1</source>
            <translation>away until %1</translation>
        </message>
        <message>
            <source>away until %1: %2 stands in</source>
            <translation>away until %1: %2 stands in</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>cannot be told</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>e-mail only</source>
            <translation>e-mail only</translation>
        </message>
        <message>
            <source>The register cannot be read: %1. Nothing was removed; undo brings back the version before.</source>
            <translation>The register cannot be read: %1. Nothing was removed; undo brings back the version before.</translation>
        </message>
        <message>
            <source>Saved as version %1</source>
            <translation>Saved as version %1</translation>
        </message>
        <message>
            <source>Not saved: it was changed meanwhile. Look at it again.</source>
            <translation>Not saved: it was changed meanwhile. Look at it again.</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>Not saved: %1</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>The name is missing.</translation>
        </message>
        <message>
            <source>This name is there already: add what tells them apart.</source>
            <translation>This name is there already: add what tells them apart.</translation>
        </message>
        <message>
            <source>The phone number is not right: 11 digits, or + and the country's code.</source>
            <translation>The phone number is not right: 11 digits, or + and the country's code.</translation>
        </message>
        <message>
            <source>The e-mail address is not right.</source>
            <translation>The e-mail address is not right.</translation>
        </message>
        <message>
            <source>The day is not right: for example 2026-11-22.</source>
            <translation>The day is not right: for example 2026-11-22.</translation>
        </message>
        <message>
            <source>PIN set</source>
            <translation>PIN set</translation>
        </message>
        <message>
            <source>temporary PIN</source>
            <translation>temporary PIN</translation>
        </message>
        <message>
            <source>no PIN</source>
            <translation>no PIN</translation>
        </message>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>The two PINs are not the same.</translation>
        </message>
    </context>
    <context>
        <name>menshen::IncidentDesk</name>
        <message>
            <source>The incidents cannot be read: %1</source>
            <translation>The incidents cannot be read: %1</translation>
        </message>
        <message>
            <source>Incident %1 · %2</source>
            <translation>Incident %1 · %2</translation>
        </message>
        <message>
            <source>It has to be acknowledged.</source>
            <translation>It has to be acknowledged.</translation>
        </message>
        <message>
            <source>To be done before it can be closed:</source>
            <translation>To be done before it can be closed:</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>Not recorded: %1</translation>
        </message>
        <message>
            <source>%1 · after %2</source>
            <translation>%1 · after %2</translation>
        </message>
        <message>
            <source>"%1"</source>
            <translation>"%1"</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>Entry %1 · %2</translation>
        </message>
    </context>
    <context>
        <name>menshen::LedgerDesk</name>
        <message>
            <source>The ledger's state cannot be read: %1</source>
            <translation>The ledger's state cannot be read: %1</translation>
        </message>
        <message>
            <source>Days that can be read</source>
            <translation>Days that can be read</translation>
        </message>
        <message>
            <source>Oldest of them</source>
            <translation>Oldest of them</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>Days destroyed</source>
            <translation>Days destroyed</translation>
        </message>
        <message>
            <source>Personal data is kept</source>
            <translation>Personal data is kept</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s), then destroyed by itself</source>
            <translation>
                <numerusform>%n day, then destroyed by itself</numerusform>
                <numerusform>%n days, then destroyed by itself</numerusform>
            </translation>
        </message>
        <message>
            <source>until somebody destroys it: the plan sets no term</source>
            <translation>until somebody destroys it: the plan sets no term</translation>
        </message>
        <message>
            <source>Reserve on the disk</source>
            <translation>Reserve on the disk</translation>
        </message>
        <message>
            <source>there</source>
            <translation>there</translation>
        </message>
        <message>
            <source>used up: the disk was full. Make room: move exports and old backups elsewhere.</source>
            <translation>used up: the disk was full. Make room: move exports and old backups elsewhere.</translation>
        </message>
        <message>
            <source>Station</source>
            <translation>Station</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>Entry %1 · %2</translation>
        </message>
        <message>
            <source>Head no. %1, signed %2</source>
            <translation>Head no. %1, signed %2</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>Not saved: %1</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translation>Not verified yet</translation>
        </message>
        <message>
            <source>Sound as far as it was checked</source>
            <translation>Sound as far as it was checked</translation>
        </message>
        <message>
            <source>Nobody has walked along the whole chain of this ledger yet.</source>
            <translation>Nobody has walked along the whole chain of this ledger yet.</translation>
        </message>
        <message>
            <source>Verified %1, whole up to entry %2.</source>
            <translation>Verified %1, whole up to entry %2.</translation>
        </message>
        <message>
            <source>Found %1. Whole up to entry %2.</source>
            <translation>Found %1. Whole up to entry %2.</translation>
        </message>
        <message>
            <source>Found %1 at entry %2. Whole up to entry %3.</source>
            <translation>Found %1 at entry %2. Whole up to entry %3.</translation>
        </message>
        <message>
            <source>Last backup %1</source>
            <translation>Last backup %1</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>No backup yet</translation>
        </message>
        <message>
            <source>If this disk fails, everything that was recorded is lost.</source>
            <translation>If this disk fails, everything that was recorded is lost.</translation>
        </message>
        <message>
            <source>%1 · up to entry %2 · %3</source>
            <translation>%1 · up to entry %2 · %3</translation>
        </message>
        <message numerus="yes">
            <source>Goes to %1, every night and at a tap; the newest %n are kept.</source>
            <translation>
                <numerusform>Goes to %1, every night and at a tap; only the newest one is kept.</numerusform>
                <numerusform>Goes to %1, every night and at a tap; the newest %n are kept.</numerusform>
            </translation>
        </message>
        <message>
            <source>No folder for backups is set: the technician names one in the settings (ledger, backup_folder).</source>
            <translation>No folder for backups is set: the technician names one in the settings (ledger, backup_folder).</translation>
        </message>
        <message>
            <source>Verifying entry %1 of %2…</source>
            <translation>Verifying entry %1 of %2…</translation>
        </message>
        <message>
            <source>Copying page %1 of %2…</source>
            <translation>Copying page %1 of %2…</translation>
        </message>
        <message>
            <source>Verifying…</source>
            <translation>Verifying…</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>Verified.</source>
            <translation>Verified.</translation>
        </message>
        <message>
            <source>Backed up, and the copy verified.</source>
            <translation>Backed up, and the copy verified.</translation>
        </message>
        <message>
            <source>Stopped before the end.</source>
            <translation>Stopped before the end.</translation>
        </message>
        <message>
            <source>Stopped. No unfinished copy was left behind.</source>
            <translation>Stopped. No unfinished copy was left behind.</translation>
        </message>
        <message>
            <source>Not verified: %1</source>
            <translation>Not verified: %1</translation>
        </message>
        <message>
            <source>Not backed up: %1</source>
            <translation>Not backed up: %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::LedgerExport</name>
        <message>
            <source>Writing %1 of %2…</source>
            <translation>Writing %1 of %2…</translation>
        </message>
        <message>
            <source>%1 visits and %2 staff records written</source>
            <translation>%1 visits and %2 staff records written</translation>
        </message>
        <message>
            <source>Cancelled. No file was left behind.</source>
            <translation>Cancelled. No file was left behind.</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>Not written: %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::MessagesDesk</name>
        <message>
            <source>Mail</source>
            <translation>Mail</translation>
        </message>
        <message>
            <source>WeCom group</source>
            <translation>WeCom group</translation>
        </message>
        <message>
            <source>DingTalk group</source>
            <translation>DingTalk group</translation>
        </message>
        <message>
            <source>Feishu group</source>
            <translation>Feishu group</translation>
        </message>
        <message>
            <source>Webhook</source>
            <translation>Webhook</translation>
        </message>
        <message>
            <source>SMS modem</source>
            <translation>SMS modem</translation>
        </message>
        <message>
            <source>Not used since the start</source>
            <translation>Not used since the start</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>A limit holds it back</source>
            <translation>A limit holds it back</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>No answer</translation>
        </message>
        <message>
            <source>%1, after %2 s</source>
            <translation>%1, after %2 s</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) could not be reached</source>
            <translation>
                <numerusform>%n person could not be reached</numerusform>
                <numerusform>%n people could not be reached</numerusform>
            </translation>
        </message>
        <message>
            <source>everybody in the group</source>
            <translation>everybody in the group</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) to answer</source>
            <translation>
                <numerusform>%n minute to answer</numerusform>
                <numerusform>%n minutes to answer</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no way to tell the leading group yet: alerts are seen and heard at this door only. Add [[courier]] and [escalation] to the settings.</source>
            <translation>There is no way to tell the leading group yet: alerts are seen and heard at this door only. Add [[courier]] and [escalation] to the settings.</translation>
        </message>
        <message>
            <source>Nobody is told of alerts yet: add the levels of [escalation] to the settings.</source>
            <translation>Nobody is told of alerts yet: add the levels of [escalation] to the settings.</translation>
        </message>
    </context>
    <context>
        <name>menshen::OfficeModel</name>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>The two PINs are not the same.</translation>
        </message>
    </context>
    <context>
        <name>menshen::PersonSearch</name>
        <message>
            <source>A name alone finds nobody here: add the document or the phone. By name alone look under Visits, with the days.</source>
            <translation>A name alone finds nobody here: add the document or the phone. By name alone look under Visits, with the days.</translation>
        </message>
        <message>
            <source>The surest and newest %1 visits; there may be more</source>
            <translation>The surest and newest %1 visits; there may be more</translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
        <message>
            <source>The ledger cannot be read: %1</source>
            <translation>The ledger cannot be read: %1</translation>
        </message>
        <message>
            <source>Type a document or a phone. One mistake in a document is forgiven: a wrong, missing, extra or swapped character. The name helps to tell how sure it is. All days are searched whose personal data has not been destroyed.</source>
            <translation>Type a document or a phone. One mistake in a document is forgiven: a wrong, missing, extra or swapped character. The name helps to tell how sure it is. All days are searched whose personal data has not been destroyed.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>Stopped. Nothing has been looked up.</source>
            <translation>Stopped. Nothing has been looked up.</translation>
        </message>
        <message>
            <source>Nobody found. A document may have one mistake, a phone none. Days whose personal data has been destroyed cannot be searched.</source>
            <translation>Nobody found. A document may have one mistake, a phone none. Days whose personal data has been destroyed cannot be searched.</translation>
        </message>
    </context>
    <context>
        <name>menshen::PresentDesk</name>
        <message numerus="yes">
            <source>%1 to %2: %n person(s) came in</source>
            <translation>
                <numerusform>%1 to %2: %n person came in</numerusform>
                <numerusform>%1 to %2: %n people came in</numerusform>
            </translation>
        </message>
        <message>
            <source>Not done: %1</source>
            <translation>Not done: %1</translation>
        </message>
        <message>
            <source>The first %1 are shown; a file has all of them.</source>
            <translation>The first %1 are shown; a file has all of them.</translation>
        </message>
    </context>
    <context>
        <name>menshen::ReportDesk</name>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>To sign</source>
            <translation>To sign</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>Zero</source>
            <translation>Zero</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>There is no report of this day: the ledger did not exist yet, or the day is still to come.</source>
            <translation>There is no report of this day: the ledger did not exist yet, or the day is still to come.</translation>
        </message>
        <message>
            <source>The day goes on: figures so far</source>
            <translation>The day goes on: figures so far</translation>
        </message>
        <message>
            <source>Overdue, not signed</source>
            <translation>Overdue, not signed</translation>
        </message>
        <message>
            <source>Not signed yet</source>
            <translation>Not signed yet</translation>
        </message>
        <message>
            <source>Signed, version %1, entry %2</source>
            <translation>Signed, version %1, entry %2</translation>
        </message>
        <message>
            <source>%1 · late</source>
            <translation>%1 · late</translation>
        </message>
        <message>
            <source>%1 · in time</source>
            <translation>%1 · in time</translation>
        </message>
        <message>
            <source>The clock stands before the ledger's newest entry. Set it right, then sign.</source>
            <translation>The clock stands before the ledger's newest entry. Set it right, then sign.</translation>
        </message>
        <message>
            <source>By now the ledger gives other figures: %1. Sign a correction.</source>
            <translation>By now the ledger gives other figures: %1. Sign a correction.</translation>
        </message>
        <message>
            <source>It can be signed when the day has ended.</source>
            <translation>It can be signed when the day has ended.</translation>
        </message>
        <message>
            <source>Not signed: the figures or the clock have changed. Look at the report again.</source>
            <translation>Not signed: the figures or the clock have changed. Look at the report again.</translation>
        </message>
        <message>
            <source>Not signed: %1</source>
            <translation>Not signed: %1</translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>Writing…</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>Written</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>Not written: %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::RosterDesk</name>
        <message>
            <source>Nobody is on duty</source>
            <translation>Nobody is on duty</translation>
        </message>
        <message>
            <source>On duty: %1</source>
            <translation>On duty: %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1, until %2</source>
            <translation>%1, until %2</translation>
        </message>
        <message>
            <source>%1, until %2, handed over</source>
            <translation>%1, until %2, handed over</translation>
        </message>
        <message>
            <source>%1, until %2, as a substitute</source>
            <translation>%1, until %2, as a substitute</translation>
        </message>
        <message>
            <source>Nobody has the shift %1, until %2: these are told instead</source>
            <translation>Nobody has the shift %1, until %2: these are told instead</translation>
        </message>
        <message>
            <source>The hall is closed today: these are told</source>
            <translation>The hall is closed today: these are told</translation>
        </message>
        <message>
            <source>The leading group is empty</source>
            <translation>The leading group is empty</translation>
        </message>
        <message>
            <source>No shift runs now: these are told</source>
            <translation>No shift runs now: these are told</translation>
        </message>
        <message>
            <source>The register cannot be read: %1. Nothing was removed; undo brings back the version before.</source>
            <translation>The register cannot be read: %1. Nothing was removed; undo brings back the version before.</translation>
        </message>
        <message>
            <source>Saved as version %1</source>
            <translation>Saved as version %1</translation>
        </message>
        <message>
            <source>Not saved: it was changed meanwhile. Look at it again.</source>
            <translation>Not saved: it was changed meanwhile. Look at it again.</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>Not saved: %1</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>closed</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>nobody: a gap</source>
            <translation>nobody: a gap</translation>
        </message>
        <message>
            <source>two at once</source>
            <translation>two at once</translation>
        </message>
        <message>
            <source>not in the leading group</source>
            <translation>not in the leading group</translation>
        </message>
        <message>
            <source>now: %1</source>
            <translation>now: %1</translation>
        </message>
        <message>
            <source>now</source>
            <translation>now</translation>
        </message>
        <message>
            <source>%1 to %2 next day</source>
            <translation>%1 to %2 next day</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 to %2</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>The name is missing.</source>
            <translation>The name is missing.</translation>
        </message>
        <message>
            <source>There is a shift of this name already.</source>
            <translation>There is a shift of this name already.</translation>
        </message>
        <message>
            <source>The time is not right: for example 08:00.</source>
            <translation>The time is not right: for example 08:00.</translation>
        </message>
        <message>
            <source>It overlaps with another shift: %1.</source>
            <translation>It overlaps with another shift: %1.</translation>
        </message>
    </context>
    <context>
        <name>menshen::ShellModel</name>
        <message>
            <source>altered or damaged</source>
            <translation>altered or damaged</translation>
        </message>
        <message>
            <source>Response level %1</source>
            <translation>Response level %1</translation>
        </message>
        <message>
            <source>Ledger empty</source>
            <translation>Ledger empty</translation>
        </message>
        <message>
            <source>Ledger %1 · %2</source>
            <translation>Ledger %1 · %2</translation>
        </message>
        <message>
            <source>does not move</source>
            <translation>does not move</translation>
        </message>
        <message>
            <source>warm, and nobody there</source>
            <translation>warm, and nobody there</translation>
        </message>
    </context>
    <context>
        <name>menshen::StaffDesk</name>
        <message>
            <source>Not recorded: %1</source>
            <translation>Not recorded: %1</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>Recording…</translation>
        </message>
        <message>
            <source>Measuring…</source>
            <translation>Measuring…</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>Entry %1 · %2</translation>
        </message>
        <message>
            <source>Today's punches cannot be read: %1</source>
            <translation>Today's punches cannot be read: %1</translation>
        </message>
        <message>
            <source>%1 · badge %2</source>
            <translation>%1 · badge %2</translation>
        </message>
    </context>
    <context>
        <name>menshen::TransferDesk</name>
        <message>
            <source>Import the duty roster</source>
            <translation>Import the duty roster</translation>
        </message>
        <message>
            <source>Import the leading group</source>
            <translation>Import the leading group</translation>
        </message>
        <message>
            <source>Nothing would change: the register says the same already.</source>
            <translation>Nothing would change: the register says the same already.</translation>
        </message>
        <message>
            <source>%1 added, %2 changed, %3 removed; then %4 lines. The version before stays for undo.</source>
            <translation>%1 added, %2 changed, %3 removed; then %4 lines. The version before stays for undo.</translation>
        </message>
        <message>
            <source>Not taken over: the register was changed meanwhile.</source>
            <translation>Not taken over: the register was changed meanwhile.</translation>
        </message>
        <message>
            <source>Not taken over: %1</source>
            <translation>Not taken over: %1</translation>
        </message>
        <message numerus="yes">
            <source>Nothing was taken over: %n problem(s) to be put right in the file.</source>
            <translation>
                <numerusform>Nothing was taken over: %n problem to be put right in the file.</numerusform>
                <numerusform>Nothing was taken over: %n problems to be put right in the file.</numerusform>
            </translation>
        </message>
        <message>
            <source>Writing…</source>
            <translation>Writing…</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>Written</translation>
        </message>
        <message>
            <source>Not written: %1</source>
            <translation>Not written: %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::VisitStory</name>
        <message>
            <source>The story cannot be read: %1</source>
            <translation>The story cannot be read: %1</translation>
        </message>
        <message>
            <source>The personal data of this day has been destroyed on schedule. What was measured and decided stays.</source>
            <translation>The personal data of this day has been destroyed on schedule. What was measured and decided stays.</translation>
        </message>
        <message>
            <source>The personal part cannot be opened: it was changed, or sealed with a foreign key. Keep the ledger's file as it is, verify the chain under Ledger, and tell the head of the office.</source>
            <translation>The personal part cannot be opened: it was changed, or sealed with a foreign key. Keep the ledger's file as it is, verify the chain under Ledger, and tell the head of the office.</translation>
        </message>
        <message>
            <source>Corrected. Entry %1.</source>
            <translation>Corrected. Entry %1.</translation>
        </message>
        <message>
            <source>Entry %1 taken back</source>
            <translation>Entry %1 taken back</translation>
        </message>
        <message>
            <source>Shown whole for another %1 s</source>
            <translation>Shown whole for another %1 s</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>Entry %1 · %2</translation>
        </message>
        <message>
            <source>"%1"</source>
            <translation>"%1"</translation>
        </message>
    </context>
    <context>
        <name>menshen::VisitTable</name>
        <message>
            <source>All outcomes</source>
            <translation>All outcomes</translation>
        </message>
        <message>
            <source>All verdicts</source>
            <translation>All verdicts</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>0 entries</source>
            <translation>0 entries</translation>
        </message>
        <message>
            <source>%1–%2, and more</source>
            <translation>%1–%2, and more</translation>
        </message>
        <message>
            <source>%1–%2 of %3</source>
            <translation>%1–%2 of %3</translation>
        </message>
        <message>
            <source>The ledger cannot be read: %1</source>
            <translation>The ledger cannot be read: %1</translation>
        </message>
        <message>
            <source>Looking through these days, newest first…</source>
            <translation>Looking through these days, newest first…</translation>
        </message>
        <message>
            <source>Stopped. Change what you look for, or tap Refresh.</source>
            <translation>Stopped. Change what you look for, or tap Refresh.</translation>
        </message>
        <message>
            <source>No entries on these days with these filters</source>
            <translation>No entries on these days with these filters</translation>
        </message>
    </context>
    <context>
        <name>PaperSection</name>
        <message>
            <source>A paper form: it is recorded with its own time, counted apart, and opens no gate</source>
            <translation>A paper form: it is recorded with its own time, counted apart, and opens no gate</translation>
        </message>
        <message>
            <source>Time, as 09:30</source>
            <translation>Time, as 09:30</translation>
        </message>
        <message>
            <source>Filled in by %1</source>
            <translation>Filled in by %1</translation>
        </message>
        <message>
            <source>Filled in by…</source>
            <translation>Filled in by…</translation>
        </message>
        <message>
            <source>Temp. °C</source>
            <translation>Temp. °C</translation>
        </message>
        <message>
            <source>contact thermometer</source>
            <translation>contact thermometer</translation>
        </message>
        <message>
            <source>infrared, as read</source>
            <translation>infrared, as read</translation>
        </message>
        <message>
            <source>Mask worn</source>
            <translation>Mask worn</translation>
        </message>
        <message>
            <source>No mask</source>
            <translation>No mask</translation>
        </message>
        <message>
            <source>Worn badly</source>
            <translation>Worn badly</translation>
        </message>
        <message>
            <source>Admitted</source>
            <translation>Admitted</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>It was reported at the time</source>
            <translation>It was reported at the time</translation>
        </message>
        <message>
            <source>Report it now</source>
            <translation>Report it now</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>To whom</translation>
        </message>
        <message>
            <source>Recording…</source>
            <translation>Recording…</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>Report and record</source>
            <translation>Report and record</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Entered afterwards in the last seven days. They stand under the day on which they were entered; tap one to put it right.</source>
            <translation>Entered afterwards in the last seven days. They stand under the day on which they were entered; tap one to put it right.</translation>
        </message>
        <message>
            <source>Empty forms, for the next time without power</source>
            <translation>Empty forms, for the next time without power</translation>
        </message>
        <message>
            <source>Write 50 forms as PDF</source>
            <translation>Write 50 forms as PDF</translation>
        </message>
    </context>
    <context>
        <name>PaperQuestions</name>
        <message>
            <source>Questions: what is not on the form stays open</source>
            <translation>Questions: what is not on the form stays open</translation>
        </message>
        <message>
            <source>No to all</source>
            <translation>No to all</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
    </context>
    <context>
        <name>PaperSheets</name>
        <message>
            <source>Who filled the form in?</source>
            <translation>Who filled the form in?</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
    </context>
    <context>
        <name>InsideReview</name>
        <message>
            <source>Enter the number…</source>
            <translation>Enter the number…</translation>
        </message>
        <message>
            <source>How many people are inside?</source>
            <translation>How many people are inside?</translation>
        </message>
        <message>
            <source>The number that you found counts from now on. It is recorded, with the number left over.</source>
            <translation>The number that you found counts from now on. It is recorded, with the number left over.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
    </context>
    <context>
        <name>menshen::InsideReviewModel</name>
        <message numerus="yes">
            <source>%n left over when the last day ended. Walk through the hall: how many people are inside?</source>
            <translation>
                <numerusform>%n left over when the last day ended. Walk through the hall: how many people are inside?</numerusform>
                <numerusform>%n left over when the last day ended. Walk through the hall: how many people are inside?</numerusform>
            </translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>Not recorded: %1</translation>
        </message>
    </context>
    <context>
        <name>menshen::PaperDesk</name>
        <message>
            <source>By this form: %1</source>
            <translation>By this form: %1</translation>
        </message>
        <message>
            <source>By this form no pass: %1</source>
            <translation>By this form no pass: %1</translation>
        </message>
        <message>
            <source>The time is missing: when the person came, as 09:30.</source>
            <translation>The time is missing: when the person came, as 09:30.</translation>
        </message>
        <message>
            <source>That is no time: hours and minutes, as 09:30.</source>
            <translation>That is no time: hours and minutes, as 09:30.</translation>
        </message>
        <message>
            <source>The temperature is no number.</source>
            <translation>The temperature is no number.</translation>
        </message>
        <message>
            <source>This time is still to come: look at day and time again.</source>
            <translation>This time is still to come: look at day and time again.</translation>
        </message>
        <message numerus="yes">
            <source>Longer ago than the %n days that the plan keeps personal data: it may not be entered any more.</source>
            <translation>
                <numerusform>Longer ago than the %n day that the plan keeps personal data: it may not be entered any more.</numerusform>
                <numerusform>Longer ago than the %n days that the plan keeps personal data: it may not be entered any more.</numerusform>
            </translation>
        </message>
        <message>
            <source>Who filled the form in is missing.</source>
            <translation>Who filled the form in is missing.</translation>
        </message>
        <message>
            <source>No thermometer shows such a temperature: look at the form again.</source>
            <translation>No thermometer shows such a temperature: look at the form again.</translation>
        </message>
        <message>
            <source>Admitted or refused is missing.</source>
            <translation>Admitted or refused is missing.</translation>
        </message>
        <message>
            <source>Admitted all the same: write in the note why, as the form or the person who filled it in says.</source>
            <translation>Admitted all the same: write in the note why, as the form or the person who filled it in says.</translation>
        </message>
        <message>
            <source>Nothing on the form says why the person was refused: write it in the note.</source>
            <translation>Nothing on the form says why the person was refused: write it in the note.</translation>
        </message>
        <message>
            <source>Was this reported at the time? Say so, or report it now.</source>
            <translation>Was this reported at the time? Say so, or report it now.</translation>
        </message>
        <message>
            <source>To whom was it reported?</source>
            <translation>To whom was it reported?</translation>
        </message>
        <message>
            <source>Reported at the time to %1</source>
            <translation>Reported at the time to %1</translation>
        </message>
        <message>
            <source>From a paper form of %1, entered afterwards</source>
            <translation>From a paper form of %1, entered afterwards</translation>
        </message>
        <message>
            <source>Recorded as entry %1. Mark the form with this number.</source>
            <translation>Recorded as entry %1. Mark the form with this number.</translation>
        </message>
        <message>
            <source>Not recorded: %1</source>
            <translation>Not recorded: %1</translation>
        </message>
        <message>
            <source>%1 · entry %2 of %3</source>
            <translation>%1 · entry %2 of %3</translation>
        </message>
        <message>
            <source>The ledger cannot be read: %1</source>
            <translation>The ledger cannot be read: %1</translation>
        </message>
        <message>
            <source>Nothing was entered afterwards in the last days.</source>
            <translation>Nothing was entered afterwards in the last days.</translation>
        </message>
        <message>
            <source>The forms were not written: %1</source>
            <translation>The forms were not written: %1</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>Written: %1</translation>
        </message>
    </context>
</TS>
