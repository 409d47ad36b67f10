/// HTML in which every value is escaped.
@NullMarked
package io.parler.html;

import org.jspecify.annotations.NullMarked;
