/// What a conversion would cost.
@NullMarked
package io.parler.conversion.quote;

import org.jspecify.annotations.NullMarked;
