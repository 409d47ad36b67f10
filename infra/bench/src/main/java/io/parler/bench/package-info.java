/// Measures reading on files of one's own, for `./parler bench`.
@NullMarked
package io.parler.bench;

import org.jspecify.annotations.NullMarked;
