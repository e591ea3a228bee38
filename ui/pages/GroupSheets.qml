// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Menshen

/// The sheets over the leading group's section.
Item {
    id: root

    required property Theme theme
    required property OfficeModel office
    required property Item overlay
    required property real keyboardTop
    readonly property bool shown: leader.visible || leaderPin.visible || roles.visible || substitutes.visible || shiftTimes.visible || people.visible || importing.visible
    signal dismissed

    /// For a shift of the day that is looked at; -1: for what is left of the one that runs.
    function askPerson(shift: int): void {
        people.shift = shift;
        people.open();
    }

    function closeAll(): void {
        for (const sheet of [leader, leaderPin, roles, substitutes, shiftTimes, people, importing])
            if (sheet.visible)
                sheet.close();
    }

    LeaderSheet {
        id: leader

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        group: root.office.group
        enabled: !leaderPin.visible && !roles.visible && !substitutes.visible
        onRoleAsked: roles.open()
        onSubstituteAsked: substitutes.open()
        onPinAsked: leaderPin.open()
        onDismissed: root.dismissed()
    }
    ChoiceSheet {
        id: roles

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        title: qsTr("Role")
        choices: root.office.group.roles
        current: root.office.group.role
        rowPrefix: "roleChoice"
        onChosen: index => root.office.group.role = index
        onDismissed: leader.forceActiveFocus()
    }
    ChoiceSheet {
        id: substitutes

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        title: qsTr("Stands in while away")
        choices: root.office.group.substitutes
        current: root.office.group.substitute
        rowPrefix: "substituteChoice"
        onChosen: index => root.office.group.substitute = index
        onDismissed: leader.forceActiveFocus()
    }
    LeaderPinSheet {
        id: leaderPin

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        z: 11
        group: root.office.group
        onDismissed: leader.forceActiveFocus()
    }
    Connections {
        target: root.office.group
        function onPinTaken(): void {
            leaderPin.close();
        }
    }
    ShiftSheet {
        id: shiftTimes

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        roster: root.office.roster
        onDismissed: root.dismissed()
    }
    ChoiceSheet {
        id: people

        property int shift: -1

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        title: people.shift < 0 ? qsTr("Who has the rest of this shift?") : qsTr("Who is on duty?")
        choices: people.shift < 0 ? root.office.roster.leaderNames : root.office.roster.people
        rowPrefix: "dutyChoice"
        onChosen: index => {
            if (people.shift < 0)
                root.office.roster.handOver(index + 1);
            else
                root.office.roster.assign(people.shift, index);
        }
        onDismissed: root.dismissed()
    }
    ImportSheet {
        id: importing

        parent: root.overlay
        theme: root.theme
        keyboardTop: root.keyboardTop
        transfer: root.office.transfer
        onDismissed: root.dismissed()
    }
}
