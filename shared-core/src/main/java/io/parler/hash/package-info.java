/// SHA-256 of texts and bytes, and the entity tags made of it.
@NullMarked
package io.parler.hash;

import org.jspecify.annotations.NullMarked;
