#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server that is not ours, for SmtpCourierTest: Debian's python3-aiosmtpd.

What it does to a mail is told by who is to get it: unknown@ 550, grey@ 450, full@ 452 after the text, spam@ 554 after it.
It prints its port once it can be asked, then every mail that it took as a line of JSON, read by Python's email package.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult


def said(value):
    """One line for the test."""
    print(json.dumps(value), flush=True)


class Mailbox:
    """Takes mails and tells of them."""

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # pylint: disable=invalid-name
        """Some are not taken."""
        if address.startswith("unknown@"):
            return "550 5.1.1 no such user here"
        if address.startswith("grey@"):
            return "450 4.2.0 greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope):  # pylint: disable=invalid-name
        """Nor are all texts."""
        if any(address.startswith("full@") for address in envelope.rcpt_tos):
            return "452 4.3.1 insufficient system storage"
        if any(address.startswith("spam@") for address in envelope.rcpt_tos):
            return "554 5.7.1 message refused as spam"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        said(
            {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "headers": {name: str(value) for name, value in mail.items()},
                "type": mail.get_content_type(),
                "parts": [[part.get_content_type(), part.get_content()] for part in mail.iter_parts()],
                "tls": session.ssl is not None,
                "user": session.auth_data.decode() if session.auth_data else None,
                "defects": [str(defect) for defect in mail.defects],
                "longest": max(map(len, envelope.content.splitlines())),
            }
        )
        return "250 2.0.0 queued as 4711"


def authenticator(login):
    """Knows one user."""
    user, password = login.split(":")

    def authenticate(_server, _session, _envelope, _mechanism, data):
        if (data.login.decode(), data.password.decode()) == (user, password):
            return AuthResult(success=True, auth_data=data.login)
        return AuthResult(success=False, handled=False)

    return authenticate


async def mute(reader, writer):
    """Accepts and never answers."""
    said({"connected": True})
    await reader.read()
    writer.close()


async def busy(_reader, writer):
    """Has no time."""
    writer.write(b"421 4.3.2 too busy, closing\r\n")
    await writer.drain()
    writer.close()


async def rude(reader, writer):
    """Takes a mail, or does not, and never says goodbye."""
    data = False

    def answer(line):
        if line.startswith("RCPT") and "unknown@" in line:
            return "550 5.1.1 no such user here"
        return "354 go on" if line.startswith("DATA") else "250 OK"

    writer.write(b"220 hello\r\n")
    while line := (await reader.readline()).decode("latin-1"):
        if line.startswith("QUIT"):
            await reader.read()
            break
        if not data or line == ".\r\n":
            writer.write(answer("" if data else line).encode() + b"\r\n")
        data = line.startswith("DATA") or (data and line != ".\r\n")
    writer.close()


async def broken(reader, writer):
    """Refuses one recipient for good and is gone before the next."""
    writer.write(b"220 hello\r\n")
    while line := (await reader.readline()).decode("latin-1"):
        if line.startswith("QUIT") or (line.startswith("RCPT") and "unknown@" not in line):
            break
        writer.write(b"550 5.1.1 no such user here\r\n" if line.startswith("RCPT") else b"250 OK\r\n")
    writer.close()


async def main():
    """Reads the command line and serves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--certificate", help="PEM with its key")
    parser.add_argument("--security", choices=("none", "starttls", "tls"), default="none")
    parser.add_argument("--login", help="user:password, without which no mail is taken")
    parser.add_argument("--mood", choices=("good", "mute", "busy", "rude", "broken"), default="good")
    options = parser.parse_args()
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate)
    loop = asyncio.get_running_loop()

    def session():
        return SMTP(
            Mailbox(),
            enable_SMTPUTF8=False,
            tls_context=context if options.security == "starttls" else None,
            authenticator=authenticator(options.login) if options.login else None,
            auth_required=bool(options.login),
            auth_require_tls=options.security == "starttls",
            loop=loop,
        )

    if options.mood == "good":
        implicit = context if options.security == "tls" else None
        server = await loop.create_server(session, "127.0.0.1", 0, ssl=implicit)
    else:
        moods = {"mute": mute, "busy": busy, "rude": rude, "broken": broken}
        server = await asyncio.start_server(moods[options.mood], "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
