/// Conversions while everything that the functions depend on fails, and what must hold in the end.
@NullMarked
package io.parler.bench.faults;

import org.jspecify.annotations.NullMarked;
