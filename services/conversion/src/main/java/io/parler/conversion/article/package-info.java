/// The post to convert: its blocks, and where it is loaded from.
@NullMarked
package io.parler.conversion.article;

import org.jspecify.annotations.NullMarked;
