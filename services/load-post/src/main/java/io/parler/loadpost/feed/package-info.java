/// Finds feeds and parses RSS, Atom and JSON Feed.
@NullMarked
package io.parler.loadpost.feed;

import org.jspecify.annotations.NullMarked;
