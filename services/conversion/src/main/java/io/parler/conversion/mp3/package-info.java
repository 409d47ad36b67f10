/// Reads, joins and tags MP3 files, exact to the frame.
@NullMarked
package io.parler.conversion.mp3;

import org.jspecify.annotations.NullMarked;
