#!/bin/sh
# clang-tidy over the product's own sources (not what is generated, not the tests). tidy.sh RUN_CLANG_TIDY BUILD
# The rooms that include Qt take as long as all others together: they are read too when MENSHEN_TIDY is "all".
rooms='src/(core|app|main/ctl)|drivers|db'
[ "${MENSHEN_TIDY:-}" = all ] && rooms='src|drivers|db|ui'
if "$1" -p "$2" -quiet -extra-arg=-Wno-unknown-warning-option -j "$(nproc)" "$PWD/($rooms)/.*\.cpp$" >"$2/tidy.log" 2>&1; then
  exit 0
fi
grep -E 'error:|warning:' "$2/tidy.log" | sort -u | head -n 60
exit 1
