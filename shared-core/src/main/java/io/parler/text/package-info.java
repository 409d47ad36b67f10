/// Characters that are text.
@NullMarked
package io.parler.text;

import org.jspecify.annotations.NullMarked;
