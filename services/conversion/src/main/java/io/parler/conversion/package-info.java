/// Makes audio of an article: what is said, in which voice, in which pieces, joined and timed to
/// the frame.
@NullMarked
package io.parler.conversion;

import org.jspecify.annotations.NullMarked;
