# Installs the library from its build tree, builds a project against the installed tree as a
# stranger would, and runs its program. Called by ctest, once for each project.
set(work "${BRECHA_BINARY_DIR}/consumer_test/${PROGRAM}")
file(REMOVE_RECURSE "${work}")

# ARGN: the command, which ends with `expected_status`.
function(step name expected_status)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  message("== ${name}\n${output}")
  if(NOT status EQUAL expected_status)
    message(FATAL_ERROR "${name}: ended with ${status}")
  endif()
endfunction()

step("install" 0 ${CMAKE_COMMAND} --install "${BRECHA_BINARY_DIR}" --component development --prefix "${work}/installed")
step("configure" 0 ${CMAKE_COMMAND} -S "${SOURCE_DIR}" -B "${work}/build" -G "${GENERATOR}"
  -D "CMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}" -D "CMAKE_CXX_COMPILER=${CXX_COMPILER}" -D "CMAKE_CXX_FLAGS=${CXX_FLAGS}"
  -D "CMAKE_PREFIX_PATH=${work}/installed"
  # The package must do without what the library was built with.
  -D CMAKE_DISABLE_FIND_PACKAGE_Boost=ON -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON)
step("build" 0 ${CMAKE_COMMAND} --build "${work}/build")
step("run" ${PROGRAM_STATUS} "${work}/build/${PROGRAM}" ${PROGRAM_ARGUMENTS})

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
