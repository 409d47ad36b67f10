/// Language tags, language detection and word counts.
@NullMarked
package io.parler.loadpost.language;

import org.jspecify.annotations.NullMarked;
