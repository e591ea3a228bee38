// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick
import Menshen

/// Colours and sizes. One is made by the window and handed down; everything on an 8-pixel grid times `k`.
QtObject {
    id: root

    required property bool dark
    required property real k ///< scale: 1 at 1280×800

    readonly property color window: dark ? "#0e151c" : "#eef2f6"
    readonly property color card: dark ? "#17212b" : "#ffffff"
    readonly property color raised: dark ? "#202d39" : "#f4f7fa"
    readonly property color line: dark ? "#30404f" : "#d5dde5"
    readonly property color ink: dark ? "#eef4fa" : "#14202b"
    readonly property color muted: dark ? "#a3b6c6" : "#526272"
    readonly property color accent: dark ? "#6cb6ff" : "#0b5cad"
    readonly property color accentInk: dark ? "#06223d" : "#ffffff"
    readonly property color onFill: "#ffffff"
    readonly property color scrim: dark ? "#cc05080c" : "#99101a24"

    readonly property string family: "Noto Sans CJK SC"
    readonly property int small: s(14)
    readonly property int body: s(16)
    readonly property int large: s(20)
    readonly property int title: s(26)
    readonly property int huge: s(40)
    readonly property int gap: s(16)
    readonly property int half: s(8)
    readonly property int touch: s(48)
    readonly property int radius: s(14)

    function s(size: real): int {
        return Math.round(size * k);
    }

    /// The full colour of a sign: on it stands `onTone`.
    function tone(sign: int): color {
        switch (sign) {
        case SignIcon.Pass:
            return dark ? "#3ecf8e" : "#0f7a4a";
        case SignIcon.Attention:
            return dark ? "#ffb938" : "#9a5b00";
        case SignIcon.Refuse:
            return dark ? "#ff7b72" : "#b3221b";
        case SignIcon.Unknown:
            return dark ? "#b9c6d3" : "#4b5a69";
        default:
            return muted;
        }
    }

    function onTone(sign: int): color {
        return dark ? "#0e151c" : "#ffffff";
    }

    /// The same sign as a large solid panel: deep enough for white words in both themes.
    function fill(sign: int): color {
        switch (sign) {
        case SignIcon.Pass:
            return "#0f7a4a";
        case SignIcon.Attention:
            return "#9a5b00";
        case SignIcon.Refuse:
            return "#b3221b";
        default:
            return "#4b5a69";
        }
    }

    /// The same sign as a quiet background.
    function tint(sign: int): color {
        switch (sign) {
        case SignIcon.Pass:
            return dark ? "#12352a" : "#e0f4ea";
        case SignIcon.Attention:
            return dark ? "#3a2d10" : "#fff0d4";
        case SignIcon.Refuse:
            return dark ? "#43201f" : "#fde6e4";
        case SignIcon.Unknown:
            return dark ? "#293642" : "#e6ebf0";
        default:
            return raised;
        }
    }
}
