/// Measures the conversion worker in a process of its own, for `./parler bench convert`.
@NullMarked
package io.parler.bench.convert;

import org.jspecify.annotations.NullMarked;
