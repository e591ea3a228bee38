#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Modbus slave that is not ours, for ForeignSlaveTest: Debian's python3-pymodbus over TCP or a serial line.

Registers are given as ADDRESS=VALUE,…, 0-based; what is not given is an illegal address. It prints "ready" and, over
TCP, its port, once it can be asked.
"""

import argparse
import asyncio

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server.async_io import ModbusSerialServer, ModbusTcpServer
from pymodbus.transaction import ModbusRtuFramer


def registers(text):
    """ADDRESS=VALUE,… as a sparse block; an address that nobody asks for where none is given."""
    pairs = [pair.split("=") for pair in text.split(",") if pair]
    return ModbusSparseDataBlock({int(a, 0): int(v, 0) for a, v in pairs} or {65535: 0})


async def serve_tcp(context, port):
    """Serves on 127.0.0.1 until it is killed; port 0 takes a free one."""
    server = ModbusTcpServer(context, address=("127.0.0.1", port), allow_reuse_address=True)
    serving = asyncio.ensure_future(server.serve_forever())
    await server.serving
    print("ready", server.server.sockets[0].getsockname()[1], flush=True)
    await serving


async def serve_serial(context, device):
    """Serves on a serial device until it is killed."""
    server = ModbusSerialServer(context, framer=ModbusRtuFramer, port=device, baudrate=9600)
    await server.start()
    print("ready", flush=True)
    await server.serve_forever()


def main():
    """Reads the command line and serves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--serial")
    for table in ("holding", "input", "discrete"):
        parser.add_argument("--" + table, default="", type=registers)
    options = parser.parse_args()
    slave = ModbusSlaveContext(
        di=options.discrete, co=registers(""), hr=options.holding, ir=options.input, zero_mode=True
    )
    context = ModbusServerContext(slaves=slave, single=True)
    if options.serial:
        asyncio.run(serve_serial(context, options.serial))
    else:
        asyncio.run(serve_tcp(context, options.port))


if __name__ == "__main__":
    main()
