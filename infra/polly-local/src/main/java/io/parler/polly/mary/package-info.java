/// Synthesis of US English with the modules of MaryTTS.
@NullMarked
package io.parler.polly.mary;

import org.jspecify.annotations.NullMarked;
