/// What is said of an article: from its blocks to passages, with an account of every block.
@NullMarked
package io.parler.conversion.script;

import org.jspecify.annotations.NullMarked;
