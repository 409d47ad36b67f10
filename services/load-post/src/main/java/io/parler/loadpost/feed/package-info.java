/// Feeds: finding them, and reading whatever is out there as one kind of result.
@NullMarked
package io.parler.loadpost.feed;

import org.jspecify.annotations.NullMarked;
