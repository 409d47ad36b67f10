/// Pages kept for as long as their sites allow, and asked for again by what tells their versions
/// apart.
@NullMarked
package io.parler.loadpost.cache;

import org.jspecify.annotations.NullMarked;
