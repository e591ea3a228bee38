# SPDX-License-Identifier: GPL-3.0-or-later
# What every room's CMakeLists.txt uses.

add_library(menshen_options INTERFACE)
# -Wno-restrict: g++ 12 warns of std::string's own operator+ at -O2 (GCC bug 105651).
target_compile_options(menshen_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Werror $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -fno-omit-frame-pointer)
target_include_directories(menshen_options INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR})
if(MENSHEN_FUZZ)
  # clang warns of other things than g++, which judges the product; here only the fuzzers are wanted.
  target_compile_options(menshen_options INTERFACE -Wno-error -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  target_link_options(menshen_options INTERFACE -fsanitize=address,undefined)
endif()
if(MENSHEN_SANITIZE)
  target_compile_options(menshen_options INTERFACE -fsanitize=${MENSHEN_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(menshen_options INTERFACE -fsanitize=${MENSHEN_SANITIZE})
endif()

# menshen_room(name SOURCES … PUBLIC … PRIVATE …): one static library for one room.
# PUBLIC and PRIVATE are the libraries that it links.
function(menshen_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC menshen_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
endfunction()

# menshen_test(name LABEL unit|device|db|ui|e2e SOURCES … LIBRARIES … [TIMEOUT s])
# One GoogleTest program, each of its tests a CTest test of that label.
function(menshen_test name)
  cmake_parse_arguments(TEST "" "LABEL;TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_LIBRARIES} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    MENSHEN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" MENSHEN_BINARY_DIR="${PROJECT_BINARY_DIR}")
  if(MENSHEN_SANITIZE) # a test's own code is compiled once and run for seconds
    target_compile_options(${name} PRIVATE -O0)
  endif()
  set(properties LABELS ${TEST_LABEL} TIMEOUT ${TEST_TIMEOUT})
  if(MENSHEN_SANITIZE STREQUAL thread)
    list(APPEND properties ENVIRONMENT "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/thread-sanitizer.txt")
  endif()
  gtest_discover_tests(${name} PROPERTIES ${properties} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60)
endfunction()
