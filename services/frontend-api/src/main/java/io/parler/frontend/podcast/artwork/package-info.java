/// Draws the picture of a show.
@NullMarked
package io.parler.frontend.podcast.artwork;

import org.jspecify.annotations.NullMarked;
