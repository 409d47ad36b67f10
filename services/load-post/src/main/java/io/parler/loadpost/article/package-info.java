/// From a web page to the article on it, as typed blocks in reading order.
@NullMarked
package io.parler.loadpost.article;

import org.jspecify.annotations.NullMarked;
