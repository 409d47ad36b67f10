/// Joins the chunks into one MP3 with transcript, chapters and cover, and stores them.
@NullMarked
package io.parler.conversion.audio;

import org.jspecify.annotations.NullMarked;
