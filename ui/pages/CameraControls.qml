// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Menshen

/// How the camera takes and shows its picture. Everything acts at once.
Card {
    id: root

    required property CameraDesk camera

    implicitHeight: column.implicitHeight + 2 * theme.gap

    component Choice: ActionButton {
        id: choice

        required property bool here

        theme: root.theme
        look: here ? ActionButton.Tonal : ActionButton.Quiet
        leftPadding: root.theme.half
        rightPadding: root.theme.half
        bold: here
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }

    ColumnLayout {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            leftMargin: root.theme.s(20)
            rightMargin: root.theme.s(20)
        }
        spacing: root.theme.half

        FieldLabel {
            theme: root.theme
            text: qsTr("Mirror")
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: root.theme.half

            Choice {
                objectName: "cameraMirrored"
                here: root.camera.mirror
                text: qsTr("As in a mirror")
                onClicked: root.camera.mirror = true
            }
            Choice {
                objectName: "cameraUnmirrored"
                here: !root.camera.mirror
                text: qsTr("As others see it")
                onClicked: root.camera.mirror = false
            }
        }
        FieldLabel {
            theme: root.theme
            text: qsTr("Turned clockwise")
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: root.theme.half

            Repeater {
                model: [0, 90, 180, 270]

                Choice {
                    required property int modelData

                    objectName: "cameraTurned" + modelData
                    here: root.camera.rotation === modelData
                    text: modelData + "°"
                    onClicked: root.camera.rotation = modelData
                }
            }
        }
        FieldLabel {
            theme: root.theme
            text: qsTr("Exposure")
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: root.theme.half
            enabled: root.camera.exposureSettable

            Choice {
                objectName: "cameraExposureAuto"
                here: !root.camera.exposureFixed
                text: qsTr("Automatic")
                onClicked: root.camera.exposureFixed = false
            }
            Choice {
                objectName: "cameraExposureFixed"
                here: root.camera.exposureFixed
                text: qsTr("Fixed")
                onClicked: root.camera.exposureFixed = true
            }
        }
        Stepper {
            theme: root.theme
            name: "cameraExposure"
            visible: root.camera.exposureFixed && root.camera.exposureSettable
            label: qsTr("Each picture")
            value: root.camera.exposureTime
            Layout.fillWidth: true
            onStepped: steps => root.camera.stepExposure(steps)
        }
        Label {
            objectName: "cameraExposureHint"
            theme: root.theme
            visible: text.length > 0
            text: root.camera.exposureHint
            color: root.theme.muted
            font.pixelSize: root.theme.small
            Layout.fillWidth: true
        }
        FieldLabel {
            theme: root.theme
            text: qsTr("Zone")
            Layout.fillWidth: true
        }
        Label {
            objectName: "cameraZoneText"
            theme: root.theme
            text: root.camera.zoneText
            Layout.fillWidth: true
        }
        Label {
            theme: root.theme
            visible: root.camera.zoneOpen
            text: qsTr("Drag the frame or its corners. What is outside is neither shown nor searched.")
            color: root.theme.muted
            font.pixelSize: root.theme.small
            Layout.fillWidth: true
        }
        Repeater {
            // The list holds words: it is made anew with the language.
            model: root.camera.zoneOpen ? [qsTr("Left edge"), qsTr("Right edge"), qsTr("Upper edge"), qsTr("Lower edge")] : []

            Stepper {
                required property string modelData
                required property int index

                theme: root.theme
                name: "cameraEdge" + index
                label: modelData
                value: root.camera.edges[index]
                Layout.fillWidth: true
                onStepped: steps => root.camera.stepEdge(index, steps)
            }
        }
        RowLayout {
            spacing: root.theme.half

            ActionButton {
                theme: root.theme
                objectName: "cameraZoneOpen"
                visible: !root.camera.zoneOpen
                text: qsTr("Change the zone…")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.camera.openZone()
            }
            ActionButton {
                theme: root.theme
                objectName: "cameraZoneClose"
                visible: root.camera.zoneOpen
                look: ActionButton.Primary
                text: qsTr("Use this zone")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.camera.closeZone()
            }
            ActionButton {
                theme: root.theme
                objectName: "cameraZoneWhole"
                look: ActionButton.Quiet
                enabled: !root.camera.zoneWhole
                text: qsTr("Whole picture")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.camera.wholePicture()
            }
        }
        Rectangle {
            color: root.theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.topMargin: root.theme.half
            Layout.bottomMargin: root.theme.half
        }
        RowLayout {
            spacing: root.theme.half

            ActionButton {
                theme: root.theme
                objectName: "cameraUndo"
                look: ActionButton.Quiet
                enabled: root.camera.undoable
                text: qsTr("Undo")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.camera.undo()
            }
            ActionButton {
                theme: root.theme
                objectName: "cameraAsConfigured"
                look: ActionButton.Quiet
                enabled: !root.camera.configured
                text: qsTr("As configured")
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: root.camera.asConfigured()
            }
        }
        Label {
            theme: root.theme
            text: qsTr("Changes hold at once and are remembered. Undo goes back to how it was when this page was opened.")
            color: root.theme.muted
            font.pixelSize: root.theme.small
            Layout.fillWidth: true
        }
    }
}
