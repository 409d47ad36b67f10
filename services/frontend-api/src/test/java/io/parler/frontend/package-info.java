/// How the site and the library behaves.
@NullMarked
package io.parler.frontend;

import org.jspecify.annotations.NullMarked;
