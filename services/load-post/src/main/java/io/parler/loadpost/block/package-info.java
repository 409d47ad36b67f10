/// Blocks: the paragraphs, headings, lists and images of an article, and which of them are read
/// aloud.
@NullMarked
package io.parler.loadpost.block;

import org.jspecify.annotations.NullMarked;
