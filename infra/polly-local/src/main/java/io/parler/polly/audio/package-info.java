/// Encoding and resampling of samples.
@NullMarked
package io.parler.polly.audio;

import org.jspecify.annotations.NullMarked;
