/// Calculates the price of a conversion.
@NullMarked
package io.parler.conversion.quote;

import org.jspecify.annotations.NullMarked;
