/// Running text, program text and formulas, taken from HTML.
@NullMarked
package io.parler.loadpost.text;

import org.jspecify.annotations.NullMarked;
