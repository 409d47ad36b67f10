/// Simulates a day of conversions: which quota is used up first, and how long accounts wait.
@NullMarked
package io.parler.bench.scale;

import org.jspecify.annotations.NullMarked;
