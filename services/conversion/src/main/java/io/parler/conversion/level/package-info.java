/// Measures decoded audio: how loud it is, and where it pauses.
@NullMarked
package io.parler.conversion.level;

import org.jspecify.annotations.NullMarked;
