package io.parler.bench.scale;

/// A conversion that was requested.
///
/// @param arrival when, in seconds of the day
/// @param chunks how many calls of the voice it takes
record Conversion(int account, double arrival, int chunks) {}
