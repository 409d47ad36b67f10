@NullMarked
package io.parler.frontend.podcast.artwork;

import org.jspecify.annotations.NullMarked;
