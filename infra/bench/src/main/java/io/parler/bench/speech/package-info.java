/// Measures how posts sound: loudness, peaks, pauses and the times of sentences.
@NullMarked
package io.parler.bench.speech;

import org.jspecify.annotations.NullMarked;
