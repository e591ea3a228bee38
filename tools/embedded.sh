# Sourced by tools/demo, tools/arrivals and tools/bench-start. Needs: root, build, out; day: the people, the morning's when
# unset. Starts the simulator on free ports and writes out/station.toml for it; `http` and `modbus` are its ports
# afterwards. The simulator ends with the script.
rm -rf "$out"
mkdir -p "$out/screens"
out=$(cd "$out" && pwd)

sim=
cleanup() {
  [ -n "$sim" ] && kill "$sim" 2>/dev/null && wait "$sim" 2>/dev/null
  return 0
}
trap cleanup EXIT

"$build/bin/menshen-sim" serve --day "${day:-$root/config/sim/morning.toml}" \
  --profile "$root/config/thermometers/omega-os-miniusb.toml" --modbus-port 0 --http-port 0 \
  --ports-file "$out/ports.json" ${auto:+--auto} >"$out/simulator.log" 2>&1 &
sim=$!
for _ in $(seq 100); do
  [ -s "$out/ports.json" ] && break
  kill -0 "$sim" 2>/dev/null || { cat "$out/simulator.log"; exit 1; }
  sleep 0.1
done
port() { sed -nE "s/.*\"$1\" *: *([0-9]+).*/\1/p" "$out/ports.json"; }
modbus=$(port modbus)
http=$(port http)

relative=$(realpath --relative-to="$out" "$root/config")
cat >"$out/station.toml" <<TOML
# Written by tools/demo: the station on simulated devices.
[station]
name = "门神演示厅"
plan = "$relative/plans/default.toml"
language = "zh"

[thermometer]
profile = "$relative/thermometers/omega-os-miniusb.toml"
tcp = "127.0.0.1:$modbus"
warm_up_s = 0

[camera]
url = "http://127.0.0.1:$http/camera.mjpg"

[detector]
face_model = "$relative/models/face-detector.onnx"
state_model = "$relative/models/mask-state.onnx"

[gate]
profile = "$relative/relays/waveshare-8ch.toml"
tcp = "127.0.0.1:$modbus"

[ledger]
file = "ledger.db"
key = "file"
key_file = "station.key"
backup_folder = "backups"

[diagnostics]
folder = "diagnostics"

[office]
pin_file = "office.pin"
export_folder = "."

[log]
file = "station.log"

TOML
sed -n '/^\[\[staff\]\]/,$p' "$root/config/station.toml" >>"$out/station.toml"

