/// Finds the element of a page that contains the article, and removes boilerplate from it.
@NullMarked
package io.parler.loadpost.extract;

import org.jspecify.annotations.NullMarked;
