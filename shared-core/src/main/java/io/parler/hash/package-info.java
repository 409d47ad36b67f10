/// SHA-256 of texts and bytes.
@NullMarked
package io.parler.hash;

import org.jspecify.annotations.NullMarked;
