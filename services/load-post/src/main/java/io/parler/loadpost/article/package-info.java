/// Reads an article from a page or from a feed's HTML.
@NullMarked
package io.parler.loadpost.article;

import org.jspecify.annotations.NullMarked;
