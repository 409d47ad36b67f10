/// Extracts running text, program text and formulas from HTML.
@NullMarked
package io.parler.loadpost.text;

import org.jspecify.annotations.NullMarked;
