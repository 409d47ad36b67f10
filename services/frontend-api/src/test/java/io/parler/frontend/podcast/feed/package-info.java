@NullMarked
package io.parler.frontend.podcast.feed;

import org.jspecify.annotations.NullMarked;
