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
            <source>Done</source>
            <translation>Done</translation>
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
            <source>Handed over…</source>
            <translation>Handed over…</translation>
        </message>
        <message>
            <source>False alarm…</source>
            <translation>False alarm…</translation>
        </message>
        <message>
            <source>Handed over to whom?</source>
            <translation>Handed over to whom?</translation>
        </message>
        <message>
            <source>Why is it a false alarm?</source>
            <translation>Why is it a false alarm?</translation>
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
        <name>ChoiceSheet</name>
        <message>
            <source>Back</source>
            <translation>Back</translation>
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
        <name>LedgerTable</name>
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
        <message>
            <source>Looking…</source>
            <translation>Looking…</translation>
        </message>
        <message>
            <source>No entries on these days with these filters</source>
            <translation>No entries on these days with these filters</translation>
        </message>
        <message>
            <source>‹ Newer</source>
            <translation>‹ Newer</translation>
        </message>
        <message>
            <source>Older ›</source>
            <translation>Older ›</translation>
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
        <name>OfficePage</name>
        <message>
            <source>Name, document or phone</source>
            <translation>Name, document or phone</translation>
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
        <message>
            <source>Settings…</source>
            <translation>Settings…</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>The entry</source>
            <translation>The entry</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
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
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Type a contact temperature</source>
            <translation>Type a contact temperature</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Nobody has clocked in yet</source>
            <translation>Nobody has clocked in yet</translation>
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
    </context>
    <context>
        <name>menshen::AlertModel</name>
        <message>
            <source>Acknowledged at %1</source>
            <translation>Acknowledged at %1</translation>
        </message>
        <message>
            <source>guard</source>
            <translation>guard</translation>
        </message>
        <message>
            <source>office</source>
            <translation>office</translation>
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
        <name>menshen::OfficeModel</name>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>The two PINs are not the same.</translation>
        </message>
        <message>
            <source>All outcomes</source>
            <translation>All outcomes</translation>
        </message>
        <message>
            <source>All verdicts</source>
            <translation>All verdicts</translation>
        </message>
        <message>
            <source>0 entries</source>
            <translation>0 entries</translation>
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
            <source>Name</source>
            <translation>Name</translation>
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
    </context>
    <context>
        <name>menshen::ShellModel</name>
        <message>
            <source>Ledger %1</source>
            <translation>Ledger %1</translation>
        </message>
        <message>
            <source>Response level %1</source>
            <translation>Response level %1</translation>
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
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Entry %1 · %2</source>
            <translation>Entry %1 · %2</translation>
        </message>
        <message>
            <source>Today's punches cannot be read: %1</source>
            <translation>Today's punches cannot be read: %1</translation>
        </message>
    </context>
</TS>
