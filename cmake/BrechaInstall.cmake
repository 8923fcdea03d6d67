# What `cmake --install` lays down for hosts (component "development"): the library,
# its public headers, the shipped rulesets and the packages that find_package(brecha) and pkg-config read.
include_guard(GLOBAL)
include(CMakePackageConfigHelpers)

set(_package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/brecha")

install(TARGETS brecha EXPORT brechaTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY "${PROJECT_SOURCE_DIR}/engine/include/brecha"
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/rulesets"
  DESTINATION ${CMAKE_INSTALL_DATADIR}/brecha COMPONENT development)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development)

install(EXPORT brechaTargets NAMESPACE brecha::
  DESTINATION ${_package_folder} COMPONENT development)
set(BRECHA_INSTALLED_RULESETS_DIR "${CMAKE_INSTALL_DATADIR}/brecha/rulesets")
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/brechaConfig.cmake.in" "${PROJECT_BINARY_DIR}/brechaConfig.cmake"
  INSTALL_DESTINATION ${_package_folder}
  PATH_VARS BRECHA_INSTALLED_RULESETS_DIR
  NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/brechaConfigVersion.cmake"
  VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/brechaConfig.cmake" "${PROJECT_BINARY_DIR}/brechaConfigVersion.cmake"
  DESTINATION ${_package_folder} COMPONENT development)

# Folders are given from where the file lies, so that the tree may be moved.
foreach(folder IN ITEMS INCLUDEDIR LIBDIR DATADIR)
  file(RELATIVE_PATH _from_package "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_FULL_${folder}}")
  set(_package_${folder} "\${pcfiledir}/${_from_package}")
endforeach()
list(TRANSFORM BRECHA_CXX_RUNTIME PREPEND "-l" REGEX "^[^/-]" OUTPUT_VARIABLE _package_runtime)
list(JOIN _package_runtime " " _package_runtime)
configure_file("${PROJECT_SOURCE_DIR}/cmake/brecha.pc.in" "${PROJECT_BINARY_DIR}/brecha.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/brecha.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
