/// Ids of accounts, conversions and events, and the scopes of keys.
@NullMarked
package io.parler.id;

import org.jspecify.annotations.NullMarked;
