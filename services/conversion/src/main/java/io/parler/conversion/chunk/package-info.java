/// Cuts a script into chunks of one call each, and stores the audio of every chunk for reuse.
@NullMarked
package io.parler.conversion.chunk;

import org.jspecify.annotations.NullMarked;
