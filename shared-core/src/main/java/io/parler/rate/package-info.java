/// Limits on the calls that an account makes in a minute.
@NullMarked
package io.parler.rate;

import org.jspecify.annotations.NullMarked;
