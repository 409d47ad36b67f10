/// Polly's engines, and the voices and languages of this endpoint.
@NullMarked
package io.parler.polly.voice;

import org.jspecify.annotations.NullMarked;
