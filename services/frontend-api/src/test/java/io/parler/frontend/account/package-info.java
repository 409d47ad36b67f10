/// Tests of accounts, keys and sessions.
@NullMarked
package io.parler.frontend.account;

import org.jspecify.annotations.NullMarked;
