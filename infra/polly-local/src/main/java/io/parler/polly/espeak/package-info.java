/// Synthesis with espeak-ng, whose library runs in a process of its own.
@NullMarked
package io.parler.polly.espeak;

import org.jspecify.annotations.NullMarked;
