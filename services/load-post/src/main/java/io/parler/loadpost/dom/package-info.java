/// Helpers for parsed HTML: walking a tree, its plain text, and what tags and class names mean.
@NullMarked
package io.parler.loadpost.dom;

import org.jspecify.annotations.NullMarked;
