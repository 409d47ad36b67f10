/// Requests a second beside a function that does nothing, and the work on a long queue of many
/// accounts.
@NullMarked
package io.parler.bench.load;

import org.jspecify.annotations.NullMarked;
