/// Benchmarks of reading articles and feeds.
@NullMarked
package io.parler.bench.reading;

import org.jspecify.annotations.NullMarked;
