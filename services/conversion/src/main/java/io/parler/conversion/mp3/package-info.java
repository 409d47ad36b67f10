/// MPEG audio layer III as a sequence of frames: read, counted, silent, and joined to one file
/// whose length is known exactly.
@NullMarked
package io.parler.conversion.mp3;

import org.jspecify.annotations.NullMarked;
