/// What identifies a blog post to all services.
@NullMarked
package io.parler.post;

import org.jspecify.annotations.NullMarked;
