/// HTML elements: walking a tree, its plain text, and the meaning of tags and class names.
@NullMarked
package io.parler.loadpost.dom;

import org.jspecify.annotations.NullMarked;
