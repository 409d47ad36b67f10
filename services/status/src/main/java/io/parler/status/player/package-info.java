/// The page that plays a conversion, made to stand inside any other page.
@NullMarked
package io.parler.status.player;

import org.jspecify.annotations.NullMarked;
