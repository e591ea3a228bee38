// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// A table is looked at before it is taken over: all of it, or nothing and why, line by line.
Sheet {
    id: root

    required property TransferDesk transfer
    readonly property bool asked: transfer.open
    readonly property bool chosen: transfer.file.length > 0

    wantedWidth: theme.s(880)
    title: transfer.title
    onAskedChanged: {
        if (asked)
            open();
        else if (visible)
            close();
    }
    onVisibleChanged: if (!visible && transfer.open)
        transfer.cancel()

    Label {
        objectName: "importWhere"
        theme: root.theme
        text: root.chosen ? root.transfer.file : qsTr("CSV or XLSX files in %1, newest first. What the file does not hold is removed from the register.").arg(root.transfer.folder)
        font.bold: root.chosen
        color: root.chosen ? root.theme.ink : root.theme.muted
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        Layout.fillWidth: true
    }
    ColumnLayout {
        visible: !root.chosen
        spacing: root.theme.half
        Layout.fillWidth: true

        Repeater {
            model: root.transfer.files

            ActionButton {
                id: row

                required property int index
                required property string name
                required property string detail

                theme: root.theme
                objectName: "importFile" + index
                look: ActionButton.Quiet
                Layout.fillWidth: true
                implicitHeight: Math.max(root.theme.s(56), implicitContentHeight + root.theme.half)
                onClicked: root.transfer.choose(index)
                contentItem: ColumnLayout {
                    spacing: 0

                    Label {
                        theme: root.theme
                        text: row.name
                        wrapMode: Text.WrapAnywhere
                        Layout.fillWidth: true
                    }
                    FieldLabel {
                        theme: root.theme
                        text: row.detail
                        Layout.fillWidth: true
                    }
                }
            }
        }
        EmptyNote {
            theme: root.theme
            visible: root.transfer.files.count === 0
            sign: SignIcon.Unknown
            textName: "importEmpty"
            text: qsTr("There is no table in this folder. Export the template, fill it in on a computer of the office and put it back.")
            Layout.fillWidth: true
        }
    }
    Label {
        objectName: "importReading"
        theme: root.theme
        visible: root.chosen && root.transfer.busy
        text: qsTr("Reading…")
        color: root.theme.muted
        Layout.fillWidth: true
    }
    NoticeBox {
        theme: root.theme
        textName: "importProblem"
        sign: SignIcon.Refuse
        text: root.transfer.problem
        Layout.fillWidth: true
    }
    NoticeBox {
        theme: root.theme
        textName: "importPreview"
        sign: root.transfer.removes ? SignIcon.Attention : SignIcon.Pass
        text: root.transfer.preview
        Layout.fillWidth: true
    }
    ListView {
        id: problems

        objectName: "importLines"
        visible: root.transfer.lines.count > 0
        clip: true
        spacing: root.theme.s(6)
        boundsBehavior: Flickable.StopAtBounds
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(root.theme.s(320), contentHeight)
        model: root.transfer.lines
        delegate: Label {
            required property int index
            required property string line

            objectName: "importLine" + index
            theme: root.theme
            width: problems.width
            text: line
        }
    }
    RowLayout {
        spacing: root.theme.half

        ActionButton {
            theme: root.theme
            objectName: "importCancel"
            look: ActionButton.Quiet
            text: root.chosen ? qsTr("Another file") : qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: {
                if (root.chosen)
                    root.transfer.back();
                else
                    root.close();
            }
        }
        ActionButton {
            theme: root.theme
            objectName: "importTake"
            visible: root.chosen
            look: ActionButton.Primary
            enabled: root.transfer.mayTake
            text: qsTr("Take it over")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.transfer.take()
        }
    }
}
