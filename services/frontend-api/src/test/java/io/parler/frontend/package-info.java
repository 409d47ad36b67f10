/// Tests of the site and the library.
@NullMarked
package io.parler.frontend;

import org.jspecify.annotations.NullMarked;
