/// Everything of Parler that touches the outside web: a feed's posts, and one post as clean
/// blocks.
@NullMarked
package io.parler.loadpost;

import org.jspecify.annotations.NullMarked;
