#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real RTSP camera on the loopback, for the tests: rtsp://127.0.0.1:PORT/camera, a moving ball at 15 pictures a second.

Prints "port N" once it serves. SIGUSR1: it goes on being connected, but sends nothing more; SIGUSR2: it sends again.
Exits with 77 when GStreamer's RTSP server is not installed. An optional argument is the port to listen on.
"""
import signal
import sys

try:
    import gi

    gi.require_version("Gst", "1.0")
    gi.require_version("GstRtspServer", "1.0")
    from gi.repository import GLib, Gst, GstRtspServer
except (ImportError, ValueError) as missing:
    print(f"missing: {missing}", flush=True)
    sys.exit(77)

Gst.init(None)
if not all(Gst.ElementFactory.find(name) for name in ("videotestsrc", "jpegenc", "rtpjpegpay", "valve")):
    print("missing: GStreamer's good plugins", flush=True)
    sys.exit(77)

PIPELINE = (
    "( videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=640,height=480,framerate=15/1"
    " ! jpegenc ! valve name=valve ! rtpjpegpay name=pay0 )"
)
valves = []
silent = False


def configured(_factory, media):
    valve = media.get_element().get_by_name("valve")
    valve.set_property("drop", silent)
    valves.append(valve)


def set_silent(value):
    global silent
    silent = value
    for valve in valves:
        valve.set_property("drop", value)
    return GLib.SOURCE_CONTINUE


server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(sys.argv[1] if len(sys.argv) > 1 else "0")
factory = GstRtspServer.RTSPMediaFactory()
factory.set_launch(PIPELINE)
factory.set_shared(False)
factory.connect("media-configure", configured)
server.get_mount_points().add_factory("/camera", factory)
if server.attach(None) == 0:
    print("missing: a free port", flush=True)
    sys.exit(1)

loop = GLib.MainLoop()
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, set_silent, True)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR2, set_silent, False)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, loop.quit)
print(f"port {server.get_bound_port()}", flush=True)
loop.run()
