/// The player of a conversion: a page that other sites embed.
@NullMarked
package io.parler.status.player;

import org.jspecify.annotations.NullMarked;
