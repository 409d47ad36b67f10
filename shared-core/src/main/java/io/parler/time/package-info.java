/// The time limit of the work at hand.
@NullMarked
package io.parler.time;

import org.jspecify.annotations.NullMarked;
