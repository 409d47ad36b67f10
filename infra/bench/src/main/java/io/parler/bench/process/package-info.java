/// The Java processes that benchmarks start.
@NullMarked
package io.parler.bench.process;

import org.jspecify.annotations.NullMarked;
