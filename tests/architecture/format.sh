#!/bin/sh
# Every C++ file is as clang-format leaves it. format.sh CLANG_FORMAT
git ls-files -z --cached --others --exclude-standard '*.h' '*.cpp' | xargs -0 "$1" --dry-run --Werror
