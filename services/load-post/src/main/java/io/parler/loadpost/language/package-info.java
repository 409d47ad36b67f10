/// Language tags, language detection and word counting.
@NullMarked
package io.parler.loadpost.language;

import org.jspecify.annotations.NullMarked;
