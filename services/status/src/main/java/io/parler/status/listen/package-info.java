/// Finds the audio of a post by the post's address.
@NullMarked
package io.parler.status.listen;

import org.jspecify.annotations.NullMarked;
