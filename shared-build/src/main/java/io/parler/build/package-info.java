/// Prepares the libraries of a function's archive; used by the build only.
@NullMarked
package io.parler.build;

import org.jspecify.annotations.NullMarked;
