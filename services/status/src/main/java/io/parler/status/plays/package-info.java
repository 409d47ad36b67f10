/// How recordings are listened to, as counts that name nobody.
@NullMarked
package io.parler.status.plays;

import org.jspecify.annotations.NullMarked;
