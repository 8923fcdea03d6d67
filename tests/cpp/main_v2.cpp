// Catch2 2.13 is headers only: one file holds its main. Catch2 3 brings its own.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
