/// ElevenLabs as a voice provider.
@NullMarked
package io.parler.conversion.provider.elevenlabs;

import org.jspecify.annotations.NullMarked;
