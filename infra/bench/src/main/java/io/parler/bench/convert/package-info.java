/// Benchmark of the conversion worker, in a process of its own.
@NullMarked
package io.parler.bench.convert;

import org.jspecify.annotations.NullMarked;
