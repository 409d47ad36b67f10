/// Collections: many posts of a feed, converted for one price that their owner agreed to.
@NullMarked
package io.parler.postconversion.collection;

import org.jspecify.annotations.NullMarked;
