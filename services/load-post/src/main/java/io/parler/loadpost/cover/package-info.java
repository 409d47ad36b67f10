/// Covers: turns a picture from the web, which may be hostile, into a small JPEG for audio files.
@NullMarked
package io.parler.loadpost.cover;

import org.jspecify.annotations.NullMarked;
