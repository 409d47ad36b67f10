/// The page that plays a conversion, made to be embedded anywhere.
@NullMarked
package io.parler.status.player;

import org.jspecify.annotations.NullMarked;
