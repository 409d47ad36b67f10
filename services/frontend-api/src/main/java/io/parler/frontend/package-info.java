/// The web site, and the library of what was converted. Knows neither AWS nor JSON.
@NullMarked
package io.parler.frontend;

import org.jspecify.annotations.NullMarked;
