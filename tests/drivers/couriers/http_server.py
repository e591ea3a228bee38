#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of the robots and of a webhook, for RobotCourierTest and WebhookCourierTest.

It checks signatures and limits as the providers' documents say, with Python's own hmac, and answers as it is told: each
--answer is for one request, the last one for all that follow. It prints its port once it can be asked, then every request
as a line of JSON.
"""

import argparse
import base64
import hashlib
import hmac
import http.server
import json
import ssl
import sys
import threading
import time
import urllib.parse

LOCK = threading.Lock()


def say(value):
    """One line for the test."""
    with LOCK:
        print(json.dumps(value), flush=True)


def dingtalk_sign(secret, stamp):
    """key = secret, message = "<ms>\\n<secret>"."""
    mac = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256)
    return base64.b64encode(mac.digest()).decode()


def feishu_sign(secret, stamp):
    """key = "<s>\\n<secret>", message empty."""
    return base64.b64encode(hmac.new(f"{stamp}\n{secret}".encode(), b"", hashlib.sha256).digest()).decode()


class Handler(http.server.BaseHTTPRequestHandler):
    """One request of a courier."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Nobody reads it."""

    def refusal(self, query, body, raw):
        """What a provider finds wrong with the request: (code, words), or None."""
        options = self.server.options
        now = time.time()
        if options.kind == "wecom":
            if query.get("key") != [options.secret]:
                return 93000, "invalid webhook url"
            if len(body["text"]["content"].encode()) > 2048:
                return 45002, "content size out of limit"
        if options.kind == "dingtalk":
            stamp = query.get("timestamp", ["0"])[0]
            if query.get("sign") != [dingtalk_sign(options.secret, stamp)] or abs(now - int(stamp) / 1000) > 3600:
                return 310000, "sign not match"
        if options.kind == "feishu":
            stamp = body.get("timestamp", "0")
            if body.get("sign") != feishu_sign(options.secret, stamp) or abs(now - int(stamp)) > 3600:
                return 19021, "sign match fail or timestamp is not within one hour from current time"
        if options.kind == "webhook":
            stamp = self.headers["X-Menshen-Timestamp"]
            mac = hmac.new(options.secret.encode(), f"{stamp}.".encode() + raw, hashlib.sha256).hexdigest()
            if self.headers["X-Menshen-Signature"] != "sha256=" + mac or abs(now - int(stamp)) > 300:
                return 401, "wrong signature"
        return None

    def reply(self, status, body, headers=()):
        """A whole answer."""
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def coded(self, code, words):
        """HTTP 200 with a provider's code in it."""
        names = ("code", "msg") if self.server.options.kind == "feishu" else ("errcode", "errmsg")
        self.reply(200, json.dumps({names[0]: code, names[1]: words}).encode(), [("Content-Type", "application/json")])

    def stream(self, pieces, pause):
        """Says more than anybody wants to hear, or says it slowly."""
        self.send_response(200)
        self.send_header("Content-Length", str(1 << 40))
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
                self.server.ended.wait(pause)
        except OSError:
            say({"gone": True})

    def do_POST(self):  # pylint: disable=invalid-name
        """Takes the request, then does what the next --answer says."""
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        url = urllib.parse.urlsplit(self.path)
        body = json.loads(raw)
        refusal = self.refusal(urllib.parse.parse_qs(url.query), body, raw)
        answer, *rest = self.server.next_answer().split(":", 2)
        say({"path": url.path, "query": url.query, "headers": dict(self.headers), "body": body, "refusal": refusal})
        if answer == "ok" and refusal and refusal[0] != 401:
            self.coded(*refusal)
        elif answer == "ok":
            self.reply(401, b"") if refusal else self.coded(0, "ok")
        elif answer == "code":
            self.coded(int(rest[0]), rest[1])
        elif answer == "status":
            self.reply(int(rest[0]), b"no", [("Retry-After", rest[1])] if len(rest) > 1 else [])
        elif answer == "html":
            self.reply(200, b"<html><body>Please log in to the network</body></html>")
        elif answer == "redirect":
            self.reply(302, b"", [("Location", "/elsewhere")])
        elif answer == "huge":
            self.stream((b"x" * 65536 for _ in range(1 << 20)), 0)
        elif answer == "drip":
            self.stream((b"x" for _ in range(1 << 20)), 0.05)
        elif answer == "hang":
            self.server.ended.wait()
        elif answer == "close":
            self.close_connection = True
            self.connection.close()


class Server(http.server.ThreadingHTTPServer):
    """Knows what to answer next."""

    daemon_threads = True
    # What a client that breaks off leaves behind is what the test is about.
    handle_error = staticmethod(lambda *_: None)

    def __init__(self, options):
        super().__init__(("127.0.0.1", 0), Handler)
        self.options = options
        self.answers = list(options.answer)
        self.ended = threading.Event()

    def next_answer(self):
        """The last one stays."""
        with LOCK:
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def main():
    """Reads the command line and serves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=("wecom", "dingtalk", "feishu", "webhook"), required=True)
    parser.add_argument("--secret", default="SECtest")
    parser.add_argument("--answer", action="append")
    parser.add_argument("--certificate", help="PEM with its key: speak TLS")
    options = parser.parse_args()
    options.answer = options.answer or ["ok"]
    server = Server(options)
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
