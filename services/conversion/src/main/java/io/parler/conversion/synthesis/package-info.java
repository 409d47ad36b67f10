/// Has all chunks of a script synthesized in parallel, with retries, within the provider's rate
/// limit.
@NullMarked
package io.parler.conversion.synthesis;

import org.jspecify.annotations.NullMarked;
