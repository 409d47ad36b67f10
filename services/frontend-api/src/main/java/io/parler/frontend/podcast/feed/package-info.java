/// Writes a show's RSS feed with ROME.
@NullMarked
package io.parler.frontend.podcast.feed;

import org.jspecify.annotations.NullMarked;
