/// The web site, and the library of an account's conversions.
@NullMarked
package io.parler.frontend;

import org.jspecify.annotations.NullMarked;
