/// Loads one feed, article or cover from its address.
@NullMarked
package io.parler.loadpost.load;

import org.jspecify.annotations.NullMarked;
