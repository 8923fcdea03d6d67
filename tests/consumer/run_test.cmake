# Installs the library from its build tree, builds a project against the installed tree as a stranger would, and runs its
# program. Called by ctest, once for each project. WITH: cmake (find_package) or pkg-config (no CMake in the stranger's project).
set(work "${BRECHA_BINARY_DIR}/consumer_test/${PROGRAM}_${WITH}")
file(REMOVE_RECURSE "${work}")
file(MAKE_DIRECTORY "${work}/build")

# ARGN: the command, which ends with `expected_status`.
function(step name expected_status)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  message("== ${name}\n${output}")
  if(NOT status EQUAL expected_status)
    message(FATAL_ERROR "${name}: ended with ${status}")
  endif()
endfunction()

step("install" 0 ${CMAKE_COMMAND} --install "${BRECHA_BINARY_DIR}" --component development --prefix "${work}/installed")
if(WITH STREQUAL "pkg-config")
  file(GLOB_RECURSE package "${work}/installed/*/brecha.pc")
  cmake_path(GET package PARENT_PATH folder)
  set(ENV{PKG_CONFIG_PATH} "${folder}")
  execute_process(COMMAND pkg-config --cflags --libs brecha COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE flags)
  execute_process(COMMAND pkg-config --variable=libdir brecha COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE libraries OUTPUT_STRIP_TRAILING_WHITESPACE)
  execute_process(COMMAND pkg-config --variable=rulesetsdir brecha COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE rulesets OUTPUT_STRIP_TRAILING_WHITESPACE)
  separate_arguments(flags UNIX_COMMAND "${flags} ${CXX_FLAGS}")
  # A static library does not know that the tree was installed elsewhere than it was configured for.
  step("build" 0 ${CXX_COMPILER} -std=c++20 "${SOURCE_DIR}/main.cpp" -o "${work}/build/${PROGRAM}" "-DBRECHA_INSTALLED_RULESETS=\"${rulesets}\"" ${flags})
  set(ENV{LD_LIBRARY_PATH} "${libraries}")
else()
  step("configure" 0 ${CMAKE_COMMAND} -S "${SOURCE_DIR}" -B "${work}/build" -G "${GENERATOR}"
    -D "CMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}" -D "CMAKE_CXX_COMPILER=${CXX_COMPILER}" -D "CMAKE_CXX_FLAGS=${CXX_FLAGS}"
    -D "CMAKE_PREFIX_PATH=${work}/installed"
    # The package must do without what the library was built with.
    -D CMAKE_DISABLE_FIND_PACKAGE_Boost=ON -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON)
  step("build" 0 ${CMAKE_COMMAND} --build "${work}/build")
endif()
step("run" ${PROGRAM_STATUS} "${work}/build/${PROGRAM}" ${PROGRAM_ARGUMENTS})
if(PROGRAM STREQUAL "brecha_host")
  step("a plan that is not there" 3 "${work}/build/${PROGRAM}" tourism_security "${work}/no-such-plan.json")
  step("a folder as plan" 3 "${work}/build/${PROGRAM}" tourism_security "${work}")
  step("a ruleset that is not there" 2 "${work}/build/${PROGRAM}" no_such_ruleset "${SOURCE_DIR}/main.cpp")
endif()

# A header that drags in a dependency would still compile on a machine that has it.
file(WRITE "${work}/header_alone.cpp" "#include <brecha/brecha.hpp>\n")
execute_process(COMMAND ${CXX_COMPILER} -std=c++20 -M "-I${work}/installed/include" "${work}/header_alone.cpp"
  RESULT_VARIABLE status OUTPUT_VARIABLE headers)
if(NOT status EQUAL 0 OR NOT headers MATCHES "brecha/brecha\\.hpp")
  message(FATAL_ERROR "the headers that the public header includes could not be listed")
endif()
if(headers MATCHES "[^ ]*/(boost|nlohmann|pybind11)/[^ ]*")
  message(FATAL_ERROR "the public header shows a dependency: ${CMAKE_MATCH_0}")
endif()
