/// Splits a script into chunks, each for one call to a provider, and stores their audio for reuse.
@NullMarked
package io.parler.conversion.chunk;

import org.jspecify.annotations.NullMarked;
