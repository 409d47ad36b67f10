/// Finding the element of a page that holds the article, and removing what does not belong to it.
@NullMarked
package io.parler.loadpost.extract;

import org.jspecify.annotations.NullMarked;
