# Where the C++ headers come from. BRECHA_DEPS: auto (system, then PyPI header
# packages), system, pypi. Header packages are looked for in CMAKE_PREFIX_PATH
# (scikit-build-core puts the build environment's site-packages there) and in
# BRECHA_SITE_PACKAGES (for plain cmake beside a virtual environment).
# Gives the targets brecha_boost and brecha_json; both are only ever linked PRIVATE,
# so neither a host program nor an installed package sees them.
include_guard(GLOBAL)

set(BRECHA_DEPS "auto" CACHE STRING "Where Boost and JSON come from: auto, system or pypi")
set_property(CACHE BRECHA_DEPS PROPERTY STRINGS auto system pypi)
set(BRECHA_SITE_PACKAGES "" CACHE PATH "site-packages that holds libboost_headers/ and nlohmann_json/")

# 1.74 (Debian 12's libboost-dev, Ubuntu 22.04) lacks char32_t symbol tables in X3.
set(BRECHA_BOOST_MINIMUM 1.81)
set(BRECHA_JSON_MINIMUM 3.11)

if(NOT BRECHA_DEPS MATCHES "^(auto|system|pypi)$")
  message(FATAL_ERROR "BRECHA_DEPS is \"${BRECHA_DEPS}\"; it can be auto, system or pypi")
endif()

# Only site-packages are searched, so the answer cannot be another Boost. ARGN: sub-folders.
function(_brecha_find_wheel_headers result probe)
  find_path(${result} NAMES ${probe} PATH_SUFFIXES ${ARGN}
    PATHS ${BRECHA_SITE_PACKAGES}
    NO_SYSTEM_ENVIRONMENT_PATH NO_CMAKE_SYSTEM_PATH NO_CMAKE_FIND_ROOT_PATH)
  mark_as_advanced(${result})
endfunction()

function(_brecha_report_dependency name version origin folder)
  message(STATUS "brecha: ${name} ${version} from ${origin}: ${folder}")
endfunction()

function(brecha_find_boost)
  add_library(brecha_boost INTERFACE)
  if(NOT BRECHA_DEPS STREQUAL "pypi")
    find_package(Boost ${BRECHA_BOOST_MINIMUM} CONFIG QUIET)
    if(NOT Boost_FOUND AND CMAKE_VERSION VERSION_LESS 3.30)
      find_package(Boost ${BRECHA_BOOST_MINIMUM} MODULE QUIET)   # a Boost without CMake files
    endif()
    if(Boost_FOUND)
      target_include_directories(brecha_boost SYSTEM INTERFACE "${Boost_INCLUDE_DIRS}")
      _brecha_report_dependency(Boost "${Boost_VERSION}" "the system" "${Boost_INCLUDE_DIRS}")
      return()
    endif()
  endif()
  if(NOT BRECHA_DEPS STREQUAL "system")
    _brecha_find_wheel_headers(BRECHA_BOOST_INCLUDE_DIR boost/spirit/home/x3.hpp
      libboost_headers/include boost_headers/include cmeel.prefix/include)
    if(BRECHA_BOOST_INCLUDE_DIR)
      file(STRINGS "${BRECHA_BOOST_INCLUDE_DIR}/boost/version.hpp" version REGEX "define BOOST_LIB_VERSION")
      string(REGEX REPLACE ".*\"([0-9]+)_([0-9]+).*" "\\1.\\2" version "${version}")
      if(version VERSION_GREATER_EQUAL BRECHA_BOOST_MINIMUM)
        target_include_directories(brecha_boost SYSTEM INTERFACE "${BRECHA_BOOST_INCLUDE_DIR}")
        _brecha_report_dependency(Boost "${version}" "PyPI" "${BRECHA_BOOST_INCLUDE_DIR}")
        return()
      endif()
    endif()
  endif()
  message(FATAL_ERROR "Boost headers >= ${BRECHA_BOOST_MINIMUM} not found (BRECHA_DEPS=${BRECHA_DEPS}).\n"
    "  Debian 12:  apt-get install libboost1.81-dev   (libboost-dev is 1.74: too old)\n"
    "  anywhere:   pip install libboost-headers, then -DBRECHA_SITE_PACKAGES=<its site-packages>")
endfunction()

function(brecha_find_json)
  add_library(brecha_json INTERFACE)
  if(NOT BRECHA_DEPS STREQUAL "pypi")
    find_package(nlohmann_json ${BRECHA_JSON_MINIMUM} CONFIG QUIET)
    if(nlohmann_json_FOUND)
      get_target_property(folders nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
      target_include_directories(brecha_json SYSTEM INTERFACE ${folders})
      _brecha_report_dependency(nlohmann/json "${nlohmann_json_VERSION}" "the system" "${nlohmann_json_DIR}")
      return()
    endif()
  endif()
  if(NOT BRECHA_DEPS STREQUAL "system")
    _brecha_find_wheel_headers(BRECHA_JSON_INCLUDE_DIR nlohmann/json.hpp nlohmann_json/include)
    if(BRECHA_JSON_INCLUDE_DIR)
      target_include_directories(brecha_json SYSTEM INTERFACE "${BRECHA_JSON_INCLUDE_DIR}")
      _brecha_report_dependency(nlohmann/json "" "PyPI" "${BRECHA_JSON_INCLUDE_DIR}")
      return()
    endif()
  endif()
  message(FATAL_ERROR "nlohmann/json >= ${BRECHA_JSON_MINIMUM} not found (BRECHA_DEPS=${BRECHA_DEPS}).\n"
    "  Debian 12:  apt-get install nlohmann-json3-dev\n"
    "  anywhere:   pip install nlohmann-json, then -DBRECHA_SITE_PACKAGES=<its site-packages>")
endfunction()
