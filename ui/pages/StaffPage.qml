// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// Staff clock in and out: a name is picked, then he is screened.
FocusScope {
    id: root

    required property Theme theme
    required property StaffDesk staff
    required property DoorModel door
    required property FrameSource frames
    required property real keyboardTop
    required property bool portrait
    required property Item overlay
    readonly property bool chosen: staff.selected.length > 0
    readonly property bool sheetShown: thermometer.visible || reasons.visible

    /// The person the sheets were about has gone: what is said in them is not for another one.
    function closeSheets(): void {
        for (const sheet of [reasons, thermometer])
            if (sheet.visible)
                sheet.close();
    }
    function begin(): void {
        staff.loadPunches();
        forceActiveFocus();
    }

    onVisibleChanged: if (visible)
        begin()
    Component.onCompleted: begin()

    Connections {
        target: root.door
        function onChanged(): void {
            if (!root.staff.there)
                root.closeSheets();
        }
        function onPersonChanged(): void {
            root.closeSheets();
        }
    }

    // Made anew for each: what was laid out while it could not be seen keeps wrong heights. A Repeater of one, as in Main.qml.
    Repeater {
        model: root.staff.there ? 1 : 0

        GridLayout {
            anchors.fill: parent
            anchors.margins: root.theme.gap
            enabled: !root.sheetShown
            columns: root.portrait ? 1 : 2
            columnSpacing: root.theme.gap
            rowSpacing: root.theme.gap

            ColumnLayout {
                spacing: root.theme.gap
                Layout.alignment: Qt.AlignTop
                Layout.fillHeight: !root.portrait
                Layout.preferredWidth: root.theme.s(488)
                Layout.maximumWidth: root.portrait ? 100000 : root.theme.s(488)

                PictureCard {
                    theme: root.theme
                    door: root.door
                    frames: root.frames
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: root.theme.s(366)
                    Layout.maximumHeight: root.theme.s(366)
                    Layout.minimumHeight: root.theme.s(100)
                }
                StaffProof {
                    theme: root.theme
                    staff: root.staff
                    asked: root.door.aside.asks
                    Layout.fillWidth: true
                }
                Item {
                    visible: !root.portrait
                    Layout.fillHeight: true
                }
            }
            StaffScreening {
                theme: root.theme
                staff: root.staff
                door: root.door
                keyboardTop: root.keyboardTop
                Layout.fillWidth: true
                Layout.fillHeight: true
                onContactAsked: thermometer.open()
                onRefuseAsked: reasons.ask("refuse", qsTr("Refuse: why?"), root.door.refuseReasons, qsTr("Refuse"), ActionButton.Danger)
            }
        }
    }
    GridLayout {
        anchors.fill: parent
        anchors.margins: root.theme.gap
        visible: !root.staff.there
        columns: root.portrait ? 1 : 2
        columnSpacing: root.theme.gap
        rowSpacing: root.theme.gap

        Card {
            theme: root.theme
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(480)
            Layout.preferredHeight: root.theme.s(400)

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: root.theme.gap
                spacing: root.theme.s(12)

                EntryField {
                    theme: root.theme
                    fieldName: "staffSearch"
                    label: qsTr("Find by badge number or name")
                    value: root.staff.search
                    Layout.fillWidth: true
                    onEdited: text => root.staff.search = text
                    onEntered: if (people.count === 1)
                        root.staff.select(people.itemAtIndex(0).objectName.slice(5))
                }
                ListView {
                    id: people

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    spacing: root.theme.s(4)
                    boundsBehavior: Flickable.StopAtBounds
                    model: root.staff.people
                    delegate: ActionButton {
                        id: person

                        required property string number
                        required property string name
                        required property string department
                        readonly property bool here: root.staff.selected === number

                        theme: root.theme
                        objectName: "staff" + number
                        width: people.width
                        implicitHeight: root.theme.s(64)
                        look: ActionButton.Quiet
                        onClicked: root.staff.select(number)

                        background: Rectangle {
                            radius: root.theme.s(10)
                            color: person.here ? root.theme.tint(SignIcon.Pass) : "transparent"
                            border.width: person.here || person.visualFocus ? 2 : 0
                            border.color: person.here ? root.theme.tone(SignIcon.Pass) : root.theme.accent
                        }
                        contentItem: RowLayout {
                            spacing: root.theme.gap

                            Label {
                                theme: root.theme
                                text: person.name
                                font.pixelSize: root.theme.large
                                font.bold: true
                                wrapMode: Text.NoWrap
                            }
                            Label {
                                theme: root.theme
                                text: person.department
                                color: root.theme.muted
                                Layout.fillWidth: true
                            }
                            Label {
                                theme: root.theme
                                text: person.number
                                color: root.theme.muted
                                wrapMode: Text.NoWrap
                            }
                        }
                    }

                    Label {
                        theme: root.theme
                        anchors.centerIn: parent
                        width: parent.width - root.theme.s(64)
                        visible: people.count === 0
                        horizontalAlignment: Text.AlignHCenter
                        color: root.theme.muted
                        text: qsTr("Nobody found")
                    }
                }
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: root.theme.s(640)
            spacing: root.theme.gap

            Card {
                theme: root.theme
                Layout.fillWidth: true
                implicitHeight: clock.implicitHeight + 2 * root.theme.s(24)

                ColumnLayout {
                    id: clock

                    anchors {
                        left: parent.left
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                        margins: root.theme.s(24)
                    }
                    spacing: root.theme.gap

                    RowLayout {
                        spacing: root.theme.gap

                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                objectName: "staffName"
                                theme: root.theme
                                text: root.chosen ? root.staff.selectedName : qsTr("Who are you?")
                                font.pixelSize: root.theme.s(32)
                                font.bold: true
                                Layout.fillWidth: true
                            }
                            Label {
                                theme: root.theme
                                text: root.chosen ? qsTr("%1 · badge %2").arg(root.staff.selectedDepartment).arg(root.staff.selected) : qsTr("Pick your name, then look into the camera.")
                                color: root.theme.muted
                                Layout.fillWidth: true
                            }
                        }
                    }
                    RowLayout {
                        spacing: root.theme.gap

                        ActionButton {
                            theme: root.theme
                            objectName: "clockIn"
                            look: ActionButton.Primary
                            implicitHeight: root.theme.s(72)
                            size: root.theme.s(24)
                            enabled: root.chosen
                            text: qsTr("Clock in")
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            onClicked: root.staff.clockIn()
                        }
                        ActionButton {
                            theme: root.theme
                            objectName: "clockOut"
                            implicitHeight: root.theme.s(72)
                            size: root.theme.s(24)
                            enabled: root.chosen
                            text: qsTr("Clock out")
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            onClicked: root.staff.clockOut()
                        }
                    }
                    Rectangle {
                        visible: root.staff.resultWord.length > 0
                        Layout.fillWidth: true
                        implicitHeight: result.implicitHeight + root.theme.s(32)
                        radius: root.theme.s(12)
                        color: root.theme.tint(root.staff.resultSign)

                        RowLayout {
                            id: result

                            anchors {
                                left: parent.left
                                right: parent.right
                                verticalCenter: parent.verticalCenter
                                margins: root.theme.gap
                            }
                            spacing: root.theme.gap

                            Sign {
                                theme: root.theme
                                sign: root.staff.resultSign
                                size: root.theme.s(40)
                            }
                            ColumnLayout {
                                Layout.fillWidth: true
                                spacing: 0

                                Label {
                                    objectName: "staffResult"
                                    theme: root.theme
                                    text: root.staff.resultWord
                                    font.pixelSize: root.theme.large
                                    font.bold: true
                                    Layout.fillWidth: true
                                }
                                Label {
                                    objectName: "staffReceipt"
                                    theme: root.theme
                                    visible: text.length > 0
                                    text: root.staff.resultDetail
                                    Layout.fillWidth: true
                                }
                            }
                        }
                    }
                }
            }

            Card {
                theme: root.theme
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    anchors.fill: parent
                    anchors.margins: root.theme.s(24)
                    spacing: root.theme.half

                    Label {
                        theme: root.theme
                        text: qsTr("Today")
                        font.pixelSize: root.theme.large
                        font.bold: true
                        Layout.fillWidth: true
                    }
                    Label {
                        theme: root.theme
                        visible: text.length > 0
                        text: root.staff.punchesProblem
                        color: root.theme.tone(SignIcon.Refuse)
                        Layout.fillWidth: true
                    }
                    ListView {
                        id: punches

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        model: root.staff.punches
                        delegate: RowLayout {
                            id: punch

                            required property string time
                            required property string name
                            required property string department
                            required property string direction
                            required property string temperature
                            required property int sign
                            required property bool onDuty
                            required property int index

                            width: punches.width
                            height: root.theme.s(40)
                            spacing: root.theme.gap

                            Sign {
                                theme: root.theme
                                sign: punch.sign
                                size: root.theme.s(20)
                            }
                            Label {
                                theme: root.theme
                                text: punch.time
                                color: root.theme.muted
                                wrapMode: Text.NoWrap
                            }
                            Label {
                                theme: root.theme
                                text: punch.name
                                font.bold: true
                                Layout.fillWidth: true
                            }
                            Label {
                                objectName: "punchDirection" + punch.index
                                theme: root.theme
                                text: punch.direction
                                color: punch.onDuty ? root.theme.ink : root.theme.tone(SignIcon.Refuse)
                                font.bold: !punch.onDuty
                                wrapMode: Text.NoWrap
                            }
                            Label {
                                theme: root.theme
                                text: punch.temperature + " °C"
                                wrapMode: Text.NoWrap
                            }
                        }

                        Label {
                            theme: root.theme
                            anchors.centerIn: parent
                            width: parent.width - root.theme.s(64)
                            visible: punches.count === 0 && root.staff.punchesProblem.length === 0
                            horizontalAlignment: Text.AlignHCenter
                            color: root.theme.muted
                            text: qsTr("Nobody has clocked in yet")
                        }
                    }
                }
            }
        }
    }

    ReasonSheet {
        id: reasons

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        onAnswered: (kind, reason) => root.door.refuse(reason)
        onDismissed: root.forceActiveFocus()
    }
    ThermometerSheet {
        id: thermometer

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        onTyped: degrees => {
            if (root.door.typeContact(degrees))
                close();
            else
                refused = true;
        }
        onDismissed: root.forceActiveFocus()
    }
}
