/// A synthesizer for load tests: tones instead of speech.
@NullMarked
package io.parler.polly.tone;

import org.jspecify.annotations.NullMarked;
