# Warnings for Brecha's own code only: link brecha_warnings PRIVATE (inside
# BUILD_INTERFACE for targets that are exported). Dependencies are SYSTEM includes.
include_guard(GLOBAL)

add_library(brecha_warnings INTERFACE)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(brecha_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wundef -Wshadow
    $<$<BOOL:${BRECHA_WERROR}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees these in its own std::string and std::variant once it inlines them. The first is
    # always false there; the others stay visible as warnings but do not stop a build.
    target_compile_options(brecha_warnings INTERFACE
      $<$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>:-Wno-restrict>
      $<$<BOOL:${BRECHA_WERROR}>:-Wno-error=restrict;-Wno-error=maybe-uninitialized;-Wno-error=array-bounds;-Wno-error=stringop-overflow;-Wno-error=stringop-overread>)
  endif()
elseif(MSVC)
  target_compile_options(brecha_warnings INTERFACE /W4 /utf-8 $<$<BOOL:${BRECHA_WERROR}>:/WX>)
endif()
