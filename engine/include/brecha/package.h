/* What both public headers, brecha.hpp and brecha.h, learn from the installed package (CMake, pkg-config). */
#ifndef BRECHA_PACKAGE_H
#define BRECHA_PACKAGE_H

/* What a shared library shows; everything else stays inside it. The package defines BRECHA_SHARED where it is one. */
#if defined(_WIN32) && defined(BRECHA_BUILDING_SHARED)
#define BRECHA_EXPORT __declspec(dllexport)
#elif defined(_WIN32) && defined(BRECHA_SHARED)
#define BRECHA_EXPORT __declspec(dllimport)
#elif defined(__GNUC__)
#define BRECHA_EXPORT __attribute__((visibility("default")))
#else
#define BRECHA_EXPORT
#endif

/* The folder of the shipped rulesets, as the installed package says; without it the one compiled in. */
#ifndef BRECHA_INSTALLED_RULESETS
#define BRECHA_INSTALLED_RULESETS ""
#endif

#endif
