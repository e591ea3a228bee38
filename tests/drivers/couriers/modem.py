#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A GSM modem on a pseudo-terminal, for SmsCourierTest. It prints the path of its line, then every SMS as a line of JSON."""

import argparse
import json
import os
import re
import sys
import tty


def said(value):
    """One line for the test."""
    print(json.dumps(value), flush=True)


def decoded(digits):
    """UCS2 in hexadecimal."""
    return bytes.fromhex(digits).decode("utf-16-be")


class Modem:
    """Answers as its mood says."""

    def __init__(self, line, mood):
        self.line = line
        self.mood = mood
        self.echo = True
        self.settings = {}
        self.pending = b""

    def read_until(self, ends):
        """The bytes before the first of these ends, and which one it was."""
        while True:
            found = [self.pending.find(end) for end in ends if end in self.pending]
            if found:
                at = min(found)
                text, end, self.pending = self.pending[:at], self.pending[at : at + 1], self.pending[at + 1 :]
                return text, end
            self.pending += os.read(self.line, 256)

    def write(self, text):
        """Byte by byte, as a slow line brings them."""
        for byte in text.encode("latin-1"):
            os.write(self.line, bytes([byte]))

    def number_of(self, command):
        """Of an AT+CMGS whose settings are right, else None."""
        match = re.fullmatch(r'AT\+CMGS="([0-9A-F]+)"', command)
        right = self.settings == {"CMGF": "1", "CSCS": '"UCS2"', "CSMP": "17,167,0,25"}
        return decoded(match[1]) if match and right else None

    def take_sms(self, command):
        """From the prompt to the network's answer."""
        number = self.number_of(command)
        if number is None:
            return "\r\n+CMS ERROR: 305\r\n"
        if self.mood == "no prompt":
            said({"silent": True})
            return ""
        if self.mood == "CMS before prompt":
            return "\r\n+CMS ERROR: 302\r\n"
        self.write("\r\n> ")
        text, end = self.read_until([b"\x1a", b"\x1b"])
        if end == b"\x1b":
            return "\r\nOK\r\n"
        if self.mood == "pulled":
            said({"pulled": True})
            sys.exit()
        if self.mood.startswith("CMS "):
            return f"\r\n+CMS ERROR: {self.mood[4:]}\r\n"
        if number.endswith("0009"):
            sys.exit()
        if number.endswith("0038"):
            return "\r\n+CMS ERROR: 38\r\n"
        if number.endswith("0000"):
            return "\r\n+CMS ERROR: 1\r\n"
        said({"number": number, "text": decoded(text.decode())})
        if self.mood == "hangs after text":
            return ""
        return "\r\n^RSSI: 17\r\n\r\n+CMGS: 42\r\n\r\nOK\r\n"

    def answer(self, command):
        """To one command."""
        if command.startswith("AT+CMGS="):
            return self.take_sms(command)
        if command == "ATE0":
            self.echo = False
        elif command == "AT+CPIN?":
            state = {"no SIM": None, "locked": "SIM PIN"}.get(self.mood, "READY")
            return f"\r\n+CPIN: {state}\r\n\r\nOK\r\n" if state else "\r\n+CME ERROR: 10\r\n"
        elif command == "AT+CREG?":
            state = {"no network": 2, "roaming": 5}.get(self.mood, 1)
            return "\r\nERROR\r\n" if self.mood == "knows no CREG" else f"\r\n+CREG: 0,{state}\r\n\r\nOK\r\n"
        elif match := re.fullmatch(r"AT\+(CMGF|CSCS|CSMP)=(.*)", command):
            if self.mood == "no text mode":
                return "\r\nERROR\r\n"
            self.settings[match[1]] = match[2]
        elif command != "AT":
            return "\r\nERROR\r\n"
        return "\r\nOK\r\n"

    def serve(self):
        """Until it is killed or pulled."""
        while True:
            command = self.read_until([b"\r"])[0].decode("latin-1").lstrip("\x1b\n")
            if self.mood == "garbage":
                self.write("\x00\xff\x80~x\x1b[2J\r\n")
            elif self.mood == "babble":
                self.write("x" * 40_000)
            elif self.mood == "silent":
                said({"silent": True})
            else:
                if self.echo:
                    self.write(command + "\r")
                self.write(self.answer(command))


def main():
    """Reads the command line and serves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mood", default="good")
    parser.add_argument("--left-at-prompt", action="store_true", help="as a program leaves it that died while it sent")
    options = parser.parse_args()
    master, slave = os.openpty()
    tty.setraw(slave)
    modem = Modem(master, options.mood)
    print(os.ttyname(slave), flush=True)
    if options.left_at_prompt:
        text, end = modem.read_until([b"\x1a", b"\x1b"])
        said({"left": text.decode("latin-1"), "escaped": end == b"\x1b"})
        modem.write("\r\nOK\r\n")
    modem.serve()


if __name__ == "__main__":
    main()
