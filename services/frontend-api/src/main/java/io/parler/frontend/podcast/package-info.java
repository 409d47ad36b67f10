/// Podcasts: the shows of an account and their episodes.
@NullMarked
package io.parler.frontend.podcast;

import org.jspecify.annotations.NullMarked;
