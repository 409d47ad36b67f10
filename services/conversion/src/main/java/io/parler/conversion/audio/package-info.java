/// Joins the chunks to one MP3 with transcript, chapters and cover, and publishes them.
@NullMarked
package io.parler.conversion.audio;

import org.jspecify.annotations.NullMarked;
