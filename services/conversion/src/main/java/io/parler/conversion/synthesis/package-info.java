/// Synthesizes all chunks of a script in parallel, with retries, within the rate limit of the
/// provider.
@NullMarked
package io.parler.conversion.synthesis;

import org.jspecify.annotations.NullMarked;
