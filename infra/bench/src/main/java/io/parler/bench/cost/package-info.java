/// Counts what posts consume of AWS in a running suite, and what that costs.
@NullMarked
package io.parler.bench.cost;

import org.jspecify.annotations.NullMarked;
