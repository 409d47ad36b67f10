/// Language tags, language detection and word counting.
@NullMarked
package io.parler.language;

import org.jspecify.annotations.NullMarked;
