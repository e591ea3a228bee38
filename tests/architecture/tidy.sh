#!/bin/sh
# clang-tidy over the product's own sources (not what is generated, not the tests). tidy.sh RUN_CLANG_TIDY BUILD
if "$1" -p "$2" -quiet -extra-arg=-Wno-unknown-warning-option -j "$(nproc)" "$PWD/(src|drivers|db|ui)/.*\.cpp$" >"$2/tidy.log" 2>&1; then
  exit 0
fi
grep -E 'error:|warning:' "$2/tidy.log" | sort -u | head -n 60
exit 1
