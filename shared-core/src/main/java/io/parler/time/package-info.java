/// The time limit of the current work.
@NullMarked
package io.parler.time;

import org.jspecify.annotations.NullMarked;
