# Installs the library from its build tree, builds a project against the installed tree as a stranger would, and runs its
# program. Called by ctest, once for each project. WITH: cmake (find_package), pkg-config (no CMake in the stranger's
# project), or shared (by pkg-config, with the shared library in place of the static one). A program is in C++, C or Go.
set(work "${BRECHA_BINARY_DIR}/consumer_test/${PROGRAM}_${WITH}")
file(REMOVE_RECURSE "${work}")
file(MAKE_DIRECTORY "${work}/build")

# ARGN: the command, which ends with `expected_status`.
function(step name expected_status)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${SOURCE_DIR}" RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  message("== ${name}\n${output}")
  if(NOT status EQUAL expected_status)
    message(FATAL_ERROR "${name}: ended with ${status}")
  endif()
endfunction()

function(ask_pkg_config result)
  execute_process(COMMAND pkg-config ${ARGN} brecha COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

if(EXISTS "${SOURCE_DIR}/main.go")
  find_program(GO go)
  if(NOT GO OR CXX_FLAGS MATCHES "-fsanitize")
    message("SKIPPED: Go (https://go.dev) is not on this machine, or the library has a sanitizer, which Go's linker does not know")
    return()
  endif()
endif()

step("install" 0 ${CMAKE_COMMAND} --install "${BRECHA_BINARY_DIR}" --component development --prefix "${work}/installed")
if(WITH STREQUAL "cmake")
  step("configure" 0 ${CMAKE_COMMAND} -S "${SOURCE_DIR}" -B "${work}/build" -G "${GENERATOR}"
    -D "CMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}" -D "CMAKE_CXX_COMPILER=${CXX_COMPILER}" -D "CMAKE_CXX_FLAGS=${CXX_FLAGS}"
    -D "CMAKE_C_COMPILER=${C_COMPILER}" -D "CMAKE_C_FLAGS=${CXX_FLAGS}" --no-warn-unused-cli
    -D "CMAKE_PREFIX_PATH=${work}/installed"
    # The package must do without what the library was built with.
    -D CMAKE_DISABLE_FIND_PACKAGE_Boost=ON -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON)
  step("build" 0 ${CMAKE_COMMAND} --build "${work}/build")
else()
  file(GLOB_RECURSE package "${work}/installed/*/brecha.pc")
  cmake_path(GET package PARENT_PATH folder)
  set(ENV{PKG_CONFIG_PATH} "${folder}")
  ask_pkg_config(libraries --variable=libdir)
  if(WITH STREQUAL "shared" AND EXISTS "${libraries}/libbrecha.a")
    file(REMOVE "${libraries}/libbrecha.a")
    cmake_path(GET SHARED_LIBRARY PARENT_PATH folder)
    file(GLOB shared "${folder}/libbrecha.*")
    file(COPY ${shared} DESTINATION "${libraries}")
  endif()
  set(ENV{LD_LIBRARY_PATH} "${libraries}")
  if(EXISTS "${SOURCE_DIR}/main.go")
    set(ENV{GOTOOLCHAIN} local)   # nothing is downloaded
    step("build" 0 ${GO} build -buildvcs=false -o "${work}/build/${PROGRAM}" .)
  elseif(EXISTS "${SOURCE_DIR}/main.c")
    # C's compiler does not know what a static library in C++ needs.
    set(static "")
    if(NOT WITH STREQUAL "shared")
      set(static --static)
    endif()
    ask_pkg_config(flags --cflags --libs ${static})
    separate_arguments(flags UNIX_COMMAND "${flags} ${CXX_FLAGS}")
    step("build" 0 ${C_COMPILER} -std=c11 -pedantic -Wall -Wextra -Werror "${SOURCE_DIR}/main.c" -o "${work}/build/${PROGRAM}" ${flags})
  else()
    ask_pkg_config(flags --cflags --libs)
    ask_pkg_config(rulesets --variable=rulesetsdir)
    separate_arguments(flags UNIX_COMMAND "${flags} ${CXX_FLAGS}")
    # A static library does not know that the tree was installed elsewhere than it was configured for.
    step("build" 0 ${CXX_COMPILER} -std=c++20 "${SOURCE_DIR}/main.cpp" -o "${work}/build/${PROGRAM}" "-DBRECHA_INSTALLED_RULESETS=\"${rulesets}\"" ${flags})
  endif()
endif()
step("run" ${PROGRAM_STATUS} "${work}/build/${PROGRAM}" ${PROGRAM_ARGUMENTS})
if(PROGRAM_ARGUMENTS)   # an example: RULESET PLAN.json LANGUAGE
  step("a plan that is not there" 3 "${work}/build/${PROGRAM}" tourism_security "${work}/no-such-plan.json")
  step("a folder as plan" 3 "${work}/build/${PROGRAM}" tourism_security "${work}")
  step("a ruleset that is not there" 2 "${work}/build/${PROGRAM}" no_such_ruleset "${CMAKE_CURRENT_LIST_FILE}")
endif()

# A header that drags in a dependency would still compile on a machine that has it.
file(WRITE "${work}/header_alone.cpp" "#include <brecha/brecha.h>\n#include <brecha/brecha.hpp>\n")
execute_process(COMMAND ${CXX_COMPILER} -std=c++20 -M "-I${work}/installed/include" "${work}/header_alone.cpp"
  RESULT_VARIABLE status OUTPUT_VARIABLE headers)
if(NOT status EQUAL 0 OR NOT headers MATCHES "brecha/brecha\\.hpp" OR NOT headers MATCHES "brecha/brecha\\.h[ \n]")
  message(FATAL_ERROR "the headers that the public header includes could not be listed")
endif()
if(headers MATCHES "[^ ]*/(boost|nlohmann|pybind11)/[^ ]*")
  message(FATAL_ERROR "the public header shows a dependency: ${CMAKE_MATCH_0}")
endif()
