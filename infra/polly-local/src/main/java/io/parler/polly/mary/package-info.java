/// MaryTTS as an engine: of its modules those that lead from words to sound, without its server.
@NullMarked
package io.parler.polly.mary;

import org.jspecify.annotations.NullMarked;
