/// Tells other sites how to embed a player: oEmbed 1.0.
@NullMarked
package io.parler.status.oembed;

import org.jspecify.annotations.NullMarked;
